# Made by clientloom from specs/waylay_rules.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of Tasks."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Unpack,
    overload,
)

from waylay.sdk.api import (
    QueryParamTypes,
    Response,
)
from waylay.sdk.plugin import WithApiClient

from ._runtime.paging import Offset
from ._runtime.waylay import (
    Decoded,
    Options,
    Path,
    Query,
    Raw,
    Selected,
    T,
    call,
    optional,
)
from ._runtime.waylay_paging import iterate

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ..queries import tasks_api as queries
    from ._runtime.pagers import AsyncPager
    from ._runtime.waylay import TransportOptions
else:
    models = optional("waylay.services.rules.models")


class TasksApi(WithApiClient):
    """Tasks: rules that run, on a schedule or when data arrives."""

    @overload
    async def create(
        self,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        query: queries.CreateQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> models.CreateTask201Response: ...
    @overload
    async def create(
        self,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        query: queries.CreateQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def create(
        self,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        query: queries.CreateQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def create(
        self,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        query: queries.CreateQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """Create Task.

        Create a new task.

        :param json: Task Specification
        :param query: by wire name, or a `CreateQuery`
            failOnWarning: If `true` and there are task warnings, the response will be a `400 Validation failed` (default False)
            returnWarnings: If `true`, result body will contain a list of task warnings that where detected (default False)
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 201, Task Created
        :raises ApiError: 400, Validation Error
        """
        return await call(
            self.api_client,
            "POST",
            "/rules/v1/tasks",
            json=json,
            query=query,
            responses={
                "201": models.CreateTask201Response,
                "400": models.ErrorWithDetailsResponse,
            },
            options=options,
        )

    @overload
    async def delete(
        self,
        task_id: str,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def delete(
        self,
        task_id: str,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def delete(
        self,
        task_id: str,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def delete(
        self,
        task_id: str,
        **options: Unpack[Options],
    ) -> Any:
        """Delete Task.

        Delete a task.

        :param task_id: Unique Task identifier
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Task Deleted
        :raises ApiError: 400, Error Response
        """
        return await call(
            self.api_client,
            "DELETE",
            "/rules/v1/tasks/{taskId}",
            Path("taskId", task_id),
            responses={
                "204": None,
                "400": models.ErrorResponse,
            },
            options=options,
        )

    @overload
    async def get_configuration(
        self,
        task_id: str,
        *,
        query: queries.GetConfigurationQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> models.TaskSpecification: ...
    @overload
    async def get_configuration(
        self,
        task_id: str,
        *,
        query: queries.GetConfigurationQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def get_configuration(
        self,
        task_id: str,
        *,
        query: queries.GetConfigurationQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def get_configuration(
        self,
        task_id: str,
        *,
        query: queries.GetConfigurationQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """Get Task Configuration.

        Getting the configuration of an existing task.

        :param task_id: Unique Task identifier
        :param query: by wire name, or a `GetConfigurationQuery`
            format: Format of the graph definition (default "bn")
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Task Configuration
        :raises ApiError: 404, Task Not Found
        """
        return await call(
            self.api_client,
            "GET",
            "/rules/v1/tasks/{taskId}/conf",
            Path("taskId", task_id),
            query=query,
            responses={
                "200": models.TaskSpecification,
                "404": models.ErrorResponse,
            },
            options=options,
        )

    @overload
    async def get(
        self,
        task_id: str,
        *,
        query: queries.GetQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> models.TaskEntity: ...
    @overload
    async def get(
        self,
        task_id: str,
        *,
        query: queries.GetQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def get(
        self,
        task_id: str,
        *,
        query: queries.GetQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def get(
        self,
        task_id: str,
        *,
        query: queries.GetQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """Retrieve Task Details.

        Retrieve the details of a task.

        :param task_id: Unique Task identifier
        :param query: by wire name, or a `GetQuery`
            format: Format of the graph definition (default "bn")
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Task Details
        :raises ApiError: 404, Task Not Found
        """
        return await call(
            self.api_client,
            "GET",
            "/rules/v1/tasks/{taskId}",
            Path("taskId", task_id),
            query=query,
            responses={
                "200": models.TaskEntity,
                "404": models.ErrorResponse,
            },
            options=options,
        )

    @overload
    async def list(
        self,
        *,
        query: queries.ListQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> builtins.list[models.TaskEntity]: ...
    @overload
    async def list(
        self,
        *,
        query: queries.ListQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list(
        self,
        *,
        query: queries.ListQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list(
        self,
        *,
        query: queries.ListQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """Query Multiple Tasks.

        Query multiple tasks.

        :param query: by wire name, or a `ListQuery`
            hits: (Paging) maximal number of items returned (default 10)
            startIndex: (Paging) items to skip in the listing (default 0)
            format: Format of the graph definition (default "bn")
            name:
            resource:
            resourceType:
            type:
            status:
            ids:
            id:
            plugin:
            template:
            filter: fuzzy search on multiple properties
            tags.key: Parameter is `form` style serialized, with explode: true See [Query multiple tasks tag examples](/#/api/rules/?id=queryTagExamples) You can add the same tag query parameter multiple times with different values, which will be applied with a logical OR. You can specify the `tags.<key>` query parameter without a value, tasks which have a value for tag `<key>` will be returned
            finishedBefore: Tasks stopped before provided time will be returned.
            createdAfter: Tasks created after provided time will be returned.
            createdBefore: Tasks created before provided time will be returned
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Successful Response
        """
        return await call(
            self.api_client,
            "GET",
            "/rules/v1/tasks",
            Query("ids", explode=False),
            Query("tags.key", allow_empty_value=True),
            query=query,
            responses={
                "200": {
                    "application/json": list[models.TaskEntity],
                    "application/vnd.waylay.paged+json": models.TaskEntityPagingResult,
                },
            },
            options=options,
        )

    def iter_list(
        self,
        *,
        query: queries.ListQuery | QueryParamTypes | None = None,
        **options: Unpack[TransportOptions],
    ) -> AsyncPager[models.TaskEntity, builtins.list[models.TaskEntity]]:
        """Return all items of all pages of `list`: for `async for`. Awaited, it gives the first page.

        :param query: as for `list`
        :param options: headers, and settings that go to the HTTP client
        """
        return iterate(
            self.api_client,
            TasksApi.list,
            Offset("startIndex", total_header="X-Count"),
            lambda page: page,
            (),
            query,
            options,
        )

    @overload
    async def replace(
        self,
        task_id: str,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        **options: Unpack[Decoded],
    ) -> models.TaskEntity: ...
    @overload
    async def replace(
        self,
        task_id: str,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def replace(
        self,
        task_id: str,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        **options: Unpack[Raw],
    ) -> Response: ...
    async def replace(
        self,
        task_id: str,
        *,
        json: (
            models.TaskSpecification
            | models.TaskFromTemplate
            | models.TaskWithRule
            | dict[str, Any]
        ),
        **options: Unpack[Options],
    ) -> Any:
        """Update Task.

        Update a task.  Remark that the full specification of the task must be given

        :param task_id: Unique Task identifier
        :param json: Task Specification
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Task Updated
        :raises ApiError: 400, Validation Error
        :raises ApiError: 404, Task Not Found
        """
        return await call(
            self.api_client,
            "PUT",
            "/rules/v1/tasks/{taskId}",
            Path("taskId", task_id),
            json=json,
            responses={
                "200": models.TaskEntity,
                "400": models.ErrorWithDetailsResponse,
                "404": models.ErrorResponse,
            },
            options=options,
        )

    @overload
    async def start(
        self,
        task_id: str,
        **options: Unpack[Decoded],
    ) -> models.TaskEntity: ...
    @overload
    async def start(
        self,
        task_id: str,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def start(
        self,
        task_id: str,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def start(
        self,
        task_id: str,
        **options: Unpack[Options],
    ) -> Any:
        """Start Task.

        Start a task.

        :param task_id: Unique Task identifier
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Task Started
        :raises ApiError: 400, Task Cannot Be Started
        :raises ApiError: 404, Task Not Found
        """
        return await call(
            self.api_client,
            "POST",
            "/rules/v1/tasks/{taskId}/command/start",
            Path("taskId", task_id),
            responses={
                "200": models.TaskEntity,
                "400": models.ErrorResponse,
                "404": models.ErrorResponse,
            },
            options=options,
        )

    @overload
    async def stop(
        self,
        task_id: str,
        **options: Unpack[Decoded],
    ) -> models.TaskEntity: ...
    @overload
    async def stop(
        self,
        task_id: str,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def stop(
        self,
        task_id: str,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def stop(
        self,
        task_id: str,
        **options: Unpack[Options],
    ) -> Any:
        """Stop Task.

        Stop a task.

        :param task_id: Unique Task identifier
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Task Stopped
        :raises ApiError: 400, Task Cannot Be Stopped
        :raises ApiError: 404, Task Not Found
        """
        return await call(
            self.api_client,
            "POST",
            "/rules/v1/tasks/{taskId}/command/stop",
            Path("taskId", task_id),
            responses={
                "200": models.TaskEntity,
                "400": models.ErrorResponse,
                "404": models.ErrorResponse,
            },
            options=options,
        )
