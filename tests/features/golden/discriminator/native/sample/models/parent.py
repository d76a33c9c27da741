# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Parent, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class Parent(Model):
    """Parent."""

    type: str
    name: str | None = None
