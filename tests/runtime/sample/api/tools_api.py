"""Tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime.call import Content, Cookie, Form, Multipart
from .._runtime.operations import awaitable, with_api_response
from ..api_client import ApiClient, AsyncApiClient

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import NextgenOptions as CallOptions


class ToolsApi:
    """Tools, called and waited for."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_tool(self, session: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Delete a tool."""
        return self.api_client.call(
            "DELETE",
            "/tools",
            Cookie("session", session, str),
            returns=None,
            options=options,
        )

    delete_tool_with_http_info = with_api_response(delete_tool)

    def upload(self, file: bytes, **options: Unpack[CallOptions]) -> bytes:
        """Send bytes."""
        return self.api_client.call(
            "PUT",
            "/tools/file",
            Content(file, "application/octet-stream"),
            returns=bytes,
            accept="application/octet-stream",
            options=options,
        )

    upload_with_http_info = with_api_response(upload)

    def login(
        self, data: dict[str, Any], **options: Unpack[CallOptions]
    ) -> models.TaskSpecification:
        """Send a form."""
        return self.api_client.call(
            "POST",
            "/tools/login",
            Form(data, dict[str, Any]),
            returns=models.TaskSpecification,
            options=options,
        )

    login_with_http_info = with_api_response(login)

    def attach(self, data: dict[str, Any], **options: Unpack[CallOptions]) -> dict[str, Any]:
        """Send files."""
        return self.api_client.call(
            "POST",
            "/tools/files",
            Multipart(data, dict[str, Any]),
            returns=dict[str, Any],
            options=options,
        )

    attach_with_http_info = with_api_response(attach)


class AsyncToolsApi:
    """Tools, awaited."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    delete_tool = awaitable(ToolsApi.delete_tool)
    delete_tool_with_http_info = awaitable(ToolsApi.delete_tool_with_http_info)
    upload = awaitable(ToolsApi.upload)
    login = awaitable(ToolsApi.login)
    attach = awaitable(ToolsApi.attach)
