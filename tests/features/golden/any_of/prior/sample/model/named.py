# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Named, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Named(Model):
    """Named."""

    name: str | None = None
