# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from .api.tasks_api import AsyncTasksApi as AsyncTasksApi
from .configuration import Configuration as Configuration
from .models.create_task_request import CreateTaskRequest as CreateTaskRequest
from .models.deleted_entity_response import DeletedEntityResponse as DeletedEntityResponse
from .models.link import Link as Link
from .models.lusid_problem_details import LusidProblemDetails as LusidProblemDetails
from .models.lusid_validation_problem_details import (
    LusidValidationProblemDetails as LusidValidationProblemDetails,
)
from .exceptions import OpenApiException as OpenApiException
from .models.resource_id import ResourceId as ResourceId
from .models.task import Task as Task
from .models.task_definition_version import TaskDefinitionVersion as TaskDefinitionVersion
from .models.task_instance_field import TaskInstanceField as TaskInstanceField
from .api.tasks_api import TasksApi as TasksApi
from .models.update_task_request import UpdateTaskRequest as UpdateTaskRequest
from .models.update_task_response import UpdateTaskResponse as UpdateTaskResponse
from .models.version import Version as Version
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
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "AsyncTasksApi",
    "Configuration",
    "CreateTaskRequest",
    "DeletedEntityResponse",
    "Link",
    "LusidProblemDetails",
    "LusidValidationProblemDetails",
    "OpenApiException",
    "ResourceId",
    "Task",
    "TaskDefinitionVersion",
    "TaskInstanceField",
    "TasksApi",
    "UpdateTaskRequest",
    "UpdateTaskResponse",
    "Version",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
