# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingRequestPartsItemMaker, a model."""

from __future__ import annotations

from ..api._runtime.models import WireModel as Model


class CreateThingRequestPartsItemMaker(Model):
    """createThing request parts item maker."""

    name: str | None = None
