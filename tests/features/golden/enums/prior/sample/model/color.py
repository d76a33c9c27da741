# Made by clientloom from features/enums.yaml and templates/shared/model.py.jinja. Do not edit.
"""Color, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Color(OpenStrEnum):
    """How it looks."""

    RED = "red"
    GREEN = "green"
    BLUE = "blue"
