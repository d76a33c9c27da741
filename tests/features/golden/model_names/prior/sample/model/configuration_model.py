# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""ConfigurationModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ConfigurationModel(Model):
    """Configuration."""

    value: str | None = None
