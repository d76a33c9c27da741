"""Documents are read as they are meant, and what is wrong with one is said at its place.

Hostile documents end in a located error, in bounded time; that is here too.
"""
# Messages are goldens: each stands on one line, as it is printed.
# ruff: noqa: E501

from __future__ import annotations

import json
import os
import pickle
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from clientloom.document import Document, Location, load, validate
from clientloom.document.limits import MAX_DEPTH
from clientloom.document.walk import walk
from clientloom.errors import ClientloomError, Position, Problem

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus" / "dev"

HEAD = 'openapi: 3.0.3\ninfo: {title: Tasks, version: "1"}\npaths: {}\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Run in a folder of its own, and fail when something takes long or reaches for a network."""

    def refuse(*_: object) -> None:
        raise AssertionError("something opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.chdir(tmp_path)
    start = time.process_time()
    yield tmp_path
    assert time.process_time() - start < 10


def write(text: str | bytes, name: str = "api.yaml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(text: str | bytes, name: str = "api.yaml") -> Document:
    return load(write(text, name))


def example(yaml: str) -> Any:
    """The value of `x-example` in a document that is right otherwise."""
    return read(f"{HEAD}x-example: {yaml}\n").root["x-example"]


def complaint(text: str | bytes, name: str = "api.yaml") -> str:
    """What loading and validating a document complains about, so much that it is not used."""
    with pytest.raises(ClientloomError) as caught:
        validate(read(text, name))
    return str(caught.value)


def repairs(text: str, name: str = "api.yaml") -> str:
    """What is wrong with a document that is used all the same."""
    notes = validate(read(text, name))
    assert {note.kind for note in notes} <= {"repair"}
    return "\n".join(str(note.problem) for note in notes)


def problems(text: str, name: str = "api.yaml") -> tuple[Problem, ...]:
    """What is wrong with a document, whether it is used or not."""
    try:
        return tuple(note.problem for note in validate(read(text, name)))
    except ClientloomError as error:
        return error.problems


def messages(text: str, name: str = "api.yaml") -> list[str]:
    """Only the messages, each with its pointer."""
    found = problems(text, name)
    assert all(problem.position for problem in found)
    return [f"{p.position.pointer if p.position else ''}: {p.message}" for p in found]


def document(body: str, version: str = "3.0.3") -> str:
    return f'openapi: {version}\ninfo: {{title: Tasks, version: "1"}}\n{dedent(body)}'


# Reading


def test_json_and_yaml_are_told_apart_by_content() -> None:
    data = {"openapi": "3.0.3", "info": {"title": "Tasks", "version": "1"}, "paths": {}}

    assert read(json.dumps(data), "json.yaml").root == data
    assert read(HEAD, "yaml.json").root == data
    assert read("{openapi: 3.0.3, info: {title: Tasks, version: '1'}, paths: {}}").root == data


def test_a_byte_order_mark_is_no_text() -> None:
    assert read("\ufeff" + HEAD).version == "3.0.3"
    assert read(b'\xef\xbb\xbf{"openapi": "3.1.0"}', "api.json").version == "3.1.0"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-12", -12),
        ("012", 12),
        ("0o14", 12),
        ("0xfF", 255),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.0.0", "1.0.0"),
        ("2020-01-01", "2020-01-01"),
        ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("!!float 12", 12.0),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    result = example(text)

    assert (result, type(result)) == (value, type(value))


def test_keys_are_their_source_text() -> None:
    keys = "{200: a, yes: b, 1.0: c, null: d, ~: e, 0x10: f, '4XX': g}"

    assert list(example(keys)) == ["200", "yes", "1.0", "null", "~", "0x10", "4XX"]


def test_merge_keys_fill_in_what_is_not_there() -> None:
    text = "\n  base: &base {a: 1, b: 2}\n  more: &more {b: 3, c: 4}\n"
    text += "  one: {b: 0, <<: *base}\n  two: {<<: [*base, *more], d: 5}\n"

    assert example(text)["one"] == {"b": 0, "a": 1}
    assert example(text)["two"] == {"a": 1, "b": 2, "c": 4, "d": 5}


def test_order_is_that_of_the_document() -> None:
    assert list(example("{z: 1, a: 2, m: 3}")) == ["z", "a", "m"]


# Positions


def test_positions_are_those_of_keys_and_items_in_both_syntaxes() -> None:
    yaml = read(HEAD + "x-a:\n  - b: 1\n  - c:\n      d/e: 2\n")
    text = '{"openapi": "3.0.3",\n "x-a": [{"b": 1},\n  {"c": {"d/e": 2}}], "é\\n": {"f": 1}}'
    json = read(text, "api.json")

    def place(document: Document, *keys: str | int) -> str:
        return str(document.where(document.location.child(*keys)))

    assert place(yaml) == "api.yaml:1:1 #"
    assert place(yaml, "x-a") == "api.yaml:4:1 #/x-a"
    assert place(yaml, "x-a", 1) == "api.yaml:6:5 #/x-a/1"
    assert place(yaml, "x-a", 1, "c", "d/e") == "api.yaml:7:7 #/x-a/1/c/d~1e"
    assert place(yaml, "info", "none") == "api.yaml:2:1 #/info/none"
    assert place(json) == "api.json:1:1 #"
    assert place(json, "x-a", 0, "b") == "api.json:2:11 #/x-a/0/b"
    assert place(json, "x-a", 1, "c", "d/e") == "api.json:3:10 #/x-a/1/c/d~1e"
    assert place(json, "é\n", "f") == "api.json:3:31 #/é\n/f"


def test_the_position_of_a_merged_key_is_where_it_is_written() -> None:
    document = read(HEAD + "x-a: &a {b: 1}\nx-c:\n  <<: *a\n")

    assert str(document.where(document.location.child("x-c", "b"))) == "api.yaml:4:10 #/x-c/b"


def test_files_elsewhere_are_shown_with_their_whole_path(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    write("a: 1")
    os.chdir(inner)
    with pytest.raises(ClientloomError, match=rf"{folder}/api\.yaml:1:1 #: "):
        load(Path("../api.yaml"))


# References


TWO_FILES = """\
openapi: 3.0.3
info: {title: Tasks, version: "1"}
paths:
  /tasks/{id}:
    $ref: paths/tasks.yaml
components:
  schemas:
    Task: {$ref: "schemas.json#/Task"}
    Alias: {$ref: "#/components/schemas/Task"}
    Escaped: {$ref: "#/components/schemas/A~1b~0c%20d"}
    A/b~c d: {type: string}
    Item: {$ref: "#/x-list/1"}
x-list: [a, {type: integer}]
"""


@pytest.fixture
def two_files() -> Document:
    write(
        '{"Task": {"type": "object", "properties": {"id": {"$ref": "#/Id"}}},\n "Id": {}}',
        "schemas.json",
    )
    write(
        """\
        get:
          parameters: [{name: id, in: path, required: true, schema: {$ref: "../schemas.json#/Id"}}]
          responses: {"200": {description: "", content: {a/b: {schema: {type: text}}}}}
        """,
        "paths/tasks.yaml",
    )
    return read(TWO_FILES)


def resolve(document: Document, *keys: str | int) -> tuple[Any, str]:
    """What the node under the keys leads to, and where that is."""
    node: Any = document.root
    for key in keys:
        node = node[key]
    found, location = document.follow(node, document.location.child(*keys))
    return found, f"{location.file.relative_to(Path.cwd())}{location}"


def test_references_lead_through_files(two_files: Document) -> None:
    task, place = resolve(two_files, "components", "schemas", "Alias")
    nested = task["properties"]["id"]
    schemas = Path.cwd() / "schemas.json"
    location = Location(schemas, ("Task", "properties", "id"))

    assert place == "schemas.json#/Task"
    assert task["type"] == "object"
    assert two_files.follow(nested, location) == ({}, Location(schemas, ("Id",)))
    assert resolve(two_files, "paths", "/tasks/{id}")[1] == "paths/tasks.yaml#"
    assert resolve(two_files, "components", "schemas", "Item") == (
        {"type": "integer"},
        "api.yaml#/x-list/1",
    )
    assert resolve(two_files, "components", "schemas", "Escaped")[0] == {"type": "string"}


def test_what_is_no_reference_comes_back(two_files: Document) -> None:
    location = two_files.location.child("info")

    assert two_files.follow("text", location) == ("text", location)
    assert two_files.follow(two_files.root["info"], location)[0] is two_files.root["info"]


def test_files_are_those_that_were_read(two_files: Document, folder: Path) -> None:
    def names() -> list[str]:
        return [path.relative_to(folder).as_posix() for path in two_files.files]

    assert names() == ["api.yaml"]
    walk(two_files)
    assert names() == ["api.yaml", "paths/tasks.yaml", "schemas.json"]
    assert two_files.contents == {path: path.read_bytes() for path in two_files.contents}


def test_files_behind_references_are_validated(two_files: Document) -> None:
    (note,) = validate(two_files)

    assert str(note.problem) == (
        "paths/tasks.yaml:3:73 #/get/responses/200/content/a~1b/schema/type: "
        '"text" is not one of "array", "boolean", "integer", "number", "object", "string".'
    )


def test_an_anchor_is_a_target() -> None:
    text = document(
        """\
        paths: {}
        components:
          schemas:
            A: {$ref: "#here"}
            B: {properties: {c: {$anchor: here, type: string}}}
        """,
        "3.1.0",
    )

    assert resolve(read(text), "components", "schemas", "A") == (
        {"$anchor": "here", "type": "string"},
        "api.yaml#/components/schemas/B/properties/c",
    )


REFERENCE = HEAD + "components:\n  schemas:\n    A: {$ref: %s}\n"
AT = "api.yaml:6:9 #/components/schemas/A/$ref: "


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ('"#/nope"', 'there is no "#/nope".'),
        ('"#/paths/0"', 'there is no "#/paths/0".'),
        ('"#nope"', 'there is no "#nope".'),
        ("other.yaml#/x", 'there is no "other.yaml#/x".'),
        ("nope.yaml", 'there is no file "nope.yaml".'),
        ("sub", 'there is no file "sub".'),
        ("12", '"$ref" must be a string, not an integer.'),
        ("null", '"$ref" must be a string, not null.'),
        (
            '"#/components/schemas/A"',
            "the reference leads back to itself: #/components/schemas/A -> #/components/schemas/A.",
        ),
        (
            "/etc/passwd",
            '"/etc/passwd" is outside the folder of the document.\n'
            "  Only files in that folder and below it are read.",
        ),
        (
            "../../../../../../../../etc/passwd",
            '"../../../../../../../../etc/passwd" is outside the folder of the document.\n'
            "  Only files in that folder and below it are read.",
        ),
        (
            "'%2e%2e/api.yaml'",
            '"%2e%2e/api.yaml" is outside the folder of the document.\n'
            "  Only files in that folder and below it are read.",
        ),
        (
            "link.yaml",
            '"link.yaml" is outside the folder of the document.\n'
            "  Only files in that folder and below it are read.",
        ),
        ("file:///etc/passwd", '"file:///etc/passwd" is not a relative path.'),
        (
            "http://localhost:1/a.yaml#/B",
            'remote references are not fetched: "http://localhost:1/a.yaml".\n'
            "  Run `clientloom fetch api.yaml` to keep a copy that is read instead.",
        ),
        (
            "HTTPS://localhost",
            'remote references are not fetched: "HTTPS://localhost".\n'
            "  Run `clientloom fetch api.yaml` to keep a copy that is read instead.",
        ),
        (
            "//localhost/a",
            'remote references are not fetched: "//localhost/a".\n'
            "  Run `clientloom fetch api.yaml` to keep a copy that is read instead.",
        ),
        ("x%00y", '"x%00y" is not a path of a file.'),
        ("a" * 5000, f'"{"a" * 79}…" is not a path of a file.'),
    ],
)
def test_a_reference_that_leads_nowhere_is_reported(reference: str, message: str) -> None:
    write("type: string\n", "other.yaml")
    Path("sub").mkdir()
    Path("link.yaml").symlink_to("/etc/passwd")

    assert complaint(REFERENCE % reference) == AT + message


def test_files_outside_are_read_when_allowed(folder: Path) -> None:
    write("type: string\n", "outside.yaml")
    path = write(REFERENCE % "../outside.yaml", "inner/api.yaml")
    document = load(path, allow_outside=True)

    assert resolve(document, "components", "schemas", "A") == ({"type": "string"}, "outside.yaml#")


def test_a_broken_file_behind_a_reference_is_reported_there() -> None:
    write("a: [\n", "broken.yaml")

    assert complaint(REFERENCE % "broken.yaml") == (
        "broken.yaml:2:1: not valid YAML: did not find expected node content"
        " while parsing a flow node."
    )


def test_cycles_and_chains_of_references_end() -> None:
    loop = "{components: {schemas: {A: {$ref: '#/components/schemas/B/x'}, B: {$ref: '#/components/schemas/A/x'}}}}"
    cycle = document("paths: {}\n" + loop[1:-1].replace("components: ", "components: ", 1))
    chain = HEAD + "components:\n  schemas:\n    A0: {}\n"
    chain += "".join(
        f'    A{n}: {{$ref: "#/components/schemas/A{n - 1}"}}\n' for n in range(1, 2000)
    )

    assert messages(cycle)[0] == (
        "#/components/schemas/A/$ref: the reference leads back to itself: "
        "#/components/schemas/A -> #/components/schemas/B -> #/components/schemas/A."
    )
    assert messages(chain)[0] == (
        "#/components/schemas/A34/$ref: a chain of more than 32 references."
    )


def test_references_in_examples_and_names_are_data() -> None:
    text = document(
        """\
        paths: {}
        components:
          schemas:
            A:
              type: object
              example: {$ref: nowhere.yaml}
              properties:
                $ref: {type: string}
                default: {type: string, default: {}}
        """
    )

    assert messages(text) == [
        "#/components/schemas/A/properties/default/default: "
        "the default is an object, not of type string."
    ]


# What is no document


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "api.yaml:1:1: the document is empty."),
        ("# nothing\n", "api.yaml:1:1: the document is empty."),
        ("text\n", "api.yaml:1:1 #: this is not an OpenAPI document, but a string."),
        ("[]", "api.yaml:1:1 #: this is not an OpenAPI document, but a list."),
        ("a: 1\n", 'api.yaml:1:1 #: this is not an OpenAPI document: "openapi" is missing.'),
        (
            "info: {}\nopenapi: 3\n",
            'api.yaml:2:1 #/openapi: "openapi" must be a string, not an integer.\n'
            '  Write the version in quotes and in full: "3.0.3".',
        ),
        (
            "openapi: 4.0.0\n",
            'api.yaml:1:1 #/openapi: OpenAPI "4.0.0" is not supported.\n'
            "  Supported are 3.0, 3.1 and 3.2.",
        ),
        (
            'swagger: "1.2"\n',
            'api.yaml:1:1 #/swagger: Swagger "1.2" is not supported.\n'
            "  Supported are Swagger 2.0 and OpenAPI 3.0 to 3.2.",
        ),
        (
            "openapi: 3.0.3\ninfo: {}\n",
            "api.yaml:1:1 #: there are neither paths nor webhooks nor components.",
        ),
        (
            "a: b: c\n",
            "api.yaml:1:5: not valid YAML: mapping values are not allowed in this context.",
        ),
        (
            "a: [\nb: c\n",
            "api.yaml:3:1: not valid YAML: did not find expected ',' or ']'"
            " while parsing a flow sequence.",
        ),
        ("a: *b\n", "api.yaml:1:4: not valid YAML: found undefined alias."),
        (
            "a: 1\n---\nb: 1\n",
            "api.yaml:2:1: not valid YAML: expected a single document in the stream"
            " but found another document.",
        ),
        ("a:\tb\n\tc: 1", None),
    ],
)
def test_what_is_no_document_is_said_at_its_place(text: str, message: str | None) -> None:
    found = complaint(text)

    assert found == message if message else found.startswith("api.yaml:2:1: not valid YAML: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"openapi": "3.0.3",\n "info" {}}',
            "api.json:2:9: not valid JSON: expecting ':' delimiter.",
        ),
        (
            '{"openapi": "3.0.3", 1: 2}',
            "api.json:1:22: not valid JSON: expecting property name enclosed in double quotes.",
        ),
        ('{"openapi": [1e999]', "api.json:1:20: not valid JSON: expecting ',' delimiter."),
    ],
)
def test_a_syntax_error_in_json_has_line_and_column(text: str, message: str) -> None:
    assert complaint(text, "api.json") == message


def test_what_is_only_almost_json_is_no_yaml_either_in_a_json_file() -> None:
    text = '{"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {},}'

    assert ": not valid JSON: " in complaint(text, "api.json")
    validate(read(text, "api.yaml"))


def test_a_file_that_cannot_be_read_is_said_plainly() -> None:
    Path("folder").mkdir()
    for name, message in (
        ("none.yaml", "none.yaml: there is no such file."),
        ("folder", "folder: this is not a file."),
    ):
        with pytest.raises(ClientloomError) as caught:
            load(Path(name))
        assert str(caught.value) == message


# Hostile documents


BOMB = (
    HEAD
    + "x-0: &a0 ["
    + "x, " * 9
    + "]\n"
    + "".join(f"x-{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
)
MERGE_BOMB = (
    HEAD
    + "x-0: &a0 {"
    + ", ".join(f"k{n}: 1" for n in range(3000))
    + "}\n"
    + (f"x-1: {{<<: [{'*a0, ' * 3000}]}}\n")
)
PYTHON_TAG = 'x-a: !!python/object/apply:os.system ["touch pwned"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "api.yaml:9:6 #/x-5: the aliases expand to more than 500,000 nodes."),
        (MERGE_BOMB, "api.yaml:5:11 #/x-1: the aliases expand to more than 500,000 nodes."),
        (
            HEAD + "x-a: &a\n  b: [*a]\n",
            "api.yaml:4:6 #/x-a/b/0: an alias refers to a node that contains it.",
        ),
        (
            HEAD + "x-a: &a\n  <<: *a\n",
            "api.yaml:4:6 #/x-a: an alias refers to a node that contains it.",
        ),
        (
            HEAD + PYTHON_TAG,
            'api.yaml:4:6 #/x-a: the tag "!!python/object/apply:os.system" is not supported.',
        ),
        (HEAD + "x-a: !foo 1\n", 'api.yaml:4:6 #/x-a: the tag "!foo" is not supported.'),
        (HEAD + "x-a: !!binary eA==\n", 'api.yaml:4:6 #/x-a: the tag "!!binary" is not supported.'),
        (HEAD + "x-a: !!set {a}\n", 'api.yaml:4:6 #/x-a: the tag "!!set" is not supported.'),
        (HEAD + "x-a: !!int b\n", 'api.yaml:4:6 #/x-a: "b" does not fit its tag "!!int".'),
        (HEAD + "x-a: {? [b] : c}\n", "api.yaml:4:9 #/x-a: a key must be a scalar."),
        (
            HEAD + "x-a: {<<: b}\n",
            "api.yaml:4:11 #/x-a: a merge key needs an object or a list of objects.",
        ),
        (HEAD + "x-a: .inf\n", "api.yaml:4:6 #/x-a: .inf is not a number that JSON can express."),
        (HEAD + "x-a: 1e999\n", "api.yaml:4:6 #/x-a: 1e999 is too large for a number."),
        (HEAD + f"x-a: {'9' * 9999}\n", "api.yaml:4:6 #/x-a: a number has 9999 digits."),
        (HEAD + f"x-a: 0x{'f' * 9999}\n", "api.yaml:4:6 #/x-a: a number has 10001 digits."),
        (HEAD + 'x-a: "\a"\n', "api.yaml:4:7: not valid YAML: control characters are not allowed."),
        (HEAD + "x-é: \0\n", "api.yaml:4:6: a text file must not have NUL bytes."),
        (
            HEAD.encode() + "# é\nx-a: ü".encode("latin-1"),
            "api.yaml:4:3: the byte 0xe9 is not valid UTF-8.\n  Save the file as UTF-8.",
        ),
        (
            HEAD.encode("utf-16"),
            "api.yaml:1:1: the file is UTF-16, not UTF-8.\n  Save the file as UTF-8.",
        ),
        (
            HEAD + 'x-a:\n  200: 1\n  "200": 2\npaths: {}\n',
            'api.yaml:6:3 #/x-a/200: the key "200" occurs twice.\n  Remove one of the two.\n'
            'api.yaml:7:1 #/paths: the key "paths" occurs twice.\n  Remove one of the two.',
        ),
    ],
)
def test_hostile_yaml_ends_in_a_located_error(text: str | bytes, message: str) -> None:
    assert complaint(text) == message
    assert not Path("pwned").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"a": 1,\n "b": {"c": [{"d": 1, "d": 2}]},\n "a": 1}',
            'api.json:2:23 #/b/c/0/d: the key "d" occurs twice.\n  Remove one of the two.\n'
            'api.json:3:2 #/a: the key "a" occurs twice.\n  Remove one of the two.',
        ),
        (
            '{"a": [1e999, NaN,\n -Infinity]}',
            "api.json:1:8 #/a/0: 1e999 is too large for a number.\n"
            "api.json:1:15 #/a/1: NaN is not a number that JSON can express.\n"
            "api.json:2:2 #/a/2: -Infinity is not a number that JSON can express.",
        ),
        (f'{{"a": {"9" * 9999}}}', "api.json:1:7 #/a: a number has 9999 digits."),
        ('{"a": "\\ud800"}', "api.json:1:7 #/a: a string holds half of a surrogate pair."),
        ('{"a": "\0"}', "api.json:1:8: a text file must not have NUL bytes."),
    ],
)
def test_hostile_json_ends_in_a_located_error(text: str, message: str) -> None:
    assert complaint(text, "api.json") == message


def test_surrogate_pairs_are_characters() -> None:
    assert read('{"openapi": "3.0.3", "x": "\\ud83d\\ude00"}').root["x"] == "😀"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + "x: " + "[" * 3000 + "]" * 3000, "api.yaml:4:203"),
        (HEAD + "x: " + "[" * 1_000_000, "api.yaml:4:203"),
        (HEAD + "x: " + "{a: " * 3000 + "1" + "}" * 3000, "api.yaml:4:800"),
        (HEAD + "".join(f"{' ' * n}x:\n" for n in range(3000)), "api.yaml:204:201"),
        (HEAD + "x:\n  " + "- " * 3000 + "a\n", "api.yaml:5:401"),
        ('{"x": ' + "[" * 3000 + "]" * 3000 + "}", "api.yaml:1:206"),
        ('{"x": ' * 3000 + "1" + "}" * 3000, "api.yaml:1:1201"),
        ("[" * 1_000_000, "api.yaml:1:201"),
        (
            HEAD + "x: &a " + "[" * 150 + "]" * 150 + "\nz: " + "[" * 90 + "*a" + "]" * 90,
            "api.yaml:4:4",
        ),
    ],
)
def test_deep_nesting_ends_in_a_located_error(text: str, place: str) -> None:
    found = complaint(text)

    assert found.startswith(place)
    assert found.endswith(": nested more than 200 levels deep.")


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("shape", ['{"properties": {"a": ', '{"anyOf": [', '{"allOf": ['])
def test_the_deepest_documents_can_be_validated(version: str, shape: str) -> None:
    levels = (MAX_DEPTH - 4) // 2
    closing = shape.translate(str.maketrans("{[", "}]", '"abcdefghijklmnopqrstuvwxyzO: '))[::-1]
    schema = shape * levels + '{"type": "nope"}' + closing * levels
    text = f'{{"openapi": "{version}", "info": {{"title": "", "version": ""}}, "paths": {{}},'
    text += f'"components": {{"schemas": {{"A": {schema}}}}}}}'

    assert '"nope" is not one of' in repairs(text, "api.json")


def test_regular_expressions_of_a_document_are_not_run() -> None:
    text = document(
        f"""\
        paths: {{}}
        components:
          schemas:
            A: {{type: string, pattern: "^(a+)+$", default: "{"a" * 100}!"}}
            B: {{type: object, patternProperties: {{"^(a+)+$": {{}}}}, default: {{"{"a" * 100}!": 1}}}}
        """,
        "3.1.0",
    )

    validate(read(text))


def test_text_of_a_document_cannot_steer_a_terminal() -> None:
    text = HEAD + 'components: {schemas: {"a\\e[31m\\u202e\\nb": {type: 1}}}\n'

    assert repairs(text) == (
        "api.yaml:4:45 #/components/schemas/a\\x1b[31m\\u202e\\nb/type: "
        "expected a string, not an integer."
    )


# Validation


def test_everything_that_is_repaired_comes_in_one_run() -> None:
    text = document(
        """\
        servers: [{uri: /}]
        tags: [{name: a}, {name: a, parent: b}]
        paths:
          tasks: {}
          /tasks/{id}/{id2}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            get:
              operationId: getTask
              security: [{nope: []}]
              parameters:
                - {name: pageSize, in: query, schema: {type: integer, default: ten}}
                - {name: pageSize, in: header, schema: {type: integer}}
                - {name: pageSize, in: query, schema: {type: integer}}
                - {name: other, in: path, required: true, schema: {type: string}}
                - {name: color, in: Query, schema: {type: string, enum: [red], default: blue}}
              responses:
                "200": {content: {}}
                ok: {description: ok}
            put:
              operationId: getTask
              parameters: [{$ref: "#/components/parameters/id2"}]
              requestBody: {content: {application/json: {examples: {a: {$ref: "#/nope"}}}}}
        components:
          parameters:
            id2: {name: id2, in: path, required: true, schema: {type: strin}}
          schemas:
            Task: {type: object, requird: [id], properties: [], minimum: "1"}
            Other: {type: object, required: [id, name], properties: {name: {type: string}}}
        """
    )

    assert repairs(text) == dedent(
        """\
        api.yaml:3:11 #/servers/0: "url" is missing.
        api.yaml:3:12 #/servers/0/uri: "uri" is not allowed here.
          Check the spelling; extensions begin with x-.
        api.yaml:4:19 #/tags/1: the tag "a" is declared twice.
          The first one counts.
        api.yaml:4:29 #/tags/1/parent: "parent" is not allowed here.
          Check the spelling; extensions begin with x-.
        api.yaml:4:29 #/tags/1/parent: the parent tag "b" is not declared.
          It is ignored.
        api.yaml:6:3 #/paths/tasks: "tasks" is not allowed here.
          A path begins with "/".
        api.yaml:10:5 #/paths/~1tasks~1{id}~1{id2}/get: path parameter "id2" of "/tasks/{id}/{id2}" is not declared.
          It is read as a required string.
        api.yaml:12:19 #/paths/~1tasks~1{id}~1{id2}/get/security/0/nope: the security scheme "nope" is not declared.
          It is ignored.
        api.yaml:14:63 #/paths/~1tasks~1{id}~1{id2}/get/parameters/0/schema/default: the default is a string, not of type integer.
        api.yaml:16:11 #/paths/~1tasks~1{id}~1{id2}/get/parameters/2: query parameter "pageSize" is declared twice.
          The last one counts.
        api.yaml:17:11 #/paths/~1tasks~1{id}~1{id2}/get/parameters/3: path parameter "other" does not occur in "/tasks/{id}/{id2}".
          It is left out.
        api.yaml:18:25 #/paths/~1tasks~1{id}~1{id2}/get/parameters/4/in: "Query" is not one of "path", "query", "header", "cookie".
        api.yaml:18:72 #/paths/~1tasks~1{id}~1{id2}/get/parameters/4/schema/default: the default "blue" is not in the enum.
        api.yaml:20:9 #/paths/~1tasks~1{id}~1{id2}/get/responses/200: "description" is missing.
        api.yaml:21:9 #/paths/~1tasks~1{id}~1{id2}/get/responses/ok: "ok" is not allowed here.
          A status is three digits, a range such as "4XX", or "default".
        api.yaml:22:5 #/paths/~1tasks~1{id}~1{id2}/put: "responses" is missing.
        api.yaml:23:7 #/paths/~1tasks~1{id}~1{id2}/put/operationId: the operationId "getTask" is that of GET /tasks/{id}/{id2} too.
          Its method and path are added to the name.
        api.yaml:25:65 #/paths/~1tasks~1{id}~1{id2}/put/requestBody/content/application~1json/examples/a/$ref: there is no "#/nope".
        api.yaml:28:57 #/components/parameters/id2/schema/type: "strin" is not one of "array", "boolean", "integer", "number", "object", "string".
        api.yaml:30:26 #/components/schemas/Task/requird: "requird" is not allowed here.
          Check the spelling; extensions begin with x-.
        api.yaml:30:41 #/components/schemas/Task/properties: expected an object, not a list.
        api.yaml:30:57 #/components/schemas/Task/minimum: expected a number, not a string.
        api.yaml:31:38 #/components/schemas/Other/required/0: there is no property "id".
          It is ignored."""
    )


def test_everything_that_cannot_be_read_comes_in_one_run() -> None:
    text = document(
        """\
        paths:
          /a: text
          /b:
            get: [1]
            put:
              parameters: {id: {in: query}}
              requestBody: {content: {application/json: text}}
              responses: {"200": {description: "", content: {application/json: {schema: string}}}}
            post:
              parameters: [{in: query}, {name: a, in: nowhere}, {name: 1, in: path}, text]
              requestBody: {$ref: "#/nope"}
        components:
          schemas: {A: 12, B: {properties: {a: 1}, allOf: {}, oneOf: text}}
        """
    )

    assert complaint(text) == dedent(
        """\
        api.yaml:4:3 #/paths/~1a: expected an object, not a string.
        api.yaml:6:5 #/paths/~1b/get: expected an object, not a list.
        api.yaml:8:7 #/paths/~1b/put/parameters: expected a list, not an object.
        api.yaml:9:31 #/paths/~1b/put/requestBody/content/application~1json: expected an object, not a string.
        api.yaml:10:73 #/paths/~1b/put/responses/200/content/application~1json/schema: expected a schema, not a string.
        api.yaml:12:20 #/paths/~1b/post/parameters/0: "name" is missing.
        api.yaml:12:43 #/paths/~1b/post/parameters/1/in: "nowhere" is not one of "path", "query", "header", "cookie", "querystring".
        api.yaml:12:58 #/paths/~1b/post/parameters/2/name: "name" is missing.
        api.yaml:12:78 #/paths/~1b/post/parameters/3: expected an object, not a string.
        api.yaml:13:21 #/paths/~1b/post/requestBody/$ref: there is no "#/nope".
        api.yaml:15:13 #/components/schemas/A: expected a schema, not an integer.
        api.yaml:15:37 #/components/schemas/B/properties/a: expected a schema, not an integer.
        api.yaml:15:55 #/components/schemas/B/oneOf: expected a list, not a string."""
    )


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_later_versions_are_validated_by_their_own_rules(version: str) -> None:
    text = document(
        """\
        paths:
          /tasks:
            get:
              parameters:
                - {name: a, in: query, schema: {type: [string, nope], minLength: -1}}
                - {name: b, in: path, schema: true}
              responses: {"200": {description: ""}}
              wrong: 1
        components:
          schemas:
            Task: {type: [object, "null"], properties: {a: {}}, required: a}
        webhooks:
          done: {post: {parametres: []}}
        """,
        version,
    )
    head, _, rest = "\n".join(messages(text)).partition("#/paths/~1tasks/get/wrong")

    assert head.splitlines() == [
        '#/paths/~1tasks/get/parameters/0/schema/type/1: "nope" is not one of "array", "boolean", "integer", "null", "number", "object", "string".',
        "#/paths/~1tasks/get/parameters/0/schema/minLength: -1 is less than 0.",
        '#/paths/~1tasks/get/parameters/1: "required" is missing.',
        '#/paths/~1tasks/get/parameters/1: path parameter "b" does not occur in "/tasks".',
    ]
    assert rest.splitlines() == [
        ': "wrong" is not allowed here.',
        "#/components/schemas/Task/required: expected a list, not a string.",
        '#/webhooks/done/post/parametres: "parametres" is not allowed here.',
    ]


@pytest.mark.parametrize(
    "text",
    [
        'openapi: 3.1\ninfo: {title: Tasks, version: "1"}\npaths: {}\n',
        document(
            "paths: {/a: {get: {parameters: , responses: {200: }, requestBody: }, put: }, /b: }"
        ),
        document("paths: []\ncomponents: {schemas: []}\n"),
        document("components: {schemas: {A: {type: object, properties: [], required: true}}}\n"),
        document("paths: {/a: {get: {tags: one, responses: {}, servers: {}, security: none}}}\n"),
        document("paths: {$ref: '#/x-paths'}\nx-paths: {/a: {get: {responses: {}}}}\n"),
        document("paths: {/a: {get: {responses: {}, callbacks: {a: {$ref: '#/none'}}}}}\n"),
    ],
)
def test_what_is_plain_is_no_error(text: str) -> None:
    validate(read(text))


def test_definitions_of_a_pasted_schema_are_found_beside_it() -> None:
    text = document(
        """\
        paths: {}
        components:
          schemas:
            A: {properties: {b: {$ref: "#/$defs/B"}}, $defs: {B: {$ref: "#/$defs/C"}, C: {type: string}}}
        """,
        "3.1.0",
    )

    assert resolve(read(text), "components", "schemas", "A", "properties", "b") == (
        {"type": "string"},
        "api.yaml#/components/schemas/A/$defs/C",
    )
    assert messages(text) == [
        "#/components/schemas/A/properties/b/$ref: the reference is read as one to #/components/schemas/A/$defs/C.",
        "#/components/schemas/A/$defs/B/$ref: the reference is read as one to #/components/schemas/A/$defs/C.",
    ]


def test_a_document_that_has_an_address_may_refer_to_itself_by_it() -> None:
    text = document(
        """\
        $self: https://example.com/api/openapi.yaml
        paths: {}
        components:
          schemas:
            A: {$ref: "https://example.com/api/openapi.yaml#/components/schemas/C"}
            B: {$ref: "openapi.yaml#/components/schemas/C"}
            C: {type: string}
        """,
        "3.2.0",
    )

    validate(read(text))
    assert resolve(read(text), "components", "schemas", "A")[0] == {"type": "string"}
    assert resolve(read(text), "components", "schemas", "B")[0] == {"type": "string"}


def test_messages_stay_short_whatever_they_are_about() -> None:
    huge = json.dumps(
        {
            "openapi": "3.0.3",
            "info": {"title": "x" * 9999, "version": ["y" * 9999]},
            "paths": {"/" + "p" * 9999: 12},
            "z" * 9999: 1,
        }
    )
    found = complaint(huge, "api.json")

    assert max(map(len, found.splitlines())) < 400


@pytest.mark.parametrize(
    "text",
    [
        document("paths: []\ncomponents: 1\ntags: {}\nsecurity: a\n"),
        document("paths: {/a: [], /b: {get: 1, parameters: 2, additionalOperations: 3}}\n"),
        document(
            "paths: {/a: {get: {parameters: [1, {name: 2}, null], responses: [], security: [1]}}}\n"
        ),
        document(
            "paths: {}\ncomponents: {schemas: {A: 1, B: {type: {}, enum: 1, default: 1, items: 1}}}\n"
        ),
        document(
            "paths: {}\ncomponents: {schemas: [], parameters: {A: {schema: []}}, responses: 1}\n"
        ),
        document("paths: {}\ntags: [1, {name: 2}, {name: [], parent: {}}]\n"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_whatever_the_shape_of_a_document_its_problems_have_a_place(
    text: str, version: str
) -> None:
    assert messages(text.replace("3.0.3", version))


def test_a_document_can_be_right() -> None:
    validate(read(HEAD))
    validate(read(document("webhooks: {}\n", "3.1.0")))


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
def test_documents_that_are_known_to_be_valid_are() -> None:
    """Without the large ones, which are a matter of the benchmarks."""
    table = (CORPUS.parent / "README.md").read_text()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    valid = [row[0] for row in rows if len(row) == 6 and row[4] == "valid"]
    paths = [CORPUS / name for name in valid]

    assert len(valid) > 20
    for path in paths:
        if path.stat().st_size < 300_000:
            assert validate(load(path)) == (), path


def test_an_error_holds_its_problems_in_order_and_once() -> None:
    last = Problem("c", Position("b.yaml", 1, 1, "#"))
    middle = Problem("b", Position("a.yaml", 10, 1, "#"), "Mend it.\nOr leave it.")
    first = Problem("a", Position("a.yaml", 9, 30, "#"))
    nowhere = Problem("everything")
    error = ClientloomError(last, middle, first, middle, nowhere)

    assert error.problems == (nowhere, first, middle, last)
    assert str(error) == (
        "everything\na.yaml:9:30 #: a\na.yaml:10:1 #: b\n  Mend it.\n  Or leave it.\nb.yaml:1:1 #: c"
    )
    copy = pickle.loads(pickle.dumps(error))
    assert copy.problems == error.problems


def test_positions_are_only_what_they_say() -> None:
    assert str(Position("a.yaml", 3, 4, "#/b")) == "a.yaml:3:4 #/b"
    assert str(Position("a.yaml", 3, 4, "")) == "a.yaml:3:4"


def test_what_stands_beside_a_reference_does_not_matter_in_3_0() -> None:
    text = document(
        """
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/A', allOf: {"3": {properties: {}}}}
        components: {schemas: {A: {type: object}}}
        """
    )

    assert not messages(text)
    assert messages(text.replace("3.0.3", "3.1.0"))
