# Made by clientloom from specs/ica.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .create_task_request import CreateTaskRequest as CreateTaskRequest
from .create_task_version_request import CreateTaskVersionRequest as CreateTaskVersionRequest
from .credentials import Credentials as Credentials
from .environment import Environment as Environment
from .error_response import ErrorResponse as ErrorResponse
from .execution import Execution as Execution
from .image import Image as Image
from .input_mount_mapping_with_creds import InputMountMappingWithCreds as InputMountMappingWithCreds
from .input_stream_settings import InputStreamSettings as InputStreamSettings
from .launch_task_request import LaunchTaskRequest as LaunchTaskRequest
from .mount_mapping_with_creds import MountMappingWithCreds as MountMappingWithCreds
from .resources import Resources as Resources
from .system_files import SystemFiles as SystemFiles
from .task import Task as Task
from .task_run import TaskRun as TaskRun
from .task_run_logs import TaskRunLogs as TaskRunLogs
from .task_summary import TaskSummary as TaskSummary
from .task_summary_paged_items import TaskSummaryPagedItems as TaskSummaryPagedItems
from .task_version import TaskVersion as TaskVersion
from .task_version_summary import TaskVersionSummary as TaskVersionSummary
from .task_version_summary_paged_items import (
    TaskVersionSummaryPagedItems as TaskVersionSummaryPagedItems,
)
from .update_task_request import UpdateTaskRequest as UpdateTaskRequest
from .update_task_version_request import UpdateTaskVersionRequest as UpdateTaskVersionRequest

__all__ = [
    "CreateTaskRequest",
    "CreateTaskVersionRequest",
    "Credentials",
    "Environment",
    "ErrorResponse",
    "Execution",
    "Image",
    "InputMountMappingWithCreds",
    "InputStreamSettings",
    "LaunchTaskRequest",
    "MountMappingWithCreds",
    "Resources",
    "SystemFiles",
    "Task",
    "TaskRun",
    "TaskRunLogs",
    "TaskSummary",
    "TaskSummaryPagedItems",
    "TaskVersion",
    "TaskVersionSummary",
    "TaskVersionSummaryPagedItems",
    "UpdateTaskRequest",
    "UpdateTaskVersionRequest",
]
