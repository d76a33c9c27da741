"""What documents say becomes facts: schemas of every dialect, names from context, and what is made of the rest."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    Api,
    EnumShape,
    ListOf,
    Literals,
    MapOf,
    MediaType,
    OAuthFlow,
    ObjectShape,
    Reference,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from clientloom.document import load
from clientloom.errors import ClientloomError
from clientloom.parse import parse

STRING, INTEGER = Scalar("string"), Scalar("integer")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Run in a folder of its own, and fail when something takes long."""
    monkeypatch.chdir(tmp_path)
    start = time.process_time()
    yield tmp_path
    assert time.process_time() - start < 5


def write(data: Any, name: str = "api.json") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def read(text: str, version: str = "3.1.0") -> Api:
    data = yaml.safe_load(dedent(text))
    return parse(
        load(write({"openapi": version, "info": {"title": "Things", "version": "1"}, **data}))
    )


def schemas(definitions: dict[str, Any], version: str = "3.1.0") -> Api:
    return parse(
        load(write({"openapi": version, "info": {}, "components": {"schemas": definitions}}))
    )


def type_of(schema: str, version: str = "3.1.0") -> Type:
    """The type of a property with a schema."""
    definitions = yaml.safe_load(
        "{Thing: {type: object, properties: {it: "
        + schema
        + "}}, Other: {type: object, properties: {a: {}}},"
        " Kind: {type: string, enum: [a, b]}}"
    )
    shape = schemas(definitions, version).schemas["Thing"].shape
    assert isinstance(shape, ObjectShape)
    return shape.properties[0].type


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: [string, 'null']}", Union((STRING, NULL))),
        ("{type: [string, integer]}", Union((STRING, INTEGER))),
        ("{type: [string]}", STRING),
        ("{const: a}", Literals(("a",))),
        ("{const: null}", NULL),
        ("{const: {a: 1}}", AnyType()),
        ("true", AnyType()),
        ("false", AnyType()),
        ("{}", AnyType()),
        ("null", AnyType()),
        ("{enum: [1, true, 1.0, a, null]}", Union((Literals((1, True, 1.0, "a")), NULL))),
        ("{type: string, enum: [1, 2.5, true, a]}", Literals(("1", "2.5", "true", "a"))),
        ("{type: integer, enum: ['1', '-2']}", Literals((1, -2))),
        ("{enum: [[1], {a: 1}]}", AnyType()),
        ("{type: array}", ListOf(AnyType())),
        ("{items: {type: string}}", ListOf(STRING)),
        ("{type: array, items: true}", ListOf(AnyType())),
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}]}",
            ListOf(Union((STRING, INTEGER))),
        ),
        ("{prefixItems: [{type: string}], items: false}", ListOf(STRING)),
        (
            "{prefixItems: [{type: string}], items: {type: integer}}",
            ListOf(Union((STRING, INTEGER))),
        ),
        (
            "{type: array, items: [{type: string}, {type: integer}]}",
            ListOf(Union((STRING, INTEGER))),
        ),
        (
            "{items: [{type: string}, {type: integer}], additionalItems: {type: 'null'}}",
            ListOf(Union((STRING, INTEGER, NULL))),
        ),
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2, maxItems: 2}",
            TupleOf((STRING, INTEGER)),
        ),
        (
            "{type: array, items: [{type: string}], minItems: 1, additionalItems: false}",
            TupleOf((STRING,)),
        ),
        (
            "{type: array, prefixItems: [{type: string}], minItems: 1, items: {type: integer}}",
            TupleOf((STRING,), INTEGER),
        ),
        ("{prefixItems: [{type: string}], minItems: 2, items: false}", ListOf(STRING)),
        ("{prefixItems: [{type: string}], minItems: 1}", ListOf(STRING)),
        ("{type: object, additionalProperties: {type: string}}", MapOf(STRING)),
        ("{type: object, additionalProperties: true}", MapOf(AnyType())),
        ("{type: object, patternProperties: {'^a': {type: string}}}", MapOf(STRING)),
        (
            "{type: object, patternProperties: {'^a': {type: string}, '^b': {type: integer}}}",
            MapOf(Union((STRING, INTEGER))),
        ),
        (
            "{type: object, patternProperties: {'^a': {type: string}}, additionalProperties: true}",
            MapOf(AnyType()),
        ),
        ("{$ref: '#/components/schemas/Other', description: d}", Reference("Other")),
        ("{$ref: '#/components/schemas/Other', type: object}", Reference("Other")),
        ("{$ref: '#/components/schemas/Other', nullable: true}", Union((Reference("Other"), NULL))),
        ("{$ref: '#/components/schemas/Other', properties: {b: {}}}", Reference("Thing it")),
        (
            "{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}",
            Union((Reference("Other"), NULL)),
        ),
        ("{allOf: [{$ref: '#/components/schemas/Kind'}], default: a}", Reference("Kind")),
        ("{type: nonsense}", AnyType()),
        ("{type: file}", Scalar("string", "binary")),
        (
            "{type: [object, string], properties: {a: {}}}",
            Union((Reference("Thing it object"), STRING)),
        ),
        (
            "{type: 12, properties: [], allOf: {}, oneOf: 1, enum: 2, items: 3, required: true}",
            AnyType(),
        ),
    ],
)
def test_schemas_are_types(schema: str, expected: Type) -> None:
    found = type_of(schema)

    assert found == expected
    assert repr(found) == repr(expected)  # 1, True and 1.0 are equal, and not the same


def test_openapi_3_0_ignores_what_changes_a_referenced_schema() -> None:
    schema = "{$ref: '#/components/schemas/Other', properties: {b: {}}}"

    assert type_of(schema, "3.0.3") == Reference("Other")


# Names


def test_definitions_of_a_schema_are_named_by_their_own_name() -> None:
    api = schemas(
        {
            "A": {
                "properties": {"x": {"$ref": "#/$defs/Part"}},
                "$defs": {"Part": {"properties": {"a": {}}}},
            },
            "B": {
                "properties": {"x": {"$ref": "#/$defs/Part"}},
                "$defs": {"Part": {"properties": {"b": {}}}},
            },
            "Part": {"properties": {"c": {}}},
        }
    )

    assert list(api.schemas) == ["A", "B", "Part", "A Part", "B Part"]


def test_what_a_reference_leads_to_has_the_name_that_it_has_where_it_stands() -> None:
    api = read(
        """\
        paths:
          /things:
            get:
              operationId: getThing
              responses: {"200": {content: {application/json: {schema: {properties: {part: {properties: {a: {}}}}}}}}}
            post:
              operationId: addThing
              requestBody:
                content:
                  application/json:
                    schema: {$ref: "#/paths/~1things/get/responses/200/content/application~1json/schema"}
        """
    )

    assert list(api.schemas) == ["getThing response", "getThing response part"]
    assert api.operations[1].body is not None
    assert api.operations[1].body.content[0].type == Reference("getThing response")


def test_schemas_of_other_files_are_named_by_pointer_or_file() -> None:
    write({"Pet": {"properties": {"tag": {"$ref": "tag.json"}}}}, "models.json")
    write({"properties": {"a": {}}}, "tag.json")
    api = read(
        "components: {schemas: {Animal: {$ref: 'models.json#/Pet'}, Owner: {properties: {a: {}}}}}"
    )

    assert list(api.schemas) == ["Animal", "Owner", "tag"]


def test_webhooks_are_models() -> None:
    api = read(
        """\
        webhooks:
          newPet: {post: {requestBody: {content: {application/json: {schema: {properties: {a: {}}}}}}}}
        """
    )

    assert list(api.schemas) == ["newPet request"]
    assert api.operations == ()


# Discriminators


CAT: dict[str, Any] = {"properties": {"kind": {"const": "cat"}, "a": {}}, "required": ["kind"]}
DOG: dict[str, Any] = {"properties": {"kind": {"enum": ["dog", "wolf"]}}, "required": ["kind"]}
ONE_OF = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]


@pytest.mark.parametrize(
    ("said", "cat", "dog", "expected"),
    [
        (None, CAT, DOG, ("kind", (("cat", "Cat"), ("dog", "Dog"), ("wolf", "Dog")))),
        (None, CAT, {"properties": {"kind": {"type": "string"}}, "required": ["kind"]}, (None, ())),
        (None, CAT, CAT, (None, ())),
        (
            {"propertyName": "kind"},
            CAT,
            DOG,
            ("kind", (("cat", "Cat"), ("dog", "Dog"), ("wolf", "Dog"))),
        ),
        (
            {"propertyName": "kind"},
            {"properties": {"kind": {"type": "string"}}},
            {"properties": {"a": {}}},
            ("kind", (("Cat", "Cat"), ("Dog", "Dog"))),
        ),
        (
            {
                "propertyName": "kind",
                "mapping": {"c": "#/components/schemas/Cat", "d": "Dog", "e": "Dog", "f": "None"},
            },
            {"properties": {"a": {}}},
            {"properties": {"a": {}}},
            ("kind", (("c", "Cat"), ("d", "Dog"), ("e", "Dog"))),
        ),
    ],
)
def test_discriminators_are_facts(said: Any, cat: Any, dog: Any, expected: Any) -> None:
    pet = {"oneOf": [*ONE_OF, {"type": "null"}], **({"discriminator": said} if said else {})}
    shape = schemas({"Cat": cat, "Dog": dog, "Pet": pet}).schemas["Pet"].shape

    assert isinstance(shape, AliasShape)
    assert isinstance(shape.type, Union)
    assert shape.type.variants == (Reference("Cat"), Reference("Dog"), NULL)
    assert (shape.type.discriminator, shape.type.mapping) == expected


def test_a_base_knows_what_includes_it() -> None:
    api = schemas(
        {
            "Pet": {
                "properties": {"kind": {}},
                "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat"}},
            },
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"meow": {}}}]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"bark": {}}}]},
        }
    )
    shape = api.schemas["Pet"].shape

    assert isinstance(shape, ObjectShape)
    assert (shape.discriminator, shape.mapping) == ("kind", (("c", "Cat"), ("Dog", "Dog")))


def test_a_base_that_lists_what_includes_it_is_their_union() -> None:
    base: dict[str, Any] = {
        "properties": {"kind": {}},
        "discriminator": {"propertyName": "kind"},
        "oneOf": ONE_OF,
    }
    api = schemas(
        {
            "Pet": base,
            "Cat": {
                "allOf": [{"$ref": "#/components/schemas/Mammal"}, {"properties": {"meow": {}}}]
            },
            "Mammal": {
                "allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"legs": {}}}]
            },
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"bark": {}}}]},
        }
    )
    cat, pet = api.schemas["Cat"].shape, api.schemas["Pet"].shape

    assert isinstance(cat, ObjectShape)
    assert [p.name for p in cat.properties] == ["kind", "legs", "meow"]
    assert pet == AliasShape(
        Union((Reference("Cat"), Reference("Dog")), "kind", (("Cat", "Cat"), ("Dog", "Dog")))
    )


# Operations


def test_all_methods_are_operations() -> None:
    api = read(
        """\
        paths:
          /a:
            get: {}
            query: {operationId: find}
            additionalOperations: {COPY: {operationId: copy}, notify: }
            x-get: {}
          /b: {$ref: "#/components/pathItems/B"}
          c: {get: }
          x-d: {get: {}}
        components: {pathItems: {B: {trace: {}, parameters: [{name: q, in: query}]}}}
        """,
        "3.2.0",
    )

    assert [(o.method, o.path, o.id) for o in api.operations] == [
        ("GET", "/a", "get /a"),
        ("QUERY", "/a", "find"),
        ("COPY", "/a", "copy"),
        ("notify", "/a", "notify /a"),
        ("TRACE", "/b", "trace /b"),
        ("GET", "/c", "get c"),
    ]
    assert [p.name for p in api.operations[4].parameters] == ["q"]


def test_operations_are_repaired() -> None:
    api = read(
        """\
        tags: [{name: a, description: first}, {name: a, description: second}, {name: b, parent: nope}]
        security: [{known: []}]
        paths:
          /a/{id}/{other}:
            parameters:
              - {name: id, in: path, schema: {type: integer}}
              - {name: gone, in: path, required: true, schema: {type: string}}
            get:
              operationId: twice
              tags: a
              security: [{nope: [], known: []}]
              parameters: [{name: x, in: Query, style: nonsense}, {in: query}, {name: X-A, in: header, explode: 1}]
              responses: {"2xx": {description: 1}, ok: {}, Default: , "404": {headers: {X: {schema: {type: integer}}}}}
            put: {operationId: twice, requestBody: {content: {"*/*": , a/b: {examples: [1, 2]}}}}
        components: {securitySchemes: {known: {type: http}, unknown: {type: magic}}}
        """
    )
    get, put = api.operations

    assert [
        (p.name, p.location_in, p.required, p.style, p.explode, p.type) for p in get.parameters
    ] == [
        ("id", "path", True, "simple", False, INTEGER),
        ("x", "query", False, "form", True, AnyType()),
        ("X-A", "header", False, "simple", False, AnyType()),
        ("other", "path", True, "simple", False, STRING),
    ]
    assert [(r.status, [h.type for h in r.headers]) for r in get.responses] == [
        ("2XX", []),
        ("404", [INTEGER]),
        ("default", []),
    ]
    assert (get.id, put.id) == ("twice", "twice put /a/{id}/{other}")
    assert (put.operation_id, get.tags, get.security, put.security) == (
        "twice",
        ("a",),
        (("known",),),
        (("known",),),
    )
    assert put.body is not None
    assert [(m.name, m.type, m.example) for m in put.body.content][1] == ("a/b", None, 1)
    assert [(t.name, t.description, t.parent) for t in api.tags] == [
        ("a", "first", None),
        ("b", "", None),
    ]
    assert [s.name for s in api.security_schemes] == ["known"]
    assert [note.kind for note in api.notes] == ["fallback"]


def test_security_schemes_and_the_scopes_that_are_needed() -> None:
    api = read(
        """\
        security: [{oauth: [read, write]}]
        paths:
          /a: {get: {security: [{oauth: [read]}, {oauth: [admin], open: [mail]}], responses: {}}}
          /b: {get: {responses: {}}}
          /c: {get: {security: [{"#/components/securitySchemes/oauth": read}, nope], responses: {}}}
        components:
          securitySchemes:
            oauth:
              type: oauth2
              deprecated: true
              oauth2MetadataUrl: https://a.test/metadata
              flows:
                password: {tokenUrl: /token, refreshUrl: /renew, scopes: {read: Read, write: }}
                implicit: {authorizationUrl: https://a.test/authorize, scopes: {}}
                deviceAuthorization: {deviceAuthorizationUrl: /device, tokenUrl: " /token", scopes: [no]}
                unheard: {}
            open: {type: openIdConnect, openIdConnectUrl: https://a.test/openid}
            broken: {type: oauth2, flows: []}
        """
    )

    assert [operation.scopes for operation in api.operations] == [
        {"oauth": ("read", "admin"), "open": ("mail",)},
        {"oauth": ("read", "write")},
        {"oauth": ("read",)},
    ]
    assert api.operations[2].security == (("oauth",),)
    oauth, openid, broken = api.security_schemes
    assert (oauth.metadata_url, oauth.deprecated) == ("https://a.test/metadata", True)
    assert oauth.flows == (
        OAuthFlow("deviceAuthorization", token_url="/token", device_url="/device"),
        OAuthFlow("implicit", authorization_url="https://a.test/authorize"),
        OAuthFlow(
            "password",
            token_url="/token",
            refresh_url="/renew",
            scopes=(("read", "Read"), ("write", "")),
        ),
    )
    assert (openid.flows, openid.metadata_url) == ((), "https://a.test/openid")
    assert (broken.flows, broken.metadata_url) == ((), "")


def test_streams_know_their_items() -> None:
    api = read(
        """\
        paths:
          /a:
            get:
              operationId: watch
              parameters:
                - in: querystring
                  name: all
                  content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {}}}}}
              responses:
                "200": {content: {text/event-stream: {itemSchema: {properties: {id: {type: string}}}}}}
        """,
        "3.2.0",
    )
    (operation,) = api.operations
    item = Reference("watch response item")

    assert operation.responses[0].content == (MediaType("text/event-stream", item, item_type=item),)
    (parameter,) = operation.parameters
    assert (parameter.location_in, parameter.is_whole_query, parameter.explode) == (
        "query",
        True,
        True,
    )


def test_references_are_followed_where_openapi_has_none() -> None:
    api = read(
        """\
        paths: {$ref: "#/x-paths"}
        x-paths:
          /a: {get: {parameters: {$ref: "#/x-list"}, responses: {"200": {content: {$ref: "#/x-content"}}}}}
        x-list: [{name: q, in: query}]
        x-content: {application/json: {schema: {type: string}}}
        components: {schemas: {A: {type: object, properties: {$ref: "#/x-properties"}}}}
        x-properties: {a: {type: string}}
        """
    )
    (operation,) = api.operations
    shape = api.schemas["A"].shape

    assert [p.name for p in operation.parameters] == ["q"]
    assert operation.responses[0].content[0].type == STRING
    assert isinstance(shape, ObjectShape)
    assert [(p.name, p.type) for p in shape.properties] == [("a", STRING)]


# Hostile schemas


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def chain(length: int, link: Callable[[int, Any], Any]) -> dict[str, Any]:
    found = {f"A{i}": link(i, ref(f"A{i + 1}")) for i in range(length)}
    return {**found, f"A{length}": {"properties": {"a": {}}}}


def inherited(number: int, base: dict[str, Any]) -> dict[str, Any]:
    return {"allOf": [base, {"properties": {f"p{number}": {}}}]}


HOSTILE: list[dict[str, Any]] = [
    chain(3000, lambda i, other: {"properties": {"a": other}}),
    chain(3000, lambda i, other: {"type": "array", "items": other}),
    chain(3000, lambda i, other: {"anyOf": [{"type": "string"}, other]}),
    chain(500, inherited),
    chain(40, lambda i, other: {"allOf": [other, other], "properties": {f"p{i}": {}}}),
    chain(
        60,
        lambda i, other: {
            "type": "array",
            "items": {"anyOf": [{"items": other}, {"additionalProperties": other}]},
        },
    ),
    {f"A{i}": {"type": "array", "items": ref(f"A{(i + 1) % 500}")} for i in range(500)},
    {
        f"A{i}": {"anyOf": [ref(f"A{j}") for j in range(60)], "properties": {f"p{i}": {}}}
        for i in range(60)
    },
    {"A": {"oneOf": [ref(f"V{i}") for i in range(3000)]}} | {f"V{i}": CAT for i in range(3000)},
    {
        "A": {"enum": [f"v{i}" if i % 2 else i for i in range(5000)]},
        "B": {"enum": [f"v{i}" for i in range(5000)]},
    },
    {
        "A": {
            "properties": {f"p{i}": {} for i in range(5000)},
            "required": [f"p{i}" for i in range(5000)],
        }
    },
    {"A": json.loads('{"items":' * 90 + "{}" + "}" * 90)},
    {"A": json.loads('{"anyOf":[' * 90 + "{}" + "]}" * 90)},
]


@pytest.mark.parametrize("definitions", HOSTILE, ids=range(len(HOSTILE)))
def test_large_and_deep_schemas_are_read_in_bounded_time(definitions: dict[str, Any]) -> None:
    schemas(definitions)


CYCLES: list[dict[str, Any]] = [
    {"A": {"allOf": [ref("A"), {"properties": {"a": {}}}]}},
    {
        "A": {"allOf": [ref("B")], "properties": {"a": {}}},
        "B": {"allOf": [ref("A")], "properties": {"b": {}}},
    },
]


@pytest.mark.parametrize("definitions", CYCLES)
def test_a_schema_that_contains_itself_by_all_of_is_an_error(definitions: dict[str, Any]) -> None:
    with pytest.raises(
        ClientloomError, match="#/components/schemas/A: this schema contains itself by allOf"
    ):
        schemas(definitions)


def test_unions_that_are_one_another_are_what_else_is_in_them() -> None:
    api = schemas(
        {
            "A": {"oneOf": [ref("B"), {"type": "string"}]},
            "B": {"oneOf": [ref("A"), {"type": "integer"}]},
            "C": {"oneOf": [ref("C"), {"type": "string"}]},
            "D": {"oneOf": [{"type": "array", "items": ref("D")}, {"type": "string"}]},
        }
    )
    shapes = {name: schema.shape for name, schema in api.schemas.items()}

    assert shapes["A"] == shapes["B"] == AliasShape(Union((INTEGER, STRING)))
    assert shapes["C"] == AliasShape(STRING)
    assert shapes["D"] == AliasShape(Union((ListOf(Reference("D")), STRING)))


def test_enums_of_components_are_named() -> None:
    api = schemas(
        {
            "A": {"type": "string", "enum": ["a", "a", None, "b"]},
            "B": {"type": "string", "enum": [1, 2]},
        }
    )

    assert api.schemas["A"].shape == EnumShape("string", ("a", "b"))
    assert api.schemas["B"].shape == EnumShape("string", ("1", "2"))
    assert [note.kind for note in api.notes] == ["repair"]


def test_a_name_has_nothing_of_the_name_of_the_file() -> None:
    """Variants that would share a name are told apart by their places in the document."""
    variants = [
        {"type": "object", "required": ["a"], "properties": {"a": {"type": kind}}}
        for kind in ("string", "integer", "boolean")
    ]
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Thing": {"oneOf": variants}, "Self": {"not": {"$ref": "#"}}}},
    }
    names = [
        list(parse(load(write(document, name))).schemas) for name in ("one.json", "other.json")
    ]

    assert names[0] == names[1]
    assert "Thing oneOf 1" in names[0]


def test_files_of_one_name_are_told_apart() -> None:
    shapes = {
        folder: {"type": "object", "properties": {folder: {"type": "string"}}}
        for folder in ("a", "b", "c")
    }
    for folder, shape in shapes.items():
        write(shape, f"{folder}/thing.json")
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            f"/{folder}": {
                "get": {
                    "responses": {
                        "200": {
                            "description": "A thing",
                            "content": {
                                "application/json": {"schema": {"$ref": f"{folder}/thing.json"}}
                            },
                        }
                    }
                }
            }
            for folder in shapes
        },
    }
    found = parse(load(write(document))).schemas

    assert len(found) == 3
    shapes_found = [s.shape for s in found.values()]
    assert {
        p.name for s in shapes_found if isinstance(s, ObjectShape) for p in s.properties
    } == set(shapes)


def test_a_schema_with_an_id_is_the_root_of_its_own_pointers_and_anchors() -> None:
    api = read("""
        paths: {}
        components:
          schemas:
            Other: {$anchor: here, type: object, properties: {o: {type: string}}}
            Own:
              $id: https://ids.test/own
              type: object
              properties:
                one: {$ref: '#/properties/two'}
                two: {type: integer}
                three: {$ref: '#here'}
                four: {$anchor: here, type: boolean}
                five: {$ref: '#/components/schemas/Other'}
            User: {type: object, properties: {anchored: {$ref: '#here'}}}
    """)
    own, user = api.schemas["Own"].shape, api.schemas["User"].shape
    assert isinstance(own, ObjectShape)
    assert isinstance(user, ObjectShape)

    assert {p.name: p.type for p in own.properties} == {
        "one": INTEGER,
        "two": INTEGER,
        "three": Scalar("boolean"),
        "four": Scalar("boolean"),
        "five": Reference("Other"),
    }
    assert user.properties[0].type == Reference("Other")


def test_what_is_said_once_for_several() -> None:
    """Of a path for its operations, of a response in short, of a schema by its first example, elsewhere."""
    api = read(
        """
        tags: [{name: a, summary: In short, kind: nav, externalDocs: {url: https://a.test/tag}}]
        paths:
          /things:
            summary: Things
            description: All about things
            get:
              parameters: [{name: q, in: query, schema: {type: string, examples: [cat, dog]}}]
              responses:
                '200':
                  summary: Found
                  headers: {X-Page: {content: {application/json: {schema: {type: integer}}}}}
            put:
              summary: Own
              externalDocs: {url: https://a.test/put}
              responses: {'204': {description: Done}}
        """,
        "3.2.0",
    )
    get, put = api.operations

    assert (get.summary, get.description) == ("Things", "All about things")
    assert (put.summary, put.description) == ("Own", "More at https://a.test/put")
    assert get.parameters[0].example == "cat"
    assert get.responses[0].description == "Found"
    assert get.responses[0].headers[0].type == INTEGER
    assert api.tags[0].description == "More at https://a.test/tag"


def test_what_callbacks_bring_are_models() -> None:
    api = read("""
        paths:
          /things:
            post:
              responses: {'204': {description: Done}}
              callbacks:
                whenDone:
                  '{$request.body#/url}':
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, properties: {done: {type: boolean}}}
                      responses: {'200': {description: Thanks}}
    """)

    assert list(api.schemas) == ["whenDone request"]
    assert len(api.operations) == 1


@pytest.mark.parametrize("known", [True, False])
def test_a_default_mapping_is_one_of_the_alternatives(known: bool) -> None:
    api = read(
        f"""
        paths: {{}}
        components:
          schemas:
            A: {{type: object, properties: {{kind: {{type: string}}}}}}
            B: {{type: object, properties: {{kind: {{type: string}}, b: {{type: string}}}}}}
            Either:
              oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B'}}]
              discriminator: {{propertyName: kind, defaultMapping: {"B" if known else "Z"}}}
        """,
        "3.2.0",
    )
    shape = api.schemas["Either"].shape
    assert isinstance(shape, AliasShape)
    assert isinstance(shape.type, Union)

    otherwise = [(None, "B")] if known else []
    assert list(shape.type.mapping) == [("A", "A"), ("B", "B"), *otherwise]
    assert [note.problem.message for note in api.notes] == (
        [] if known else ['"Z" is none of the alternatives: it is ignored.']
    )


def test_a_parameter_without_a_name_is_noted() -> None:
    api = read("""
        paths:
          /things:
            get:
              parameters: [{name: "", in: query, schema: {type: string}}]
              responses: {'204': {description: Done}}
    """)

    assert api.operations[0].parameters == ()
    assert [note.problem.message for note in api.notes] == [
        "a parameter without a name: it is left out."
    ]
