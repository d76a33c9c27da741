# Made by clientloom from features/body_media_types.yaml and templates/shared/model.py.jinja. Do not edit.
"""JsonPatchRequestItem, a model."""

from __future__ import annotations

from typing import (
    Any,
    Literal,
)

from .._runtime.models import SnakeModel as Model


class JsonPatchRequestItem(Model):
    """jsonPatch request item."""

    op: Literal["add", "remove"] | str
    path: str
    value: Any | None = None
