# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""ClearTaskInstancesRequest, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class ClearTaskInstancesRequest(Model):
    """Which task instances of a dag to clear."""

    dag_run_id: Annotated[str | None, Field(alias="dagRunId")] = None
    end_date: Annotated[str | None, Field(alias="endDate")] = None
    include_downstream: Annotated[bool | None, Field(alias="includeDownstream")] = None
    include_future: Annotated[bool | None, Field(alias="includeFuture")] = None
    include_parent_dags: Annotated[bool | None, Field(alias="includeParentDags")] = None
    include_past: Annotated[bool | None, Field(alias="includePast")] = None
    include_sub_dags: Annotated[bool | None, Field(alias="includeSubDags")] = None
    include_upstream: Annotated[bool | None, Field(alias="includeUpstream")] = None
    is_dry_run: Annotated[bool | None, Field(alias="isDryRun")] = None
    """Whether to report what would change, and change nothing."""

    only_failed: Annotated[bool | None, Field(alias="onlyFailed")] = None
    only_running: Annotated[bool | None, Field(alias="onlyRunning")] = None
    reset_dag_runs: Annotated[bool | None, Field(alias="resetDagRuns")] = None
    start_date: Annotated[str | None, Field(alias="startDate")] = None
    task_ids: Annotated[list[str] | None, Field(alias="taskIds")] = None
