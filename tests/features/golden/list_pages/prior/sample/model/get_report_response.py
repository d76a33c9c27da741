# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetReportResponse, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class GetReportResponse(Model):
    """getReport response."""

    text: str | None = None
    tags: list[str] | None = None
