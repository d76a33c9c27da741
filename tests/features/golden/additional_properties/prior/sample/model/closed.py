# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Closed, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Closed(Model, closed=True):
    """Closed."""

    own: str | None = None
