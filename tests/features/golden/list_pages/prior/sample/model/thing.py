# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    id: str
