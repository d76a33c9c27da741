# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from ._runtime.operations import ApiResponse as ApiResponse
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from ._runtime.pagers import AsyncPager as AsyncPager
from .api.task_api import AsyncTaskApi as AsyncTaskApi
from .models.clear_task_instances_request import (
    ClearTaskInstancesRequest as ClearTaskInstancesRequest,
)
from .configuration import Configuration as Configuration
from .models.error import Error as Error
from .exceptions import OpenApiException as OpenApiException
from ._runtime.pagers import Page as Page
from ._runtime.pagers import Pager as Pager
from .api.task_api import TaskApi as TaskApi
from .models.task_instance import TaskInstance as TaskInstance
from .models.task_instance_reference import TaskInstanceReference as TaskInstanceReference
from .models.task_instance_references import TaskInstanceReferences as TaskInstanceReferences
from .models.task_instances_paginated import TaskInstancesPaginated as TaskInstancesPaginated
from .models.update_task_instance_request import (
    UpdateTaskInstanceRequest as UpdateTaskInstanceRequest,
)
from .models.update_task_instances_state_request import (
    UpdateTaskInstancesStateRequest as UpdateTaskInstancesStateRequest,
)
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiResponse",
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "AsyncPager",
    "AsyncTaskApi",
    "ClearTaskInstancesRequest",
    "Configuration",
    "Error",
    "OpenApiException",
    "Page",
    "Pager",
    "TaskApi",
    "TaskInstance",
    "TaskInstanceReference",
    "TaskInstanceReferences",
    "TaskInstancesPaginated",
    "UpdateTaskInstanceRequest",
    "UpdateTaskInstancesStateRequest",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
