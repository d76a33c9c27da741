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
    AsyncPager ._runtime.pagers
    AsyncStream ._runtime.streaming
    AsyncStreamingResponse ._runtime.downloads
    AuthenticationError .errors
    BadGatewayError .errors
    BadRequestError .errors
    Client ._client
    ConflictError .errors
    ContentTooLargeError .errors
    GatewayTimeoutError .errors
    GoneError .errors
    InternalServerError .errors
    MethodNotAllowedError .errors
    NotFoundError .errors
    Omit ._runtime.arguments
    Page ._runtime.pagers
    Pager ._runtime.pagers
    PermissionDeniedError .errors
    PreconditionFailedError .errors
    RateLimitError .errors
    RawResponse ._runtime.native
    RequestTimeoutError .errors
    Retry ._runtime.native
    ServerSentEvent ._runtime.events
    ServiceUnavailableError .errors
    Stream ._runtime.streaming
    StreamingResponse ._runtime.downloads
    TokenError .errors
    UnprocessableEntityError .errors
    UnsupportedMediaTypeError .errors
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    auth .
    errors .
    models .
    omit ._runtime.arguments
    types .
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="petstore-sdk",
)
