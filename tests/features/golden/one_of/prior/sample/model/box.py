# Made by clientloom from features/one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Box, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Box(Model):
    """Box."""

    width: float
    height: float | None = None
