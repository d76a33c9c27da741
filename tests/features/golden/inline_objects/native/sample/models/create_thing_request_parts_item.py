# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingRequestPartsItem, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .create_thing_request_parts_item_maker import CreateThingRequestPartsItemMaker


class CreateThingRequestPartsItem(Model):
    """createThing request parts item."""

    name: str | None = None
    maker: CreateThingRequestPartsItemMaker | None = None
