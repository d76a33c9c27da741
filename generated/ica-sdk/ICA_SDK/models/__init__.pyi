# Made by clientloom from specs/ica.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..model.create_task_request import CreateTaskRequest as CreateTaskRequest
from ..model.create_task_version_request import CreateTaskVersionRequest as CreateTaskVersionRequest
from ..model.credentials import Credentials as Credentials
from ..model.environment import Environment as Environment
from ..model.error_response import ErrorResponse as ErrorResponse
from ..model.execution import Execution as Execution
from ..model.image import Image as Image
from ..model.input_mount_mapping_with_creds import (
    InputMountMappingWithCreds as InputMountMappingWithCreds,
)
from ..model.input_stream_settings import InputStreamSettings as InputStreamSettings
from ..model.launch_task_request import LaunchTaskRequest as LaunchTaskRequest
from ..model.mount_mapping_with_creds import MountMappingWithCreds as MountMappingWithCreds
from ..model.resources import Resources as Resources
from ..model.system_files import SystemFiles as SystemFiles
from ..model.task import Task as Task
from ..model.task_run import TaskRun as TaskRun
from ..model.task_run_logs import TaskRunLogs as TaskRunLogs
from ..model.task_summary import TaskSummary as TaskSummary
from ..model.task_summary_paged_items import TaskSummaryPagedItems as TaskSummaryPagedItems
from ..model.task_version import TaskVersion as TaskVersion
from ..model.task_version_summary import TaskVersionSummary as TaskVersionSummary
from ..model.task_version_summary_paged_items import (
    TaskVersionSummaryPagedItems as TaskVersionSummaryPagedItems,
)
from ..model.update_task_request import UpdateTaskRequest as UpdateTaskRequest
from ..model.update_task_version_request import UpdateTaskVersionRequest as UpdateTaskVersionRequest

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
