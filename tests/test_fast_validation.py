"""The validator in Rust only saves time: with it and without it, the same is said of every document."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from clientloom.document import fast, load, validate, validation
from clientloom.errors import ClientloomError
from corpus import name_of
from test_corpus import SAMPLE

ROOT = Path(__file__).parents[1]
OWN = [*sorted((ROOT / "tests" / "features").glob("*.yaml")), *sorted((ROOT / "specs").glob("*"))]

WRONG: tuple[Any, ...] = ("strin", 7, ["x"], {"y": 1}, None, True)


def said(spec: Path) -> tuple[str, ...]:
    """Everything that is said of a document."""
    try:
        return tuple(f"{note.kind} {note.problem}" for note in validate(load(spec)))
    except ClientloomError as error:
        return ("error", *map(str, error.problems))


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[str, ...]]:
    def run(spec: Path) -> tuple[str, ...]:
        with monkeypatch.context() as patch:
            patch.setattr(validation, "accepts", lambda *_: False)
            return said(spec)

    return run


@pytest.mark.parametrize("spec", [*OWN, *SAMPLE], ids=name_of)
def test_the_same_is_said_of_real_documents(
    spec: Path, slowly: Callable[[Path], tuple[str, ...]]
) -> None:
    assert said(spec) == slowly(spec)


SMALL = {
    "info": {"title": "Small", "version": "1"},
    "servers": [{"url": "https://example.com", "variables": {"a": {"default": "b"}}}],
    "tags": [{"name": "t"}],
    "paths": {
        "/a/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "post": {
                "operationId": "a",
                "tags": ["t"],
                "deprecated": True,
                "security": [{"key": []}],
                "parameters": [{"$ref": "#/components/parameters/q"}],
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object", "properties": {"f": {"type": "string"}}},
                            "encoding": {"f": {"contentType": "text/plain"}},
                        }
                    }
                },
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"h": {"schema": {"type": "integer"}}},
                        "content": {"application/json": {"schema": {"type": "array", "items": {}}}},
                    },
                    "default": {"$ref": "#/components/responses/r"},
                },
                "callbacks": {"c": {"{$url}": {"post": {"responses": {"200": {"description": ""}}}}}},
            },
        }
    },
    "components": {
        "schemas": {
            "S": {
                "type": "object",
                "required": ["a"],
                "properties": {"a": {"type": "string", "maxLength": 3, "default": "x"}},
                "additionalProperties": {"oneOf": [{"$ref": "#/components/schemas/S"}]},
            }
        },
        "parameters": {"q": {"name": "q", "in": "query", "schema": {"type": "string"}}},
        "responses": {"r": {"description": "", "content": {"a/b": {"schema": {"type": "string"}}}}},
        "securitySchemes": {"key": {"type": "apiKey", "name": "k", "in": "header"}},
    },
}  # fmt: skip


def places(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The keys to every node below one."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for each in keys:
        yield (*at, each)
        yield from places(node[each], (*at, each))


def damaged(document: Any) -> Iterator[tuple[str, Any]]:
    """The document with each of its nodes removed, replaced, or given a neighbour that does not belong there."""
    for number, at in enumerate(places(document)):
        for change in ("removed", "replaced", "extended"):
            copied = copy.deepcopy(document)
            owner = copied
            for key in at[:-1]:
                owner = owner[key]
            if change == "removed":
                del owner[at[-1]]
            elif change == "replaced":
                owner[at[-1]] = WRONG[number % len(WRONG)]
            elif isinstance(owner[at[-1]], dict):
                owner[at[-1]]["surplus"] = {"type": "strin"}
            else:
                continue
            yield f"{change} {at}", copied


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_the_same_is_said_of_bad_documents(
    version: str, tmp_path: Path, slowly: Callable[[Path], tuple[str, ...]]
) -> None:
    spec = tmp_path / "bad.json"
    quiet = 0
    for what, document in damaged({"openapi": version, **SMALL}):
        spec.write_text(json.dumps(document))
        found = said(spec)
        assert found == slowly(spec), what
        quiet += not found
    assert quiet > 50


def test_what_it_accepts_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = tmp_path / "good.json"
    spec.write_text(json.dumps({"openapi": "3.0.3", **SMALL}))
    kinds: list[str] = []
    monkeypatch.setattr(
        validation, "_shape", lambda document, visit: kinds.append(visit.kind) or iter(())
    )

    assert said(spec) == ()
    assert "document" not in kinds
    monkeypatch.setitem(sys.modules, "openapi_spec_validator_rs", None)
    said(spec)
    assert "document" in kinds


@pytest.mark.parametrize(
    "part",
    [
        {"$ref": "file:///dev/zero"},
        {"$ref": "http://127.0.0.1:9/"},
        {"$ref": "other.json"},
        {"$id": "file:///dev/zero", "properties": {"a": {"$ref": "#/b"}}},
        {"$dynamicRef": "http://127.0.0.1:9/"},
        {"$schema": "http://127.0.0.1:9/"},
    ],
)
def test_it_does_not_see_documents_that_lead_elsewhere(part: dict[str, Any]) -> None:
    for place in ("callbacks", "x-anything"):
        assert not fast.accepts({"openapi": "3.1.0", **SMALL, place: [{"a": part}]}, "3.1")


def test_a_failure_of_the_validator_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    from openapi_spec_validator_rs import validators

    class Panic(BaseException):
        pass

    def panic(_: object) -> bool:
        raise Panic

    monkeypatch.setattr(validators.OpenAPIV30SpecValidator, "is_valid", panic)
    assert not fast.accepts({"openapi": "3.0.3", **SMALL}, "3.0")
