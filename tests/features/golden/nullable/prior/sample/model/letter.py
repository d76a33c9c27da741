# Made by clientloom from features/nullable.yaml and templates/shared/model.py.jinja. Do not edit.
"""Letter, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Letter(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    A = "a"
    B = "b"
