# Made by clientloom from features/multipart_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""UploadRequest, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .meta import Meta


class UploadRequest(Model):
    """upload request."""

    file: str
    name: str | None = None
    size: int | None = None
    agreed: bool | None = None
    at: dt.datetime | None = None
    tags: Annotated[list[str] | None, Limits(min_items=2)] = None
    """At least 2 items."""

    meta: Meta | None = None
