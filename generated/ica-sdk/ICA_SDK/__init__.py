# Made by clientloom from specs/ica.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Illumina Connected Analytics."""

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
    AsyncPager ._runtime.pagers
    Configuration .configuration
    OpenApiException .exceptions
    Page ._runtime.pagers
    Pager ._runtime.pagers
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="ica-sdk",
)
