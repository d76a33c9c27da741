# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .either import Either
    from .id import Id
    from .thing_with_own import ThingWithOwn


class Thing(Model):
    """Thing."""

    id: Id
    either: Either | None = None
    when: dt.datetime | dt.date | str | None = None
    open: Literal["red", "green"] | str | None = None
    with_own: Annotated[ThingWithOwn | None, Field(alias="withOwn")] = None
