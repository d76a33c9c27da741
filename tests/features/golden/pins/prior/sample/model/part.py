# Made by clientloom from features/pins.yaml and templates/shared/model.py.jinja. Do not edit.
"""Part, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Part(Model):
    """Part."""

    size: int | None = None
