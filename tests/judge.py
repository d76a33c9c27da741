"""A real local HTTP server that judges each request against an OpenAPI document and answers it.

    with Judge(Path("specs/ica.yaml")) as judge:
        client = Client(host=judge.url)
        client.tasks.get("a/b")
        judge.check()
        assert judge.sent == ["GET /v1/tasks/a%2Fb"]

It is written without any part of clientloom, so that a misreading of the OpenAPI specification is
not made twice. Schemas are judged by openapi-schema-validator. openapi-core (0.23.1) was read for
the requests and not taken: it undoes parameter styles after percent-decoding (`a%2Cb` becomes two
items), looks for matrix, label and exploded objects under names that are never on the wire, lets
unknown query parameters and a missing OAuth2 token pass, and demands an older
openapi-spec-validator than the generator uses.

Documents are OpenAPI 3.0, 3.1 or 3.2 in one file: references start with `#/`.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import email
import importlib
import itertools
import json
import re
import socket
import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote, unquote, unquote_plus, urlsplit

import yaml
from jsonschema import Draft4Validator, validators
from jsonschema.exceptions import best_match
from openapi_schema_validator import (
    OAS30ReadValidator,
    OAS30Validator,
    OAS30WriteValidator,
    OAS31Validator,
    OAS32Validator,
)

Schema = Mapping[str, Any]
Pairs = Sequence[tuple[str, str]]

REQUEST, RESPONSE = "request", "response"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
MERGED_KEYS = ("$ref", "allOf", "oneOf", "anyOf")
STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
SEPARATORS = {"spaceDelimited": r"%20|\+", "pipeDelimited": r"\||%7[Cc]"}
STRINGS = {
    "binary": "binary",
    "byte": "Ynl0ZXM=",
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:34:56Z",
    "duration": "PT1H30M",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:34:56Z",
    "uri": "https://example.com/a?b=c",
    "uri-reference": "/a?b=c",
    "url": "https://example.com/a?b=c",
    "uuid": "7f3b5d1e-9c2a-4e8b-8f6d-0a1b2c3d4e5f",
    "decimal": "1.5",
}


# --- The document


class _Loader(yaml.CSafeLoader):
    """YAML as JSON has it: no dates, and `on`, `yes`, `no` are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
    for first, rules in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


@dataclass(frozen=True)
class Operation:
    """One method of one path. Its name is the operationId, or `GET /path` when it has none."""

    name: str
    method: str
    path: str
    node: Schema
    parameters: tuple[Schema, ...]
    bases: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names between braces, in the order of the path."""
        return tuple(re.findall(r"{([^{}]+)}", self.path))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches a raw path; literal text may be percent-encoded, a value never holds a slash."""
        pieces = re.split(r"{[^{}]+}", self.path)
        return re.compile("([^/]+)".join(_encodable(piece) for piece in pieces))

    def match(self, path: str) -> dict[str, str] | None:
        """Return the raw path values, or None."""
        for base in self.bases:
            if path.startswith(base) and (found := self.pattern.fullmatch(path[len(base) :])):
                return dict(zip(self.names, found.groups(), strict=True))
        return None


class Document:
    """An OpenAPI document: operations, references, validation and plain views of its schemas."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root: dict[str, Any] = _with_text_keys(root)
        version = str(self.root.get("openapi", ""))[:3]
        if version not in ("3.0", "3.1", "3.2"):
            raise ValueError("the judge reads OpenAPI 3.0, 3.1 and 3.2")
        write, read = _validators(version)
        self._validators = {
            direction: kind(self.root, format_checker=kind.FORMAT_CHECKER)
            for direction, kind in ((REQUEST, write), (RESPONSE, read))
        }
        self._plain: dict[int, tuple[Schema, list[dict[str, Any]]]] = {}
        self.operations = list(self._operations())

    @cached_property
    def base(self) -> str:
        """The path of the first server, without a slash at its end."""
        return _bases(self.root)[0]

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.root.get("paths", {}).items():
            item = self.resolve(item)
            for method in METHODS:
                if method not in item:
                    continue
                node = item[method]
                parameters: dict[tuple[str, str], Schema] = {}
                for entry in [*item.get("parameters", ()), *node.get("parameters", ())]:
                    entry = self.resolve(entry)
                    parameters[entry["in"], entry["name"]] = entry
                servers = next((n for n in (node, item, self.root) if n.get("servers")), {})
                yield Operation(
                    name=node.get("operationId") or f"{method.upper()} {path}",
                    method=method.upper(),
                    path=path,
                    node=node,
                    parameters=tuple(parameters.values()),
                    bases=_bases(servers),
                )

    def operation(self, name: str) -> Operation:
        """Return the operation with this operationId, or `GET /path`."""
        for operation in self.operations:
            if name in (operation.name, f"{operation.method} {operation.path}"):
                return operation
        raise KeyError(name)

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """Return the operation for a raw path, and its raw values; literal text wins."""
        found = [
            (operation, values)
            for operation in self.operations
            if operation.method == method and (values := operation.match(path)) is not None
        ]
        return min(found, key=lambda hit: (len(hit[1]), -len(hit[0].path)), default=None)

    def resolve(self, node: Schema) -> Schema:
        """Follow `$ref` until there is none."""
        while isinstance(node.get("$ref"), str):
            node = self.target(node["$ref"])
        return node

    def content(self, node: Schema) -> Schema:
        """Return the media types of a Request Body or Response Object, or of a reference to one."""
        return self.resolve(self.resolve(node).get("content", {}))

    def target(self, reference: str) -> Schema:
        """Return what `#/a/b` points at."""
        if not reference.startswith("#/"):
            raise ValueError(f"the judge follows references within one file, not {reference}")
        node: Any = self.root
        for token in unquote(reference[2:]).split("/"):
            token = token.replace("~1", "/").replace("~0", "~")
            node = node[int(token)] if isinstance(node, list) else node[token]
        assert isinstance(node, Mapping)
        return node

    def errors(self, schema: Schema, value: Any, direction: str) -> list[str]:
        """Say what is wrong with a value; `direction` is for readOnly and writeOnly."""
        problems = []
        for error in self._validators[direction].evolve(schema=schema).iter_errors(value):
            if error.validator in ("readOnly", "writeOnly") and not error.absolute_path:
                continue  # OpenAPI 3.0.3, Schema Object: "relevant only for properties"
            error = best_match([error]) or error
            problems.append(f"{error.json_path}: {_short(error.message)}")
        return problems

    def plain(self, schema: Schema | bool) -> list[dict[str, Any]]:
        """Return schemas without `$ref`, `allOf`, `oneOf`, `anyOf`: one per choice, in order."""
        if isinstance(schema, bool):
            return [{}]
        if id(schema) not in self._plain:
            choices = list(itertools.islice(self._alternatives(schema, ()), 64))
            self._plain[id(schema)] = (schema, choices or [{}])
        return self._plain[id(schema)][1]

    def _alternatives(
        self, schema: Schema | bool, seen: tuple[str, ...]
    ) -> Iterator[dict[str, Any]]:
        if isinstance(schema, bool):
            yield {}
            return
        reference = schema.get("$ref")
        if reference in seen:
            return
        own = {key: value for key, value in schema.items() if key not in MERGED_KEYS}
        parts = [[(part, _NOTHING)] for part in schema.get("allOf", ())]
        heir = False
        if reference:
            target = self.target(reference)
            parts.append([(target, _NOTHING)])
            heir = "allOf" in target
            seen = (*seen, reference)
        for key in ("oneOf", "anyOf"):
            if branches := sorted(schema.get(key, ()), key=_is_null):
                parts.append([(branch, _discriminator(schema, branch)) for branch in branches])
        for choice in itertools.product(*parts):
            plains = []
            for part, tag in choice:
                found = itertools.islice(self._alternatives(part, seen), 64)
                plains.append([_merge([plain, tag]) for plain in found])
            for combination in itertools.product(*plains):
                merged = _merge([own, *combination])
                if heir:  # it is named by the discriminator of its parent
                    merged = _merge([_discriminator(merged, schema), merged])
                yield merged

    def properties(self, schema: Schema | bool) -> dict[str, Schema]:
        """Return the properties of an object, whatever branch declares them."""
        return {
            name: part
            for plain in reversed(self.plain(schema))
            for name, part in plain.get("properties", {}).items()
        }

    def keyword(self, schema: Schema | bool, name: str, default: Any) -> Any:
        """Return a keyword from the first branch that has it."""
        return next((plain[name] for plain in self.plain(schema) if name in plain), default)

    def references(self, schema: Schema | bool, items: bool = False) -> set[str]:
        """Return the references that a value of this schema follows, or its items do."""
        found: set[str] = set()
        left = [schema]
        while left:
            node = left.pop()
            if not isinstance(node, Mapping):
                continue
            if (reference := node.get("$ref")) and reference not in found:
                found.add(reference)
                left.append(self.target(reference))
            for key in ("allOf", "oneOf", "anyOf"):
                left.extend(node.get(key, ()))
            if items:
                left.extend(node[key] for key in ("items", "additionalProperties") if key in node)
        return found


def load(source: Path | Mapping[str, Any] | Document) -> Document:
    """Read a document; one file is read once until it changes."""
    if isinstance(source, Document):
        return source
    if isinstance(source, Mapping):
        return Document(source)
    return _load_file(source, source.stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _load_file(path: Path, _changed: int) -> Document:
    if path.suffix == ".json":
        return Document(json.loads(path.read_bytes()))
    return Document(yaml.load(path.read_bytes(), Loader=_Loader))


def _with_text_keys(node: Any) -> Any:
    """Return a copy with text as keys (`200:`), whose discriminators map to references."""
    if isinstance(node, Mapping):
        copy = {str(key): _with_text_keys(value) for key, value in node.items()}
        if "propertyName" in copy and isinstance(mapping := copy.get("mapping"), dict):
            for key, value in mapping.items():
                mapping[key] = value if "/" in str(value) else f"#/components/schemas/{value}"
        return copy
    return [_with_text_keys(item) for item in node] if isinstance(node, list) else node


@lru_cache(maxsize=3)
def _validators(version: str) -> tuple[Any, Any]:
    """Return the validators for requests and for responses.

    OpenAPI 3.1 makes readOnly an annotation; still no client should send such a property, and no
    request requires it. A discriminator beside `allOf` names heirs and is no rule for the value.
    """
    base = {"3.0": OAS30Validator, "3.1": OAS31Validator, "3.2": OAS32Validator}[version]
    extend: Any = validators.extend

    def directed(keyword: str, donor: Any) -> Any:
        rules = {key: donor.VALIDATORS[key] for key in ("required", keyword)}
        return extend(base, {**rules, "allOf": Draft4Validator.VALIDATORS["allOf"]})

    return directed("readOnly", OAS30WriteValidator), directed("writeOnly", OAS30ReadValidator)


def _bases(node: Schema) -> tuple[str, ...]:
    """Return the paths of a node's servers, for each value of their variables."""
    found = []
    for server in node.get("servers", [{"url": "/"}]):
        variables = server.get("variables", {})
        values = [dict.fromkeys([v["default"], *v.get("enum", ())]) for v in variables.values()]
        for combination in itertools.product(*values):
            url = server["url"]
            for name, value in zip(variables, combination, strict=True):
                url = url.replace("{" + name + "}", str(value))
            path = urlsplit(url).path.rstrip("/")
            found.append(path if not path or path.startswith("/") else "/" + path)
    return tuple(dict.fromkeys(found))


def _encodable(text: str) -> str:
    """A pattern for text of a path template, percent-encoded or not (RFC 3986, 2.4)."""
    return "".join(
        re.escape(char) if char == "/" else f"(?:{re.escape(char)}|(?i:{_percent(char)}))"
        for char in text
    )


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


_NOTHING: dict[str, Any] = {}


def _is_null(schema: Any) -> bool:
    return isinstance(schema, Mapping) and schema.get("type") == "null"


def _discriminator(schema: Schema, branch: Schema | bool) -> dict[str, Any]:
    """Return the schema of the property that tells this branch from the others."""
    discriminator = schema.get("discriminator")
    reference = None if isinstance(branch, bool) else branch.get("$ref")
    if not (isinstance(discriminator, Mapping) and reference):
        return _NOTHING
    mapping = discriminator.get("mapping", {})
    names = [name for name, target in mapping.items() if target == reference]
    tag = {"const": names[0] if names else reference.rsplit("/", 1)[-1]}
    return {
        "properties": {discriminator["propertyName"]: tag},
        "required": [discriminator["propertyName"]],
    }


def _merge(schemas: Iterable[Schema]) -> dict[str, Any]:
    """Return one plain schema that demands what all of these demand."""
    merged: dict[str, Any] = {}
    for schema in schemas:
        for key, value in schema.items():
            if key not in merged:
                merged[key] = value
            elif key == "properties":
                both = {
                    name: {"allOf": [merged[key][name], value[name]]}
                    for name in value
                    if name in merged[key]
                }
                merged[key] = {**merged[key], **value, **both}
            elif key == "required":
                merged[key] = list(dict.fromkeys([*merged[key], *value]))
            elif key == "enum":
                merged[key] = [item for item in merged[key] if item in value]
            elif key == "items":
                merged[key] = {"allOf": [merged[key], value]}
            elif key == "type":
                merged[key] = _common_type(merged[key], value)
            elif key.startswith("min"):
                merged[key] = max(merged[key], value)
            elif key.startswith("max"):
                merged[key] = min(merged[key], value)
            elif key == "additionalProperties" and value is False:
                merged[key] = False
    return merged


def _common_type(one: Any, other: Any) -> Any:
    ours, theirs = _types({"type": one}), _types({"type": other})
    if "integer" in theirs and "number" in ours:
        return other
    return [name for name in ours if name in theirs] or one


def _types(schema: Schema) -> list[str]:
    """Return the types that a plain schema names or, without them, that its keywords are about."""
    if declared := schema.get("type"):
        return [declared] if isinstance(declared, str) else list(declared)
    for name, keys in (
        ("object", ("properties", "additionalProperties", "required", "minProperties")),
        ("array", ("items", "minItems", "prefixItems")),
        ("string", ("pattern", "minLength", "maxLength", "format")),
        ("number", ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")),
    ):
        if any(key in schema for key in keys):
            return [name]
    return []


# --- Values that satisfy a schema


@dataclass(frozen=True)
class Arguments:
    """Valid arguments of one operation.

    `parameters` is keyed by wire name, in the order of the document; the second of two that share
    a name is `query.id`. `body` is the value before it is encoded as `media_type` (bytes when that
    is neither JSON, a form nor text), or None when the operation takes none.
    """

    parameters: dict[str, Any]
    body: Any
    media_type: str | None


def value(
    schema: Schema | bool,
    document: Document | Mapping[str, Any],
    *,
    direction: str = RESPONSE,
    name: str = "value",
    optional: bool = True,
) -> Any:
    """Return a valid value, the same each time.

    It has all optional properties, down to where schemas repeat themselves. `name` colours the
    strings: `taskId_example`. `direction` leaves out what is read-only or write-only.
    """
    document = load(document)
    schema = {} if isinstance(schema, bool) else schema
    maker = _Maker(document, direction)
    result = maker.make(schema, name, optional)
    if document.errors(schema, result, direction):
        result = maker.make(schema, name, optional=False)
    if problems := document.errors(schema, result, direction):
        raise AssertionError(f"no valid value found: {_short(repr(result))}: {problems}")
    return result


def arguments(operation: Operation, document: Document, *, optional: bool = True) -> Arguments:
    """Return valid arguments; `optional=False` takes only what is required."""
    parameters: dict[str, Any] = {}
    for parameter in operation.parameters:
        if optional or parameter.get("required"):
            name = parameter["name"]
            key = name if name not in parameters else f"{parameter['in']}.{name}"
            parameters[key] = value(_schema(parameter), document, direction=REQUEST, name=name)
    body = document.resolve(operation.node.get("requestBody", {}))
    content = document.content(body)
    if not content or not (optional or body.get("required")):
        return Arguments(parameters, None, None)
    json_types = sorted(filter(_is_json, content), key=lambda media: media != "application/json")
    declared = next(iter([*json_types, *content]))
    schema = content[declared].get("schema", {})
    made = value(schema, document, direction=REQUEST, name="body", optional=optional)
    if not (_is_json(declared) or _is_form(declared) or declared.startswith("text/")):
        made = str(made).encode()
    return Arguments(parameters, made, declared.replace("*", "json"))


def example_body(
    document: Document, response: Schema, accept: str = "*/*"
) -> tuple[str | None, bytes]:
    """Return a media type and a body for a Response Object; None when it declares no content."""
    content = document.content(response)
    if not content:
        return None, b""
    declared = _acceptable(content, accept) or next(iter(content))
    media = {"*/*": "application/json"}.get(declared, declared.replace("*", "json"))
    if is_stream(media):
        node = content[declared]
        whole = document.resolve(node.get("schema", {}))
        each = node.get("itemSchema") or whole.get("items") or whole
        item = value(each, document, name="body")
        data = document.resolve(each).get("properties", {}).get("data", {})
        if "contentSchema" in data:  # JSON in a text
            item["data"] = json.dumps(value(data["contentSchema"], document, name="data"))
        return media, _stream_of([item] * 2, media)
    made = value(content[declared].get("schema", {}), document, name="body")
    if _is_json(media):
        return media, json.dumps(made, ensure_ascii=False).encode()
    if media.startswith("text/"):
        return media, str(made).encode()
    return media, b"\x00\xff" + str(made).encode()


def is_stream(media: str) -> bool:
    """Whether a media type is that of items which come one by one."""
    return media.endswith(("/event-stream", "/jsonl", "ndjson", "json-seq"))


def _stream_of(items: Sequence[Any], media: str) -> bytes:
    """Return items in the framing of a media type. What looks like an event is one."""
    if media.endswith("json-seq"):
        return "".join(f"\x1e{json.dumps(item)}\n" for item in items).encode()
    if not media.endswith("event-stream"):
        return "".join(f"{json.dumps(item)}\n" for item in items).encode()
    lines: list[str] = []
    for item in items:
        event = item if isinstance(item, dict) and "data" in item else {"data": item}
        for name, each in event.items():
            lines.append(f"{name}: {each if isinstance(each, str) else json.dumps(each)}")
        lines.append("")
    return "\n".join([*lines, ""]).encode()


class _Maker:
    """Makes the values of one call; it counts, so that no cycle or huge schema gets out of hand."""

    def __init__(self, document: Document, direction: str) -> None:
        self.document = document
        self.unwanted = "readOnly" if direction == REQUEST else "writeOnly"
        self.direction = direction
        self.open: Counter[str] = Counter()
        self.left = 400

    def make(self, schema: Schema | bool, name: str, optional: bool = True, nth: int = 0) -> Any:
        """Make a value by the first branch that gives a valid one."""
        schema = {} if isinstance(schema, bool) else schema
        branches = self.document.plain(schema)
        references = self.document.references(schema)
        self.open.update(references)
        try:
            for wanted, plain in itertools.product(dict.fromkeys((optional, False)), branches):
                made = self.build(plain, name, wanted, nth)
                if len(branches) == 1 or not self.document.errors(schema, made, self.direction):
                    return made
            return self.build(branches[0], name, optional, nth)
        finally:
            self.open.subtract(references)

    def build(self, plain: Schema, name: str, optional: bool, nth: int) -> Any:
        if "const" in plain:
            return plain["const"]
        if values := [item for item in plain.get("enum", ()) if item is not None]:
            return values[nth % len(values)]
        types = [item for item in _types(plain) if item != "null"]
        if not types:
            return None if plain.get("type") or "enum" in plain else f"{name}_example"
        match types[0]:
            case "object":
                return self.an_object(plain, optional)
            case "array":
                return self.an_array(plain, name, optional)
            case "string":
                return _string(plain, name, nth)
            case "boolean":
                return True
            case kind:
                return _number(plain, kind == "integer", nth)

    def an_object(self, plain: Schema, optional: bool) -> dict[str, Any]:
        properties = plain.get("properties", {})
        required = plain.get("required", ())
        made = {}
        for key, schema in properties.items():
            if schema is False or self.document.keyword(schema, self.unwanted, False):
                continue
            if key in required or (optional and self.affordable(schema)):
                made[key] = self.make(schema, key, optional)
        extra = plain.get("additionalProperties", True)
        keys = [key for key in required if key not in properties]
        if extra is not False:
            free = optional and not properties and self.affordable(extra)
            missing = max(plain.get("minProperties", 0), int(free)) - len(made) - len(keys)
            keys += [f"key{n or ''}" for n in range(missing)]
        return made | {key: self.make(extra, key, optional) for key in keys}

    def an_array(self, plain: Schema, name: str, optional: bool) -> list[Any]:
        items = plain.get("items", True)
        first = [self.make(item, name, optional) for item in plain.get("prefixItems", ())]
        wanted = plain.get("minItems", 0)
        if optional and self.affordable(items):
            wanted = min(max(wanted, 1), plain.get("maxItems", wanted + 1))
        count = max(wanted - len(first), 0) if items is not False else 0
        return first + [self.make(items, name, optional, nth) for nth in range(count)]

    def affordable(self, schema: Schema | bool) -> bool:
        """Whether to add something optional: not the third time round, not to a huge value."""
        self.left -= 1
        references = self.document.references(schema, items=True)
        return self.left > 0 and all(self.open[name] < 2 for name in references)


def _number(plain: Schema, integer: bool, nth: int) -> int | float:
    low, high = plain.get("minimum"), plain.get("maximum")
    above, below = plain.get("exclusiveMinimum"), plain.get("exclusiveMaximum")
    if isinstance(above, bool):  # OpenAPI 3.0: a switch beside the bound
        above = low if above else None
    if isinstance(below, bool):
        below = high if below else None
    gap = 1 if integer else 0.25
    low = low if above is None else above + gap
    high = high if below is None else below - gap
    number = (1 if integer or "multipleOf" in plain else 1.5) + nth
    number = number if low is None or number >= low else low + nth
    number = number if high is None or number <= high else high
    if step := plain.get("multipleOf"):
        up = -(-number // step) * step
        number = up if high is None or up <= high else number // step * step
    return int(number) if integer else number


def _string(plain: Schema, name: str, nth: int) -> str:
    if plain.get("contentEncoding") == "base64":
        return STRINGS["byte"]
    if plain.get("format") in STRINGS:
        return STRINGS[plain["format"]]
    low, high = plain.get("minLength", 0), plain.get("maxLength")
    text = f"{name}{nth or ''}_example"
    if "pattern" in plain:
        text = _matching(plain["pattern"], text, low, high)
    if len(text) < low:
        text = (text * low)[:low]
    return text if high is None else text[:high]


def _matching(pattern: str, text: str, low: int, high: int | None) -> str:
    """Return text that a pattern finds, of a length between the bounds; simple patterns only."""
    parser: Any = importlib.import_module("re._parser")
    padded = text if len(text) >= low else (text * low)[:low]
    spelled = (_spell(parser.parse(pattern), n) for n in range((high or low) + 9))
    for candidate in itertools.chain([padded[:high]], spelled):
        fits = low <= len(candidate) and (high is None or len(candidate) <= high)
        if fits and re.search(pattern, candidate):
            return candidate
    raise AssertionError(f"no text found for the pattern {pattern}")


def _spell(tokens: Any, repeats: int) -> str:
    """Spell one text that a parsed pattern matches; what may repeat does so `repeats` times."""
    text = ""
    for operator, argument in tokens:
        match str(operator):
            case "LITERAL":
                text += chr(argument)
            case "IN":
                letters = map(chr, [*range(97, 123), *range(65, 91), *range(127)])
                text += next(char for char in letters if _in_set(char, argument))
            case "ANY" | "NOT_LITERAL":
                text += "a" if argument != 97 else "b"
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = argument
                text += _spell(inner, repeats) * min(max(least, repeats), most)
            case "SUBPATTERN":
                text += _spell(argument[-1], repeats)
            case "BRANCH":
                text += _spell(argument[1][0], repeats)
    return text


def _in_set(char: str, members: Any) -> bool:
    """Whether a parsed character class holds a character."""
    found, negated = False, False
    for operator, argument in members:
        match str(operator):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found |= ord(char) == argument
            case "RANGE":
                found |= argument[0] <= ord(char) <= argument[1]
            case "CATEGORY":
                kind = str(argument).removeprefix("CATEGORY_")
                escape = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[kind.removeprefix("NOT_")]
                found |= bool(re.match("\\" + (escape.upper() if "NOT_" in kind else escape), char))
    return found != negated


def _schema(node: Schema) -> Schema:
    """Return the schema of a Parameter or Header Object."""
    if "content" in node:
        node = next(iter(node["content"].values()))
    schema: Schema = node.get("schema", {})
    return schema


def _is_json(media: str) -> bool:
    media = media.partition(";")[0].strip().lower()
    return media.endswith(("/json", "+json")) or media == "*/*"


def _is_form(media: str) -> bool:
    return media.startswith(("application/x-www-form-urlencoded", "multipart/"))


def _acceptable(content: Iterable[str], accept: str) -> str | None:
    """Return the declared media type that an Accept header asks for (RFC 9110, 12.5.1), or None."""
    ranges = []
    for entry in accept.split(","):
        name, *options = (part.strip().lower() for part in entry.split(";"))
        quality = next((float(option[2:]) for option in options if option.startswith("q=")), 1.0)
        ranges.append((-quality, name.count("*"), name))
    declared = list(content)
    for quality, _, name in sorted(ranges, key=lambda item: item[:2]):
        for media in declared:
            if quality < 0 and (_covers(name, media) or _covers(media, name)):
                return media
    return None


def _covers(pattern: str, media: str) -> bool:
    """Whether a range such as `text/*` holds a media type; parameters do not count."""
    pattern, media = (text.partition(";")[0].strip().lower() for text in (pattern, media))
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), media) is not None


def _short(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:200]} ... {text[-90:]}"


# --- Judging a request


@dataclass(frozen=True)
class Received:
    """One request as it came over the wire; `target`, `path` and `query` are raw."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    operation_id: str | None = None
    path_values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        """Return a header (joined with commas when sent twice), or None."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None


class _Bad(ValueError):
    """A text that cannot be what the document declares."""


def _parts(raw: str, name: str, style: str, explode: bool, shape: str) -> Any:
    """Undo one style: return text, a list or a dict of texts, still percent-encoded.

    OpenAPI 3.0.3, "Style Values"; RFC 6570 for simple, label, matrix and form.
    """
    separator = SEPARATORS.get(style, ",")
    if style == "label":
        raw = _without(raw, ".")
        separator = r"\." if explode else ","
    elif style == "matrix" and explode and shape == "array":
        return [_without(item, f"{name}=") for item in _without(raw, ";").split(";")]
    elif style == "matrix" and explode and shape == "object":
        raw, separator = _without(raw, ";"), ";"
    elif style == "matrix":
        raw = _without(raw, f";{name}")
        raw = _without(raw, "=") if raw else raw
    if shape == "text":
        return raw
    items = re.split(separator, raw) if raw else []
    if shape == "array":
        return items
    if explode:
        items = [part for item in items for part in item.split("=", 1)]
    if len(items) % 2:
        raise _Bad(f"{raw!r} is no object in the style {style}")
    return _unique(list(zip(items[::2], items[1::2], strict=True)))


def _without(raw: str, prefix: str) -> str:
    if not raw.startswith(prefix):
        raise _Bad(f"{raw!r} should start with {prefix!r}")
    return raw[len(prefix) :]


def _unique(pairs: Pairs) -> dict[str, str]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Bad(f"a key is repeated in {list(pairs)}")
    return found


def _shape(plain: Schema) -> str:
    types = _types(plain)
    return "array" if "array" in types else "object" if "object" in types else "text"


class _Case:
    """The judging of one request: problems are collected, nothing is raised."""

    def __init__(self, document: Document, received: Received) -> None:
        self.document = document
        self.received = received
        self.problems: list[str] = []
        self.schemes: Schema = document.root.get("components", {}).get("securitySchemes", {})
        self.query = _pairs(received.query.split("&"), unquote_plus)
        self.cookies = _pairs(re.split(r"; *|&", received.header("Cookie") or ""), unquote)

    def judge(self, operation: Operation, raw_path_values: Mapping[str, str]) -> dict[str, Any]:
        """Collect the problems and return the path values."""
        path_values: dict[str, Any] = {}
        claimed: set[int] = set()
        declared = {p["name"] for p in operation.parameters if p["in"] == "query"}
        for parameter in operation.parameters:
            name, place = parameter["name"], parameter["in"]
            if place == "header" and name.lower() in ("accept", "content-type", "authorization"):
                continue  # OpenAPI 3.0.3, Parameter Object: ignored
            try:
                found, indexes = self.parameter(parameter, raw_path_values, declared)
            except ValueError as error:
                self.problems.append(f"{place} parameter {name!r}: {error}")
                if place == "query":
                    names = (key.partition("[")[0] for key, _ in self.query)
                    claimed |= {index for index, key in enumerate(names) if key == name}
                continue
            claimed |= indexes
            if place == "path":
                path_values[name] = found
        schemes = map(self.document.resolve, self.schemes.values())
        keys = {scheme["name"] for scheme in schemes if scheme.get("in") == "query"}
        for index, (name, _) in enumerate(self.query):
            if index not in claimed and name not in keys:
                self.problems.append(f"query parameter {name!r} is not declared")
        self.security(operation)
        self.accept(operation)
        self.body(operation)
        return path_values

    # Parameters

    def parameter(
        self, parameter: Schema, raw_path_values: Mapping[str, str], declared: set[str]
    ) -> tuple[Any, set[int]]:
        """Return the value of a parameter and, for the query, the indexes of its pairs."""
        name, place = parameter["name"], parameter["in"]
        decode: Callable[[str], str] = _unquote
        source: Pairs
        match place:
            case "query":
                source, decode = self.query, _unquote_plus
            case "cookie":
                source = self.cookies
            case "path":
                source = list(raw_path_values.items())
            case _:
                text = self.received.header(name)
                source, decode = [] if text is None else [(name, text)], str.strip
        return self.find(parameter, source, declared, decode)

    def find(
        self, parameter: Schema, source: Pairs, declared: set[str], decode: Callable[[str], str]
    ) -> tuple[Any, set[int]]:
        """Find a parameter among raw pairs, undo its style and validate it."""
        schema = _schema(parameter)
        failure = ""
        for plain in self.document.plain(schema):
            try:
                parts, indexes = _gather(parameter, plain, source, declared)
                if parts is None:
                    continue
                if parameter.get("allowEmptyValue") and parts in ("", [], [""], {}):
                    return "", indexes
                encoded = "content" in parameter
                found = _json(decode(parts)) if encoded else self.typed(parts, plain, decode)
            except ValueError as error:
                failure = failure or str(error)
                continue
            problems = self.document.errors(schema, found, REQUEST)
            if not problems:
                return found, indexes
            failure = failure or "; ".join(problems)
        if failure:
            raise _Bad(failure)
        if parameter.get("required"):
            raise _Bad("is missing")
        return None, set()

    def typed(self, parts: Any, schema: Schema | bool, decode: Callable[[str], str]) -> Any:
        """Turn texts into what the schema asks for: numbers, booleans, null if it is nullable."""
        if isinstance(parts, str) and _shape(self.document.plain(schema)[0]) == "array":
            parts = [parts]
        if isinstance(parts, str):
            return self.cast(decode(parts), {} if isinstance(schema, bool) else schema)
        if isinstance(parts, list):
            items = self.document.keyword(schema, "items", True)
            return [self.typed(part, items, decode) for part in parts]
        properties = self.document.properties(schema)
        extra = self.document.keyword(schema, "additionalProperties", True)
        found = {decode(key): part for key, part in parts.items()}
        return {k: self.typed(part, properties.get(k, extra), decode) for k, part in found.items()}

    def cast(self, text: str, schema: Schema) -> Any:
        """Read a text as the first of boolean, number, null and text that the schema allows."""
        candidates: list[Any] = []
        if text in ("true", "false"):
            candidates.append(text == "true")
        if re.fullmatch(r"-?\d+", text):
            candidates.append(int(text))
        elif re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text):
            candidates.append(float(text))
        if text == "":
            candidates.append(None)
        for candidate in (*candidates, text):
            if not self.document.errors(schema, candidate, REQUEST):
                return candidate
        textual = text == "" or any(
            "string" in _types(plain) for plain in self.document.plain(schema)
        )
        return text if textual or not candidates else candidates[0]

    # Security, Accept

    def security(self, operation: Operation) -> None:
        """One alternative must be satisfied: the credentials are where the scheme wants them."""
        alternatives = operation.node.get("security", self.document.root.get("security", ()))
        missing = [self.missing(alternative) for alternative in alternatives]
        if missing and all(missing):
            self.problems.append(
                "security: " + ", or ".join(" and ".join(names) for names in missing)
            )

    def missing(self, alternative: Schema) -> list[str]:
        return [f"no credentials for {name!r}" for name in alternative if not self.present(name)]

    def present(self, name: str) -> bool:
        scheme = self.document.resolve(self.schemes[name])
        if scheme["type"] == "mutualTLS":
            return True
        if scheme["type"] == "apiKey":
            pairs = {"query": self.query, "cookie": self.cookies}.get(
                scheme["in"], self.received.headers
            )
            folded = str.lower if scheme["in"] == "header" else str
            return any(
                folded(key) == folded(scheme["name"]) and text.strip() for key, text in pairs
            )
        kind, _, credentials = (self.received.header("Authorization") or "").partition(" ")
        wanted = scheme["scheme"].lower() if scheme["type"] == "http" else "bearer"
        if kind.lower() != wanted or not credentials.strip():
            return False
        return wanted != "basic" or b":" in _base64(credentials)

    def accept(self, operation: Operation) -> None:
        accept = self.received.header("Accept")
        responses = operation.node.get("responses", {})
        media_types = {code: list(self.document.content(node)) for code, node in responses.items()}
        good = [media for code, types in media_types.items() if code[0] == "2" for media in types]
        offered = good or [media for types in media_types.values() for media in types]
        if accept is not None and offered and not _acceptable(offered, accept):
            self.problems.append(
                f"Accept {accept!r} asks for none of {', '.join(dict.fromkeys(offered))}"
            )

    # Bodies

    def body(self, operation: Operation) -> None:
        body, header = self.received.body, self.received.header("Content-Type")
        declared = self.document.resolve(operation.node.get("requestBody", {}))
        content = self.document.content(declared)
        if not content:
            if body:
                self.problems.append("body: the operation takes none")
            return
        if not body:
            if declared.get("required"):
                self.problems.append("body: is missing")
            return
        if header is None:
            self.problems.append("body: there is no Content-Type")
            return
        matching = [media for media in content if _covers(media, header)]
        if not matching:
            self.problems.append(f"body: Content-Type {header!r} is none of {', '.join(content)}")
            return
        media = content[min(matching, key=lambda name: name.count("*"))]
        try:
            problems = self.content(header, media, body)
        except ValueError as error:
            problems = [str(error)]
        self.problems += [f"body: {problem}" for problem in problems]

    def content(self, header: str, media: Schema, body: bytes) -> list[str]:
        """Judge a body that is sent as `header`."""
        schema = media.get("schema", {})
        kind = header.partition(";")[0].strip().lower()
        if _is_json(kind):
            return self.document.errors(schema, _json(body.decode("utf-8")), REQUEST)
        if kind == "application/x-www-form-urlencoded":
            found = self.form(schema, media.get("encoding", {}), body.decode("ascii"))
        elif kind.startswith("multipart/"):
            found = self.multipart(schema, header, body)
        elif kind.startswith("text/"):
            return self.document.errors(schema, body.decode("utf-8"), REQUEST)
        else:
            return []
        properties = self.document.properties(schema)
        undeclared = [name for name in found if properties and name not in properties]
        if self.document.keyword(schema, "additionalProperties", False):
            undeclared = []
        return [
            *self.document.errors(schema, found, REQUEST),
            *(f"the field {name!r} is not declared" for name in undeclared),
        ]

    def form(self, schema: Schema, encodings: Schema, text: str) -> dict[str, Any]:
        """Read a form: properties are in the style of their encoding; objects without it, JSON."""
        pairs = _pairs(text.split("&"), unquote_plus)
        properties = self.document.properties(schema)
        found: dict[str, Any] = {}
        claimed: set[int] = set()
        for name, part in properties.items():
            encoding = encodings.get(name, {})
            parameter = {**encoding, "name": name, "in": "query", "schema": part}
            if not encoding.keys() & {"style", "explode"} and self.shape(part) == "object":
                parameter["content"] = {"application/json": {"schema": part}}
            try:
                made, indexes = self.find(parameter, pairs, set(properties), _unquote_plus)
            except ValueError as error:
                raise _Bad(f"field {name!r}: {error}") from error
            claimed |= indexes
            if indexes:
                found[name] = made
        extra = self.document.keyword(schema, "additionalProperties", True)
        rest = [pair for index, pair in enumerate(pairs) if index not in claimed]
        return found | {name: self.typed(raw, extra, _unquote_plus) for name, raw in rest}

    def multipart(self, schema: Schema, header: str, body: bytes) -> dict[str, Any]:
        """Read parts by name; a file, or a part of another type than JSON and text, is text."""
        message = email.message_from_bytes(b"Content-Type: " + header.encode() + b"\r\n\r\n" + body)
        if not message.is_multipart() or message.defects:
            raise _Bad("is no multipart message")
        properties = self.document.properties(schema)
        found: dict[str, Any] = {}
        deep: dict[str, list[tuple[str, str]]] = {}
        for part in message.get_payload():
            assert isinstance(part, email.message.Message)
            name = part.get_param("name", header="content-disposition")
            if not isinstance(name, str):
                raise _Bad("a part has no name")
            whole = name.partition("[")[0]
            if name not in properties and whole in properties:
                deep.setdefault(whole, []).append(
                    (name, _quote(self.part(part, {"type": "string"})))
                )
                continue
            declared = properties.get(name, {})
            repeated = self.shape(declared) == "array"
            made = self.part(part, self.document.keyword(declared, "items", declared))
            if repeated and not isinstance(made, list):
                found.setdefault(name, []).append(made)
            elif name in found:
                raise _Bad(f"the part {name!r} is repeated")
            else:
                found[name] = made
        for name, pairs in deep.items():
            parameter = {
                "name": name,
                "in": "query",
                "style": "deepObject",
                "schema": properties[name],
            }
            found[name], _ = self.find(parameter, pairs, set(properties), _unquote)
        return found

    def part(self, part: email.message.Message, schema: Schema) -> Any:
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
        if part.get_filename():
            return text
        kind = part.get_content_type()
        if _is_json(kind):
            return _json(text)
        return self.cast(text, schema) if kind.startswith("text/") else text

    def shape(self, schema: Schema) -> str:
        return _shape(self.document.plain(schema)[0])


def _pairs(texts: Iterable[str], decode: Callable[[str], str]) -> list[tuple[str, str]]:
    """Split `name=value`; the name is decoded, the value stays raw until its style is undone."""
    split = (text.partition("=") for text in texts if text)
    return [(decode(name), raw) for name, _, raw in split]


def _gather(
    parameter: Schema, plain: Schema, source: Pairs, declared: set[str]
) -> tuple[Any, set[int]]:
    """Find the pairs of one parameter and undo its style; (None, {}) when it was not sent."""
    name, place, shape = parameter["name"], parameter["in"], _shape(plain)
    style = parameter.get("style", STYLES[place])
    explode = parameter.get("explode", style == "form")
    if "content" in parameter:
        shape, explode = "text", False
    if style == "deepObject":
        hits = {i: pair for i, pair in enumerate(source) if pair[0].startswith(f"{name}[")}
        if hits or shape in ("object", "array"):
            return (_deep(name, hits.values()) if hits else None), set(hits)
    if place in ("query", "cookie") and explode and shape == "object":
        known = plain.get("properties", {})
        rest = plain.get("additionalProperties", not known)
        hits = {}
        for index, (key, raw) in enumerate(source):
            if key in known or (rest and key not in declared):
                hits[index] = _quote(key), raw
        return (_unique(list(hits.values())) if hits else None), set(hits)
    hits = {i: pair for i, pair in enumerate(source) if pair[0] == name}
    raws = [raw for _, raw in hits.values()]
    if not raws:
        return None, set()
    if place in ("query", "cookie") and explode and shape == "array":
        return raws, set(hits)
    if len(raws) > 1:
        raise _Bad("is repeated")
    return _parts(raws[0], name, style, explode, shape), set(hits)


def _deep(name: str, pairs: Iterable[tuple[str, str]]) -> Any:
    """`name[key]=value`; deeper keys nest, empty ones and numbers make a list (OpenAPI leaves both open)."""
    found: dict[str, Any] = {}
    for key, raw in pairs:
        if not re.fullmatch(r"(\[[^\[\]]*\])+", key[len(name) :]):
            raise _Bad(f"{key!r} is no key of a deepObject")
        *way, last = map(_quote, re.findall(r"\[([^\[\]]*)\]", key[len(name) :]))
        place = found
        for step in way:
            place = place.setdefault(step, {})
        if not last:
            place.setdefault(last, []).append(raw)
        elif last in place:
            raise _Bad(f"{key!r} is repeated")
        else:
            place[last] = raw
    return _lists(found)


def _lists(found: Any) -> Any:
    if not isinstance(found, dict):
        return found
    inner = {key: _lists(item) for key, item in found.items()}
    if list(inner) == [""]:
        return inner[""]
    numbers = [str(index) for index in range(len(inner))]
    return list(inner.values()) if inner and list(inner) == numbers else inner


def _quote(text: str) -> str:
    return quote(text, safe="")


def _unquote(text: str) -> str:
    return unquote(text, errors="strict")


def _unquote_plus(text: str) -> str:
    return unquote_plus(text, errors="strict")


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _json(text: str) -> Any:
    def refuse(name: str) -> None:
        raise _Bad(f"{name} is not JSON")

    return json.loads(text, parse_constant=refuse)


# --- The server


class _Unset:
    """No value given; None is a value."""


UNSET = _Unset()


@dataclass(frozen=True)
class Answer:
    """A scripted answer; what it leaves open comes from the document."""

    status: int | None = None
    body: Any = UNSET
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str | None = None
    delay: float = 0.0
    raw: bytes | None = None
    withheld: int = 0


class Judge:
    """Serves one document on a free local port; use it as a context manager.

    requests  every request, in the order of arrival
    problems  everything that was wrong with them; `check()` raises when there is something
    """

    def __init__(self, document: Path | Mapping[str, Any] | Document) -> None:
        self.document = load(document)
        self._lock = threading.Lock()
        self._bodies: dict[tuple[int, str, str], tuple[str | None, bytes]] = {}
        self._server: _Server | None = None
        self._port = 0
        self.closed = threading.Event()
        self._routes: dict[tuple[str, str], Answer] = {}
        self.reset()

    def reset(self) -> None:
        """Forget requests, problems and scripted answers; routes stay."""
        self.requests: list[Received] = []
        self.problems: list[str] = []
        self._script: deque[Answer] = deque()
        self._always: Answer | None = None

    # Life

    def __enter__(self) -> Judge:
        self._server = _Server(self)
        self._port = self._server.server_address[1]
        self.closed.clear()
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self.closed.set()
        self._server.stop()

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        """The origin and the path of the document's first server: a client's host."""
        return self.origin + self.document.base

    # What came in

    @property
    def sent(self) -> list[str]:
        """`METHOD /raw/target` of each request."""
        return [f"{received.method} {received.target}" for received in self.requests]

    @property
    def last(self) -> Received:
        """The last request."""
        return self.requests[-1]

    def check(self) -> None:
        """Raise AssertionError when a request was wrong."""
        if self.problems:
            raise AssertionError("\n".join(self.problems))

    # What tests ask for

    def operation(self, name: str) -> Operation:
        """Return the operation with this operationId, or `GET /path`."""
        return self.document.operation(name)

    def arguments(self, name: str, *, optional: bool = True) -> Arguments:
        """Return valid arguments of an operation."""
        return arguments(self.operation(name), self.document, optional=optional)

    # Scripting: the next request gets the oldest scripted answer

    def answer(
        self,
        status: int | None = None,
        body: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        content_type: str | None = None,
        delay: float = 0.0,
        raw: bytes | None = None,
    ) -> None:
        """Script the answer to one request.

        status        alone: the body is made from the document's response for it, or from `default`
        body          bytes go as they are, and text if `content_type` is not JSON; the rest as JSON
        headers       added, or put in the place of generated ones
        delay         seconds before the answer
        raw           the whole answer, status line included, as it is; then the connection closes
        """
        self._script.append(Answer(status, body, headers or {}, content_type, delay, raw))

    def answer_always(
        self,
        status: int | None = None,
        body: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        content_type: str | None = None,
        delay: float = 0.0,
        raw: bytes | None = None,
    ) -> None:
        """Script the answer to each request that has none of its own; until `reset()`."""
        self._always = Answer(status, body, headers or {}, content_type, delay, raw)

    def status(self, status: int) -> None:
        """Answer the next request with this status and the document's body for it."""
        self.answer(status)

    def drop(self) -> None:
        """Close the connection of the next request without an answer."""
        self.answer(raw=b"")

    def truncate(self, count: int = 1) -> None:
        """Hold back the last `count` bytes of the next body, which its Content-Length promises."""
        self._script.append(Answer(withheld=count))

    def route(
        self,
        method: str,
        path: str,
        body: Any,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        content_type: str | None = None,
    ) -> None:
        """Serve a path beside the document (a token endpoint); it is recorded, not judged."""
        self._routes[method, path] = Answer(status, body, headers or {}, content_type)

    # Work

    def handle(self, received: Received) -> tuple[bytes, Answer]:
        """Judge one request, record it, and return the bytes of the answer with its script."""
        route = self._routes.get((received.method, received.path))
        found = self.document.find(received.method, received.path)
        problems: list[str] = []
        operation: Operation | None = None
        if route is None and found is None:
            problems.append("the document has no such operation")
        elif route is None and found is not None:
            operation, raw_path_values = found
            case = _Case(self.document, received)
            path_values = case.judge(operation, raw_path_values)
            problems = case.problems
            received = replace(received, operation_id=operation.name, path_values=path_values)
        with self._lock:
            self.requests.append(received)
            self.problems += [
                f"{received.method} {received.target}: {problem}" for problem in problems
            ]
            script = route or (self._script.popleft() if self._script else self._always)
        if script is None:
            script = Answer(422, {"problems": problems}) if problems else Answer()
        return self._compose(script, operation, received), script

    def report(self, problem: str) -> None:
        """Record what went wrong on the judge's own side."""
        with self._lock:
            self.problems.append(problem)

    def _compose(self, script: Answer, operation: Operation | None, received: Received) -> bytes:
        if script.raw is not None:
            return script.raw
        responses: Schema = operation.node.get("responses", {}) if operation else {}
        status, response = _choose(responses, script.status)
        response = self.document.resolve(response)
        headers = {
            name: _header_text(value(_schema(node), self.document, name=name))
            for name, node in (
                (n, self.document.resolve(h)) for n, h in response.get("headers", {}).items()
            )
            if name.lower() != "content-type"
        }
        media, body = script.content_type, b""
        if not isinstance(script.body, _Unset):
            media = media or "application/json"
            body = _encoded(script.body, media)
        elif status not in (204, 304):
            media, body = self._body(response, received.header("Accept") or "*/*")
            media = script.content_type or media
        if media is not None:
            headers["Content-Type"] = media
        if status >= 200 and status != 204:
            headers["Content-Length"] = str(len(body))
        headers |= script.headers
        head = [
            f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}",
            *(f"{k}: {v}" for k, v in headers.items()),
        ]
        if received.method == "HEAD":
            body = b""
        sent = body[: max(len(body) - script.withheld, 0)]
        return "\r\n".join([*head, "", ""]).encode("latin-1") + sent

    def _body(self, response: Schema, accept: str) -> tuple[str | None, bytes]:
        key = (id(response), accept, self.document.base)
        if key not in self._bodies:
            self._bodies[key] = example_body(self.document, response, accept)
        return self._bodies[key]


_REASONS = {code: reason for code, (reason, _) in BaseHTTPRequestHandler.responses.items()}


def _choose(responses: Schema, status: int | None) -> tuple[int, Schema]:
    """Return a status and the response declared for it: itself, its range, or `default`."""
    if status is None:
        code = next((code for code in responses if code[0] == "2"), "200")
        status = int(code.upper().replace("X", "0"))
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            return status, responses[key]
    return status, _NOTHING


def _encoded(body: Any, media: str) -> bytes:
    if isinstance(body, bytes):
        return body
    if isinstance(body, str) and not _is_json(media):
        return body.encode()
    return json.dumps(body, ensure_ascii=False).encode()


def _header_text(item: Any) -> str:
    """A header in the style `simple`."""
    if isinstance(item, bool) or item is None:
        return json.dumps(item)
    if isinstance(item, list):
        return ",".join(_header_text(entry) for entry in item)
    if isinstance(item, dict):
        return ",".join(f"{key},{_header_text(entry)}" for key, entry in item.items())
    return str(item)


class _Server(ThreadingHTTPServer):
    """Knows its connections, so that stopping does not wait for clients that keep them alive."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        """Bind without looking up the name of the host, which can take seconds."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.connections.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error; anything else is the judge's own, to be seen."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            self.judge.report(traceback.format_exc())

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Reads one request, hands it to the judge, writes the answer in one piece."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def handle_request(self) -> None:
        judge = self.server.judge
        target = self.requestline.split(" ")[1]
        received = Received(self.command, target, list(self.headers.items()), self.read_body())
        try:
            answer, script = judge.handle(received)
        except Exception:
            judge.report(f"{self.command} {target}: the judge failed:\n{traceback.format_exc()}")
            answer, script = b"HTTP/1.1 500 The judge failed\r\nContent-Length: 0\r\n\r\n", Answer()
        if script.delay:
            judge.closed.wait(script.delay)
        if script.raw is not None or script.withheld:
            self.close_connection = True
        self.wfile.write(answer)

    do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = do_HEAD = do_PATCH = do_TRACE = (
        do_QUERY
    ) = handle_request

    def read_body(self) -> bytes:
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            chunks = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on stderr."""
