# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Astronomer Core."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiResponse ._runtime.operations
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncApiClient .api_client
    AsyncPager ._runtime.pagers
    AsyncTaskApi .api.task_api
    ClearTaskInstancesRequest .models.clear_task_instances_request
    Configuration .configuration
    Error .models.error
    OpenApiException .exceptions
    Page ._runtime.pagers
    Pager ._runtime.pagers
    TaskApi .api.task_api
    TaskInstance .models.task_instance
    TaskInstanceReference .models.task_instance_reference
    TaskInstanceReferences .models.task_instance_references
    TaskInstancesPaginated .models.task_instances_paginated
    UpdateTaskInstanceRequest .models.update_task_instance_request
    UpdateTaskInstancesStateRequest .models.update_task_instances_state_request
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="astronomercoreapi",
)
