# Made by clientloom from specs/ica.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .task_versions_api import AsyncTaskVersionsApi as AsyncTaskVersionsApi
from .tasks_api import AsyncTasksApi as AsyncTasksApi
from .task_versions_api import TaskVersionsApi as TaskVersionsApi
from .tasks_api import TasksApi as TasksApi

__all__ = [
    "AsyncTaskVersionsApi",
    "AsyncTasksApi",
    "TaskVersionsApi",
    "TasksApi",
]
