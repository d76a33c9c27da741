"""A document in which every text is an attack, for the tests that generate from it."""

from __future__ import annotations

from typing import Any

# Each would do harm, or break a file, if it were more than text somewhere.
ATTACKS = (
    '"""\nraise SystemExit("docstring")\n"""',
    "'''\nraise SystemExit('docstring')\n'''",
    '"); raise SystemExit("string"); ("',
    "'); raise SystemExit('string'); ('",
    "backslash \\",
    'quote "',
    'both \\"',
    "new\nraise SystemExit\nline",
    "\r\nraise SystemExit\r\n",
    "\u2028raise SystemExit\u2029",
    "{{ 7 * 7 }}{% raise %}{# gone #}",
    "{SystemExit} {0} %s %(x)s ${x}",
    "__import__('os').system('touch hacked')",
    "../../hacked",
    "/etc/hacked",
    "..\\..\\hacked",
    "C:\\hacked",
    "nul\x00byte",
    "\u202egnp.exe",
    "<script>alert(1)</script> | --> ```",
    "# comment",
    "class",
    "None",
    "self",
    "options",
    "models",
    "model_config",
    "model_fields",
    "copy",
    "json",
    "dict",
    "schema",
    "root",
    "to_dict",
    "Model",
    "Field",
    "Any",
    "list",
    "str",
    "TYPE_CHECKING",
    "ApiClient",
    "__init__",
    "__class__",
    "_private",
    "1st",
    "",
    " ",
    "日本語",
    "🚀",
    "a" * 300,
)


def hostile_document(attacks: tuple[str, ...] = ATTACKS) -> dict[str, Any]:
    """An OpenAPI document that puts each attack into every place that takes a text."""
    schemas: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    for index, attack in enumerate(attacks):
        schemas[f"Plain{index}"] = _object(attack)
        schemas[attack or "empty name"] = {
            "allOf": [{"$ref": f"#/components/schemas/Plain{index}"}, _object(attack)]
        }
        schemas[f"Enum{index}"] = {
            "type": "string",
            "enum": [attack, f"{attack} two"],
            "description": attack,
            "default": attack,
        }
        schemas[f"Union{index}"] = {
            "oneOf": [
                {"$ref": f"#/components/schemas/Plain{index}"},
                {"title": attack, **_object(attack)},
            ],
            "description": attack,
        }
        paths[f"/p{index}/{{id}}/{attack.replace('{', '').replace('}', '')}"] = {
            "post": _operation(index, attack)
        }
    everything = "\n".join(attacks)
    return {
        "openapi": "3.0.3",
        "info": {"title": everything, "version": everything, "description": everything},
        "servers": [
            {
                "url": f"https://example.test/{{v}}/{attack.replace('{', '').replace('}', '')}",
                "description": attack,
                "variables": {"v": {"default": attack, "enum": [attack], "description": attack}},
            }
            for attack in attacks
        ],
        "tags": [{"name": attack, "description": attack} for attack in attacks],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                attack: {"type": "apiKey", "in": "header", "name": attack, "description": attack}
                for attack in attacks
            },
        },
    }


def _object(attack: str) -> dict[str, Any]:
    return {
        "type": "object",
        "description": attack,
        "title": attack,
        "required": [attack],
        "properties": {
            attack: {
                "type": "string",
                "description": attack,
                "default": attack,
                "pattern": attack,
                "example": attack,
            },
            f"{attack} two": {"type": "string", "enum": [attack, "other"], "description": attack},
            "const": {"type": "string", "enum": [attack]},
        },
    }


def _operation(index: int, attack: str) -> dict[str, Any]:
    def parameter(place: str, name: str) -> dict[str, Any]:
        schema = {"type": "string", "enum": [attack, "x"], "pattern": attack, "default": attack}
        return {
            "name": name,
            "in": place,
            "required": place == "path",
            "description": attack,
            "example": attack,
            "schema": schema,
        }

    return {
        "operationId": attack,
        "tags": [attack],
        "summary": attack,
        "description": attack,
        "parameters": [
            parameter("path", "id"),
            parameter("query", attack),
            parameter("header", f"{attack} header"),
            parameter("cookie", attack),
        ],
        "requestBody": {
            "description": attack,
            "content": {
                "application/json": {
                    "schema": {"$ref": f"#/components/schemas/Plain{index}"},
                    "example": {attack: attack},
                }
            },
        },
        "responses": {
            "200": {
                "description": attack,
                "headers": {attack: {"description": attack, "schema": {"type": "string"}}},
                "content": {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/Union{index}"}},
                    attack: {"schema": {"type": "string"}},
                },
            },
            "default": {
                "description": attack,
                "content": {"application/json": {"schema": _object(attack)}},
            },
        },
        "security": [{attack: []}],
    }
