# Made by clientloom from features/enum_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Numbers, a model."""

from __future__ import annotations

from .._runtime.models import OpenIntEnum


class Numbers(OpenIntEnum):
    """The values that the document lists. Others that a server sends are kept."""

    VALUE_MINUS_1 = -1
    VALUE_1 = 1
    VALUE_0 = 0
    VALUE_100 = 100
