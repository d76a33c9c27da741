# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for FINBOURNE LUSID Workflow."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncApiClient .api_client
    AsyncTasksApi .api.tasks_api
    Configuration .configuration
    CreateTaskRequest .models.create_task_request
    DeletedEntityResponse .models.deleted_entity_response
    Link .models.link
    LusidProblemDetails .models.lusid_problem_details
    LusidValidationProblemDetails .models.lusid_validation_problem_details
    OpenApiException .exceptions
    ResourceId .models.resource_id
    Task .models.task
    TaskDefinitionVersion .models.task_definition_version
    TaskInstanceField .models.task_instance_field
    TasksApi .api.tasks_api
    UpdateTaskRequest .models.update_task_request
    UpdateTaskResponse .models.update_task_response
    Version .models.version
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="lusid-workflow",
)
