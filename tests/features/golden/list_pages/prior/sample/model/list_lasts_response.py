# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListLastsResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .thing import Thing


class ListLastsResponse(Model):
    """listLasts response."""

    data: list[Thing]
    has_more: bool
