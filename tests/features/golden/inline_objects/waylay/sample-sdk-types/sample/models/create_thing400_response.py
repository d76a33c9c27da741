# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThing400Response, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .create_thing400_response_fields_item import CreateThing400ResponseFieldsItem


class CreateThing400Response(Model):
    """createThing 400 response."""

    fields: list[CreateThing400ResponseFieldsItem] | None = None
