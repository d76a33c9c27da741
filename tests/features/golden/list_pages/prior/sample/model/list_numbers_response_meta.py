# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListNumbersResponseMeta, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ListNumbersResponseMeta(Model):
    """listNumbers response meta."""

    total_pages: int | None = None
