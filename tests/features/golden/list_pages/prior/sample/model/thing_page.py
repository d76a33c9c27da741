# Made by clientloom from features/list_pages.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingPage, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .thing import Thing
    from .thing_page_meta import ThingPageMeta


class ThingPage(Model):
    """ThingPage."""

    items: list[Thing] | None = None
    meta: ThingPageMeta
