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
    Configuration .configuration
    OpenApiException .exceptions
    """,
    distribution="ica-sdk",
)
