# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""LaunchTaskRequest, a model."""

from __future__ import annotations

from typing import Annotated

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class LaunchTaskRequest(Model):
    """The name of a run, and the values for the substitutions of its task version."""

    name: Annotated[str | None, Limits(max_length=255)] = None
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    arguments: dict[str, str] | None = None
    """The value of each substitution, by its name."""

    acl: list[str] | None = None
