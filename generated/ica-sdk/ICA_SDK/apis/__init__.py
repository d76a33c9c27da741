# Made by clientloom from specs/ica.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncTaskVersionsApi ..api.task_versions_api
    AsyncTasksApi ..api.tasks_api
    TaskVersionsApi ..api.task_versions_api
    TasksApi ..api.tasks_api
    """,
)
