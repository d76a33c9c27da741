# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""DeletedEntityResponse, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .link import Link


class DeletedEntityResponse(Model, closed=True):
    """As at when an entity was deleted."""

    href: str | None = None
    effective_from: Annotated[dt.datetime | None, Field(alias="effectiveFrom")] = None
    as_at: Annotated[dt.datetime, Field(alias="asAt")]
    links: list[Link] | None = None
