# Made by clientloom from features/one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Shape, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.models import RootModel

if TYPE_CHECKING:
    from .box import Box
    from .circle import Circle


class Shape(RootModel["Circle | Box | dict[str, Any]"]):
    """A circle or a box."""

    root: Circle | Box | dict[str, Any]
