# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThing400ResponseFieldsItem, a model."""

from __future__ import annotations

from ..api._runtime.models import WireModel as Model


class CreateThing400ResponseFieldsItem(Model):
    """createThing 400 response fields item."""

    field: str | None = None
