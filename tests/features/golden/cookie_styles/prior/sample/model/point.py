# Made by clientloom from features/cookie_styles.yaml and templates/shared/model.py.jinja. Do not edit.
"""Point, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Point(Model):
    """Point."""

    x: int
    y: int
