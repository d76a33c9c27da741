"""Parts that several operations have in common, once, among the components.

Failures look alike everywhere: shared, their bodies can be added by an overlay in one place.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from clientloom.naming import pascal
from clientloom.reconstruct.types import Schema, referenced

MOST_WORDS = 4


def share(paths: dict[str, Schema]) -> Schema:
    """Move what at least two operations have into components, which are returned."""
    found: Schema = {}
    for kind, move in (
        ("parameters", _parameters),
        ("requestBodies", _bodies),
        ("responses", _responses),
    ):
        components = move([operation for item in paths.values() for operation in item.values()])
        if components:
            found[kind] = components
    return found


def _text(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


def _parameters(operations: list[Schema]) -> Schema:
    counted = Counter(_text(p) for o in operations for p in o.get("parameters", ()))
    chosen: dict[str, str] = {}
    for text, count in sorted(counted.items(), key=lambda item: -item[1]):
        # The most common form of a parameter has its name, all others stay where they are.
        if count > 1:
            chosen.setdefault(pascal(json.loads(text)["name"]), text)
    names = {text: name for name, text in chosen.items()}
    found: Schema = {}
    for operation in operations:
        parameters = operation.get("parameters", [])
        for index, parameter in enumerate(parameters):
            name = names.get(_text(parameter))
            if name is not None:
                found.setdefault(name, parameter)
                parameters[index] = {"$ref": f"#/components/parameters/{name}"}
    return found


def _bodies(operations: list[Schema]) -> Schema:
    counted = Counter(_text(o["requestBody"]) for o in operations if "requestBody" in o)
    found: Schema = {}
    for operation in operations:
        body = operation.get("requestBody")
        if body is None or counted[_text(body)] < 2:
            continue
        media = next(iter(body["content"].values()))
        name = referenced(media.get("schema", {}))
        if name is not None and found.setdefault(name, body) == body:
            operation["requestBody"] = {"$ref": f"#/components/requestBodies/{name}"}
    return found


def _responses(operations: list[Schema]) -> Schema:
    def failures(operation: Schema) -> Iterator[tuple[str, Schema]]:
        for status, response in operation["responses"].items():
            if not status.startswith(("1", "2", "3")):
                yield status, response

    every = [(s, _text(r), r) for o in operations for s, r in failures(o)]
    counted = Counter((status, text) for status, text, _ in every)
    names = {
        (status, text): _response_name(status, response["description"])
        for status, text, response in every
        if counted[status, text] > 1
    }
    clashing = {name for name, count in Counter(names.values()).items() if count > 1}
    found: Schema = {}
    for operation in operations:
        for status, response in list(failures(operation)):
            name = names.get((status, _text(response)))
            if name is None:
                continue
            if name in clashing:
                name = f"{name}{'' if status in name else status.title()}"
            if found.setdefault(name, response) == response:
                operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}
    return found


def _response_name(status: str, description: str) -> str:
    """Return a name for a response: its description if that is short, else the phrase for its status."""
    sentence = re.split(r"[.:;!?\n]", description, maxsplit=1)[0]
    if 0 < len(re.findall(r"\w+", sentence)) <= MOST_WORDS:
        return pascal(sentence)
    if status == "default":
        return "Error"
    try:
        return pascal(HTTPStatus(int(status)).phrase)
    except ValueError:
        return f"Status{status}"
