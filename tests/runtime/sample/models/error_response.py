"""ErrorResponse."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ErrorResponse(Model):
    """What went wrong."""

    code: str
    message: str | None = None
