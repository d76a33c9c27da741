# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskInstancesStateRequest, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class UpdateTaskInstancesStateRequest(Model):
    """The state that task instances of a dag are to have, and which of them."""

    dag_run_id: Annotated[str | None, Field(alias="dagRunId")] = None
    execution_date: Annotated[str | None, Field(alias="executionDate")] = None
    include_downstream: Annotated[bool | None, Field(alias="includeDownstream")] = None
    include_future: Annotated[bool | None, Field(alias="includeFuture")] = None
    include_past: Annotated[bool | None, Field(alias="includePast")] = None
    include_upstream: Annotated[bool | None, Field(alias="includeUpstream")] = None
    is_dry_run: Annotated[bool | None, Field(alias="isDryRun")] = None
    """Whether to report what would change, and change nothing."""

    state: str | None = None
    task_id: Annotated[str | None, Field(alias="taskId")] = None
