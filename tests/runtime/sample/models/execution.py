"""Execution: a closed object with bounds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class Execution(Model, closed=True):
    """How a task runs."""

    cache_size_gb: Annotated[int, Field(alias="cacheSizeGB"), Limits(ge=50, le=10000)] = 50
    name: Annotated[str, Limits(min_length=1, pattern="^[a-z]+$")]
