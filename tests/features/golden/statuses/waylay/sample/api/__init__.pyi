# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .jobs_api import JobsApi as JobsApi

__all__ = [
    "JobsApi",
]
