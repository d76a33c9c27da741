"""Pages as published SDKs have them, each with what is peculiar to one generator or one publisher.

The folders below `published/` are short, and made for this: no page is a copy of one that exists.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientloom.config import Client
from clientloom.document import load
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.reconstruct import reconstruct
from clientloom.render import render_all

FOLDER = Path(__file__).parent / "published"
FOLDERS = sorted(each.name for each in FOLDER.iterdir())

Data = dict[str, Any]


def recovered(name: str) -> Data:
    found = reconstruct([FOLDER / name])
    assert found.findings.warnings == []
    assert found.notes == ()
    return found.data


def content(answer: Data) -> dict[str, str]:
    """The models of a body or a response, by media type."""
    return {
        media: each["schema"].get("$ref", "").rpartition("/")[2]
        for media, each in answer.get("content", {}).items()
    }


def parameters(document: Data, operation: Data) -> list[tuple[str, str]]:
    shared = document.get("components", {}).get("parameters", {})
    each = [shared.get(p.get("$ref", "").rpartition("/")[2], p) for p in operation["parameters"]]
    return [(p["in"], p["name"]) for p in each]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_package_can_be_made_of_them(name: str, tmp_path: Path) -> None:
    output = tmp_path / "openapi.yaml"
    output.write_text(reconstruct([FOLDER / name], (), output).text, encoding="utf-8")
    client = Client(
        name="sample",
        spec=output,
        style="native",
        package="sample",
        distribution="sample",
        version="1.0.0",
    )

    files = render_all(plan(styled(parse(load(output)), client)))

    for path, text in files.items():
        if path.endswith(".py"):
            compile(text, path, "exec")


def test_a_body_may_have_no_media_type() -> None:
    document = recovered("nextgen_without_media_type")
    reviews = document["paths"]["/apis/reviews/v1/namespaces/{namespace}/reviews"]
    review = document["paths"]["/apis/reviews/v1/namespaces/{namespace}/reviews/{name}"]

    assert parameters(document, reviews["post"]) == [("path", "namespace"), ("query", "dryRun")]
    assert reviews["post"]["requestBody"] == {
        "x-clientloom-name": "body",
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/V1Review"}}},
        "x-provenance": "media type inferred",
    }
    assert list(reviews["post"]["responses"]["202"]["content"]) == [
        "application/json",
        "application/yaml",
    ]
    assert ("query", "body") not in parameters(document, review["delete"])
    assert content(review["delete"]["requestBody"]) == {"application/json": "V1DeleteOptions"}
    assert review["patch"]["requestBody"]["content"] == {
        "application/json-patch+json": {"schema": {}},
        "application/merge-patch+json": {"schema": {}},
    }
    assert document["components"]["schemas"]["V1DeleteOptions"]["type"] == "object"


def test_a_licence_above_a_page_is_no_part_of_it() -> None:
    document = recovered("prior_with_licence")
    schemas = document["components"]["schemas"]
    runs = document["paths"]["/dags/{dag_id}/dagRuns"]["get"]

    assert document["info"]["title"] == "Big Flow Python Client"
    assert document["tags"] == [
        {"name": "DAGRun", "x-provenance": "name from the class of the page"}
    ]
    assert (runs["summary"], runs["description"]) == (
        "List runs",
        "Lists `runs`.  *New in version 2.1.0*",
    )
    assert schemas["RunState"] == {
        "type": "string",
        "description": "The state.",
        "enum": ["queued", "failed"],
    }
    tags = schemas["RunCollection"]["properties"]["tags"]
    assert tags["nullable"] is tags["readOnly"] is True
    assert tags["items"] == {"$ref": "#/components/schemas/Tag"}
    assert schemas["RunCollection"]["properties"]["params"]["additionalProperties"] == {}
    assert document["components"]["securitySchemes"]["Basic"] == {"type": "http", "scheme": "basic"}


def test_links_may_lead_anywhere() -> None:
    document = recovered("legacy_with_other_links")
    paths, components = document["paths"], document["components"]

    assert paths["/files/{fileId}"]["get"]["responses"]["default"]["content"] == {
        "application/octet-stream": {"schema": {"type": "string"}}
    }
    upload = paths["/files/bytes"]["post"]
    assert parameters(document, upload) == [("query", "contentType"), ("query", "filename")]
    assert upload["requestBody"]["content"]["application/octet-stream"]["schema"] == {
        "type": "array",
        "items": {"type": "string"},
    }
    form = paths["/files/multipart"]["post"]
    assert parameters(document, form) == [("query", "contentType"), ("header", "X-Filename")]
    assert content(form["requestBody"]) == {"application/json": "InlineObject"}
    assert components["schemas"]["InlineObject"]["properties"]["date"] == {
        "$ref": "#/components/schemas/Date"
    }
    assert components["securitySchemes"] == {
        "API_KEY": {"type": "apiKey", "in": "header", "name": "x-api-key"}
    }
    assert document["info"]["version"] == "6.5.2"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("legacy_with_other_links", "FileKind"),
        ("nextgen_with_own_examples", "AggregationOp"),
        ("nextgen_reordered", "RoomIdsInner"),
    ],
)
def test_a_model_of_which_a_page_lists_nothing_may_be_anything(folder: str, name: str) -> None:
    """Of enums and of alternatives, most generators print an empty table."""
    schema = recovered(folder)["components"]["schemas"][name]

    assert "type" not in schema
    assert schema["x-provenance"] == "the page of this model lists nothing"


def test_old_pages_name_a_media_type_where_there_is_no_body() -> None:
    document = recovered("swagger_codegen_2")
    keys = document["paths"]["/kms/v2/keys"]

    assert content(keys["post"]["requestBody"]) == {
        "application/json;charset=utf-8": "CreateP12KeysRequest"
    }
    assert "requestBody" not in keys["get"]
    assert "requestBody" not in document["paths"]["/kms/v2/keys/{keyId}"]["get"]


def test_old_programs_name_the_header_of_a_key() -> None:
    document = recovered("swagger_codegen_3")
    blocklist = document["paths"]["/esa/api/v2.0/blocklist"]

    assert document["components"]["securitySchemes"] == {
        "Basic Authentication": {"type": "http", "scheme": "basic"},
        "UserSecurity": {
            "type": "apiKey",
            "in": "header",
            "name": "jwtToken",
            "x-provenance": "that the key is a header is inferred",
        },
    }
    assert blocklist["delete"]["security"] == [{"Basic Authentication": []}, {"UserSecurity": []}]
    assert content(blocklist["delete"]["requestBody"]) == {"application/json": "BlocklistBody"}
    assert parameters(document, blocklist["get"]) == [
        ("query", "order_by"),
        ("query", "filter"),
        ("query", "limit"),
    ]


def test_the_sections_of_an_operation_may_stand_in_any_order() -> None:
    document = recovered("nextgen_reordered")
    export = document["paths"]["/api/2.0/ai/text-to-docx"]["post"]
    properties = document["components"]["schemas"]["Wrapper"]["properties"]

    assert export["summary"] == "Start markdown → docx export"
    assert export["description"].endswith("For more information, see [api.example.com]().")
    assert content(export["requestBody"]) == {"application/json": "AiExportRequest"}
    assert content(export["responses"]["202"]) == {"application/json": "AiExport202Response"}
    assert export["security"] == [{"cookieAuth": []}, {"bearerAuth": []}]
    assert document["components"]["securitySchemes"]["cookieAuth"] == {
        "type": "apiKey",
        "in": "cookie",
        "name": "cookieAuth",
        "x-provenance": "kind inferred from the name of the scheme",
    }
    assert properties["login"] == {
        "default": 0,
        "allOf": [{"$ref": "#/components/schemas/LoginType"}],
    }
    assert properties["count"]["description"] == "How many.\nAt most."
    assert properties["flags"]["additionalProperties"] == {"type": "array", "items": {}}


def test_programs_of_a_publisher_are_read() -> None:
    document = recovered("nextgen_with_own_examples")
    entity = document["paths"]["/api/returns/{scope}/{code}"]["get"]

    assert entity["operationId"] == "GetReturnsEntity"
    assert parameters(document, entity) == [
        ("path", "scope"),
        ("path", "code"),
        ("query", "asAt"),
    ]
    assert entity["parameters"][2]["example"] == "2013-10-20T19:20:30+01:00"
    assert "security" not in entity
    upsert = document["paths"]["/api/returns"]["post"]
    assert list(upsert["requestBody"]["content"])[-1] == "application/*+json"


def test_the_first_pages_with_types_in_full() -> None:
    document = recovered("python_6_0")
    relation = document["paths"]["/api/relations/{scope}/$delete"]["post"]
    by_name = {each["name"]: each for each in relation["parameters"]}

    assert by_name["scope"]["schema"] == {"type": "string"}
    assert by_name["limit"]["schema"] == {"type": "integer", "default": 20}
    assert by_name["effectiveAt"]["schema"] == {"type": "string", "nullable": True}
    assert by_name["effectiveAt"]["description"] == "From when."
    assert content(relation["requestBody"]) == dict.fromkeys(
        ("application/json-patch+json", "application/json", "text/json"), "DeleteRelationRequest"
    )
    assert content(relation["responses"]["400"]) == {"application/json": "ValidationProblem"}
    assert content(relation["responses"]["default"]) == {"application/json": "ProblemDetails"}


def test_media_types_of_a_vendor_are_recognized() -> None:
    document = recovered("python_6_2")
    apply = document["paths"]["/v1/templates"]["put"]

    assert (apply["summary"], apply["description"]) == (
        "apply templates",
        "Apply an existing template",
    )
    assert content(apply["responses"]["200"]) == {
        "application/vnd.iot.template+json": "IotTemplate"
    }
    assert content(apply["responses"]["400"]) == {
        "application/vnd.iot.template+json": "Error",
        "application/vnd.goa.error+json": "Error",
    }
    assert list(apply["requestBody"]["content"]) == [
        "application/json",
        "application/x-www-form-urlencoded",
    ]
    # The header's spelling says nothing about that of properties.
    assert "custom_template_id" in document["components"]["schemas"]["Template"]["properties"]
