# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Value2ndThing, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Value2ndThing(Model):
    """2ndThing."""

    value: str | None = None
