# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""SnakeCase, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class SnakeCase(Model):
    """SnakeCase."""

    value: str | None = None
