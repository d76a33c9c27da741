# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .task_api import AsyncTaskApi as AsyncTaskApi
from .task_api import TaskApi as TaskApi

__all__ = [
    "AsyncTaskApi",
    "TaskApi",
]
