# Made by clientloom from native/petstore.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Petstore."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    APIConnectionError .errors
    APIError .errors
    APIResponseValidationError .errors
    APIStatusError .errors
    APITimeoutError .errors
    AsyncClient ._client
    AsyncPager ._runtime.paging
    AuthenticationError .errors
    BadRequestError .errors
    Client ._client
    ConflictError .errors
    InternalServerError .errors
    NotFoundError .errors
    Omit ._runtime.arguments
    Page ._runtime.paging
    Pager ._runtime.paging
    PermissionDeniedError .errors
    RateLimitError .errors
    RawResponse ._runtime.native
    Retry ._runtime.native
    UnprocessableEntityError .errors
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    errors .
    models .
    omit ._runtime.arguments
    types .
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="petstore-sdk",
)
