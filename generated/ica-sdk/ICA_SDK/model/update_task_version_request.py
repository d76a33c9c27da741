# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskVersionRequest, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .execution import Execution


class UpdateTaskVersionRequest(Model):
    """The properties of a task version that are to change."""

    version: Annotated[str | None, Limits(max_length=255)] = None
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    execution: Execution | None = None
    acl: list[str] | None = None
