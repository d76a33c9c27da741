# Made by clientloom from features/pins.yaml and templates/shared/model.py.jinja. Do not edit.
"""Color, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Color(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    RED = "red"
    GREEN = "green"
