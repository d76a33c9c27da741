# Made by clientloom from features/bounds.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import Annotated

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    size: Annotated[int, Limits(ge=1, le=10)]
    """At least 1, at most 10."""

    ratio: Annotated[float | None, Limits(gt=0, lt=1)] = None
    """More than 0, less than 1."""

    step: Annotated[float | None, Limits(multiple_of=0.25)] = None
    """A multiple of 0.25."""

    code: Annotated[str | None, Limits(min_length=3, max_length=3, pattern="^[A-Z]{3}$")] = None
    """At least 3 characters, at most 3 characters, matching ^[A-Z]{3}$."""

    escaped: Annotated[str | None, Limits(pattern="^\\d+\"'\\\\$")] = None
    """Matching ^\\d+"'\\\\$."""

    texts: Annotated[list[str] | None, Limits(min_items=1, max_items=2, unique_items=True)] = None
    """At least 1 item, at most 2 items, each item once."""

    big: Annotated[int | None, Limits(ge=-9223372036854775808, le=9223372036854775807)] = None
    """At least -9223372036854775808, at most 9223372036854775807."""

    map: dict[str, int] | None = None
