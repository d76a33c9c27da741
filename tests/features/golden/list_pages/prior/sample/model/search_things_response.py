# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""SearchThingsResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .search_things_response_meta import SearchThingsResponseMeta


class SearchThingsResponse(Model):
    """searchThings response."""

    found: list[str] | None = None
    meta: SearchThingsResponseMeta | None = None
