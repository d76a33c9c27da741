# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .create_task_request import CreateTaskRequest as CreateTaskRequest
from .deleted_entity_response import DeletedEntityResponse as DeletedEntityResponse
from .link import Link as Link
from .lusid_problem_details import LusidProblemDetails as LusidProblemDetails
from .lusid_validation_problem_details import (
    LusidValidationProblemDetails as LusidValidationProblemDetails,
)
from .resource_id import ResourceId as ResourceId
from .task import Task as Task
from .task_definition_version import TaskDefinitionVersion as TaskDefinitionVersion
from .task_instance_field import TaskInstanceField as TaskInstanceField
from .update_task_request import UpdateTaskRequest as UpdateTaskRequest
from .update_task_response import UpdateTaskResponse as UpdateTaskResponse
from .version import Version as Version

__all__ = [
    "CreateTaskRequest",
    "DeletedEntityResponse",
    "Link",
    "LusidProblemDetails",
    "LusidValidationProblemDetails",
    "ResourceId",
    "Task",
    "TaskDefinitionVersion",
    "TaskInstanceField",
    "UpdateTaskRequest",
    "UpdateTaskResponse",
    "Version",
]
