# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .clear_task_instances_request import ClearTaskInstancesRequest as ClearTaskInstancesRequest
from .error import Error as Error
from .task_instance import TaskInstance as TaskInstance
from .task_instance_reference import TaskInstanceReference as TaskInstanceReference
from .task_instance_references import TaskInstanceReferences as TaskInstanceReferences
from .task_instances_paginated import TaskInstancesPaginated as TaskInstancesPaginated
from .update_task_instance_request import UpdateTaskInstanceRequest as UpdateTaskInstanceRequest
from .update_task_instances_state_request import (
    UpdateTaskInstancesStateRequest as UpdateTaskInstancesStateRequest,
)

__all__ = [
    "ClearTaskInstancesRequest",
    "Error",
    "TaskInstance",
    "TaskInstanceReference",
    "TaskInstanceReferences",
    "TaskInstancesPaginated",
    "UpdateTaskInstanceRequest",
    "UpdateTaskInstancesStateRequest",
]
