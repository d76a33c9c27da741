# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""SearchThingsRequest, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class SearchThingsRequest(Model):
    """searchThings request."""

    text: str | None = None
    cursor: str | None = None
