# Made by clientloom from features/enums.yaml and templates/shared/model.py.jinja. Do not edit.
"""Level, a model."""

from __future__ import annotations

from .._runtime.models import OpenIntEnum


class Level(OpenIntEnum):
    """The values that the document lists. Others that a server sends are kept."""

    VALUE_MINUS_1 = -1
    VALUE_0 = 0
    VALUE_1 = 1
    VALUE_10 = 10
