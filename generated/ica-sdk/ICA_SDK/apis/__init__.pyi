# Made by clientloom from specs/ica.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..api.task_versions_api import AsyncTaskVersionsApi as AsyncTaskVersionsApi
from ..api.tasks_api import AsyncTasksApi as AsyncTasksApi
from ..api.task_versions_api import TaskVersionsApi as TaskVersionsApi
from ..api.tasks_api import TasksApi as TasksApi

__all__ = [
    "AsyncTaskVersionsApi",
    "AsyncTasksApi",
    "TaskVersionsApi",
    "TasksApi",
]
