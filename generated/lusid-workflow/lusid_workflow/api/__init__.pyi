# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .tasks_api import AsyncTasksApi as AsyncTasksApi
from .tasks_api import TasksApi as TasksApi

__all__ = [
    "AsyncTasksApi",
    "TasksApi",
]
