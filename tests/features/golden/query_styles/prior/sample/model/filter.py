# Made by clientloom from features/query_styles.yaml and templates/shared/model.py.jinja. Do not edit.
"""Filter, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .point import Point


class Filter(Model):
    """Filter."""

    name: str | None = None
    levels: Annotated[list[int] | None, Limits(min_items=2)] = None
    """At least 2 items."""

    within: Point | None = None
