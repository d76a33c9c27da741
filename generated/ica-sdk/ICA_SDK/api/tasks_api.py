# Made by clientloom from specs/ica.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of Tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Path,
    Query,
)
from .._runtime.documented_paging import (
    awaitable_pager,
    iterate,
)
from .._runtime.operations import awaitable
from .._runtime.paging import Cursor
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class TasksApi:
    """Tasks: named programs that the platform can run."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_task(
        self,
        *,
        body: models.CreateTaskRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Task:
        """Create a Task.

        Creates a task. Returns the ID associated with the new task. Also returns the task version ID associated with the new task, if provided. Substitutions can be defined in the following format: "{{string}}", and specified at launch time.

        :param body:
        :return: 201, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 409, Conflict
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "POST",
            "/v1/tasks",
            Json(body, models.CreateTaskRequest),
            returns=models.Task,
            responses={
                "default": models.ErrorResponse,
            },
            security=(
                ("Basic",),
                ("Bearer",),
            ),
            options=options,
        )

    def get_task(
        self,
        task_id: str,
        **options: Unpack[PriorOptions],
    ) -> models.TaskSummary:
        """Get the details of a Task.

        Gets the details of a Task for a given task ID.

        :param task_id:
        :return: 200, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "GET",
            "/v1/tasks/{taskId}",
            Path("taskId", task_id, str),
            returns=models.TaskSummary,
            responses={
                "default": models.ErrorResponse,
            },
            security=(
                ("Basic",),
                ("Bearer",),
            ),
            options=options,
        )

    def list_tasks(
        self,
        *,
        names: str | None = None,
        acls: str | None = None,
        page_size: int | None = None,
        sort: str | None = None,
        page_token: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.TaskSummaryPagedItems:
        """Get a list of tasks.

        Gets a list of tasks accessible by the current tenant ID.

        :param names: Name: Optional parameter to filter the returned list. Case-Sensitive
        :param acls: Name: Optional parameter to filter the returned list. Case-Sensitive
        :param page_size: Optional parameter to define the page size returned. Valid inputs range from 1-1000. (default 10)
        :param sort: Sort: Optional parameter to set the sort of the returned list. Valid fields include: name, timeCreated, timeModified. The sort can be specified as asc or desc. (Default: asc.) (default "timeCreated asc")
        :param page_token: pageToken: Optional parameter for navigation after initial listing. Valid values include firstPageToken, nextPageToken, and previousPageToken (provided in the list response)
        :return: 200, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "GET",
            "/v1/tasks",
            Query("names", names, str),
            Query("acls", acls, str),
            Query("pageSize", page_size, int),
            Query("sort", sort, str),
            Query("pageToken", page_token, str),
            returns=models.TaskSummaryPagedItems,
            responses={
                "default": models.ErrorResponse,
            },
            security=(
                ("Basic",),
                ("Bearer",),
            ),
            options=options,
        )

    iter_tasks = iterate(list_tasks, Cursor("pageToken", "/nextPageToken"), lambda page: page.items)

    def update_task(
        self,
        task_id: str,
        *,
        body: models.UpdateTaskRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Task:
        """Update an existing task.

        Updates the task with a given ID. The task's name, description can be updated. The task's name must remain unique.

        :param task_id:
        :param body: Details of the task to be updated.
        :return: 200, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 409, Conflict
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "PATCH",
            "/v1/tasks/{taskId}",
            Path("taskId", task_id, str),
            Json(body, models.UpdateTaskRequest),
            returns=models.Task,
            responses={
                "default": models.ErrorResponse,
            },
            security=(
                ("Basic",),
                ("Bearer",),
            ),
            options=options,
        )


class AsyncTasksApi:
    """The operations of Tasks, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_task = awaitable(TasksApi.create_task)
    get_task = awaitable(TasksApi.get_task)
    list_tasks = awaitable(TasksApi.list_tasks)
    update_task = awaitable(TasksApi.update_task)
    iter_tasks = awaitable_pager(TasksApi.iter_tasks)
