# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Named, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Named(Model):
    """Named."""

    nick: str | None = None
