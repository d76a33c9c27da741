"""References of JSON Schema 2020-12 in OpenAPI 3.1 and 3.2: `$id`, `$anchor`, `$dynamicRef`, what stands beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientloom.api import Api, ListOf, ObjectShape, Reference, Scalar, Type
from clientloom.document import load
from clientloom.parse import parse

HEAD = 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths: {}\n'


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def made(schemas: str, head: str = HEAD) -> Api:
        path = tmp_path / "api.yaml"
        path.write_text(f"{head}components:\n  schemas:\n{schemas}", encoding="utf-8")
        return parse(load(path))

    return made


def fields(api: Api, name: str) -> dict[str, Type]:
    shape = api.schemas[name].shape
    assert isinstance(shape, ObjectShape)
    return {p.name: p.type for p in shape.properties}


def test_an_id_is_a_target(read: Any) -> None:
    api = read(
        """\
    A: {properties: {b: {$ref: "https://x.test/schemas/b"}, c: {$ref: "https://x.test/schemas/b#/$defs/C"}}}
    B:
      $id: https://x.test/schemas/b
      properties: {d: {$ref: d.json}, e: {$ref: "#named"}}
      $defs:
        C: {properties: {n: {type: integer}}}
        D: {$id: d.json, $anchor: named, properties: {s: {type: string}}}
"""
    )

    assert fields(api, "A")["b"] == Reference("B")
    assert isinstance(fields(api, "A")["c"], Reference)
    assert fields(api, "B")["d"] == fields(api, "B")["e"]
    assert fields(api, fields(api, "B")["d"].name) == {"s": Scalar("string")}  # type: ignore[union-attr]


def test_ids_are_relative_to_the_address_of_the_document(read: Any) -> None:
    head = 'openapi: 3.2.0\n$self: https://x.test/api\ninfo: {title: t, version: "1"}\npaths: {}\n'
    api = read(
        """\
    A: {properties: {b: {$ref: b}, own: {$ref: "api#/components/schemas/B"}}}
    B: {$id: b, properties: {n: {type: integer}}}
""",
        head,
    )

    assert fields(api, "A") == {"b": Reference("B"), "own": Reference("B")}


def test_a_dynamic_reference_leads_to_its_anchor(read: Any) -> None:
    api = read(
        """\
    Tree:
      $dynamicAnchor: node
      properties: {children: {type: array, items: {$dynamicRef: "#node"}}, value: {type: string}}
"""
    )

    assert fields(api, "Tree")["children"] == ListOf(Reference("Tree"))
    assert api.notes == ()


def test_a_dynamic_reference_to_nothing_is_any_value(read: Any) -> None:
    api = read('    A: {properties: {b: {$dynamicRef: "#nothing"}}}\n')

    assert [note.kind for note in api.notes] == ["fallback"]


def test_what_stands_beside_a_reference_on_the_way_counts(read: Any) -> None:
    api = read(
        """\
    Use: {properties: {a: {$ref: "#/components/schemas/Wide"}}}
    Wide: {$ref: "#/components/schemas/Base", properties: {more: {type: integer}}}
    Base: {properties: {name: {type: string}}}
"""
    )

    assert fields(api, "Use")["a"] == Reference("Wide")
    assert fields(api, "Wide") == {"name": Scalar("string"), "more": Scalar("integer")}
