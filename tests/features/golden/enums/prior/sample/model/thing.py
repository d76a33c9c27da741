# Made by clientloom from features/enums.yaml and templates/shared/model.py.jinja. Do not edit.
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
    from .color import Color
    from .level import Level
    from .with_null import WithNull


class Thing(Model):
    """Thing."""

    color: Color
    colors: list[Color] | None = None
    by_color: Annotated[dict[str, Color] | None, Field(alias="byColor")] = None
    level: Level | None = None
    mixed: str | int | float | bool | None = None
    numbers: float | None = None
    flag: Literal[True] | bool | None = None
    with_null: Annotated[WithNull | None, Field(alias="withNull")] = None
    inline: Literal["left", "right"] | str | None = None
    inline_list: Annotated[
        list[Literal["up", "down"] | str] | None,
        Field(alias="inlineList"),
    ] = None
    inline_integer: Annotated[Literal[1, 2] | int | None, Field(alias="inlineInteger")] = None
    constant: Literal["only"] | str | None = None
