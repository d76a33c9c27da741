# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""Owner, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .owner_address_inline import OwnerAddressInline


class Owner(Model):
    """Owner."""

    address: OwnerAddressInline | None = None
