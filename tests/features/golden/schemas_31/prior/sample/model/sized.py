# Made by clientloom from features/schemas_31.yaml and templates/shared/model.py.jinja. Do not edit.
"""Sized, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Sized(Model):
    """Sized."""

    size: int | None = None
