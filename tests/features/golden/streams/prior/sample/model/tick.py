# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""Tick, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Tick(Model):
    """Tick."""

    at: int
    text: str | None = None
