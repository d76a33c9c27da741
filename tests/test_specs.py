"""The documents in `specs/` are sound, and state what the published pages (the seeds) state.

The pages are read here with code of its own, which shares nothing with the generator.
"""

from __future__ import annotations

import ast
import html
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
DOCUMENTS = ("ica", "lusid_workflow", "waylay_rules", "astronomer_core")
PAGES = (
    ("000", "ica", "Tasks"),
    ("001", "ica", "TaskVersions"),
    ("002", "lusid_workflow", "Tasks"),
    ("003", "waylay_rules", "Tasks"),
    ("004", "astronomer_core", "Task"),
)

each_document = pytest.mark.parametrize("name", DOCUMENTS)
each_page = pytest.mark.parametrize(("seed", "name", "tag"), PAGES)
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the seeds are not at {SHARED}")


@dataclass(frozen=True)
class Parameter:
    """One row of a parameter table; `wire` is None where the page does not show it."""

    name: str
    wire: str | None
    type: str
    description: str
    required: bool
    default: Any = None


@dataclass(frozen=True)
class Operation:
    """What a page says of one operation, and what a document says of it."""

    name: str
    method: str
    path: str
    prose: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Parameter | None
    returns: str
    security: tuple[str, ...] | None
    content_types: tuple[str, ...]
    accepts: tuple[str, ...]
    responses: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    examples: dict[str, Any]


# The documents.


class UniqueKeyLoader(yaml.SafeLoader):
    """A YAML loader that rejects a key that a mapping already has."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"{node.start_mark}: {twice} stands here twice"
        return super().construct_mapping(node, deep)


def text_of(name: str) -> str:
    return (ROOT / "specs" / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def document(name: str) -> dict[str, Any]:
    loaded = yaml.load(text_of(name), UniqueKeyLoader)
    assert isinstance(loaded, dict)
    return loaded


def resolved(name: str, node: dict[str, Any]) -> dict[str, Any]:
    """`node`, or what it refers to."""
    while "$ref" in node:
        *_, section, key = node["$ref"].split("/")
        node = document(name)["components"][section][key]
    return node


def operation_nodes(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document(name)["paths"].items():
        for method in item.keys() & set(METHODS):
            yield method, path, item[method]


def snake(word: str) -> str:
    word = re.sub(r"([A-Z]+)([A-Z][a-z])|([a-z0-9])([A-Z])", r"\1\3_\2\4", word)
    return re.sub(r"\W", "_", word).lower()


def snake_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {snake(key): snake_keys(child) for key, child in value.items()}
    return [snake_keys(child) for child in value] if isinstance(value, list) else value


def is_class(schema: dict[str, Any]) -> bool:
    """Whether a generated package has a class for this schema, rather than a plain type."""
    return schema.get("type") == "object" or bool({"enum", "oneOf", "allOf"} & schema.keys())


def python_type(name: str, schema: dict[str, Any]) -> str:
    """The type as the pages print it."""
    if "x-clientloom-name" in schema:
        return str(schema["x-clientloom-name"])
    if "$ref" in schema:
        target = resolved(name, schema)
        return schema["$ref"].split("/")[-1] if is_class(target) else python_type(name, target)
    if schema["type"] == "array":
        return f"List[{python_type(name, schema['items'])}]"
    if schema.get("format") == "date-time":
        return "datetime"
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[schema["type"]]


def parameter_of(name: str, node: dict[str, Any]) -> Parameter:
    schema = resolved(name, node["schema"])
    return Parameter(
        name=snake(node["name"]),
        wire=node["name"],
        type=python_type(name, node["schema"]),
        description=node.get("description", ""),
        required=node.get("required", False),
        default=None if is_class(schema) else schema.get("default"),
    )


def body_of(name: str, node: dict[str, Any]) -> Parameter:
    model = python_type(name, node["content"]["application/json"]["schema"])
    pinned = "json" if name == "waylay_rules" else node.get("x-clientloom-name", snake(model))
    return Parameter(pinned, None, model, node.get("description", ""), node.get("required", False))


def response_of(name: str, status: str, node: dict[str, Any]) -> tuple[str, str, Any]:
    response = resolved(name, node)
    headers = ((key, value["description"]) for key, value in response.get("headers", {}).items())
    return str(status), response["description"], tuple(headers)


def returns_of(name: str, node: dict[str, Any]) -> str:
    (success,) = (value for key, value in node["responses"].items() if key.startswith("2"))
    content = resolved(name, success).get("content")
    if content is None:
        return "void (empty response body)"
    return python_type(name, content["application/json"]["schema"])


def described(name: str, tag: str) -> list[Operation]:
    """The operations of a tag, in the order in which a page lists them: by operationId."""
    nodes = [entry for entry in operation_nodes(name) if entry[2]["tags"] == [tag]]
    found = []
    for method, path, node in sorted(nodes, key=lambda entry: entry[2]["operationId"]):
        parameters = [resolved(name, entry) for entry in node.get("parameters", [])]
        body = resolved(name, node["requestBody"]) if "requestBody" in node else None
        answers = [resolved(name, entry) for entry in node["responses"].values()]
        examples = {snake(p["name"]): p["example"] for p in parameters if "example" in p}
        if body:
            wire = body["content"]["application/json"]["example"]
            examples[body_of(name, body).name] = wire
        found.append(
            Operation(
                name=node.get("x-clientloom-name", snake(node["operationId"])),
                method=method.upper(),
                path=path,
                prose=tuple(node[key] for key in ("summary", "description") if key in node),
                parameters=tuple(parameter_of(name, entry) for entry in parameters),
                body=body_of(name, body) if body else None,
                returns=returns_of(name, node),
                security=tuple(scheme for choice in node["security"] for scheme in choice),
                content_types=tuple(body["content"]) if body else (),
                accepts=tuple(dict.fromkeys(m for a in answers for m in a.get("content", {}))),
                responses=tuple(response_of(name, *entry) for entry in node["responses"].items()),
                examples=examples,
            )
        )
    return found


# The pages.


@cache
def page(seed: str) -> str:
    (path,) = (SHARED / "seeds").glob(f"{seed}_*.txt")
    return path.read_text(encoding="utf-8")


def plain(markdown: str) -> str:
    """The text that a table cell or a paragraph shows."""
    return html.unescape(markdown).replace('\\"', '"').replace("**", "").strip()


def rows(text: str) -> list[list[str]]:
    """The rows of the one table in `text`, without its two head rows."""
    lines = [line.strip().removeprefix("|") for line in text.splitlines() if "|" in line]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)] for line in lines[2:]]


def section(text: str, title: str) -> str:
    match = re.search(rf"(?ms)^### {title}\n(.*?)(?=^### |^\[\[Back to top)", text)
    return match[1] if match else ""


def bold(cell: str) -> str:
    match = re.search(r"\*\*`?(.+?)`?\*\*", cell)
    assert match, cell
    return match[1]


def parsed_parameter(cells: list[str]) -> tuple[bool, Parameter] | None:
    """Whether the row is that of the body, and the row; None for an argument of every call."""
    name, kind, *binding, description, notes = cells[:5]
    if binding and binding[0] in ("URL query parameter", "request headers"):
        return None
    if default := re.search(r"default(?: value of| to)? ([^\]]+)", notes):
        default = ast.literal_eval(default[1])
    wire = re.search(r'"(.+)"', binding[0]) if binding else None
    attribute = re.search(r"query\.(\w+)", name)
    is_body = binding == ["json request body"] or f"**{bold(kind)}**]({bold(kind)}.md)" in kind
    return is_body, Parameter(
        name=attribute[1] if attribute else bold(name),
        wire=wire[1] if wire else None,
        type=bold(kind),
        description=plain(description),
        required="[optional]" not in notes,
        default=default,
    )


def parsed_response(cells: list[str]) -> tuple[str, str, Any]:
    """A row of the response table; the pages print the default response as status 0."""
    status, description, headers, *_ = cells
    found = re.findall(r"\* (\S+) - (.*?) *<br>", headers)
    return {"0": "default"}.get(bold(status), bold(status)), plain(description), tuple(found)


def evaluated(node: ast.expr) -> Any:
    """A value of an example; a model stands for the dict of its arguments."""
    if isinstance(node, ast.Call):
        return {str(keyword.arg): evaluated(keyword.value) for keyword in node.keywords}
    if isinstance(node, ast.List):
        return [evaluated(element) for element in node.elts]
    return ast.literal_eval(node)


def passed_values(code: str) -> dict[str, Any]:
    """The arguments that an example passes, by their Python names."""
    found = re.findall(r"(?m)^ *(\w+) = (.+?) # \S+ \|", code)  # one-line assignments
    found += re.findall(r"(?ms)^ *(\w+) = (\w+\(\n.*?\n    \)) # ", code)  # models
    found += re.findall(r"(?m)^ +'([\w.]+)': (.+)$", code)  # query dicts
    found += [(key, value) for value, key in re.findall(r"(?m)^ +(\S+), # (\w+) \| path", code)]
    if re.search(r"(?m)^ +json = \S+\(\) #", code):
        found = [*(entry for entry in found if entry[0] != "json"), ("json", "{}")]
    return {snake(key): evaluated(ast.parse(text, mode="eval").body) for key, text in found}


def parsed_operation(name: str, method: str, path: str, summary: str, text: str) -> Operation:
    head, _, _ = text.partition("### Example")
    prose = [plain(line) for line in head.splitlines() if line.strip() and line[0] != ">"]
    assert prose[0] == summary
    table = [
        found for cells in rows(section(text, "Parameters")) if (found := parsed_parameter(cells))
    ]
    returns = section(text, "Return type")
    headers = dict(re.findall(r" - \*\*(.+?)\*\*: (.+)", section(text, "HTTP request headers")))
    authorization = re.findall(r"README\.md#(\w+)", section(text, "Authorization"))
    code = re.search(r"(?s)```python\n(.*?)```", text)
    assert code
    void = "void (empty response body)"
    return Operation(
        name=name,
        method=method,
        path=path,
        prose=tuple(prose),
        parameters=tuple(parameter for is_body, parameter in table if not is_body),
        body=next((parameter for is_body, parameter in table if is_body), None),
        returns=(
            void if void in returns else bold(rows(returns)[0][2] if "|" in returns else returns)
        ),
        security=tuple(authorization) or None,
        content_types=tuple(t for t in headers["Content-Type"].split(", ") if t != "Not defined"),
        accepts=tuple(headers["Accept"].split(", ")),
        responses=tuple(map(parsed_response, rows(section(text, "HTTP response details")))),
        examples=passed_values(code[1]),
    )


@cache
def published(seed: str) -> list[Operation]:
    """The operations of a page, in the order of its method table."""
    head, *parts = re.split(r"(?m)^# \*\*(\w+)\*\*$", page(seed))
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    table = [(bold(name), *call.split(" "), plain(text)) for name, call, text in rows(head)]
    assert [entry[0] for entry in table] == list(texts)
    return [parsed_operation(n, bold(m), path, text, texts[n]) for n, m, path, text in table]


def by_name(operations: list[Operation], attribute: str) -> dict[str, Any]:
    return {operation.name: getattr(operation, attribute) for operation in operations}


def without_unshown_wire(parameter: Parameter, shown: Parameter) -> Parameter:
    return parameter if shown.wire else Parameter(**{**vars(parameter), "wire": None})


# Every document on its own.


@each_document
def test_document_is_valid(name: str) -> None:
    OpenAPIV30SpecValidator(document(name)).validate()


@each_document
def test_document_is_block_yaml(name: str) -> None:
    """Only empty collections are written in flow style, and no line has stray white space."""
    events = list(yaml.parse(text_of(name)))
    starts = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    for event, following in itertools.pairwise(events):
        if isinstance(event, starts) and event.flow_style:
            assert isinstance(following, ends), f"a flow collection at {event.start_mark}"
    assert not [event for event in events if isinstance(event, yaml.AliasEvent)]
    assert not re.search(r"\t|\r|[ ]$|\n\n\n|\n\Z(?<=\n\n)", text_of(name), re.MULTILINE)


@each_document
def test_top_level_order_is_stable(name: str) -> None:
    assert list(document(name)) == ["openapi", "info", "servers", "tags", "paths", "components"]


def errors(name: str, schema: dict[str, Any], value: Any) -> list[str]:
    """Why `value` does not satisfy `schema`."""
    rooted = {**schema, "components": document(name)["components"]}
    validator = OAS30Validator(rooted, format_checker=oas30_format_checker)
    return [error.message for error in validator.iter_errors(value)]


@each_document
def test_examples_satisfy_their_schemas(name: str) -> None:
    for _, _, node in operation_nodes(name):
        for parameter in (resolved(name, entry) for entry in node.get("parameters", [])):
            if "example" in parameter:
                assert errors(name, parameter["schema"], parameter["example"]) == []
            else:
                assert not parameter.get("required"), f"{parameter['name']} has no example"
        if "requestBody" in node:
            media = resolved(name, node["requestBody"])["content"]
            assert [key for key, value in media.items() if "example" in value] == [
                "application/json"
            ]
            json_body = media["application/json"]
            assert errors(name, json_body["schema"], json_body["example"]) == []


@each_document
def test_defaults_satisfy_their_schemas(name: str) -> None:
    for schema in nodes_with(document(name), "default"):
        if "type" in schema:
            assert errors(name, schema, schema["default"]) == []


def nodes_with(node: Any, key: str) -> Iterator[dict[str, Any]]:
    """Every mapping below `node` that has `key`, in document order."""
    if isinstance(node, dict):
        if key in node:
            yield node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from nodes_with(child, key)


@each_document
def test_what_no_page_states_names_its_source(name: str) -> None:
    """No page states a schema in full, an operationId or where an API key is sent."""
    components = document(name)["components"]
    nodes = {
        **components["schemas"],
        **{node["operationId"]: node for _, _, node in operation_nodes(name)},
        **{k: s for k, s in components["securitySchemes"].items() if k != "Basic"},
    }

    assert [key for key, node in nodes.items() if not node.get("x-provenance")] == []
    for node in nodes_with(document(name), "x-provenance"):
        assert isinstance(node["x-provenance"], str)


@each_document
def test_every_component_is_used(name: str) -> None:
    used = {node["$ref"] for node in nodes_with(document(name), "$ref")}
    components = document(name)["components"]
    defined = {f"#/components/{s}/{key}" for s in components for key in components[s]}

    assert {ref for ref in defined - used if "/securitySchemes/" not in ref} == set()
    assert used <= defined


# The documents against the facts beside the seeds.


def bare(node: Any) -> Any:
    """A schema without its extensions and prose, which the facts do not hold."""
    if isinstance(node, list):
        return [bare(child) for child in node]
    if not isinstance(node, dict):
        return node
    return {
        key: bare(value)
        for key, value in node.items()
        if not key.startswith("x-") and not (key == "description" and isinstance(value, str))
    }


def facts(name: str) -> dict[str, Any]:
    path = SHARED / "platforms" / f"{name}.schemas.json"
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@needs_shared
@each_document
def test_schemas_are_those_of_the_facts(name: str) -> None:
    components = document(name)["components"]["schemas"]
    pinned = nodes_with(document(name), "x-clientloom-name")
    inline = {s["x-clientloom-name"]: s for s in pinned if {"type", "oneOf"} & s.keys()}
    known = facts(name)["components"]["schemas"]

    assert bare({**components, **inline}) == bare(known)
    assert components.keys() == known.keys() - inline.keys()


@needs_shared
@each_document
def test_parameters_have_the_bounds_of_the_facts(name: str) -> None:
    bounds = {
        k: v for k, v in facts(name)["x-notes"].get("params", {}).items() if isinstance(v, dict)
    }
    for _, _, node in operation_nodes(name):
        for parameter in (resolved(name, entry) for entry in node.get("parameters", [])):
            known = bounds.get(parameter["name"], {})
            wanted = {key.removeprefix("x-"): value for key, value in known.items()}
            assert parameter["schema"].items() >= wanted.items(), parameter["name"]


# The documents against the pages.


@needs_shared
@each_page
def test_method_table(seed: str, name: str, tag: str) -> None:
    """The same operations, and sorting them by operationId gives the order of the page."""
    tables = [
        [(o.name, o.method, o.path, o.prose[0]) for o in operations]
        for operations in (described(name, tag), published(seed))
    ]

    assert tables[0] == tables[1]


@needs_shared
@each_document
def test_no_operation_that_no_page_states(name: str) -> None:
    pages = [seed for seed, document_name, _ in PAGES if document_name == name]

    assert len(list(operation_nodes(name))) == sum(len(published(seed)) for seed in pages)


@needs_shared
@each_page
def test_server(seed: str, name: str, tag: str) -> None:
    (server,) = document(name)["servers"]

    assert f"All URIs are relative to *{server['url']}*" in page(seed)


@needs_shared
@each_page
@pytest.mark.parametrize(
    "fact", ["prose", "body", "returns", "content_types", "accepts", "responses"]
)
def test_fact_of_every_operation(seed: str, name: str, tag: str, fact: str) -> None:
    assert by_name(described(name, tag), fact) == by_name(published(seed), fact)


@needs_shared
@each_page
def test_parameters(seed: str, name: str, tag: str) -> None:
    """Names, types, descriptions, what is required, defaults, and the order of the page."""
    shown = by_name(published(seed), "parameters")
    for operation, parameters in by_name(described(name, tag), "parameters").items():
        pairs = zip(parameters, shown[operation], strict=True)
        assert shown[operation] == tuple(without_unshown_wire(*pair) for pair in pairs)


@needs_shared
@each_page
def test_security(seed: str, name: str, tag: str) -> None:
    """The schemes of each operation, each of them enough, and the kind of each."""
    shown = by_name(published(seed), "security")
    kinds = {s: k for k, s in re.findall(r"\* (.+) Authentication \((\w+)\):", page(seed))}
    schemes = document(name)["components"]["securitySchemes"]
    types = {"Basic": "http", "Api Key": "apiKey", "OAuth": "oauth2"}

    for operation, security in by_name(described(name, tag), "security").items():
        assert shown[operation] in (security, None)
    for _, _, node in operation_nodes(name):
        assert all(len(choice) == 1 for choice in node["security"])
    for scheme, kind in kinds.items():
        assert schemes[scheme]["type"] == types[kind]


@needs_shared
@each_page
def test_examples_are_those_of_the_page(seed: str, name: str, tag: str) -> None:
    """An argument has an example if and only if the page passes it: the page's, where valid."""
    shown = by_name(published(seed), "examples")
    for operation in described(name, tag):
        schemas = {snake(p["name"]): p["schema"] for p in all_parameters(name)}
        values = shown[operation.name]
        assert operation.examples.keys() == values.keys()
        for argument, example in operation.examples.items():
            if argument in schemas:
                same = example == values[argument]
                assert same or errors(name, schemas[argument], values[argument])
            elif values[argument]:
                assert values[argument] in (example, snake_keys(example))


def all_parameters(name: str) -> Iterator[dict[str, Any]]:
    for _, _, node in operation_nodes(name):
        yield from (resolved(name, entry) for entry in node.get("parameters", []))
