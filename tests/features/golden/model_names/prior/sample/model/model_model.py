# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""ModelModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ModelModel(Model):
    """Model."""

    value: str | None = None
