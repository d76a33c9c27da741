# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingRequest, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .create_thing_request_parts_item import CreateThingRequestPartsItem
    from .create_thing_request_size import CreateThingRequestSize


class CreateThingRequest(Model):
    """createThing request."""

    name: str
    size: CreateThingRequestSize | None = None
    parts: list[CreateThingRequestPartsItem] | None = None
