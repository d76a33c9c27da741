# Made by clientloom from specs/astronomer_core.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of Task."""

from __future__ import annotations

import datetime as dt
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
from .._runtime.limits import Limits
from .._runtime.operations import (
    awaitable,
    with_api_response,
)
from .._runtime.paging import Offset
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import NextgenOptions


class TaskApi:
    """Task instances within the runs of a dag."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def clear_task_instances(
        self,
        organization_id: str,
        workspace_id: str,
        runtime_id: str,
        dag_id: str,
        data: models.ClearTaskInstancesRequest | dict[str, Any],
        **options: Unpack[NextgenOptions],
    ) -> models.TaskInstanceReferences:
        """Clear task instances for a dag.

        :param organization_id: organization ID
        :param workspace_id: ID of the workspace
        :param runtime_id: ID of the runtime
        :param dag_id: dag ID
        :param data: request body for clearing a dag run tasks
        :return: 200, OK
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Internal Server Error
        """
        return self.api_client.call(
            "POST",
            "/organizations/{organizationId}/workspaces/{workspaceId}/runtimes/{runtimeId}/dags/{dagId}/clear-task-instances",
            Path("organizationId", organization_id, str),
            Path("workspaceId", workspace_id, str),
            Path("runtimeId", runtime_id, str),
            Path("dagId", dag_id, str),
            Json(data, models.ClearTaskInstancesRequest, required=True),
            returns=models.TaskInstanceReferences,
            responses={
                "400": models.Error,
                "401": models.Error,
                "403": models.Error,
                "404": models.Error,
                "500": models.Error,
            },
            security=(("JWT",),),
            options=options,
        )

    clear_task_instances_with_http_info = with_api_response(clear_task_instances)

    def get_mapped_task_instance(
        self,
        organization_id: str,
        workspace_id: str,
        runtime_id: str,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: str,
        **options: Unpack[NextgenOptions],
    ) -> models.TaskInstance:
        """Get details of a mapped task instance.

        :param organization_id: organization ID
        :param workspace_id: ID of the workspace
        :param runtime_id: ID of the runtime
        :param dag_id: dag ID
        :param dag_run_id: dag run ID
        :param task_id: task ID
        :param map_index: task map index
        :return: 200, OK
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Internal Server Error
        """
        return self.api_client.call(
            "GET",
            "/organizations/{organizationId}/workspaces/{workspaceId}/runtimes/{runtimeId}/dags/{dagId}/runs/{dagRunId}/tasks/{taskId}/mapped-tasks/{mapIndex}",
            Path("organizationId", organization_id, str),
            Path("workspaceId", workspace_id, str),
            Path("runtimeId", runtime_id, str),
            Path("dagId", dag_id, str),
            Path("dagRunId", dag_run_id, str),
            Path("taskId", task_id, str),
            Path("mapIndex", map_index, str),
            returns=models.TaskInstance,
            responses={
                "400": models.Error,
                "401": models.Error,
                "403": models.Error,
                "404": models.Error,
                "500": models.Error,
            },
            security=(("JWT",),),
            options=options,
        )

    get_mapped_task_instance_with_http_info = with_api_response(get_mapped_task_instance)

    def list_mapped_task_instances(
        self,
        organization_id: str,
        task_id: str,
        workspace_id: str,
        runtime_id: str,
        dag_id: str,
        dag_run_id: str,
        offset: int | None = None,
        limit: int | None = None,
        execution_date_gte: dt.datetime | str | None = None,
        execution_date_lte: dt.datetime | str | None = None,
        start_date_gte: dt.datetime | str | None = None,
        start_date_lte: dt.datetime | str | None = None,
        end_date_gte: dt.datetime | str | None = None,
        end_date_lte: dt.datetime | str | None = None,
        duration_gte: float | None = None,
        duration_lte: float | None = None,
        states: list[str] | None = None,
        pools: list[str] | None = None,
        queues: list[str] | None = None,
        order_by: str | None = None,
        **options: Unpack[NextgenOptions],
    ) -> models.TaskInstancesPaginated:
        """List mapped task instances.

        :param organization_id: organization ID
        :param task_id: ID of the task
        :param workspace_id: ID of the workspace
        :param runtime_id: ID of the runtime
        :param dag_id: ID of the dag
        :param dag_run_id: ID of the dag run
        :param offset: offset for pagination (at least 0, default 0)
        :param limit: limit for pagination (at least 0, at most 100, default 20)
        :param execution_date_gte: execution date is greater or equal to the specified date
        :param execution_date_lte: execution date is less than or equal to the specified date
        :param start_date_gte: start date is greater than or equal to the specified date
        :param start_date_lte: start date is less than or equal to the specified date
        :param end_date_gte: end date is greater than or equal to the specified date
        :param end_date_lte: end date is less than or equal to the specified date
        :param duration_gte: duration is greater than or equal to the specified in seconds
        :param duration_lte: duration is less than or equal to the specified in seconds
        :param states: task states
        :param pools: task pools
        :param queues: task queues
        :param order_by: The name of the field to order the results by. Prefix a field name with - to reverse the sort order.
        :return: 200, OK
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Internal Server Error
        """
        return self.api_client.call(
            "GET",
            "/organizations/{organizationId}/workspaces/{workspaceId}/runtimes/{runtimeId}/dags/{dagId}/runs/{dagRunId}/tasks/{taskId}/mapped-tasks",
            Path("organizationId", organization_id, str),
            Path("taskId", task_id, str),
            Path("workspaceId", workspace_id, str),
            Path("runtimeId", runtime_id, str),
            Path("dagId", dag_id, str),
            Path("dagRunId", dag_run_id, str),
            Query("offset", offset, int, Limits(ge=0)),
            Query("limit", limit, int, Limits(ge=0, le=100)),
            Query("executionDateGte", execution_date_gte, dt.datetime),
            Query("executionDateLte", execution_date_lte, dt.datetime),
            Query("startDateGte", start_date_gte, dt.datetime),
            Query("startDateLte", start_date_lte, dt.datetime),
            Query("endDateGte", end_date_gte, dt.datetime),
            Query("endDateLte", end_date_lte, dt.datetime),
            Query("durationGte", duration_gte, float),
            Query("durationLte", duration_lte, float),
            Query("states", states, list[str]),
            Query("pools", pools, list[str]),
            Query("queues", queues, list[str]),
            Query("orderBy", order_by, str),
            returns=models.TaskInstancesPaginated,
            responses={
                "400": models.Error,
                "401": models.Error,
                "403": models.Error,
                "404": models.Error,
                "500": models.Error,
            },
            security=(("JWT",),),
            options=options,
        )

    list_mapped_task_instances_with_http_info = with_api_response(list_mapped_task_instances)

    iter_mapped_task_instances = iterate(
        list_mapped_task_instances,
        Offset("offset", size="limit", total="/totalCount"),
        lambda page: page.task_instances,
    )

    def update_task_instance(
        self,
        organization_id: str,
        workspace_id: str,
        runtime_id: str,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        data: models.UpdateTaskInstanceRequest | dict[str, Any],
        **options: Unpack[NextgenOptions],
    ) -> models.TaskInstanceReference:
        """Set the state of a task.

        :param organization_id: organization ID
        :param workspace_id: ID of the workspace
        :param runtime_id: ID of the runtime
        :param dag_id: dag ID
        :param dag_run_id: dag run ID
        :param task_id: task ID
        :param data: request body for updating a task
        :return: 200, OK
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Internal Server Error
        """
        return self.api_client.call(
            "PATCH",
            "/organizations/{organizationId}/workspaces/{workspaceId}/runtimes/{runtimeId}/dags/{dagId}/runs/{dagRunId}/tasks/{taskId}",
            Path("organizationId", organization_id, str),
            Path("workspaceId", workspace_id, str),
            Path("runtimeId", runtime_id, str),
            Path("dagId", dag_id, str),
            Path("dagRunId", dag_run_id, str),
            Path("taskId", task_id, str),
            Json(data, models.UpdateTaskInstanceRequest, required=True),
            returns=models.TaskInstanceReference,
            responses={
                "400": models.Error,
                "401": models.Error,
                "403": models.Error,
                "404": models.Error,
                "500": models.Error,
            },
            security=(("JWT",),),
            options=options,
        )

    update_task_instance_with_http_info = with_api_response(update_task_instance)

    def update_task_instances_state(
        self,
        organization_id: str,
        workspace_id: str,
        runtime_id: str,
        dag_id: str,
        data: models.UpdateTaskInstancesStateRequest | dict[str, Any],
        **options: Unpack[NextgenOptions],
    ) -> models.TaskInstanceReferences:
        """Update task instances state.

        :param organization_id: organization ID
        :param workspace_id: ID of the workspace
        :param runtime_id: ID of the runtime
        :param dag_id: dag ID
        :param data: request body for clearing a dag run tasks
        :return: 200, OK
        :raises ApiException: 400, Bad Request
        :raises ApiException: 401, Unauthorized
        :raises ApiException: 403, Forbidden
        :raises ApiException: 404, Not Found
        :raises ApiException: 500, Internal Server Error
        """
        return self.api_client.call(
            "POST",
            "/organizations/{organizationId}/workspaces/{workspaceId}/runtimes/{runtimeId}/dags/{dagId}/update-task-instances-state",
            Path("organizationId", organization_id, str),
            Path("workspaceId", workspace_id, str),
            Path("runtimeId", runtime_id, str),
            Path("dagId", dag_id, str),
            Json(data, models.UpdateTaskInstancesStateRequest, required=True),
            returns=models.TaskInstanceReferences,
            responses={
                "400": models.Error,
                "401": models.Error,
                "403": models.Error,
                "404": models.Error,
                "500": models.Error,
            },
            security=(("JWT",),),
            options=options,
        )

    update_task_instances_state_with_http_info = with_api_response(update_task_instances_state)


class AsyncTaskApi:
    """The operations of Task, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    clear_task_instances = awaitable(TaskApi.clear_task_instances)
    clear_task_instances_with_http_info = awaitable(TaskApi.clear_task_instances_with_http_info)
    get_mapped_task_instance = awaitable(TaskApi.get_mapped_task_instance)
    get_mapped_task_instance_with_http_info = awaitable(
        TaskApi.get_mapped_task_instance_with_http_info
    )
    list_mapped_task_instances = awaitable(TaskApi.list_mapped_task_instances)
    list_mapped_task_instances_with_http_info = awaitable(
        TaskApi.list_mapped_task_instances_with_http_info
    )
    update_task_instance = awaitable(TaskApi.update_task_instance)
    update_task_instance_with_http_info = awaitable(TaskApi.update_task_instance_with_http_info)
    update_task_instances_state = awaitable(TaskApi.update_task_instances_state)
    update_task_instances_state_with_http_info = awaitable(
        TaskApi.update_task_instances_state_with_http_info
    )
    iter_mapped_task_instances = awaitable_pager(TaskApi.iter_mapped_task_instances)
