# Made by clientloom from features/defaults.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Literal,
)

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .order import Order


class Thing(Model):
    """Thing."""

    needed: str
    """Default "given"."""

    text: str = 'it\'s "quoted" \\ and\nbroken'
    count: int = 3
    ratio: float = 1
    flag: bool = False
    day: dt.date | None = None
    """Default "2024-01-31"."""

    order: Order | None = None
    other: Order | None = None
    """Default "asc"."""

    size: Literal["small", "large"] | str = "small"
    texts: list[str] | None = None
    """Default ["a", "b"]."""

    map: dict[str, int] | None = None
    """Default {"a": 1}."""

    empty: str = ""
    nothing: str | None = None
    """Default None."""
