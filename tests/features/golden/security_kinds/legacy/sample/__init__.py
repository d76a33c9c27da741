# Made by clientloom from features/security_kinds.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Security schemes."""

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
    AsyncSecurityApi .api.security_api
    Configuration .configuration
    OpenApiException .exceptions
    SecurityApi .api.security_api
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="sample-sdk",
)
