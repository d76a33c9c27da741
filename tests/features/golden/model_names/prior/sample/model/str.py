# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Str, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Str(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    A = "a"
    B = "b"
