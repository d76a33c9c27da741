# Made by clientloom from features/nullable.yaml and templates/shared/model.py.jinja. Do not edit.
"""Maybe, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Maybe(Model):
    """Maybe."""

    a: str | None = None
