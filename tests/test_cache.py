"""What earlier runs made is used again, and nothing depends on its being there."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from clientloom import render as rendering
from clientloom.cache import Cache, cache_folder, key
from clientloom.config import Client
from clientloom.formatting import Layout
from clientloom.pipeline import generate
from clientloom.plan import Job

DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "list",
                "tags": ["pets"],
                "responses": {
                    "200": {
                        "description": "All.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Pet"},
                                }
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {"type": "object", "properties": {"name": {"type": "string"}}},
            "Toy": {"type": "object", "properties": {"of": {"$ref": "#/components/schemas/Pet"}}},
        }
    },
}


def client_of(document: object, folder: Path) -> Client:
    spec = folder / "pets.json"
    spec.write_text(json.dumps(document))
    return Client("pets", spec, "native", "pets", "pets", "1.0.0")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were rendered, and not taken from the cache."""
    paths: list[str] = []
    render = rendering.render

    def counted(job: Job, layout: Layout) -> rendering.Rendered:
        if job.context is not None:
            paths.append(job.path)
        return render(job, layout)

    monkeypatch.setattr(rendering, "render", counted)
    return paths


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    store = Cache(tmp_path / "new" / "folder")
    texts = {key("a"): "", key("b"): "é\0\ud800\r\n", **{key(str(n)): str(n) for n in range(2000)}}

    store.put(texts)

    assert store.get([*texts, key("unknown")]) == texts
    assert Cache(tmp_path / "new" / "folder").get([key("b")]) == {key("b"): texts[key("b")]}


def test_keys_tell_their_parts_apart() -> None:
    assert len({key("a", "b"), key("ab"), key("a", "b", ""), key("", "ab"), key("b", "a")}) == 5


def test_a_cache_that_cannot_be_is_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for store in (Cache(None), Cache(tmp_path / "file"), Cache(Path("/proc/nowhere"))):
        store.put({"a": "b"})
        assert store.get(["a"]) == {}


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.put({"a": "b"})
    (tmp_path / "texts.sqlite").write_bytes(b"no database" * 1000)

    assert store.get(["a"]) == {}
    store.put({"a": "b"})
    assert store.get(["a"]) == {"a": "b"}


def test_damaged_texts_are_not_used(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.put({"a": "b", "c": "d"})
    with sqlite3.connect(tmp_path / "texts.sqlite") as connection:
        connection.execute("UPDATE texts SET text = 'x' WHERE key = 'a'")

    assert store.get(["a", "c"]) == {"c": "d"}


def test_what_nobody_asks_for_is_dropped_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path)
    day = 86_400
    for now, texts in ((0, {"a": "1", "b": "2"}), (20, {}), (40, {"c": "3"})):
        monkeypatch.setattr("clientloom.cache.time", lambda now=now: now * day)
        store.get(["a"])
        store.put(texts)

    assert store.get(["a", "b", "c"]) == {"a": "1", "c": "3"}


def test_the_folder_follows_the_system_and_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    home = Path.home()
    assert cache_folder({}) == home / ".cache" / "clientloom"
    assert cache_folder({"XDG_CACHE_HOME": "/x"}) == Path("/x/clientloom")
    assert cache_folder({"XDG_CACHE_HOME": "x"}) == home / ".cache" / "clientloom"
    assert cache_folder({"CLIENTLOOM_CACHE": "/y"}) == Path("/y")
    assert cache_folder({"CLIENTLOOM_CACHE": ""}) is None
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder({}) == home / "Library" / "Caches" / "clientloom"


def test_only_what_changed_is_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rendered: list[str]
) -> None:
    monkeypatch.setenv("CLIENTLOOM_CACHE", str(tmp_path / "cache"))
    first = generate(client_of(DOCUMENT, tmp_path))
    assert len(rendered) > 10
    rendered.clear()

    assert generate(client_of(DOCUMENT, tmp_path)) == first
    assert rendered == []

    changed = json.loads(json.dumps(DOCUMENT))
    changed["components"]["schemas"]["Pet"]["properties"]["name"]["description"] = "What it hears."
    second = generate(client_of(changed, tmp_path))
    assert sorted(rendered) == ["pets/docs/models/Pet.md", "pets/pets/models/pet.py"]
    assert sorted(path for path in first if first[path] != second[path]) == sorted(rendered)


def test_the_result_is_the_same_with_and_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run with a cache full of neighbours of the document gives what a run without one gives."""
    documents = []
    for change in (
        lambda d: None,
        lambda d: d["info"].update(title="Animals"),
        lambda d: d["components"]["schemas"].update(Cat={"type": "string", "enum": ["a", "b"]}),
        lambda d: d["components"]["schemas"]["Pet"]["properties"].update(of={"type": "integer"}),
        lambda d: d["components"]["schemas"].update(Pet={"type": "string"}),
        lambda d: d["paths"]["/pets"]["get"].update(operationId="find"),
        lambda d: d["components"]["schemas"].pop("Toy"),
    ):
        documents.append(json.loads(json.dumps(documents[-1] if documents else DOCUMENT)))
        change(documents[-1])
    monkeypatch.setenv("CLIENTLOOM_CACHE", "")
    plain = [generate(client_of(document, tmp_path)) for document in documents]
    monkeypatch.setenv("CLIENTLOOM_CACHE", str(tmp_path / "cache"))

    for _ in range(2):
        assert [generate(client_of(document, tmp_path)) for document in documents] == plain
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["texts.sqlite"]
