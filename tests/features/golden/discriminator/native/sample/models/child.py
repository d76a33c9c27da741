# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Child, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class Child(Model):
    """Child."""

    type: str
    name: str | None = None
    toy: str | None = None
