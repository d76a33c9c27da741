# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .closed import Closed
    from .empty import Empty
    from .models import Models
    from .open import Open
    from .thing_inline_value import ThingInlineValue
    from .typed import Typed


class Thing(Model):
    """Thing."""

    open: Open | None = None
    typed: Typed | None = None
    models: Models | None = None
    closed: Closed | None = None
    empty: Empty | None = None
    map: dict[str, Any] | None = None
    words: dict[str, str] | None = None
    lists: dict[str, list[Closed]] | None = None
    inline: dict[str, ThingInlineValue] | None = None
    nested: dict[str, dict[str, int]] | None = None
    free: dict[str, Any] | None = None
    named: dict[str, Typed] | None = None
