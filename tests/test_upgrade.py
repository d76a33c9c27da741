"""Swagger 2.0 is read as what it means in OpenAPI 3, and what is wrong with it is said where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from clientloom.document import Document, load, validate
from clientloom.errors import ClientloomError
from openapi_spec_validator import OpenAPIV30SpecValidator

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "dev"

HEAD = 'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def write(text: str, name: str = "api.yaml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(body: str, head: str = HEAD) -> Document:
    return load(write(head + dedent(body)))


def upgraded(body: str) -> Any:
    """The data of a Swagger document once it is one of OpenAPI 3, which it has to be by the book."""
    document = read(body if "paths:" in body else f"paths: {{}}\n{dedent(body)}")
    assert document.version == "3.0.3"
    assert validate(document) == ()
    OpenAPIV30SpecValidator(json.loads(json.dumps(document.root))).validate()
    return document.root


def data(text: str) -> Any:
    return yaml.safe_load(text)


OPERATION = """\
paths:
  /pets:
    post:
      consumes: %s
      produces: %s
      parameters: %s
      responses:
        "200": %s
"""


def operation(
    parameters: str = "[]",
    response: str = "{description: ok}",
    consumes: str = "[application/json]",
    produces: str = "[application/json]",
    more: str = "",
) -> Any:
    text = OPERATION % (consumes, produces, parameters, response)
    return upgraded(text + dedent(more))["paths"]["/pets"]["post"]


# Servers


@pytest.mark.parametrize(
    ("body", "urls"),
    [
        ("", ["/"]),
        ("basePath: /v1/", ["/v1"]),
        ("host: a.test", ["https://a.test"]),
        ("host: a.test:8080\nbasePath: /", ["https://a.test:8080"]),
        ("host: a.test\nbasePath: /v1\nschemes: [http]", ["http://a.test/v1"]),
        ("host: a.test\nschemes: [http, https, ws]", ["https://a.test", "http://a.test"]),
    ],
)
def test_servers(body: str, urls: list[str]) -> None:
    assert [server["url"] for server in upgraded(body)["servers"]] == urls


# Parameters


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        (
            "{name: a, in: query, type: integer, format: int64, minimum: 1, default: 2, description: d}",
            "{name: a, in: query, description: d, schema: {type: integer, format: int64, minimum: 1, default: 2}}",
        ),
        (
            "{name: a, in: header, required: true, type: string, enum: [x], pattern: x, x-nullable: true}",
            "{name: a, in: header, required: true, schema: {type: string, enum: [x], pattern: x, nullable: true}}",
        ),
        (
            "{name: a, in: query, type: boolean, allowEmptyValue: true, x-example: true}",
            "{name: a, in: query, allowEmptyValue: true, x-example: true, example: true, schema: {type: boolean}}",
        ),
        (
            "{name: a, in: query, type: array, items: {type: string}}",
            "{name: a, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, collectionFormat: multi, items: {type: string}}",
            "{name: a, in: query, style: form, explode: true, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, collectionFormat: ssv, items: {type: string}}",
            "{name: a, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, collectionFormat: pipes, maxItems: 3, items: {type: integer}}",
            "{name: a, in: query, style: pipeDelimited, explode: false,"
            " schema: {type: array, maxItems: 3, items: {type: integer}}}",
        ),
        (
            "{name: a, in: header, type: array, items: {type: string}}",
            "{name: a, in: header, style: simple, explode: false, schema: {type: array, items: {type: string}}}",
        ),
    ],
)
def test_what_a_parameter_is_stands_in_its_schema(parameter: str, expected: str) -> None:
    assert operation(f"[{parameter}]")["parameters"] == [data(expected)]


def test_what_no_style_can_say_is_a_string_and_noted() -> None:
    body = OPERATION % (
        "[]",
        "[]",
        "[{name: a, in: query, type: array, collectionFormat: tsv, items: {type: string}}]",
        "{description: ok}",
    )
    document = read(body)
    (note,) = validate(document)

    assert document.root["paths"]["/pets"]["post"]["parameters"][0]["schema"] == {"type": "string"}
    assert note.kind == "fallback"
    assert str(note.problem) == (
        "api.yaml:8:54 #/paths/~1pets/post/parameters/0/collectionFormat: "
        'OpenAPI 3 has no equal of the collectionFormat "tsv" here: the value is read as one string.'
    )


def test_shared_parameters_stay_shared() -> None:
    root = upgraded(
        """\
        parameters:
          limit: {name: limit, in: query, type: integer}
        paths:
          /pets:
            parameters: [{$ref: "#/parameters/limit"}]
            get:
              responses: {"200": {description: ok}}
        """
    )

    assert root["paths"]["/pets"]["parameters"] == [{"$ref": "#/components/parameters/limit"}]
    assert root["components"]["parameters"]["limit"]["schema"] == {"type": "integer"}


# Bodies


def test_a_body_is_no_parameter() -> None:
    found = operation(
        "[{name: pet, in: body, required: true, description: d, schema: {$ref: '#/definitions/Pet'}}]",
        consumes="[application/json, application/xml]",
        more="definitions: {Pet: {type: object}}",
    )
    media = {"schema": {"$ref": "#/components/schemas/Pet"}}

    assert found["parameters"] == []
    assert found["requestBody"] == {
        "description": "d",
        "required": True,
        "content": {"application/json": media, "application/xml": media},
    }


@pytest.mark.parametrize(
    ("consumes", "kind", "expected"),
    [
        ("[]", "string", ["application/x-www-form-urlencoded"]),
        ("[application/json]", "string", ["application/x-www-form-urlencoded"]),
        ("[multipart/form-data]", "string", ["multipart/form-data"]),
        (
            "[multipart/form-data, application/x-www-form-urlencoded]",
            "string",
            ["multipart/form-data", "application/x-www-form-urlencoded"],
        ),
        ("[multipart/form-data]", "file", ["multipart/form-data"]),
    ],
)
def test_a_form_is_a_body_in_the_media_types_of_forms(
    consumes: str, kind: str, expected: list[str]
) -> None:
    found = operation(f"[{{name: a, in: formData, type: {kind}}}]", consumes=consumes)

    assert list(found["requestBody"]["content"]) == expected


def test_the_fields_of_a_form_are_properties() -> None:
    found = operation(
        """[
          {name: file, in: formData, type: file, required: true, description: d},
          {name: tags, in: formData, type: array, collectionFormat: multi, items: {type: string}},
          {name: ids, in: formData, type: array, items: {type: integer}},
        ]""",
        consumes="[multipart/form-data]",
    )

    assert found["requestBody"] == data(
        """
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary, description: d}
                tags: {type: array, items: {type: string}}
                ids: {type: array, items: {type: integer}}
            encoding:
              tags: {style: form, explode: true}
              ids: {style: form, explode: false}
        """
    )


def test_bodies_of_a_path_and_shared_bodies_are_those_of_each_operation() -> None:
    root = upgraded(
        """\
        consumes: [text/plain]
        parameters:
          text: {name: text, in: body, schema: {type: string}}
        paths:
          /a:
            parameters: [{$ref: "#/parameters/text"}]
            put: {responses: {"200": {description: ok}}}
            post:
              parameters: [{name: own, in: body, schema: {type: integer}}]
              responses: {"200": {description: ok}}
        """
    )
    item = root["paths"]["/a"]

    assert item["put"]["requestBody"]["content"] == {"text/plain": {"schema": {"type": "string"}}}
    assert item["post"]["requestBody"]["content"] == {"text/plain": {"schema": {"type": "integer"}}}
    assert "parameters" not in root["components"]


# Responses


@pytest.mark.parametrize(
    ("response", "produces", "content"),
    [
        ("{description: ok}", "[text/plain]", None),
        (
            "{description: ok, schema: {type: string}}",
            "[]",
            "{application/json: {schema: {type: string}}}",
        ),
        (
            "{description: ok, schema: {type: string}, examples: {text/plain: hello, a/b: other}}",
            "[text/plain, text/html]",
            "{text/plain: {schema: {type: string}, example: hello}, text/html: {schema: {type: string}}}",
        ),
        (
            "{description: ok, schema: {type: file}}",
            "[application/json]",
            "{application/octet-stream: {schema: {type: string, format: binary}}}",
        ),
        (
            "{description: ok, schema: {type: file}}",
            "[image/png]",
            "{image/png: {schema: {type: string, format: binary}}}",
        ),
    ],
)
def test_a_response_has_the_media_types_that_are_produced(
    response: str, produces: str, content: str | None
) -> None:
    found = operation(response=response, produces=produces)["responses"]["200"]

    assert found.get("content") == (data(content) if content else None)


def test_headers_have_schemas() -> None:
    found = operation(
        response="{description: ok, headers: {X-Rate: {type: integer, description: d},"
        " X-Ids: {type: array, items: {type: string}}}}"
    )

    assert found["responses"]["200"]["headers"] == {
        "X-Rate": {"description": "d", "schema": {"type": "integer"}},
        "X-Ids": {
            "style": "simple",
            "explode": False,
            "schema": {"type": "array", "items": {"type": "string"}},
        },
    }


def test_a_shared_response_is_in_what_the_operation_produces() -> None:
    root = upgraded(
        """\
        produces: [application/json]
        responses:
          ok: {description: ok, schema: {type: string}}
        paths:
          /a:
            get: {responses: {"200": {$ref: "#/responses/ok"}}}
            put: {produces: [text/plain], responses: {"200": {$ref: "#/responses/ok"}}}
        """
    )
    item = root["paths"]["/a"]

    assert item["get"]["responses"]["200"] == {"$ref": "#/components/responses/ok"}
    assert list(item["put"]["responses"]["200"]["content"]) == ["text/plain"]
    assert list(root["components"]["responses"]["ok"]["content"]) == ["application/json"]


# Schemas


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{$ref: '#/definitions/Other'}", {"$ref": "#/components/schemas/Other"}),
        (
            "{$ref: '#/definitions/Other/properties/a'}",
            {"$ref": "#/components/schemas/Other/properties/a"},
        ),
        ("{type: string, x-nullable: true}", {"type": "string", "nullable": True}),
        (
            "{type: object, discriminator: kind}",
            {"type": "object", "discriminator": {"propertyName": "kind"}},
        ),
        (
            "{type: array, items: {$ref: '#/definitions/Other'}}",
            {"type": "array", "items": {"$ref": "#/components/schemas/Other"}},
        ),
        (
            "{allOf: [{$ref: '#/definitions/Other'}, {properties: {b: {x-nullable: true, type: string}}}]}",
            {
                "allOf": [
                    {"$ref": "#/components/schemas/Other"},
                    {"properties": {"b": {"nullable": True, "type": "string"}}},
                ]
            },
        ),
        (
            "{type: object, additionalProperties: {$ref: '#/definitions/Other'}}",
            {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Other"}},
        ),
    ],
)
def test_schemas(schema: str, expected: Any) -> None:
    body = f"definitions:\n  Pet: {schema}\n  Other: {{type: object, properties: {{a: {{type: string}}}}}}\n"

    assert upgraded(body)["components"]["schemas"]["Pet"] == expected


# Security


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("{type: basic, description: d}", "{type: http, scheme: basic, description: d}"),
        ("{type: apiKey, name: X-Key, in: header}", "{type: apiKey, name: X-Key, in: header}"),
        (
            "{type: oauth2, flow: accessCode, authorizationUrl: 'https://a.test/a', tokenUrl: 'https://a.test/t',"
            " scopes: {read: r}}",
            "{type: oauth2, flows: {authorizationCode: {authorizationUrl: 'https://a.test/a',"
            " tokenUrl: 'https://a.test/t', scopes: {read: r}}}}",
        ),
        (
            "{type: oauth2, flow: application, tokenUrl: 'https://a.test/t', scopes: {}}",
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test/t', scopes: {}}}}",
        ),
        (
            "{type: oauth2, flow: implicit, authorizationUrl: 'https://a.test/a', scopes: {}}",
            "{type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.test/a', scopes: {}}}}",
        ),
        (
            "{type: oauth2, flow: password, tokenUrl: 'https://a.test/t', scopes: {}}",
            "{type: oauth2, flows: {password: {tokenUrl: 'https://a.test/t', scopes: {}}}}",
        ),
    ],
)
def test_security_schemes(scheme: str, expected: str) -> None:
    root = upgraded(f"securityDefinitions: {{main: {scheme}}}\nsecurity: [{{main: []}}]\n")

    assert root["components"]["securitySchemes"] == {"main": data(expected)}
    assert root["security"] == [{"main": []}]


# Positions


def test_problems_stand_where_the_document_has_them() -> None:
    document = read(
        """\
        consumes: [application/json]
        paths:
          /pets/{id}:
            post:
              parameters:
                - {name: limit, in: query, type: integer, default: many}
                - {name: pet, in: body, schema: {type: object, properties: {a: {type: integer, default: b}}}}
              responses:
                "200": {description: ok, schema: {type: string, default: 1}}
        definitions:
          Pet: {type: object, properties: {a: {type: integer, default: c}}}
        """
    )
    notes = validate(document)

    assert [str(note.problem.position) for note in notes] == [
        "api.yaml:6:5 #/paths/~1pets~1{id}/post",
        "api.yaml:8:51 #/paths/~1pets~1{id}/post/parameters/0/default",
        "api.yaml:9:88 #/paths/~1pets~1{id}/post/parameters/1/schema/properties/a/default",
        "api.yaml:11:57 #/paths/~1pets~1{id}/post/responses/200/schema/default",
        "api.yaml:13:55 #/definitions/Pet/properties/a/default",
    ]


def test_references_that_lead_nowhere_stand_where_the_document_has_them() -> None:
    document = read(
        """\
        paths:
          /pets:
            post:
              parameters:
                - {name: pet, in: body, schema: {$ref: "#/definitions/Nope"}}
                - {$ref: "#/parameters/nope"}
              responses:
                "200": {$ref: "#/responses/nope"}
                "400": {description: no, schema: {$ref: "nope.yaml"}}
        """
    )
    with pytest.raises(ClientloomError) as caught:
        validate(document)

    assert str(caught.value).splitlines() == [
        'api.yaml:7:42 #/paths/~1pets/post/parameters/0/schema/$ref: there is no "#/definitions/Nope".',
        'api.yaml:8:12 #/paths/~1pets/post/parameters/1/$ref: there is no "#/parameters/nope".',
        'api.yaml:10:17 #/paths/~1pets/post/responses/200/$ref: there is no "#/responses/nope".',
        'api.yaml:11:43 #/paths/~1pets/post/responses/400/schema/$ref: there is no file "nope.yaml".',
    ]


# Several files


def test_other_files_are_brought_in_by_what_they_are_used_for() -> None:
    write(
        "get: {parameters: [{$ref: ../shared.yaml#/parameters/limit}], responses: {'200': {$ref: '#/ok'}}}\n"
        "ok: {description: ok, schema: {$ref: '../models.json#/Pet'}}\n",
        "paths/pets.yaml",
    )
    write("parameters: {limit: {name: limit, in: query, type: integer}}\n", "shared.yaml")
    write(
        '{"Pet": {"type": "object", "properties": {"owner": {"$ref": "#/Owner"}, "next": {"$ref": "#/Pet"}}},\n'
        ' "Owner": {"type": "string", "default": 1}}',
        "models.json",
    )
    document = read(
        "paths:\n  /pets: {$ref: paths/pets.yaml}\ndefinitions: {Owner: {type: integer}}\n"
    )
    operation = document.root["paths"]["/pets"]["get"]
    (note,) = validate(document)

    assert operation["parameters"] == [
        {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    ]
    content = operation["responses"]["200"]["content"]
    assert content == {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    assert document.root["components"]["schemas"] == {
        "Owner": {"type": "integer"},
        "Pet": {
            "type": "object",
            "properties": {
                "owner": {"$ref": "#/components/schemas/models-Owner"},
                "next": {"$ref": "#/components/schemas/Pet"},
            },
        },
        "models-Owner": {"type": "string", "default": 1},
    }
    assert str(note.problem.position) == "models.json:2:30 #/Owner/default"
    assert [path.name for path in document.files] == [
        "api.yaml",
        "models.json",
        "pets.yaml",
        "shared.yaml",
    ]


# What is left of 2.0 in documents of 3.x


def test_leftovers_are_read_as_they_are_meant() -> None:
    document = read(
        """\
        paths:
          /pets:
            post:
              parameters:
                - {name: limit, in: query, type: integer}
                - {name: ids, in: query, schema: {type: array, items: {type: string}}}
                - {name: pet, in: body, schema: {$ref: "#/definitions/Pet"}}
              responses:
                "200": {description: ok, schema: {type: string}}
                "400": {description: no, content: {text/plain: {schema: {$ref: "#/components/schemas/Problem"}}}}
        definitions: {Pet: {type: object}}
        components: {schemas: {Problem: {type: string}}}
        """,
        'openapi: 3.0.1\ninfo: {title: Pets, version: "1"}\n',
    )
    operation = document.root["paths"]["/pets"]["post"]

    assert document.version == "3.0.1"
    assert [p["schema"] for p in operation["parameters"]] == [
        {"type": "integer"},
        {"type": "array", "items": {"type": "string"}},
    ]
    assert operation["requestBody"]["content"] == {
        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
    }
    assert set(operation["responses"]["200"]["content"]) == {"application/json"}
    assert set(operation["responses"]["400"]["content"]) == {"text/plain"}
    assert set(document.root["components"]["schemas"]) == {"Problem", "Pet"}
    assert {str(note.problem.position).split()[1] for note in validate(document)} >= {
        "#/definitions",
        "#/paths/~1pets/post/parameters/2/in",
        "#/paths/~1pets/post/responses/200/schema",
    }


# Whatever stands there


@pytest.mark.parametrize(
    "value", ["1", "text", "[]", "[1, [], {}]", "{a: 1}", "{a: {b: []}}", "null", "{$ref: 1}"]
)
@pytest.mark.parametrize(
    "body",
    [
        "paths: %s",
        "paths: {/a: %s}",
        "paths: {/a: {parameters: %s, get: %s}}",
        "paths: {/a: {get: {parameters: %s, responses: %s, consumes: %s, produces: %s}}}",
        "paths: {/a: {get: {parameters: [%s, {in: body, schema: %s}, {in: formData, name: %s}], responses: {a: %s}}}}",
        "paths: {/a: {get: {responses: {a: {schema: %s, examples: %s, headers: %s}}}}}",
        "paths: {/a: {get: {responses: {a: {schema: {}, headers: {a: %s}}}}}}",
        "paths: {}\ndefinitions: %s\nparameters: %s\nresponses: %s\nsecurityDefinitions: %s",
        "paths: {}\ndefinitions: {a: %s, b: {properties: %s, items: %s, allOf: %s, discriminator: %s, type: %s}}",
        "paths: {}\nparameters: {a: %s}\nresponses: {a: %s}\nsecurityDefinitions: {a: %s, b: {type: oauth2, flow: %s}}",
        "paths: {}\nhost: %s\nbasePath: %s\nschemes: %s\nconsumes: %s\nproduces: %s\nsecurity: %s\ntags: %s",
    ],
)
def test_anything_else_is_a_located_problem(body: str, value: str) -> None:
    document = read(body.replace("%s", value))
    try:
        problems = [note.problem for note in validate(document)]
    except ClientloomError as error:
        problems = list(error.problems)

    assert all(problem.position for problem in problems)


def documents() -> list[Path]:
    if not CORPUS.is_dir():
        return []
    return [
        path
        for path in sorted(CORPUS.iterdir())
        if path.is_file() and b"swagger" in path.read_bytes()[:100]
    ]


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_real_documents_become_valid_ones(path: Path) -> None:
    root = load(path).root

    assert list(OpenAPIV30SpecValidator(json.loads(json.dumps(root))).iter_errors()) == []
