# Made by clientloom from specs/waylay_rules.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .tasks_api import TasksApi as TasksApi

__all__ = [
    "TasksApi",
]
