"""Single changes to a small document, each with what it means: on the wire, for callers, for the version.

Snippets are for the style `native` unless they say otherwise. `before` is code that a caller has written: it fits the
old package and, where the change is breaking, not the new one. `after` is code that only the new package allows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Spec: TypeAlias = dict[str, Any]

STYLES = ("native", "prior", "legacy", "nextgen", "waylay")


def string(**more: Any) -> Spec:
    return {"type": "string", **more}


def ref(name: str) -> Spec:
    return {"$ref": f"#/components/schemas/{name}"}


def content(schema: Spec) -> Spec:
    return {"application/json": {"schema": schema}}


def query(name: str, schema: Spec, required: bool = False, **more: Any) -> Spec:
    return {"name": name, "in": "query", "required": required, "schema": schema, **more}


def answers(status: str, schema: Spec | None) -> Spec:
    answer: Spec = {"description": "Fine"}
    if schema is not None:
        answer["content"] = content(schema)
    return {
        status: answer,
        "404": {"description": "Not there", "content": content(ref("Failure"))},
    }


def base() -> Spec:
    """The document that every case changes."""
    thing_id = {"name": "thingId", "in": "path", "required": True, "schema": string()}
    properties: Spec = {
        "id": {"type": "integer"},
        "name": string(),
        "color": ref("Color"),
        "mood": string(enum=["calm", "wild"]),
        "size": {"type": "number"},
        "note": string(nullable=True),
        "owner": ref("Owner"),
        "shape": {"oneOf": [ref("Circle"), ref("Square")]},
    }
    new_properties: Spec = {
        "name": string(maxLength=20),
        "shade": ref("Shade"),
        "kind": string(enum=["big", "small"]),
        "size": {"type": "integer"},
        "label": string(default="none"),
        "owner": ref("Owner"),
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1.0.0"},
        "servers": [{"url": "https://one.example"}],
        "security": [{"key": []}],
        "paths": {
            "/things": {
                "get": {
                    "operationId": "listThings",
                    "tags": ["things"],
                    "parameters": [
                        query("limit", {"type": "integer"}),
                        query("filter", string()),
                        query("order", string(enum=["up", "down"])),
                        {"name": "X-Trace", "in": "header", "schema": string()},
                    ],
                    "responses": answers("200", {"type": "array", "items": ref("Thing")}),
                },
                "post": {
                    "operationId": "createThing",
                    "tags": ["things"],
                    "requestBody": {"required": True, "content": content(ref("NewThing"))},
                    "responses": answers("201", ref("Thing")),
                },
            },
            "/things/{thingId}": {
                "get": {
                    "operationId": "getThing",
                    "tags": ["things"],
                    "parameters": [thing_id],
                    "responses": answers("200", ref("Thing")),
                },
                "delete": {
                    "operationId": "deleteThing",
                    "tags": ["things"],
                    "parameters": [thing_id],
                    "responses": answers("204", None),
                },
            },
            "/things/{thingId}/notes": {
                "get": {
                    "operationId": "listNotes",
                    "tags": ["notes"],
                    "parameters": [
                        thing_id,
                        query("page", {"type": "integer"}, required=True),
                        query("size", {"type": "integer"}),
                    ],
                    "responses": answers("200", ref("Notes")),
                },
                "put": {
                    "operationId": "replaceNotes",
                    "tags": ["notes"],
                    "parameters": [thing_id],
                    "requestBody": {"content": content(ref("Notes"))},
                    "responses": answers("200", ref("Notes")),
                },
            },
        },
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "token": {"type": "http", "scheme": "bearer"},
            },
            "schemas": {
                "Thing": {"type": "object", "required": ["id", "name"], "properties": properties},
                "NewThing": {"type": "object", "required": ["name"], "properties": new_properties},
                "Owner": {
                    "type": "object",
                    "required": ["email"],
                    "properties": {"email": string(), "nick": string()},
                },
                "Notes": {
                    "type": "object",
                    "required": ["texts"],
                    "properties": {
                        "texts": {"type": "array", "items": string()},
                        "total": {"type": "integer"},
                    },
                },
                "Circle": {
                    "type": "object",
                    "required": ["radius"],
                    "properties": {"radius": {"type": "number"}},
                },
                "Square": {
                    "type": "object",
                    "required": ["side"],
                    "properties": {"side": {"type": "number"}},
                },
                "Triangle": {
                    "type": "object",
                    "required": ["height"],
                    "properties": {"height": {"type": "number"}},
                },
                "Color": string(enum=["red", "green"]),
                "Shade": string(enum=["dark", "light"]),
                "Failure": {"type": "object", "properties": {"reason": string()}},
            },
        },
    }


def operation(spec: Spec, name: str) -> Spec:
    return next(
        o for item in spec["paths"].values() for o in item.values() if o["operationId"] == name
    )


def parameter(spec: Spec, owner: str, name: str) -> Spec:
    return next(p for p in operation(spec, owner)["parameters"] if p["name"] == name)


def schema(spec: Spec, name: str) -> Spec:
    found: Spec = spec["components"]["schemas"][name]
    return found


def prop(spec: Spec, owner: str, name: str) -> Spec:
    found: Spec = schema(spec, owner)["properties"][name]
    return found


Edit: TypeAlias = Callable[[Spec], object]
PerStyle: TypeAlias = str | Mapping[str, str]
"""A value for all styles, or by style with "" for the others."""


@dataclass(frozen=True)
class Case:
    """One change.

    :param before: lines of code by style that stop to fit, if the change breaks callers
    :param after: lines of code that begin to fit
    :param kept: lines of code that fit before and after, because an earlier name lives on
    """

    name: str
    edit: Edit
    kind: str
    direction: str
    wire: str
    callers: PerStyle
    bump: PerStyle
    before: Mapping[str, str] = field(default_factory=dict[str, str])
    after: Mapping[str, str] = field(default_factory=dict[str, str])
    kept: Mapping[str, str] = field(default_factory=dict[str, str])

    def expected(self, style: str) -> tuple[str, str]:
        """Verdict for callers and bump, of one style."""
        return _of(self.callers, style), _of(self.bump, style)


def _of(value: PerStyle, style: str) -> str:
    return value if isinstance(value, str) else value.get(style, value[""])


def set_in(path: str, value: Any) -> Edit:
    """Set something, by its keys with dots; None takes it away."""

    def edit(spec: Spec) -> None:
        *keys, last = path.split(".")
        node = spec
        for key in keys:
            node = node[key]
        if value is None:
            del node[last]
        else:
            node[last] = value

    return edit


def in_operation(name: str, change: Edit) -> Edit:
    return lambda spec: change(operation(spec, name))


def in_parameter(owner: str, name: str, change: Edit) -> Edit:
    return lambda spec: change(parameter(spec, owner, name))


def in_schema(name: str, change: Edit) -> Edit:
    return lambda spec: change(schema(spec, name))


def become(other: Spec) -> Edit:
    """Put something else in a place."""

    def edit(node: Spec) -> None:
        node.clear()
        node.update(other)

    return edit


def rename_key(node: Spec, old: str, new: str) -> None:
    items = [(new if key == old else key, value) for key, value in node.items()]
    node.clear()
    node.update(items)


def rename_schema(old: str, new: str) -> Edit:
    def edit(spec: Spec) -> None:
        rename_key(spec["components"]["schemas"], old, new)

        def walk(node: Any) -> None:
            if isinstance(node, dict):
                if node.get("$ref") == ref(old)["$ref"]:
                    node["$ref"] = ref(new)["$ref"]
                for value in node.values():
                    walk(value)
            elif isinstance(node, list):
                for value in node:
                    walk(value)

        walk(spec)

    return edit


def rename_tag(spec: Spec) -> None:
    for item in spec["paths"].values():
        for each in item.values():
            each["tags"] = ["remarks" if tag == "notes" else tag for tag in each["tags"]]


def add_operation(spec: Spec) -> None:
    spec["paths"]["/things/{thingId}/lock"] = {
        "post": {
            "operationId": "lockThing",
            "tags": ["things"],
            "parameters": [operation(spec, "getThing")["parameters"][0]],
            "responses": answers("204", None),
        }
    }


def add_parameter(owner: str, added: Spec, at: int | None = None) -> Edit:
    def edit(spec: Spec) -> None:
        parameters = operation(spec, owner)["parameters"]
        parameters.insert(len(parameters) if at is None else at, added)

    return edit


def remove_parameter(owner: str, name: str) -> Edit:
    def edit(spec: Spec) -> None:
        operation(spec, owner)["parameters"].remove(parameter(spec, owner, name))

    return edit


def add_property(owner: str, name: str, added: Spec, *, required: bool = False) -> Edit:
    def edit(spec: Spec) -> None:
        schema(spec, owner)["properties"][name] = added
        if required:
            schema(spec, owner)["required"].append(name)

    return edit


def rename_property(owner: str, old: str, new: str, *, told: bool = False) -> Edit:
    def edit(spec: Spec) -> None:
        rename_key(schema(spec, owner)["properties"], old, new)
        if told:
            schema(spec, owner)["properties"][new]["x-clientloom-renamed-from"] = old
        names = schema(spec, owner)["required"]
        names[:] = [new if name == old else name for name in names]

    return edit


def require(owner: str, name: str) -> Edit:
    return lambda spec: schema(spec, owner)["required"].append(name)


def relax(owner: str, name: str) -> Edit:
    return lambda spec: schema(spec, owner)["required"].remove(name)


def move_path(spec: Spec) -> None:
    rename_key(spec["paths"], "/things/{thingId}/notes", "/notes/{thingId}")


def rename_path_parameter(spec: Spec) -> None:
    rename_key(spec["paths"], "/things/{thingId}/notes", "/things/{thing}/notes")
    for each in spec["paths"]["/things/{thing}/notes"].values():
        each["parameters"][0] = {**each["parameters"][0], "name": "thing"}


def post_instead_of_put(spec: Spec) -> None:
    rename_key(spec["paths"]["/things/{thingId}/notes"], "put", "post")


def reorder(spec: Spec) -> None:
    operation(spec, "listThings")["parameters"].reverse()


def native(line: str) -> dict[str, str]:
    return {"native": line}


S, W, B = "safe", "warning", "breaking"
NONE, PATCH, MINOR, MAJOR = "none", "patch", "minor", "major"

# What differs by style: who may pass by position what is optional, and who has no keywords for queries and headers.
CASES: tuple[Case, ...] = (
    # --- Operations
    Case("an operation more", add_operation, "operation-added", "none", S, S, MINOR,
         after=native("client.things.lock('a')")),
    Case("an operation less", lambda s: s["paths"]["/things/{thingId}"].pop("delete"), "operation-removed", "none",
         B, B, MAJOR, before={"native": "client.things.delete('a')", "prior": "things.delete_thing('a')"}),
    Case("another operationId", in_operation("getThing", set_in("operationId", "fetchThing")), "operation-renamed",
         "none", S, W, MINOR,
         kept={"native": "client.things.get('a')", "legacy": "things.get_thing_with_http_info('a')",
               "prior": "things.get_thing('a')", "nextgen": "things.get_thing('a')",
               "waylay": "await things.get_thing('a')"},
         after=native("client.things.fetch('a')")),
    Case("another tag for one operation", in_operation("listNotes", set_in("tags", ["things"])), "operation-retagged",
         "none", S, W, MINOR, kept=native("client.notes.list('a', 1)"),
         after=native("client.things.list_notes('a', 1)")),
    Case("another name of a tag", rename_tag, "tag-renamed", "none", S, W, MINOR,
         kept=native("client.notes.list('a', 1)"), after=native("client.remarks")),
    Case("another path", move_path, "path-changed", "none", B, S, PATCH),
    Case("another method", post_instead_of_put, "method-changed", "none", B, S, PATCH),
    Case("a server of its own", in_operation("getThing", set_in("servers", [{"url": "https://two.example"}])),
         "operation-server-changed", "none", W, S, PATCH),
    Case("an operation is deprecated", in_operation("getThing", set_in("deprecated", True)), "deprecated", "none",
         S, W, MINOR),
    Case("a description", in_operation("getThing", set_in("description", "Gets it.")), "description-changed", "none",
         S, S, PATCH),
    # --- Parameters
    Case("an optional parameter at the end", add_parameter("listThings", query("deep", {"type": "boolean"})),
         "parameter-added", "request", S, S, MINOR,
         after={"native": "client.things.list(deep=True)", "prior": "things.list_things(deep=True)"}),
    Case("an optional parameter in front", add_parameter("listThings", query("deep", {"type": "boolean"}), 0),
         "parameter-added", "request", S, {"nextgen": B, "": S}, {"nextgen": MAJOR, "": MINOR},
         before={"nextgen": "things.list_things(5)"}, after=native("client.things.list(deep=True)")),
    Case("a required parameter", add_parameter("listThings", query("zone", string(), required=True)),
         "required-parameter-added", "request", B, B, MAJOR,
         before={"native": "client.things.list()", "prior": "things.list_things()", "legacy": "things.list_things()",
                 "nextgen": "things.list_things()", "waylay": "await things.list_things()"},
         after=native("client.things.list('here')")),
    Case("a required header", add_parameter("listThings", {"name": "X-Zone", "in": "header", "required": True,
         "schema": string()}), "required-parameter-added", "request", B, {"waylay": W, "": B},
         {"waylay": MINOR, "": MAJOR}, before={"native": "client.things.list()", "prior": "things.list_things()",
         "nextgen": "things.list_things()"}, kept={"waylay": "await things.list_things()"}),
    Case("a parameter less", remove_parameter("listThings", "filter"), "parameter-removed", "request", W, B, MAJOR,
         before={"native": "client.things.list(filter='a')", "prior": "things.list_things(filter='a')",
                 "waylay": "await things.list_things(query=queries.ListThingsQuery(filter='a'))"}),
    Case("a header less", remove_parameter("listThings", "X-Trace"), "parameter-removed", "request", W,
         {"waylay": W, "": B}, {"waylay": MINOR, "": MAJOR}, before={"native": "client.things.list(x_trace='a')",
         "legacy": "things.list_things(x_trace='a')"},
         kept={"waylay": "await things.list_things(headers={'X-Trace': 'a'})"}),
    Case("another name of a parameter", in_parameter("listThings", "filter", set_in("name", "filters")),
         "parameter-renamed", "request", B, B, MAJOR, before={"native": "client.things.list(filter='a')",
         "nextgen": "things.list_things(filter='a')",
         "waylay": "await things.list_things(query=queries.ListThingsQuery(filter='a'))"},
         after=native("client.things.list(filters='a')")),
    Case("another name in the path", rename_path_parameter, "path-parameter-renamed", "request", S, W, MINOR,
         kept={"native": "client.notes.list(thing_id='a', page=1)", "prior": "notes.list_notes(thing_id='a', page=1)",
               "legacy": "notes.list_notes(thing_id='a', page=1)", "nextgen": "notes.list_notes(thing_id='a', page=1)",
               "waylay": "await notes.list_notes(thing_id='a', query={'page': 1})"},
         after=native("client.notes.list(thing='a', page=1)")),
    Case("another name of a parameter, as the document says", in_parameter("listThings", "filter", lambda p: p.update(
         {"name": "match", "x-clientloom-renamed-from": "filter"})), "parameter-renamed", "request", B, W, MINOR,
         kept={"native": "client.things.list(filter='a')", "legacy": "things.list_things(filter='a')",
               "waylay": "await things.list_things(query=queries.ListThingsQuery(filter='a'))"},
         after=native("client.things.list(match='a')")),
    Case("a parameter becomes a header", in_parameter("listThings", "filter", set_in("in", "header")),
         "parameter-relocated", "request", B, {"waylay": B, "": S}, {"waylay": MAJOR, "": PATCH},
         before={"waylay": "await things.list_things(query=queries.ListThingsQuery(filter='a'))"},
         kept={"native": "client.things.list(filter='a')", "prior": "things.list_things(filter='a')"}),
    Case("a parameter becomes required", in_parameter("listThings", "limit", set_in("required", True)),
         "parameter-required", "request", B, B, MAJOR,
         before={"native": "client.things.list()", "nextgen": "things.list_things()", "legacy": "things.list_things()",
                 "waylay": "await things.list_things()"}),
    Case("a parameter becomes optional", in_parameter("listNotes", "page", set_in("required", False)),
         "parameter-optional", "request", S, {"native": B, "prior": B, "legacy": B, "": S},
         {"native": MAJOR, "prior": MAJOR, "legacy": MAJOR, "": MINOR},
         before={"native": "client.notes.list('a', 1)", "prior": "notes.list_notes('a', 1)",
                 "legacy": "notes.list_notes('a', 1)"},
         after={"native": "client.notes.list('a')", "nextgen": "notes.list_notes('a')",
                "waylay": "await notes.list_notes('a')"}, kept={"nextgen": "notes.list_notes('a', 1)"}),
    Case("parameters in another order", reorder, "parameter-reordered", "request", S, {"nextgen": B, "": S},
         {"nextgen": MAJOR, "waylay": PATCH, "": MINOR}, before={"nextgen": "things.list_things(5)"}),
    Case("a parameter written in another way", in_parameter("listThings", "filter", set_in("explode", False)),
         "parameter-style-changed", "request", B, S, PATCH),
    Case("a wider type of a parameter", in_parameter("listThings", "limit", set_in("schema", {"type": "number"})),
         "type-widened", "request", S, S, MINOR, after=native("client.things.list(limit=0.5)")),
    Case("a narrower type of a parameter", in_parameter("listThings", "filter", set_in("schema", {"type": "integer"})),
         "type-changed", "request", B, B, MAJOR, before=native("client.things.list(filter='a')")),
    Case("a value more in a request", in_parameter("listThings", "order", set_in("schema.enum", ["up", "down", "no"])),
         "value-added", "request", S, S, MINOR),
    Case("a value less in a request", in_parameter("listThings", "order", set_in("schema.enum", ["up"])),
         "value-removed", "request", B, W, MINOR),
    Case("a default of a parameter", in_parameter("listThings", "limit", set_in("schema.default", 5)),
         "default-changed", "request", W, {"waylay": B, "": W}, {"waylay": MAJOR, "": MINOR},
         before={"waylay": "queries.ListThingsQuery(limit=None)"}, kept=native("client.things.list(limit=1)")),
    Case("bounds of a parameter", in_parameter("listThings", "limit", set_in("schema.maximum", 5)),
         "limits-tightened", "request", B, W, MINOR),
    Case("a parameter is deprecated", in_parameter("listThings", "limit", set_in("deprecated", True)),
         "deprecated", "request", S, W, MINOR),
    # --- Bodies
    Case("a body", in_operation("deleteThing", set_in("requestBody", {"content": content(ref("Owner"))})),
         "body-added", "request", S, S, MINOR, after=native("client.things.delete('a', body={})")),
    Case("a required body", in_operation("deleteThing", set_in("requestBody", {"required": True, "content":
         content({"type": "array", "items": string()})})), "required-body-added", "request", B, B, MAJOR,
         before={"native": "client.things.delete('a')", "prior": "things.delete_thing('a')"}),
    Case("no body", in_operation("replaceNotes", set_in("requestBody", None)), "body-removed", "request", W, B, MAJOR,
         before={"native": "client.notes.replace('a', body={})",
                 "waylay": "await notes.replace_notes('a', json={})"}),
    Case("a body becomes required", in_operation("replaceNotes", set_in("requestBody.required", True)),
         "body-required", "request", B, {"native": W, "": B}, {"native": MINOR, "": MAJOR},
         before={"prior": "notes.replace_notes('a')", "legacy": "notes.replace_notes('a')",
                 "nextgen": "notes.replace_notes('a')", "waylay": "await notes.replace_notes('a')"},
         kept=native("client.notes.replace('a')")),
    Case("another type of a body", in_operation("createThing", set_in("requestBody.content", content(
         {"type": "array", "items": ref("NewThing")}))), "type-changed", "request", B, B, MAJOR,
         before=native("client.things.create(name='a')")),
    Case("one media type more", in_operation("createThing", lambda o: o["requestBody"]["content"].update(
         {"application/xml": {"schema": ref("NewThing")}})), "media-type-added", "request", S, S,
         {"native": MINOR, "": PATCH}),
    # --- Answers
    Case("another type of an answer", in_operation("getThing", set_in("responses", answers("200", ref("Notes")))),
         "type-changed", "response", B, B, MAJOR, before=native("client.things.get('a').id")),
    Case("an error more", in_operation("getThing", lambda o: o["responses"].update({"409": {"description": "No"}})),
         "error-added", "response", S, S, PATCH),
    Case("a success more", in_operation("deleteThing", lambda o: o["responses"].update(answers("200", ref("Thing")))),
         "response-added", "response", W, B, MAJOR),
    Case("a header of an answer", in_operation("getThing", lambda o: o["responses"]["200"].update(
         {"headers": {"X-Left": {"schema": {"type": "integer"}}}})), "header-added", "response", S, S, PATCH),
    # --- Schemas
    Case("a schema more", lambda s: s["components"]["schemas"].update({"Spare": {"type": "object",
         "properties": {"a": string()}}}), "schema-added", "none", S, S, MINOR, after=native("models.Spare()")),
    Case("a schema less", lambda s: s["components"]["schemas"].pop("Triangle"), "schema-removed", "none", S, B, MAJOR,
         before=native("models.Triangle(height=1)")),
    Case("another name of a schema", rename_schema("Owner", "Person"), "schema-renamed", "both", S, W, MINOR,
         kept=native("models.Owner(email='a')"), after=native("models.Person(email='a')")),
    Case("a schema of another kind", in_schema("Color", become(
         {"type": "object", "required": ["r"], "properties": {"r": string()}})), "schema-shape-changed", "response",
         B, B, MAJOR, before=native("models.Color.RED")),
    Case("an optional field in a request", add_property("NewThing", "extra", string()), "property-added", "request",
         S, S, MINOR, after={"native": "client.things.create(name='a', extra='b')"}),
    Case("an optional field in an answer", add_property("Thing", "extra", string()), "property-added", "response",
         S, S, MINOR, after=native("client.things.get('a').extra")),
    Case("a required field in a request", add_property("NewThing", "extra", string(), required=True),
         "required-property-added", "request", B, B, MAJOR, before=native("models.NewThing(name='a')")),
    Case("a required field in an answer", add_property("Thing", "extra", string(), required=True),
         "required-property-added", "response", S, S, MINOR, after=native("client.things.get('a').extra")),
    Case("a required field both ways", add_property("Owner", "extra", string(), required=True),
         "required-property-added", "both", B, B, MAJOR, before=native("models.Owner(email='a')")),
    Case("a field less in a request", in_schema("NewThing", set_in("properties.size", None)), "property-removed",
         "request", W, B, MAJOR, before=native("client.things.create(name='a', size=1)")),
    Case("a field less in an answer", in_schema("Thing", set_in("properties.size", None)), "property-removed",
         "response", B, B, MAJOR, before=native("client.things.get('a').size")),
    Case("another name of a field", rename_property("Thing", "size", "theSize"), "property-renamed", "response",
         B, B, MAJOR, before=native("client.things.get('a').size"), after=native("client.things.get('a').the_size")),
    Case("another name of a field in a request", rename_property("NewThing", "label", "labels"), "property-renamed",
         "request", B, B, MAJOR, before=native("client.things.create(name='a', label='b')"),
         after=native("client.things.create(name='a', labels='b')")),
    Case("another name of a field, as the document says", rename_property("Owner", "nick", "alias", told=True),
         "property-renamed", "both", B, W, MINOR,
         kept={"native": "(models.Owner(email='a', nick='b').nick or '').upper()",
               "prior": "(models.Owner(email='a', nick='b').nick or '').upper()",
               "waylay": "(models.Owner(email='a', nick='b').nick or '').upper()"},
         after=native("models.Owner(email='a', alias='b').alias")),
    Case("another name of a required field, as the document says", rename_property("Owner", "email", "mail", told=True),
         "property-renamed", "both", B, W, MINOR, kept=native("models.Owner(email='a').email.upper()"),
         after=native("models.Owner(mail='a').mail")),
    Case("another value, as the document says", in_schema("Shade", lambda n: n.update(
         {"enum": ["dark", "bright"], "x-clientloom-renamed-values": {"bright": "light"}})), "value-renamed", "request",
         B, W, MINOR, kept=native("models.Shade.LIGHT"), after=native("models.Shade.BRIGHT")),
    Case("a field becomes required in a request", require("NewThing", "size"), "property-required", "request",
         B, B, MAJOR, before=native("models.NewThing(name='a')")),
    Case("a field becomes required in an answer", require("Thing", "size"), "property-required", "response",
         S, S, MINOR, after=native("size: float = client.things.get('a').size")),
    Case("a field becomes optional in a request", relax("NewThing", "name"), "property-optional", "request",
         S, S, MINOR, after=native("models.NewThing()")),
    Case("a field becomes optional in an answer", relax("Thing", "name"), "property-optional", "response", B, B, MAJOR,
         before=native("client.things.get('a').name.upper()")),
    Case("a field can be null in an answer", in_schema("Thing", set_in("properties.name.nullable", True)),
         "null-allowed", "response", B, B, MAJOR, before=native("client.things.get('a').name.upper()")),
    Case("a field can be null in a request", in_schema("NewThing", set_in("properties.name.nullable", True)),
         "null-allowed", "request", S, S, MINOR, after=native("models.NewThing(name=None)")),
    Case("a wider type in an answer", in_schema("Thing", set_in("properties.id", {"type": "number"})),
         "type-widened", "response", B, B, MAJOR, before=native("range(client.things.get('a').id)")),
    Case("a wider type in a request", in_schema("NewThing", set_in("properties.size", {"type": "number"})),
         "type-widened", "request", S, S, MINOR, after=native("models.NewThing(name='a', size=0.5)")),
    Case("a narrower type in an answer", in_schema("Thing", set_in("properties.size", {"type": "integer"})),
         "type-narrowed", "response", S, S, MINOR),
    Case("a text in an answer is a duration", in_schema("Thing", set_in("properties.name.format", "duration")),
         "type-narrowed", "response", S, {"native": B, "": S}, {"native": MAJOR, "": PATCH},
         before=native("client.things.get('a').name.upper()"),
         kept={"legacy": "things.get_thing('a').name.upper()", "prior": "things.get_thing('a').name.upper()",
               "nextgen": "things.get_thing('a').name.upper()",
               "waylay": "(await things.get_thing('a')).name.upper()"}),
    Case("a list becomes a tuple", in_schema("Notes", set_in("properties.texts", {
         "type": "array", "items": [string(), {"type": "integer"}], "minItems": 2, "maxItems": 2})),
         "type-changed", "both", B, B, MAJOR, before=native("models.Notes(texts=['a'], total=1)")),
    Case("a narrower type both ways", in_schema("Notes", set_in("properties.total", string())),
         "type-changed", "both", B, B, MAJOR, before=native("models.Notes(texts=[], total=1)")),
    Case("a value more in an answer", in_schema("Color", set_in("enum", ["red", "green", "blue"])), "value-added",
         "response", W, W, MINOR, after=native("models.Color.BLUE")),
    Case("a value less in a request enum", in_schema("Shade", set_in("enum", ["dark"])), "value-removed", "request",
         B, B, MAJOR, before=native("models.Shade.LIGHT")),
    Case("a value less in an answer", in_schema("Thing", set_in("properties.mood.enum", ["calm"])), "value-removed",
         "response", S, S, PATCH),
    Case("a variant more", in_schema("Thing", lambda n: n["properties"]["shape"]["oneOf"].append(ref("Triangle"))),
         "variant-added", "response", W, B, MAJOR),
    Case("bounds of a field loosened", in_schema("NewThing", set_in("properties.name.maxLength", 30)),
         "limits-loosened", "request", S, S, PATCH),
    Case("bounds of a field tightened", in_schema("NewThing", set_in("properties.name.maxLength", 10)),
         "limits-tightened", "request", B, W, MINOR),
    Case("a default of a field", in_schema("NewThing", set_in("properties.label.default", "all")), "default-changed",
         "request", W, W, MINOR),
    Case("a field is only read", in_schema("NewThing", set_in("properties.size.readOnly", True)),
         "property-read-only", "request", B, {"native": B, "": W}, {"native": MAJOR, "": MINOR},
         before=native("client.things.create(name='a', size=1)")),
    Case("a required field of both ways is only read", in_schema("Notes", set_in("properties.texts.readOnly", True)),
         "property-read-only", "both", B, B, MAJOR, before=native("client.notes.replace('a', texts=['b'])")),
    Case("a required field of both ways is only written",
         in_schema("Notes", set_in("properties.texts.writeOnly", True)),
         "property-write-only", "both", B, B, MAJOR,
         before=native("for page in client.notes.list('a', 1).pages():\n        print(page.body.texts)")),
    Case("no more properties", in_schema("NewThing", set_in("additionalProperties", False)),
         "extra-properties-refused", "request", B, W, MINOR),
    Case("a field is deprecated", in_schema("Thing", set_in("properties.size.deprecated", True)), "deprecated",
         "response", S, W, MINOR),
    Case("a field is only written", in_schema("Owner", set_in("properties.nick.writeOnly", True)),
         "property-write-only", "both", B, W, MINOR),
    Case("a pattern", in_schema("NewThing", lambda n: n["properties"]["name"].update(
         {"maxLength": 30, "pattern": "a"})), "limits-changed", "request", B, W, MINOR),
    Case("variants told apart", in_schema("Failure", set_in("discriminator", {"propertyName": "reason"})),
         "discriminator-changed", "response", B, W, MINOR),
    Case("a name in XML", in_schema("NewThing", set_in("properties.size.xml", {"name": "extent"})), "xml-changed",
         "request", B, S, PATCH),
    Case("a form written in another way", in_operation("createThing", set_in("requestBody.content.application/json",
         {"schema": ref("NewThing"), "encoding": {"size": {"contentType": "text/plain"}}})), "encoding-changed",
         "request", B, S, PATCH),
    # --- Security and servers
    Case("a scheme in another place", set_in("components.securitySchemes.key.name", "X-Secret"), "scheme-changed",
         "request", B, W, MINOR),
    Case("other scopes", in_operation("getThing", set_in("security", [{"key": ["read"]}])), "scopes-changed",
         "request", W, W, MINOR),
    Case("no security", set_in("security", []), "security-loosened", "request", S, S, PATCH),
    Case("another scheme", set_in("security", [{"token": []}]), "security-changed", "request", B, W, MINOR),
    Case("an alternative scheme", set_in("security", [{"key": []}, {"token": []}]), "security-loosened", "request",
         S, S, PATCH),
    Case("a scheme less", lambda s: s["components"]["securitySchemes"].pop("token"), "scheme-removed", "request",
         B, {"native": B, "": W}, {"native": MAJOR, "": MINOR}, before=native("Client(token='a')")),
    Case("another server", set_in("servers", [{"url": "https://two.example"}]), "first-server-changed", "request",
         W, W, MINOR),
    Case("a server more", lambda s: s["servers"].append({"url": "https://two.example"}), "server-added", "request",
         S, S, PATCH),
)  # fmt: skip
