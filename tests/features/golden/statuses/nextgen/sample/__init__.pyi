# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from ._runtime.operations import ApiResponse as ApiResponse
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from .api.jobs_api import AsyncJobsApi as AsyncJobsApi
from .configuration import Configuration as Configuration
from .models.job import Job as Job
from .api.jobs_api import JobsApi as JobsApi
from .exceptions import OpenApiException as OpenApiException
from .models.problem import Problem as Problem
from .models.ticket import Ticket as Ticket
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiResponse",
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "AsyncJobsApi",
    "Configuration",
    "Job",
    "JobsApi",
    "OpenApiException",
    "Problem",
    "Ticket",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
