"""Tasks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime.call import Header, Json, Path, Query
from .._runtime.limits import Limits
from .._runtime.operations import awaitable, with_http_info
from ..api_client import ApiClient, AsyncApiClient

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions as CallOptions


class TasksApi:
    """Tasks, called and waited for."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_task(self, task_id: str, **options: Unpack[CallOptions]) -> models.Task:
        """Return a task."""
        return self.api_client.call(
            "GET",
            "/tasks/{taskId}",
            Path("taskId", task_id, str),
            returns=models.Task,
            responses={"default": models.ErrorResponse},
            security=(("Basic",), ("Bearer",)),
            options=options,
        )

    get_task_with_http_info = with_http_info(get_task)

    def list_tasks(
        self,
        *,
        limit: int | None = None,
        since: datetime | str | None = None,
        status: list[models.TaskStatus] | None = None,
        **options: Unpack[CallOptions],
    ) -> list[models.Task]:
        """Return tasks."""
        return self.api_client.call(
            "GET",
            "/tasks",
            Query("limit", limit, int, Limits(ge=0, le=100)),
            Query("since", since, datetime),
            Query("status", status, list[models.TaskStatus], explode=False),
            returns=list[models.Task],
            responses={"default": models.ErrorResponse},
            options=options,
        )

    list_tasks_with_http_info = with_http_info(list_tasks)

    def update_task(
        self,
        task_id: str,
        *,
        body: models.Task | dict[str, Any] | None = None,
        trace: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Task | None:
        """Change a task."""
        return self.api_client.call(
            "PATCH",
            "/tasks/{taskId}:update",
            Path("taskId", task_id, str),
            Json(body, models.Task),
            Header("X-Trace", trace, str),
            returns=models.Task | None,
            responses={"404": str, "4XX": models.ErrorResponse},
            options=options,
        )

    update_task_with_http_info = with_http_info(update_task)


class AsyncTasksApi:
    """Tasks, awaited."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_task = awaitable(TasksApi.get_task)
    get_task_with_http_info = awaitable(TasksApi.get_task_with_http_info)
    list_tasks = awaitable(TasksApi.list_tasks)
    list_tasks_with_http_info = awaitable(TasksApi.list_tasks_with_http_info)
    update_task = awaitable(TasksApi.update_task)
    update_task_with_http_info = awaitable(TasksApi.update_task_with_http_info)
