# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Con, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Con(Model):
    """con."""

    value: str | None = None
