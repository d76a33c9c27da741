"""Warnings of what is deprecated, at the line of the program that uses it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")

_PACKAGE = __file__.removesuffix("deprecation.py").rstrip("/\\").removesuffix("_runtime")


def warn(message: str) -> None:
    """Warn at the nearest line outside of this package."""
    # The steps of an import are frames too, which `stacklevel` does not count.
    frame, level = sys._getframe(1), 2  # pyright: ignore[reportPrivateUsage]
    while frame.f_back is not None and frame.f_code.co_filename.startswith((_PACKAGE, "<frozen")):
        frame = frame.f_back
        level += not frame.f_code.co_filename.startswith("<frozen")
    warnings.warn(message, DeprecationWarning, stacklevel=level)


def warn_renamed(earlier: str, now: str) -> None:
    """Warn of an earlier name."""
    warn(f"{earlier} is deprecated: it is {now} now")


def renamed_arguments(**names: str) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Return a decorator for a method whose arguments have earlier names too, by which they can be given.

    names: the name of today, by the earlier one
    """

    def decorate(method: Callable[..., T]) -> Callable[..., T]:
        @wraps(method)
        def call(*arguments: Any, **keywords: Any) -> T:
            for earlier in names.keys() & keywords.keys():
                now = names[earlier]
                if now in keywords:
                    raise TypeError(f"`{earlier}` is an earlier name of `{now}`: give one of them")
                warn_renamed(f"the argument `{earlier}`", f"`{now}`")
                keywords[now] = keywords.pop(earlier)
            return method(*arguments, **keywords)

        return call

    return decorate
