# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""KennelBoth, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class KennelBoth(Model):
    """Kennel both."""

    id: str
    name: str | None = None
    """Of the animal."""

    weight: float | None = None
    nick: str | None = None
