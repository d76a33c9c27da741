# Made by clientloom from features/pins.yaml and templates/shared/model.py.jinja. Do not edit.
"""NewThing, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .color import Color
    from .part import Part


class NewThing(Model):
    """NewThing."""

    name: Annotated[str, Field(alias="n")]
    part: Part | None = None
    color: Color | None = None
