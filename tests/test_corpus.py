"""Real documents, of all versions, become packages that work: no operation is lost, all of it imports.

A sample of them here, all with CLIENTLOOM_CORPUS=all (`make corpus`). `test_corpus_types` has them type-checked.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from clientloom.api import Api
from clientloom.config import Client
from clientloom.document import load, validate
from clientloom.errors import Note
from clientloom.formatting import Layout
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.render import render_all
from clientloom.tree import Tree
from corpus import ALL, DEV, documents, name_of

STYLE = "nextgen"
LARGE = 1_000_000
"""Bytes of a document that is left out of the sample."""
SAMPLE = [path for path in documents() if ALL or path.stat().st_size < LARGE]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


each_document = pytest.mark.parametrize("path", SAMPLE, ids=name_of)
pytestmark = pytest.mark.skipif(not documents(), reason="the corpus of documents is not here")


class Loader(yaml.CSafeLoader):
    """YAML in which nothing but structure means anything."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


def raw(path: Path) -> Any:
    """The data of a file, read without any part of clientloom."""
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(text) if text.lstrip()[:1] == "{" else yaml.load(text, Loader)


def resolved(node: Any, root: Any, path: Path) -> Any:
    """What a node of a file is, or refers to."""
    while "$ref" in node:
        file, _, pointer = node["$ref"].partition("#")
        if file:
            path = path.parent / file
            root = raw(path)
        node = root
        for token in pointer.split("/")[1:]:
            node = node[unquote(token).replace("~1", "/").replace("~0", "~")]
    return node


def operations_of(path: Path) -> Iterator[tuple[str, str]]:
    """Every operation of a document, as method and path."""
    root = raw(path)
    for template, entry in root.get("paths", {}).items():
        item: dict[str, Any] = {} if template.startswith("x-") else resolved(entry, root, path)
        yield from ((method.upper(), template) for method in item if method in METHODS)
        yield from ((method, template) for method in item.get("additionalOperations", ()))


def read(path: Path) -> tuple[Api, tuple[Note, ...]]:
    document = load(path)
    notes = validate(document)
    return parse(document), notes


def generated(api: Api, path: Path) -> Tree:
    client = Client("corpus", path, STYLE, "corpus_api", "corpus-api", "1.0.0")
    return render_all(plan(styled(api, client)), Layout("ruff"))


def write(tree: Tree, folder: Path) -> Path:
    for name, text in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "corpus-api"


CHECK = """
import importlib, pkgutil, sys
import corpus_api
from pydantic import BaseModel
names = [module.name for module in pkgutil.walk_packages(corpus_api.__path__, "corpus_api.")]
modules = [importlib.import_module(name) for name in names]
values = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
models = {v for v in values if issubclass(v, BaseModel) and v.__module__.startswith("corpus_api.")}
models = {v for v in models if "._runtime" not in v.__module__}
for model in models:
    model.model_rebuild()
    assert model.__pydantic_complete__, model
print(len(modules), len(models))
"""


@each_document
def test_a_real_document_becomes_a_package_that_works(path: Path, tmp_path: Path) -> None:
    api, _ = read(path)

    found = [(operation.method, operation.path) for operation in api.operations]
    assert sorted(found) == sorted(operations_of(path))
    assert len({operation.id for operation in api.operations}) == len(found)

    tree = generated(api, path)
    project = write(tree, tmp_path)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHECK],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    modules, models = map(int, done.stdout.split())
    assert modules == sum(name.endswith(".py") for name in tree) - 1
    assert models >= sum(
        1 for schema in api.schemas.values() if "Enum" not in type(schema.shape).__name__
    )


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("03-ga4gh-ga4gh-tool-discovery-v1.yaml", set[str]()),
        ("10-openapi3-examples.json", {"repair"}),
        ("17-svix.json", {"repair"}),
        ("20-lob-lob-api-bundled.yaml", {"repair"}),
        ("35-together.yaml", {"repair"}),
        ("38-redocly-cli-foo.yaml", {"repair"}),
    ],
)
def test_documents_that_the_specification_rejects_are_repaired(name: str, kinds: set[str]) -> None:
    _, notes = read(DEV / name)

    assert {note.kind for note in notes} == kinds
    assert all(note.problem.position for note in notes)
