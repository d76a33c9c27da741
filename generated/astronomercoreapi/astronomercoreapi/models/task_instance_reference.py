# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskInstanceReference, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class TaskInstanceReference(Model):
    """The identifiers of a task instance."""

    dag_id: Annotated[str | None, Field(alias="dagId")] = None
    dag_run_id: Annotated[str | None, Field(alias="dagRunId")] = None
    execution_date: Annotated[str | None, Field(alias="executionDate")] = None
    task_id: Annotated[str | None, Field(alias="taskId")] = None
