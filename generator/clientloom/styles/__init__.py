"""Styles: the surfaces that generated packages can have. A style is a value; one module each."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from clientloom.styles.base import Style

_STYLES = ("native", "prior", "legacy", "nextgen", "waylay")


def style_names() -> tuple[str, ...]:
    """The names that a client's `style` may have."""
    return _STYLES


def find_style(name: str) -> Style:
    """The style of a name that `style_names` lists."""
    return cast("Style", import_module(f"clientloom.styles.{name}").STYLE)
