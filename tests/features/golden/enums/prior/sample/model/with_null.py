# Made by clientloom from features/enums.yaml and templates/shared/model.py.jinja. Do not edit.
"""WithNull, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class WithNull(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    ONE = "one"
    TWO = "two"
