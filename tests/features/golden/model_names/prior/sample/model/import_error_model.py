# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""ImportErrorModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ImportErrorModel(Model):
    """ImportError."""

    value: str | None = None
