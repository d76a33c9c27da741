# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskInstanceRequest, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class UpdateTaskInstanceRequest(Model):
    """The state that a task is to have."""

    is_dry_run: Annotated[bool | None, Field(alias="isDryRun")] = None
    """Whether to report what would change, and change nothing."""

    state: str
