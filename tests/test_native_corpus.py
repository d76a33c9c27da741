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


_OWN_EXAMPLES = "examples of the document are no values of its schemas"
#: The documents that no judge holds requests against: of those only the method and the path are looked at.
UNJUDGED = {
    **dict.fromkeys(("01", "02", "03", "04", "05", "06"), "the judge reads OpenAPI 3"),
    **dict.fromkeys(("09", "26"), "the judge reads documents in one file"),
    **dict.fromkeys(("19", "20", "21", "35"), _OWN_EXAMPLES),
    **dict.fromkeys(("16", "36"), "it has paths with a fragment, which is never sent"),
    "10": "it has schemas that the specification does not allow",
    "22": "it has patterns that no text matches: between slashes, as JavaScript writes them",
    "40": "it has methods that the judge does not know",
}
#: What is said of requests with all arguments where a schema wants one or the other; and of forms, which cannot say
#: that an object is there and empty.
EXCUSED = (
    "/code-scanning/codeql/variant-analyses: body: ",
    "/projectsV2/1/items: body: ",
    "body: field 'shipping': $: 'address' is a required property",
    "body: field 'shipping_details': $: 'address' is a required property",
    "POST /v1/billing_portal/configurations: body: $: ",
)


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
        if name_of(document).startswith(tuple(UNJUDGED)):
            call_everything(package, scope_of(found), None)
            return
        judge = Judge(document)
        judge.answer_always()  # as the document declares, whatever is wrong with the request
        call_everything(package, scope_of(found), judge)
        assert [p for p in judge.problems if not any(each in p for each in EXCUSED)] == []


def answered(judge: Judge | None, request: httpx2.Request) -> httpx2.Response:
    """What a judge answers to a request, whatever server it is for: the servers of real documents are not asked."""
    if judge is None:
        return httpx2.Response(204)
    target = request.url.raw_path.decode()
    headers = [(name, value) for name, value in request.headers.multi_items()]
    raw, _ = judge.handle(Received(request.method, target, headers, request.read()))
    head, _, body = raw.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    pairs = [(name, value) for name, _, value in (line.partition(": ") for line in lines)]
    return httpx2.Response(int(status.split()[1]), headers=pairs, content=body)


def call_everything(package: Package, scope: Scope, judge: Judge | None) -> None:
    """Call each method with all arguments."""
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return answered(judge, request)

    base = judge.document.base if judge else ""
    with httpx2.Client(transport=httpx2.MockTransport(answer)) as own:
        client = package.client(f"https://api.test{base}", http_client=own)
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
            raw = sent[-1].url.raw_path.decode().partition("?")[0]
            assert re.search(f"{pattern}$", raw), (raw, path)
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
