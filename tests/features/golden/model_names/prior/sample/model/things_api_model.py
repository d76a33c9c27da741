# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingsApiModel, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ThingsApiModel(Model):
    """ThingsApi."""

    value: str | None = None
