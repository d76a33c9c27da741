"""Where the templates are: inside the installed package, or beside the sources."""

from __future__ import annotations

from pathlib import Path


def templates_root() -> Path:
    """The folder with the templates."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"
