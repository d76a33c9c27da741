# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListThingsResponseItem, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .owner import Owner


class ListThingsResponseItem(Model):
    """listThings response item."""

    id: str | None = None
    owner: Owner | None = None
