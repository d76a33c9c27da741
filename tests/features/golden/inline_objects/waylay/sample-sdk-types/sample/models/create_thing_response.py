# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingResponse, a model."""

from __future__ import annotations

from ..api._runtime.models import WireModel as Model


class CreateThingResponse(Model):
    """createThing response."""

    id: str
