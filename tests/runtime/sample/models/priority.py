"""Priority."""

from __future__ import annotations

from .._runtime.models import OpenIntEnum


class Priority(OpenIntEnum):
    """The priority of a task."""

    VALUE_1 = 1
    VALUE_2 = 2
