# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListOptedOutResponse, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ListOptedOutResponse(Model):
    """listOptedOut response."""

    items: list[str] | None = None
    next_cursor: str | None = None
