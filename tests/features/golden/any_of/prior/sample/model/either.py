# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Either, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.models import RootModel

if TYPE_CHECKING:
    from .named import Named
    from .numbered import Numbered


class Either(RootModel["Named | Numbered | dict[str, Any]"]):
    """One of several types."""

    root: Named | Numbered | dict[str, Any]
