# Made by clientloom from features/statuses.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Answers with several statuses."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncApiClient .api_client
    AsyncJobsApi .api.jobs_api
    Configuration .configuration
    Job .models.job
    JobsApi .api.jobs_api
    OpenApiException .exceptions
    Problem .models.problem
    Ticket .models.ticket
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="sample-sdk",
)
