# Made by clientloom from features/nullable_31.yaml and templates/shared/model.py.jinja. Do not edit.
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
    from .other import Other
    from .thing_inline import ThingInline


class Thing(Model):
    """Thing."""

    must: str | None
    may: str | None = None
    several: str | int | None = None
    other: Other | None = None
    any: list[str] | None = None
    only_null: Annotated[None, Field(alias="onlyNull")] = None
    letters: Literal["a", "b"] | str | None = None
    texts: list[int | None] | None = None
    inline: ThingInline | None = None
