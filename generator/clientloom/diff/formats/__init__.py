"""How a report is printed: one module for each format, all of them pure functions of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from clientloom.diff.formats.data import as_json
from clientloom.diff.formats.github import as_github
from clientloom.diff.formats.gitlab import as_gitlab
from clientloom.diff.formats.html import as_html
from clientloom.diff.formats.markdown import as_markdown
from clientloom.diff.formats.text import as_text
from clientloom.diff.report import Report

FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
    "html": as_html,
}
