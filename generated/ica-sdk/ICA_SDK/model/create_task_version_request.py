# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateTaskVersionRequest, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .execution import Execution


class CreateTaskVersionRequest(Model):
    """A version to be added to a task."""

    version: Annotated[str, Limits(max_length=255)]
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    execution: Execution | None = None
    acl: list[str] | None = None
