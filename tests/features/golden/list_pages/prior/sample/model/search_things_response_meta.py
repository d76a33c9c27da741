# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""SearchThingsResponseMeta, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class SearchThingsResponseMeta(Model):
    """searchThings response meta."""

    next: str | None = None
