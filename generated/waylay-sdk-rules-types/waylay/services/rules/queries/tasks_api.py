# Made by clientloom from specs/waylay_rules.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of TasksApi, for the argument `query` of its methods."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import models
from ..api._runtime.models import Model


class CreateQuery(Model):
    """Query parameters of `TasksApi.create`."""

    fail_on_warning: Annotated[bool, Field(alias="failOnWarning")] = False
    return_warnings: Annotated[bool, Field(alias="returnWarnings")] = False


class GetConfigurationQuery(Model):
    """Query parameters of `TasksApi.get_configuration`."""

    format: models.ListTasksFormatParameter | str | None = None


class GetQuery(Model):
    """Query parameters of `TasksApi.get`."""

    format: models.ListTasksFormatParameter | str | None = None


class ListQuery(Model):
    """Query parameters of `TasksApi.list`."""

    hits: int = 10
    start_index: Annotated[int, Field(alias="startIndex")] = 0
    format: models.ListTasksFormatParameter | str | None = None
    name: str | None = None
    resource: str | None = None
    resource_type: Annotated[str | None, Field(alias="resourceType")] = None
    type: models.TaskScenarioType | str | None = None
    status: models.TaskStatus | str | None = None
    ids: list[str] | None = None
    id: str | None = None
    plugin: str | None = None
    template: str | None = None
    filter: str | None = None
    tags_key: Annotated[
        models.ListTasksTagsKeyParameter | str | int | float | bool | None, Field(alias="tags.key")
    ] = None
    finished_before: Annotated[int | None, Field(alias="finishedBefore")] = None
    created_after: Annotated[int | None, Field(alias="createdAfter")] = None
    created_before: Annotated[int | None, Field(alias="createdBefore")] = None
