# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""WatchNotesResponseItem, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .tick import Tick


class WatchNotesResponseItem(Model):
    """watchNotes response item."""

    id: str | None = None
    data: Tick
