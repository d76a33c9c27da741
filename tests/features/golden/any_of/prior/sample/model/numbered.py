# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Numbered, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Numbered(Model):
    """Numbered."""

    number: int | None = None
