# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""PlaceOrderRequest, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import WireModel as Model


class PlaceOrderRequest(Model):
    """placeOrder request."""

    pet_id: Annotated[int, Field(alias="petId")]
    quantity: Annotated[int, Limits(le=9)] = 1
    """At most 9."""

    express: bool | None = None
