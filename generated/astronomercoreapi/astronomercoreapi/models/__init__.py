# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ClearTaskInstancesRequest .clear_task_instances_request
    Error .error
    TaskInstance .task_instance
    TaskInstanceReference .task_instance_reference
    TaskInstanceReferences .task_instance_references
    TaskInstancesPaginated .task_instances_paginated
    UpdateTaskInstanceRequest .update_task_instance_request
    UpdateTaskInstancesStateRequest .update_task_instances_state_request
    """,
)
