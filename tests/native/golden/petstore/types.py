# Made by clientloom from native/petstore.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""Types that arguments and results have, for annotations."""

from ._runtime.native import (
    AsyncPager,
    ContentTypes,
    FileTypes,
    Omit,
    Page,
    Pager,
    RawResponse,
    RequestOptions,
    Timeout,
)

__all__ = [
    "AsyncPager",
    "ContentTypes",
    "FileTypes",
    "Omit",
    "Page",
    "Pager",
    "RawResponse",
    "RequestOptions",
    "Timeout",
]
