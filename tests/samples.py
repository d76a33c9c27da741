"""Small documents as client packages: generated in memory, put where Python finds them, called.

    with installed("statuses", "prior", tmp_path) as sample, Judge(sample.document) as judge:
        sample.call(sample.client(judge.url), sample.methods["GET", "/jobs"][0])

What a method is called, and what its arguments are called, is read from the generated module: from the wire names
that it passes on. So a test needs no rules for names, and a wrong name on the wire still fails before the judge.
"""

from __future__ import annotations

import ast
import base64
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

from clientloom.config import Client
from clientloom.pipeline import generate
from judge import Arguments, Document, Operation, Received, load
from waylay.sdk import ApiClient, NoCredentials, WaylayConfig

FOLDER = Path(__file__).parent / "features"
PACKAGE = "sample"
DISTRIBUTION = "sample-sdk"

# OpenAPI 3.0.3, Parameter Object: a header parameter of these names is ignored.
IGNORED = frozenset({"accept", "content-type", "authorization"})
CREDENTIALS = {"username": "user", "password": "secret", "access_token": "token"}

_PLACES = {"Path": "path", "Query": "query", "Header": "header", "Cookie": "cookie"}
_BODIES = frozenset({"Content", "Form", "Json", "JsonLines", "Multipart", "Xml"})
_DULL = frozenset({"host", "connection", "accept-encoding", "user-agent", "content-length"})


def feature_names() -> list[str]:
    """All documents of the folder."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


@lru_cache(maxsize=8)
def tree_of(feature: str, style: str) -> Mapping[str, str]:
    """The files of the package for a document, by their path; without the folder of its distribution."""
    client = Client(
        name=feature,
        spec=FOLDER / f"{feature}.yaml",
        style=style,
        package=PACKAGE,
        distribution=DISTRIBUTION,
        version="1.0.0",
    )
    return {path.removeprefix(f"{DISTRIBUTION}/"): text for path, text in generate(client).items()}


def installed_path(path: str) -> str:
    """Where pip would put a file; a style may have a distribution of its own for types, for the same package."""
    return path.removeprefix(f"{DISTRIBUTION}-types/")


@dataclass(frozen=True)
class Method:
    """A generated method: where it is, and the Python names of its arguments.

    parameters  by location and wire name
    body        None where there is none
    """

    module: str
    class_name: str
    name: str
    parameters: Mapping[tuple[str, str], str] = field(hash=False)
    body: str | None


def methods_of(tree: Mapping[str, str]) -> dict[tuple[str, str], list[Method]]:
    """The generated methods by HTTP method and path; several for an operation with several tags."""
    found: dict[tuple[str, str], list[Method]] = {}
    for path, text in tree.items():
        if not re.fullmatch(rf"{PACKAGE}/api/(?!__init__)\w+\.py", path):
            continue
        for owner in ast.parse(text).body:
            for function in owner.body if isinstance(owner, ast.ClassDef) else ():
                if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                    last = function.body[-1]
                    if isinstance(last, ast.Return) and _is_call(last.value):
                        assert isinstance(owner, ast.ClassDef)
                        assert last.value is not None
                        key, method = _method(
                            Path(path).stem, owner.name, function.name, last.value
                        )
                        found.setdefault(key, []).append(method)
    return found


def _is_call(returned: ast.expr | None) -> bool:
    """Whether a method makes a call, as opposed to those that are made of others."""
    call = returned.value if isinstance(returned, ast.Await) else returned
    return isinstance(call, ast.Call) and ast.unparse(call.func) in ("self.api_client.call", "call")


def _method(
    module: str, owner: str, name: str, returned: ast.expr
) -> tuple[tuple[str, str], Method]:
    """Read `return self.api_client.call(...)`, or `return await call(self.api_client, ...)`."""
    call = returned.value if isinstance(returned, ast.Await) else returned
    assert isinstance(call, ast.Call)
    verb, path, *arguments = call.args[1:] if isinstance(returned, ast.Await) else call.args
    parameters: dict[tuple[str, str], str] = {}
    body: str | None = None
    for argument in arguments:
        assert isinstance(argument, ast.Call)
        kind = ast.unparse(argument.func)
        if kind in _BODIES:
            body = ast.unparse(argument.args[0])
        elif len(argument.args) > 1:
            wire = str(ast.literal_eval(argument.args[0]))
            parameters[_PLACES[kind], wire] = ast.unparse(argument.args[1])
    keywords = [k.arg for k in call.keywords]
    body = body or next((k for k in keywords if k in ("json", "content", "data")), None)
    key = (str(ast.literal_eval(verb)), str(ast.literal_eval(path)))
    return key, Method(module, owner, name, parameters, body)


@dataclass(frozen=True)
class Sample:
    """A generated package that can be imported."""

    feature: str
    style: str
    folder: Path

    @property
    def tree(self) -> Mapping[str, str]:
        return tree_of(self.feature, self.style)

    @cached_property
    def document(self) -> Document:
        return load(FOLDER / f"{self.feature}.yaml")

    @cached_property
    def methods(self) -> dict[tuple[str, str], list[Method]]:
        return methods_of(self.tree)

    @property
    def modules(self) -> list[str]:
        """The names of all modules, the runtime's among them."""
        return [
            installed_path(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            for path in self.tree
            if path.endswith(".py")
        ]

    def module(self, name: str) -> Any:
        """A module of the package."""
        return import_module(f"{PACKAGE}.{name}")

    @property
    def is_plugin(self) -> bool:
        """Whether the package is called by the client of another distribution."""
        return f"{PACKAGE}/service/__init__.py" in self.tree

    @property
    def models(self) -> Any:
        """The package with all models."""
        return self.module("models")

    def calls(self) -> Iterator[tuple[Operation, Method]]:
        """All operations, each with its methods, in the order of the document."""
        for operation in self.document.operations:
            for method in self.methods[operation.method, operation.path]:
                yield operation, method

    def configuration(self, host: str | None = None) -> Any:
        """A configuration with credentials for every scheme."""
        schemes = self.document.root.get("components", {}).get("securitySchemes", {})
        keys = {name: f"{name} key" for name, node in schemes.items() if node["type"] == "apiKey"}
        return import_module(PACKAGE).Configuration(host=host, api_key=keys, **CREDENTIALS)

    def client(self, host: str, prefix: str = "") -> Any:
        """A client, or with the prefix "Async" an asynchronous one."""
        if self.is_plugin:
            return ApiClient(WaylayConfig(NoCredentials(gateway_url=host)), {"auth": None})
        return getattr(import_module(PACKAGE), f"{prefix}ApiClient")(self.configuration(host))

    def bound(self, client: Any, method: Method, prefix: str = "") -> Any:
        """A method of an API object."""
        api = getattr(self.module(f"api.{method.module}"), f"{prefix}{method.class_name}")
        return getattr(api(client), method.name)


def plugin_arguments(operation: Operation, method: Method, given: Arguments) -> dict[str, Any]:
    """The arguments of a method of a plugin, which takes all but path and body by their wire names."""
    named: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {"query": {}, "header": {}, "cookie": {}}
    for parameter, value in zip(operation.parameters, given.parameters.values(), strict=True):
        if parameter["in"] == "path":
            named[method.parameters["path", parameter["name"]]] = value
        else:
            groups[parameter["in"]][parameter["name"]] = value
    if groups["query"]:
        named["query"] = groups["query"]
    for place in ("header", "cookie"):
        if groups[place]:
            named[f"{place}s"] = {
                k: v if isinstance(v, str) else json.dumps(v) for k, v in groups[place].items()
            }
    if given.media_type is not None:
        assert method.body is not None
        named[method.body] = given.body
    return named


def named(
    operation: Operation, method: Method, given: Arguments, *, optional: bool
) -> dict[str, Any]:
    """The arguments of a method by their Python names."""
    declared = [p for p in operation.parameters if optional or p.get("required")]
    found = {
        method.parameters[parameter["in"], parameter["name"]]: value
        for parameter, value in zip(declared, given.parameters.values(), strict=True)
        if not (parameter["in"] == "header" and parameter["name"].lower() in IGNORED)
    }
    if given.media_type is not None:
        assert method.body is not None
        found[method.body] = given.body
    return found


@contextmanager
def installed(feature: str, style: str, folder: Path) -> Iterator[Sample]:
    """Write a package to a folder, and let Python find it there; nobody knows it afterwards."""
    _write(tree_of(feature, style), folder)
    sys.path.insert(0, str(folder))
    invalidate_caches()
    try:
        yield Sample(feature, style, folder)
    finally:
        sys.path.remove(str(folder))
        for name in [n for n in sys.modules if n == PACKAGE or n.startswith(f"{PACKAGE}.")]:
            del sys.modules[name]


def _write(tree: Mapping[str, str], folder: Path) -> None:
    """Write files. Copies of the runtime are one folder with many names, so that it is compiled once."""
    runtime = {path: text for path, text in tree.items() if "/_runtime/" in path}
    digest = sha256("\0".join([*runtime, *runtime.values()]).encode()).hexdigest()
    shared = folder.parent / f"runtime-{digest[:16]}"
    for path, text in tree.items():
        file = folder / installed_path(path)
        if path not in runtime:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            continue
        if not file.parent.exists():
            shared.mkdir(exist_ok=True)
            file.parent.parent.mkdir(parents=True, exist_ok=True)
            file.parent.symlink_to(shared, target_is_directory=True)
        if not file.exists():
            file.write_text(text, encoding="utf-8")


def transcript(received: Received) -> str:
    """A request as a text to review: the request line, the headers that mean something, the body."""
    lines = [f"{received.method} {received.target}"]
    headers = sorted((name.lower(), value) for name, value in received.headers)
    boundary = ""
    for name, value in headers:
        if name == "content-type" and (marked := re.search("boundary=(.+)", value)):
            boundary = marked[1]
        if name == "authorization" and value.startswith("Basic "):
            value = f"Basic {base64.b64decode(value[6:]).decode()!r}"
        if name not in _DULL:
            lines.append(f"    {name}: {value}")
    text = received.body.decode("utf-8", "backslashreplace")
    if received.body and "json" in (received.header("Content-Type") or ""):
        text = json.dumps(json.loads(text), indent=2, ensure_ascii=False, sort_keys=True)
    lines += ["    " + line for line in text.splitlines()]
    text = "\n".join(lines)
    return text.replace(boundary, "BOUNDARY") if boundary else text
