# Made by clientloom from specs/astronomer_core.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncTaskApi .task_api
    TaskApi .task_api
    """,
)
