# Made by clientloom from features/constants.yaml and templates/shared/model.py.jinja. Do not edit.
"""Event, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Literal,
)

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .only import Only


class Event(Model):
    """Event."""

    object: Literal["event"] | str
    version: Literal[1] | int
    optional: Literal["maybe"] | str | None = None
    named: Only | None = None
