# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .jobs import AsyncJobs as AsyncJobs
from .jobs import Jobs as Jobs

__all__ = [
    "AsyncJobs",
    "Jobs",
]
