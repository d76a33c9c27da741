# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""KennelOwner, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class KennelOwner(Model):
    """Said beside the reference."""

    id: str
    name: str | None = None
    """Of the animal."""

    weight: float | None = None
