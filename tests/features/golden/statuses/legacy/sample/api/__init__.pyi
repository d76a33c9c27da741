# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .jobs_api import AsyncJobsApi as AsyncJobsApi
from .jobs_api import JobsApi as JobsApi

__all__ = [
    "AsyncJobsApi",
    "JobsApi",
]
