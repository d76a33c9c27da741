# Made by clientloom from features/statuses.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncJobsApi ..api.jobs_api
    JobsApi ..api.jobs_api
    """,
)
