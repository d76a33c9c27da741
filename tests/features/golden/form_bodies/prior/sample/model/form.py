# Made by clientloom from features/form_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""Form, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
)

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .address import Address


class Form(Model):
    """Form."""

    name: Literal["a b&c=d+é"] | str
    age: int | None = None
    agreed: bool | None = None
    born_on: Annotated[dt.date | None, Field(alias="bornOn")] = None
    tags: Annotated[list[str] | None, Limits(min_items=2)] = None
    """At least 2 items."""

    address: Address | None = None
    options: Address | None = None
