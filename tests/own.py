"""Packages of the style `native`: generated, put where Python finds them, and their methods found by wire names.

The methods are read from the generated modules, with the Python names of what they pass on. So a test needs no rules
for names, and a wrong name on the wire still fails before the judge.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

from clientloom.config import Client
from clientloom.pipeline import generate

_PLACES = {
    "Path": "path",
    "Query": "query",
    "QueryString": "querystring",
    "Header": "header",
    "Cookie": "cookie",
}
_BODIES = frozenset({"Json", "JsonLines", "Form", "Multipart", "Content", "Xml"})
# What every client takes; the others are secrets and parts of the address.
_SETTINGS = frozenset({"self", "options"})


def tree_of(spec: Path, package: str, style: str = "native") -> Mapping[str, str]:
    """The files of a package, by their path; without the folder of its distribution."""
    client = Client(
        name=package,
        spec=spec,
        style=style,
        package=package,
        distribution=f"{package}-sdk",
        version="1.0.0",
    )
    return {path.partition("/")[2]: text for path, text in generate(client).items()}


@dataclass(frozen=True)
class Method:
    """A generated method: where it is, and the Python names of its arguments, by location and wire name."""

    module: str
    class_name: str
    name: str
    parameters: Mapping[tuple[str, str], str]
    body: str | None
    fields: Mapping[str, str]
    kind: str = ""
    streams: bool = False


def methods_of(tree: Mapping[str, str]) -> dict[tuple[str, str], list[Method]]:
    """The methods by HTTP method and path; several for an operation with several tags."""
    found: dict[tuple[str, str], list[Method]] = {}
    for path, text in tree.items():
        if not re.fullmatch(r"[\w/]+/(resources/(?!__init__)\w+|_client)\.py", path):
            continue
        module = ".".join(path.removesuffix(".py").split("/")[1:])
        for owner in ast.parse(text).body:
            for function in owner.body if isinstance(owner, ast.ClassDef) else ():
                match function:
                    case ast.FunctionDef(
                        body=[
                            *_,
                            ast.Return(
                                ast.Call(
                                    ast.Attribute(attr="call" | "call_stream" | "paged")
                                ) as call
                            ),
                        ]
                    ):
                        assert isinstance(owner, ast.ClassDef)
                        key, method = _method(module, owner.name, function.name, call)
                        found.setdefault(key, []).append(method)
                    case _:
                        pass
    return found


def _method(module: str, owner: str, name: str, call: ast.Call) -> tuple[tuple[str, str], Method]:
    verb, path, *arguments = call.args
    parameters: dict[tuple[str, str], str] = {}
    body, kind, fields = None, "", {}
    for argument in arguments:
        assert isinstance(argument, ast.Call)
        made = ast.unparse(argument.func)
        if made == "Choice":  # the first way is the one that is taken
            argument = argument.args[1]
            assert isinstance(argument, ast.Call)
            made = ast.unparse(argument.func)
        if made in _BODIES:
            body, kind = ast.unparse(argument.args[0]), made
            given = next((k.value for k in argument.keywords if k.arg == "fields"), None)
            if isinstance(given, ast.Dict):
                pairs = zip(given.keys, given.values, strict=True)
                fields = {
                    str(ast.literal_eval(k)): ast.unparse(v) for k, v in pairs if k is not None
                }
        else:
            wire = str(ast.literal_eval(argument.args[0]))
            if isinstance(argument.args[1], ast.Name):  # what a method says itself is no argument
                parameters[_PLACES[made], wire] = ast.unparse(argument.args[1])
    key = (str(ast.literal_eval(verb)), str(ast.literal_eval(path)))
    streams = isinstance(call.func, ast.Attribute) and call.func.attr == "call_stream"
    return key, Method(module, owner, name, parameters, body, fields, kind, streams)


@dataclass(frozen=True)
class Package:
    """A generated package that can be imported."""

    name: str
    tree: Mapping[str, str]
    folder: Path

    @property
    def root(self) -> Any:
        """The package itself."""
        return import_module(self.name)

    @property
    def modules(self) -> list[str]:
        """The names of all modules."""
        return [
            path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            for path in self.tree
            if path.endswith(".py")
        ]

    @property
    def methods(self) -> dict[tuple[str, str], list[Method]]:
        return methods_of(self.tree)

    def secrets(self) -> dict[str, str]:
        """A value for each secret that the client takes."""
        names = inspect.signature(self.root.Client.__init__).parameters.keys() - _SETTINGS
        annotations = self.root.Client.__init__.__annotations__
        return {
            n: f"the {n}"
            for n in sorted(names)
            if "Secret" in annotations[n] or n.endswith(("username", "password"))
        }

    def client(self, base_url: str, prefix: str = "", **settings: Any) -> Any:
        """A client with a value for each secret."""
        make = getattr(self.root, f"{prefix}Client")
        return make(base_url=base_url, **{**self.secrets(), "retries": 0, **settings})

    def bound(self, client: Any, method: Method, prefix: str = "") -> Any:
        """A method of an object of its class."""
        if method.module == "_client":
            return getattr(client, method.name)
        cls = getattr(import_module(f"{self.name}.{method.module}"), f"{prefix}{method.class_name}")
        return getattr(cls(client), method.name)


@contextmanager
def installed(tree: Mapping[str, str], package: str, folder: Path) -> Iterator[Package]:
    """Write a package to a folder, and let Python find it there; nobody knows it afterwards."""
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    invalidate_caches()
    try:
        yield Package(package, tree, folder)
    finally:
        sys.path.remove(str(folder))
        for name in [n for n in sys.modules if n == package or n.startswith(f"{package}.")]:
            del sys.modules[name]
