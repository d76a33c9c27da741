# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..api.jobs_api import AsyncJobsApi as AsyncJobsApi
from ..api.jobs_api import JobsApi as JobsApi

__all__ = [
    "AsyncJobsApi",
    "JobsApi",
]
