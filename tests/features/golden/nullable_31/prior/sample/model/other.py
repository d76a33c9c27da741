# Made by clientloom from features/nullable_31.yaml and templates/shared/model.py.jinja. Do not edit.
"""Other, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Other(Model):
    """Other."""

    a: str | None = None
