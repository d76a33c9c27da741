# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""WarningModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class WarningModel(Model):
    """Warning."""

    value: str | None = None
