# Made by clientloom from features/inline_objects.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""The exceptions, where scripts import them from."""

from ._runtime.exceptions import (
    ApiAttributeError,
    ApiConnectionException,
    ApiDecodeException,
    ApiException,
    ApiKeyError,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
    OpenApiException,
    ServiceException,
    TokenException,
    UnauthorizedException,
    UnprocessableEntityException,
)

__all__ = [
    "ApiAttributeError",
    "ApiConnectionException",
    "ApiDecodeException",
    "ApiException",
    "ApiKeyError",
    "ApiTimeoutException",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestException",
    "ConflictException",
    "ForbiddenException",
    "NotFoundException",
    "OpenApiException",
    "ServiceException",
    "TokenException",
    "UnauthorizedException",
    "UnprocessableEntityException",
]
