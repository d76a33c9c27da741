# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""OnlyRequired, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class OnlyRequired(Model):
    """OnlyRequired."""

    id: str
    name: str | None = None
    """Of the animal."""

    weight: float
