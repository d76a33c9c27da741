# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of Tasks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Path,
    Query,
)
from .._runtime.limits import Limits
from .._runtime.operations import (
    awaitable,
    with_http_info,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import LegacyOptions


class TasksApi:
    """Tasks: instances of a task definition, moved from state to state by triggers."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_task(
        self,
        create_task_request: models.CreateTaskRequest | dict[str, Any],
        *,
        trigger: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> models.Task:
        """[EXPERIMENTAL] CreateTask: Create a new Task.

        :param create_task_request: Request to create Task
        :param trigger: The name of the Trigger to invoke (at least 5 characters, at most 150 characters)
        :return: 201, Created
        :raises ApiException: 400, The details of the input related failure
        :raises ApiException: default, Error response
        """
        return self.api_client.call(
            "POST",
            "/api/tasks",
            Query("trigger", trigger, str, Limits(min_length=5, max_length=150)),
            Json(create_task_request, models.CreateTaskRequest, required=True),
            returns=models.Task,
            responses={
                "400": models.LusidValidationProblemDetails,
                "default": models.LusidProblemDetails,
            },
            security=(("oauth2",),),
            options=options,
        )

    create_task_with_http_info = with_http_info(create_task)

    def delete_task(
        self,
        id: str,
        **options: Unpack[LegacyOptions],
    ) -> models.DeletedEntityResponse:
        """[EXPERIMENTAL] DeleteTask: Delete a Task.

        :param id: The identifier for the Task to be deleted. (at least 30 characters, at most 40 characters, matching ^[a-zA-Z0-9\\-]+$)
        :return: 200, Success
        :raises ApiException: 400, The details of the input related failure
        :raises ApiException: 404, No Task exists in current scope
        :raises ApiException: default, Error response
        """
        return self.api_client.call(
            "DELETE",
            "/api/tasks/{id}",
            Path("id", id, str, Limits(min_length=30, max_length=40, pattern="^[a-zA-Z0-9\\-]+$")),
            returns=models.DeletedEntityResponse,
            responses={
                "400": models.LusidValidationProblemDetails,
                "404": str,
                "default": models.LusidProblemDetails,
            },
            security=(("oauth2",),),
            options=options,
        )

    delete_task_with_http_info = with_http_info(delete_task)

    def get_task(
        self,
        id: str,
        *,
        as_at: dt.datetime | str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> models.Task:
        """[EXPERIMENTAL] GetTask: Get a Task.

        :param id: Id of the Task to retrieve (at least 30 characters, at most 40 characters, matching ^[a-zA-Z0-9\\-]+$)
        :param as_at:
        :return: 200, Success
        :raises ApiException: 400, The details of the input related failure
        :raises ApiException: 404, No Task exists in current scope
        :raises ApiException: default, Error response
        """
        return self.api_client.call(
            "GET",
            "/api/tasks/{id}",
            Path("id", id, str, Limits(min_length=30, max_length=40, pattern="^[a-zA-Z0-9\\-]+$")),
            Query("asAt", as_at, dt.datetime),
            returns=models.Task,
            responses={
                "400": models.LusidValidationProblemDetails,
                "404": str,
                "default": models.LusidProblemDetails,
            },
            security=(("oauth2",),),
            options=options,
        )

    get_task_with_http_info = with_http_info(get_task)

    def update_task(
        self,
        id: str,
        *,
        trigger: str | None = None,
        update_task_request: models.UpdateTaskRequest | dict[str, Any] | None = None,
        **options: Unpack[LegacyOptions],
    ) -> models.UpdateTaskResponse:
        """[EXPERIMENTAL] UpdateTask: Update a Task.

        :param id: Id of the Task to act upon (at least 30 characters, at most 40 characters, matching ^[a-zA-Z0-9\\-]+$)
        :param trigger: (at least 5 characters, at most 150 characters)
        :param update_task_request: The details of the request
        :return: 200, Success
        :raises ApiException: 400, The details of the input related failure
        :raises ApiException: 404, No Task exists in current scope
        :raises ApiException: default, Error response
        """
        return self.api_client.call(
            "POST",
            "/api/tasks/{id}",
            Path("id", id, str, Limits(min_length=30, max_length=40, pattern="^[a-zA-Z0-9\\-]+$")),
            Query("trigger", trigger, str, Limits(min_length=5, max_length=150)),
            Json(update_task_request, models.UpdateTaskRequest),
            returns=models.UpdateTaskResponse,
            responses={
                "400": models.LusidValidationProblemDetails,
                "404": str,
                "default": models.LusidProblemDetails,
            },
            security=(("oauth2",),),
            options=options,
        )

    update_task_with_http_info = with_http_info(update_task)


class AsyncTasksApi:
    """The operations of Tasks, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_task = awaitable(TasksApi.create_task)
    create_task_with_http_info = awaitable(TasksApi.create_task_with_http_info)
    delete_task = awaitable(TasksApi.delete_task)
    delete_task_with_http_info = awaitable(TasksApi.delete_task_with_http_info)
    get_task = awaitable(TasksApi.get_task)
    get_task_with_http_info = awaitable(TasksApi.get_task_with_http_info)
    update_task = awaitable(TasksApi.update_task)
    update_task_with_http_info = awaitable(TasksApi.update_task_with_http_info)
