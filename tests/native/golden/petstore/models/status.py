# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""Status, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Status(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    AVAILABLE = "available"
    PENDING = "pending"
    SOLD = "sold"
