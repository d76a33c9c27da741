# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""OwnerAddressCountry, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class OwnerAddressCountry(Model):
    """Owner address country."""

    code: str | None = None
