# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""PetChange, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class PetChange(Model):
    """PetChange."""

    name: str | None = None
    tag: str | None = None
