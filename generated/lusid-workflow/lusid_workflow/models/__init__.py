# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    CreateTaskRequest .create_task_request
    DeletedEntityResponse .deleted_entity_response
    Link .link
    LusidProblemDetails .lusid_problem_details
    LusidValidationProblemDetails .lusid_validation_problem_details
    ResourceId .resource_id
    Task .task
    TaskDefinitionVersion .task_definition_version
    TaskInstanceField .task_instance_field
    UpdateTaskRequest .update_task_request
    UpdateTaskResponse .update_task_response
    Version .version
    """,
)
