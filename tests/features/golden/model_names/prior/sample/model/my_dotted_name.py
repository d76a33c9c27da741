# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""MyDottedName, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class MyDottedName(Model):
    """my.dotted.Name."""

    value: str | None = None
