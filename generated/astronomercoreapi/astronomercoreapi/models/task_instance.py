# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskInstance, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Any,
)

from pydantic import Field

from .._runtime.models import WireModel as Model


class TaskInstance(Model):
    """One run of a task within a dag run."""

    dag_id: Annotated[str, Field(alias="dagId")]
    dag_run_id: Annotated[str, Field(alias="dagRunId")]
    duration: float | None = None
    """How long it ran, in seconds."""

    end_date: Annotated[str | None, Field(alias="endDate")] = None
    execution_date: Annotated[str | None, Field(alias="executionDate")] = None
    executor_config: Annotated[str | None, Field(alias="executorConfig")] = None
    hostname: str | None = None
    map_index: Annotated[int | None, Field(alias="mapIndex")] = None
    max_tries: Annotated[int | None, Field(alias="maxTries")] = None
    note: str | None = None
    operator: str | None = None
    pid: int | None = None
    pool: str | None = None
    pool_slots: Annotated[int | None, Field(alias="poolSlots")] = None
    priority_weight: Annotated[int | None, Field(alias="priorityWeight")] = None
    queue: str | None = None
    queued_when: Annotated[str | None, Field(alias="queuedWhen")] = None
    rendered_fields: Annotated[
        dict[str, dict[str, Any]] | None,
        Field(alias="renderedFields"),
    ] = None
    start_date: Annotated[str | None, Field(alias="startDate")] = None
    state: str | None = None
    task_id: Annotated[str, Field(alias="taskId")]
    try_number: Annotated[int | None, Field(alias="tryNumber")] = None
    unixname: str | None = None
