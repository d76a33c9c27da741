# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingDefaultResponse, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class CreateThingDefaultResponse(Model):
    """createThing default response."""

    message: str | None = None
