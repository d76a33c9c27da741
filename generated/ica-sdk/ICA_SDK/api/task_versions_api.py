# Made by clientloom from specs/ica.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of TaskVersions."""

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


class TaskVersionsApi:
    """Versions of a task: what it runs, and the call that launches it."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_task_version(
        self,
        task_id: str,
        *,
        body: models.CreateTaskVersionRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.TaskVersion:
        """Create a task version.

        Creates a new task version within an existing task. Returns the ID associated with the new task version. Substitutions can be defined in the following format: "{{string}}", and specified at launch time.

        :param task_id:
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
            "/v1/tasks/{taskId}/versions",
            Path("taskId", task_id, str),
            Json(body, models.CreateTaskVersionRequest),
            returns=models.TaskVersion,
            responses={
                "default": models.ErrorResponse,
            },
            security=(("Bearer",),),
            options=options,
        )

    def get_task_version(
        self,
        task_id: str,
        version_id: str,
        **options: Unpack[PriorOptions],
    ) -> models.TaskVersion:
        """Get the details of a task version.

        Gets details of a task version for a given task version ID.

        :param task_id:
        :param version_id:
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
            "/v1/tasks/{taskId}/versions/{versionId}",
            Path("taskId", task_id, str),
            Path("versionId", version_id, str),
            returns=models.TaskVersion,
            responses={
                "default": models.ErrorResponse,
            },
            security=(("Bearer",),),
            options=options,
        )

    def launch_task_run(
        self,
        task_id: str,
        version_id: str,
        *,
        body: models.LaunchTaskRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.TaskRun:
        """Launch a task version.

        Launches a task version for a given task version ID. Returns the ID associated with the new task run. Substitutions defined in the task version must be specified.

        :param task_id:
        :param version_id:
        :param body:
        :return: 201, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "POST",
            "/v1/tasks/{taskId}/versions/{versionId}:launch",
            Path("taskId", task_id, str),
            Path("versionId", version_id, str),
            Json(body, models.LaunchTaskRequest),
            returns=models.TaskRun,
            responses={
                "default": models.ErrorResponse,
            },
            security=(("Bearer",),),
            options=options,
        )

    def list_task_versions(
        self,
        task_id: str,
        *,
        sort: str | None = None,
        versions: str | None = None,
        ids: str | None = None,
        acls: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.TaskVersionSummaryPagedItems:
        """Get a list of versions.

        Gets a list of task versions within the given task accessible by the current tenant ID.

        :param task_id:
        :param sort: Sort: Optional parameter to set the sort of the returned list. Valid fields include: name, version, timeCreated, timeModified. The sort can be specified as asc or desc. (Default: asc.)
        :param versions:
        :param ids:
        :param acls:
        :param page_size: Optional parameter to define the page size returned. Valid inputs range from 1-1000. (default 10)
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
            "/v1/tasks/{taskId}/versions",
            Path("taskId", task_id, str),
            Query("sort", sort, str),
            Query("versions", versions, str),
            Query("ids", ids, str),
            Query("acls", acls, str),
            Query("pageSize", page_size, int),
            Query("pageToken", page_token, str),
            returns=models.TaskVersionSummaryPagedItems,
            responses={
                "default": models.ErrorResponse,
            },
            security=(("Bearer",),),
            options=options,
        )

    iter_task_versions = iterate(
        list_task_versions, Cursor("pageToken", "/nextPageToken"), lambda page: page.items
    )

    def update_task_version(
        self,
        task_id: str,
        version_id: str,
        *,
        body: models.UpdateTaskVersionRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.TaskVersion:
        """Update task version properties.

        Update details of a task version for a given task version ID.

        :param task_id:
        :param version_id:
        :param body:
        :return: 200, Success
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Server Error
        :raises ApiException: default, Unexpected issue. Please try your request again. If problem persists, please contact the system administrator.
        """
        return self.api_client.call(
            "PATCH",
            "/v1/tasks/{taskId}/versions/{versionId}",
            Path("taskId", task_id, str),
            Path("versionId", version_id, str),
            Json(body, models.UpdateTaskVersionRequest),
            returns=models.TaskVersion,
            responses={
                "default": models.ErrorResponse,
            },
            security=(("Bearer",),),
            options=options,
        )


class AsyncTaskVersionsApi:
    """The operations of TaskVersions, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_task_version = awaitable(TaskVersionsApi.create_task_version)
    get_task_version = awaitable(TaskVersionsApi.get_task_version)
    launch_task_run = awaitable(TaskVersionsApi.launch_task_run)
    list_task_versions = awaitable(TaskVersionsApi.list_task_versions)
    update_task_version = awaitable(TaskVersionsApi.update_task_version)
    iter_task_versions = awaitable_pager(TaskVersionsApi.iter_task_versions)
