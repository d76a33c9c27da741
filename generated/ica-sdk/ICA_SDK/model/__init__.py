# Made by clientloom from specs/ica.yaml and templates/shared/package.py.jinja. Do not edit.
"""The models, one module each."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    CreateTaskRequest .create_task_request
    CreateTaskVersionRequest .create_task_version_request
    Credentials .credentials
    Environment .environment
    ErrorResponse .error_response
    Execution .execution
    Image .image
    InputMountMappingWithCreds .input_mount_mapping_with_creds
    InputStreamSettings .input_stream_settings
    LaunchTaskRequest .launch_task_request
    MountMappingWithCreds .mount_mapping_with_creds
    Resources .resources
    SystemFiles .system_files
    Task .task
    TaskRun .task_run
    TaskRunLogs .task_run_logs
    TaskSummary .task_summary
    TaskSummaryPagedItems .task_summary_paged_items
    TaskVersion .task_version
    TaskVersionSummary .task_version_summary
    TaskVersionSummaryPagedItems .task_version_summary_paged_items
    UpdateTaskRequest .update_task_request
    UpdateTaskVersionRequest .update_task_version_request
    """,
)
