# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""OwnerAddress, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class OwnerAddress(Model):
    """A component with the name that the inline schema would have."""

    other: int | None = None
