# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""List, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class List(Model):
    """list."""

    value: str | None = None
