# Made by clientloom from features/nullable.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .letter import Letter
    from .maybe import Maybe


class Thing(Model):
    """Thing."""

    must: str | None
    may: str | None = None
    plain: str | None = None
    must_enum: Annotated[Literal["a", "b"] | str | None, Field(alias="mustEnum")]
    may_enum: Annotated[Letter | None, Field(alias="mayEnum")] = None
    numbers: list[int | None] | None = None
    map: dict[str, str | None] | None = None
    other: Maybe | None = None
    with_default: Annotated[int | None, Field(alias="withDefault")] = None
    """Default None."""
