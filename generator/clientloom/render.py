"""Jobs to files: templates are filled, the result is checked, and formatted.

A template sees values that the plan finished. Text of a document can enter a Python file as a literal, a docstring or
a comment only, through the filters of `clientloom.escape`; and because no rule is better than a check, every module is
parsed, and what it defines and calls is compared with what its plan and its template say.
"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import black
from black.mode import TargetVersion
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clientloom.errors import ClientloomError, Problem
from clientloom.escape import LINE_LENGTH, comment, docstring, literal, markdown, prose
from clientloom.paths import templates_root
from clientloom.plan import Job
from clientloom.skeleton import defined_names, foreign_calls
from clientloom.surface import surface


def render_all(jobs: Sequence[Job]) -> dict[str, str]:
    """Fill, check and format every file.

    :raises ClientloomError: if two files have one path, or text of a document became more than text
    """
    tree: dict[str, str] = {}
    for job in jobs:
        if job.path in tree:
            message = f"two parts of the document lead to one file, {job.path}."
            raise ClientloomError(
                Problem(message, hint="Pin another name for one of them (x-clientloom-name).")
            )
        tree[job.path] = render(job)
    for distribution in sorted({path.partition("/")[0] for path in tree}):
        files = {path: text for path, text in tree.items() if path.startswith(f"{distribution}/")}
        tree[f"{distribution}/API.txt"] = surface(files)
    return dict(sorted(tree.items()))


def render(job: Job) -> str:
    """The text of one file."""
    if job.context is None:
        return (templates_root() / job.template).read_text(encoding="utf-8")
    values = {f.name: getattr(job.context, f.name) for f in dataclasses.fields(job.context)}
    text = _environment().get_template(job.template).render(values)
    if not job.path.endswith((".py", ".pyi")):
        return text
    _check(job, text)
    return black.format_str(text, mode=_MODE_STUB if job.path.endswith(".pyi") else _MODE)


_MODE = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
_MODE_STUB = dataclasses.replace(_MODE, is_pyi=True)


def _check(job: Job, text: str) -> None:
    try:
        module = ast.parse(text)
    except SyntaxError as error:
        raise ClientloomError(
            Problem(f"{job.path} would not be Python: {error.msg} (line {error.lineno}).")
        ) from error
    planned: list[str] | None = getattr(job.context, "defines", None)
    if planned is not None and defined_names(module) != planned:
        raise ClientloomError(Problem(f"{job.path} would define other names than planned."))
    calls: frozenset[str] = getattr(job.context, "calls", frozenset())
    if foreign := foreign_calls(module, _source(job.template), calls):
        raise ClientloomError(Problem(f"{job.path} would call {foreign[0]}, which is not planned."))


@cache
def _source(template: str) -> str:
    """The text of a template, and of those whose macros it uses."""
    text = (templates_root() / template).read_text(encoding="utf-8")
    return text + "".join(map(_source, re.findall(r'\{% from "(.+?)" import', text)))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates_root()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # nothing here is HTML; what is a document's text passes a filter, and tests see to it
    )
    filters: Mapping[str, Callable[..., str]] = {
        "comment": comment,
        "docstring": docstring,
        "literal": literal,
        "md": markdown,
        "prose": prose,
    }
    environment.filters.update(filters)
    return environment
