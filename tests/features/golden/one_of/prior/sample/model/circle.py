# Made by clientloom from features/one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Circle, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Circle(Model):
    """Circle."""

    radius: float
