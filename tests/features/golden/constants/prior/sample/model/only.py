# Made by clientloom from features/constants.yaml and templates/shared/model.py.jinja. Do not edit.
"""Only, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Only(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    ONE = "one"
