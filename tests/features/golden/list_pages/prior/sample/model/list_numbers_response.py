# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListNumbersResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .list_numbers_response_meta import ListNumbersResponseMeta
    from .list_numbers_response_result import ListNumbersResponseResult


class ListNumbersResponse(Model):
    """listNumbers response."""

    result: ListNumbersResponseResult | None = None
    meta: ListNumbersResponseMeta | None = None
