# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListUrlsResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .thing import Thing


class ListUrlsResponse(Model):
    """listUrls response."""

    count: int | None = None
    next: str | None = None
    previous: str | None = None
    results: list[Thing] | None = None
