# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskRequest, a model."""

from __future__ import annotations

from typing import Annotated

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class UpdateTaskRequest(Model):
    """The properties of a task that are to change."""

    name: Annotated[str | None, Limits(max_length=255)] = None
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    acl: list[str] | None = None
