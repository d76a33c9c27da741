"""Jobs to files: templates are filled, the result is checked, and laid out.

A file whose job is the one of an earlier run is taken from the cache. A template sees values that the plan finished.
Text of a document can enter a Python file as a literal, a docstring or a comment only, through the filters of
`clientloom.escape`; and because no rule is better than a check, every module is parsed, and what it
defines and calls is compared with what its plan and its template say.
"""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from clientloom.cache import Cache, cache_folder, key
from clientloom.errors import ClientloomError, Problem
from clientloom.escape import comment, docstring, literal, markdown, prose
from clientloom.formatting import LAYOUT, Layout, format_all, parameter
from clientloom.lock import SHAPING, generator_digest, installed_version, templates_digest
from clientloom.paths import templates_root
from clientloom.plan import Job
from clientloom.skeleton import defined_names, foreign_calls
from clientloom.surface import is_public, surface, surface_lines

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of one file, and what it adds to the public surface."""

    text: str
    surface: tuple[str, ...] = ()


def render_all(
    jobs: Sequence[Job], layout: Layout | None = None, store: Cache | None = None
) -> dict[str, str]:
    """Fill, check and lay out every file.

    :param store: what earlier runs made; the user's own unless another one is given
    :raises ClientloomError: if two files have one path, or text of a document became more than text
    """
    by_path: dict[str, Job] = {}
    for job in jobs:
        if job.path in by_path:
            message = f"two parts of the document lead to one file, {job.path}."
            raise ClientloomError(
                Problem(message, hint="Pin another name for one of them (x-clientloom-name).")
            )
        by_path[job.path] = job
    files = _files(by_path, layout or LAYOUT, store or Cache(cache_folder()))
    tree = {path: file.text for path, file in files.items()}
    for distribution in sorted({path.partition("/")[0] for path in files}):
        own = (f for path, f in files.items() if path.startswith(f"{distribution}/"))
        tree[f"{distribution}/API.txt"] = surface(line for file in own for line in file.surface)
    return dict(sorted(tree.items()))


def _files(jobs: Mapping[str, Job], layout: Layout, store: Cache) -> dict[str, Rendered]:
    """Every file, from the cache where its job is known there."""
    made_by = key(
        generator_digest(),
        templates_digest(),
        *map(installed_version, SHAPING),
        layout.version,
        repr(layout),
    )
    keys = {path: _key(made_by, job) for path, job in jobs.items()}
    known = store.get(each for each in keys.values() if each)
    files = {path: _unpacked(known[each]) for path, each in keys.items() if each in known}
    fresh = {path: render(job, layout) for path, job in jobs.items() if path not in files}
    texts = {path: fresh[path].text for path in fresh if jobs[path].context and _is_python(path)}
    laid_out = format_all(texts, layout, store)
    fresh |= {path: Rendered(text, fresh[path].surface) for path, text in laid_out.items()}
    store.put({keys[path]: _packed(file) for path, file in fresh.items() if keys[path]})
    return files | fresh


def render(job: Job, layout: Layout = LAYOUT) -> Rendered:
    """One file, not yet laid out."""
    if job.context is None:
        text = (templates_root() / job.template).read_text(encoding="utf-8")
        module = ast.parse(text) if is_public(job.path) else None
    else:
        values = {f.name: getattr(job.context, f.name) for f in dataclasses.fields(job.context)}
        text = _environment(layout.line_length).get_template(job.template).render(values)
        module = _checked(job, text) if _is_python(job.path) else None
    if module is None or not is_public(job.path):
        return Rendered(text)
    return Rendered(text, tuple(surface_lines(job.path, module)))


def _is_python(path: str) -> bool:
    return path.endswith((".py", ".pyi"))


def _key(made_by: str, job: Job) -> str:
    """A key for what a job becomes; empty for what is only copied."""
    if job.context is None:
        return ""
    context = json.dumps(job.context, default=_fields, ensure_ascii=False)
    return key("rendered", made_by, job.path, job.template, context)


def _fields(value: object) -> list[Any]:
    """A part of a context as values that JSON can express."""
    kind: Any = type(value)
    return [kind.__name__, *_getter(kind)(value)]


@cache
def _getter(of: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [each.name for each in dataclasses.fields(of)]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    return attrgetter(*names)


def _packed(file: Rendered) -> str:
    return "\0".join([file.text, *file.surface])


def _unpacked(packed: str) -> Rendered:
    text, *lines = packed.split("\0")
    return Rendered(text, tuple(lines))


def _checked(job: Job, text: str) -> ast.Module:
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
    return module


@cache
def _source(template: str) -> str:
    """The text of a template, and of those whose macros it uses."""
    text = (templates_root() / template).read_text(encoding="utf-8")
    return text + "".join(map(_source, re.findall(r'\{% from "(.+?)" import', text)))


@cache
def _environment(width: int) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(templates_root()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # nothing here is HTML; what is a document's text passes a filter, and tests see to it
    )

    def fitted(source: str, indent: int) -> str:
        return parameter(source, indent, width)

    filters: dict[str, Any] = {
        "comment": comment,
        "docstring": docstring,
        "literal": literal,
        "md": markdown,
        "parameter": fitted,
        "prose": prose,
    }
    environment.filters.update(filters)
    return environment
