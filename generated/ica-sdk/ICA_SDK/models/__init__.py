# Made by clientloom from specs/ica.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    CreateTaskRequest ..model.create_task_request
    CreateTaskVersionRequest ..model.create_task_version_request
    Credentials ..model.credentials
    Environment ..model.environment
    ErrorResponse ..model.error_response
    Execution ..model.execution
    Image ..model.image
    InputMountMappingWithCreds ..model.input_mount_mapping_with_creds
    InputStreamSettings ..model.input_stream_settings
    LaunchTaskRequest ..model.launch_task_request
    MountMappingWithCreds ..model.mount_mapping_with_creds
    Resources ..model.resources
    SystemFiles ..model.system_files
    Task ..model.task
    TaskRun ..model.task_run
    TaskRunLogs ..model.task_run_logs
    TaskSummary ..model.task_summary
    TaskSummaryPagedItems ..model.task_summary_paged_items
    TaskVersion ..model.task_version
    TaskVersionSummary ..model.task_version_summary
    TaskVersionSummaryPagedItems ..model.task_version_summary_paged_items
    UpdateTaskRequest ..model.update_task_request
    UpdateTaskVersionRequest ..model.update_task_version_request
    """,
)
