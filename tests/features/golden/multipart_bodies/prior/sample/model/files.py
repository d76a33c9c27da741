# Made by clientloom from features/multipart_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""Files, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .meta import Meta


class Files(Model):
    """Files."""

    files: Annotated[list[str] | None, Limits(min_items=2)] = None
    """At least 2 items."""

    photo: str | None = None
    csv: str | None = None
    meta: Meta | None = None
    metas: list[Meta] | None = None
