# Made by clientloom from specs/ica.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncTaskVersionsApi .task_versions_api
    AsyncTasksApi .tasks_api
    TaskVersionsApi .task_versions_api
    TasksApi .tasks_api
    """,
)
