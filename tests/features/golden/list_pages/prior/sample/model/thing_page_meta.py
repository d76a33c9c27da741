# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingPageMeta, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ThingPageMeta(Model):
    """ThingPage meta."""

    next_page_token: str | None = None
    total: int | None = None
