# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""WatchMessagesResponseItem, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import SnakeModel as Model


class WatchMessagesResponseItem(Model):
    """watchMessages response item."""

    event: Literal["added", "removed"] | str | None = None
    data: str
