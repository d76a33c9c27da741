# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""FieldModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class FieldModel(Model):
    """Field."""

    value: str | None = None
