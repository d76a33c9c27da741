# Made by clientloom from features/defaults.yaml and templates/shared/model.py.jinja. Do not edit.
"""Order, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Order(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    ASC = "asc"
    DESC = "desc"
