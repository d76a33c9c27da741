# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateTaskRequest, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .create_task_version_request import CreateTaskVersionRequest


class CreateTaskRequest(Model):
    """A task to be created, with its first versions if there are any."""

    name: Annotated[str, Limits(max_length=255)]
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    acl: list[str] | None = None
    task_versions: Annotated[
        list[CreateTaskVersionRequest] | None,
        Field(alias="taskVersions"),
    ] = None
