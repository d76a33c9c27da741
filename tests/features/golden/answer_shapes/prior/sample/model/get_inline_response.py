# Made by clientloom from features/answer_shapes.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetInlineResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .get_inline_response_b_item import GetInlineResponseBItem


class GetInlineResponse(Model):
    """getInline response."""

    a: str
    b: list[GetInlineResponseBItem] | None = None
