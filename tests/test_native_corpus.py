"""Real documents in the style `native`: everything is generated, imported, built, and each operation called.

A judge holds the requests against the document, and answers with what the document declares, which the package reads.
A sample of them, within the time of a test run; all of them with CLIENTLOOM_CORPUS=all (`make corpus`).
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from clientloom.api import NO_LIMITS, Body, Parameter
from clientloom.config import Client
from clientloom.document import load
from clientloom.formatting import Layout
from clientloom.parse import parse
from clientloom.plan import plan, scope_of, styled
from clientloom.plan.examples import example
from clientloom.plan.media import body_type, without_null
from clientloom.plan.native_arguments import Argument, chosen_media
from clientloom.plan.native_methods import Method, resource_methods
from clientloom.plan.native_names import Resource, resources
from clientloom.plan.scope import Scope
from clientloom.render import render_all
from corpus import ALL, documents, large, name_of
from judge import Judge, Received
from own import Package, installed
from pydantic import BaseModel

SAMPLE = (
    "05",
    "07",
    "08",
    "12",
    "13",
    "14",
    "17",
    "25",
    "27",
    "29",
    "30",
    "32",
    "33",
    "38",
    "39",
    "40",
)


_SWAGGER = "the judge reads OpenAPI 3"
_FILES = "the judge reads documents in one file"
_OWN_EXAMPLES = "examples of the document are no values of its schemas"
#: The documents that no judge holds requests against: of those only the method and the path are looked at.
UNJUDGED = {
    **dict.fromkeys(("01", "02", "03", "04", "05", "06"), _SWAGGER),
    **dict.fromkeys(("09", "26"), _FILES),
    **dict.fromkeys(("19", "20", "21", "35"), _OWN_EXAMPLES),
    "10": "it has schemas that the specification does not allow",
    **dict.fromkeys(("16", "36"), "it has paths with a fragment, which is never sent"),
    "22": "it has Content-Length as a parameter, which no example gets right",
    "24": "its operations have a server of their own",
    "40": "it has methods that Python's server does not take",
    "gi": "it would take the judge too long",
    "st": "it would take the judge too long",
}


def tried() -> list[Path]:
    """All documents with those of GitHub and Stripe, or the sample."""
    if ALL:
        return [*documents(), *large()]
    return [path for path in documents() if name_of(path).startswith(SAMPLE)]


@pytest.mark.skipif(not documents(), reason="the corpus of documents is not here")
@pytest.mark.parametrize("document", tried(), ids=name_of)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_each_operation_of_a_real_document_is_callable(document: Path, tmp_path: Path) -> None:
    api = parse(load(document))
    client = Client("real", document, "native", "real_api", "real-api", "1.0.0", tmp_path)
    found = styled(api, client)
    files = render_all(plan(found), Layout("ruff"))
    tree = {path.partition("/")[2]: text for path, text in files.items()}
    with installed(tree, "real_api", tmp_path) as package:
        modules = [importlib.import_module(name) for name in package.modules]
        for cls in {v for m in modules for v in vars(m).values() if inspect.isclass(v)}:
            if issubclass(cls, BaseModel) and cls.__module__.startswith("real_api.models"):
                cls.model_rebuild()
        if name_of(document)[:2] in UNJUDGED:
            call_recorded(package, scope_of(found))
        else:
            call_judged(package, scope_of(found), Judge(document))


def call_judged(package: Package, scope: Scope, judge: Judge) -> None:
    with judge, package.client(judge.url) as client:
        call_everything(client, scope, judge.requests)
    judge.check()


def call_recorded(package: Package, scope: Scope) -> None:
    sent: list[Received] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(Received(request.method, request.url.raw_path.decode(), [], b""))
        return httpx2.Response(204)

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own:
        call_everything(package.root.Client(http_client=own), scope, sent)


def call_everything(client: Any, scope: Scope, sent: list[Received]) -> None:
    """Call each method with all arguments; each call adds its request to those that were sent."""
    called = 0
    for resource, method in methods(scope):
        target: Any = client
        for attribute in filter(None, [*resource.path.split("."), method.name]):
            target = getattr(target, attribute)
        result = target(**{a.name: value(scope, a) for a in chosen(method)})
        if method.streaming is not None:
            result.close()
        called += 1
        assert len(sent) == called
        assert sent[-1].method == method.operation.method.upper()  # httpx2 knows capitals only
        path = method.operation.path.partition("#")[0]
        pattern = re.sub(r"\\\{.*?\\\}", "[^/]*", re.escape(path.partition("?")[0]))
        assert re.search(f"{pattern}$", sent[-1].path), (sent[-1].path, path)
    assert called >= len(scope.api.operations)


def methods(scope: Scope) -> Iterator[tuple[Resource, Method]]:
    root = resources(scope.api)
    for resource in (root, *root.descendants()):
        for method in resource_methods(scope, resource):
            yield resource, method


def chosen(method: Method) -> list[Argument]:
    """All arguments; the fields of a body instead of the whole."""
    found = [*method.positional, *method.keywords]
    return [a for a in found if not (method.fields and isinstance(a.source, Body))]


def value(scope: Scope, argument: Argument) -> Any:
    given = argument.source
    if argument.annotation.startswith(("FileTypes", "ContentTypes")):
        return b"content"
    if argument.annotation.startswith("Sequence[FileTypes"):
        return [b"one", b"two"]
    if isinstance(given, Body):
        media = chosen_media(given)
        if media is None or media.type is None:
            return {}
        return example(scope.api, body_type(media), NO_LIMITS, "body", media.example)
    made = example(
        scope.api, without_null(given.type), given.limits, given.name, given.example, given.default
    )
    # A value that no text can say is left out; in a path there must be one.
    empty = (
        isinstance(given, Parameter) and given.location_in == "path" and made in ("", None, [], {})
    )
    fillers: dict[str, Any] = {"": "x", "None": "x", "[]": ["x"], "{}": {"x": "y"}}
    return fillers[str(made)] if empty else made
