# Made by clientloom from features/json_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""PutNullableRequest, a model."""

from __future__ import annotations

from datetime import date
from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .pet import Pet


class PutNullableRequest(Model):
    """putNullable request."""

    name: str
    """What it is called."""

    born_on: Annotated[date | None, Field(alias="bornOn")] = None
    note: str | None = None
    friends: list[Pet] | None = None
