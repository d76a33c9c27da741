"""Warnings of what is deprecated, at the line of the program that uses it."""

from __future__ import annotations

import sys
import warnings
from typing import TypeVar

from .values import omit

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


def renamed_argument(value: T, earlier: T, names: tuple[str, str]) -> T:
    """Return the value of an argument, which may have been given by its earlier name.

    names: the earlier name, and that of today
    """
    if earlier is omit or (earlier is None and value is not omit):
        return value
    warn_renamed(f"the argument `{names[0]}`", f"`{names[1]}`")
    return earlier
