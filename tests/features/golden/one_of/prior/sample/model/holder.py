# Made by clientloom from features/one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Holder, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .box import Box
    from .circle import Circle
    from .holder_titled_by_name import HolderTitledByName
    from .holder_titled_by_number import HolderTitledByNumber
    from .holder_untitled_a import HolderUntitledA
    from .holder_untitled_b import HolderUntitledB
    from .shape import Shape


class Holder(Model):
    """Holder."""

    shape: Shape | None = None
    shapes: list[Shape] | None = None
    inline: Circle | Box | dict[str, Any] | None = None
    text_or_number: Annotated[str | float | None, Field(alias="textOrNumber")] = None
    one_or_many: Annotated[Circle | list[Circle] | None, Field(alias="oneOrMany")] = None
    single: Circle | None = None
    titled: HolderTitledByName | HolderTitledByNumber | dict[str, Any] | None = None
    untitled: HolderUntitledA | HolderUntitledB | dict[str, Any] | None = None
