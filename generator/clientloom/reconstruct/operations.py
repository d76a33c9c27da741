"""The operations of a document: parameters, bodies, responses and security as the pages state them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clientloom.api import UNSET
from clientloom.document.data import is_list, is_object
from clientloom.naming import METHOD_NAMES, PARAMETER_NAMES, free, snake
from clientloom.reconstruct.facts import Answer, ApiPage, Argument, Built, Operation
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.names import (
    Spelling,
    camel,
    header_name,
    is_header,
    key,
    plain,
    spelled_in,
)
from clientloom.reconstruct.schemas import Schemas, restricted
from clientloom.reconstruct.types import Schema, is_nothing, referenced, schema_of

FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})
BODY_NAMES = frozenset({"body", "data", "payload", "request_body", "json", "content"})
WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})
FAILURE = re.compile(r"error|problem|fault|exception|failure", re.I)
HOLE = re.compile(r"\{([^{}/]+)\}")
JSON = re.compile(r"(application|text)/(\S+\+)?json\b")


def observe(page: ApiPage, spelling: Spelling) -> None:
    """Take note of the wire names that the operations of a page show."""
    for operation in page.operations:
        spelling.saw(HOLE.findall(operation.path))
        for argument in operation.arguments:
            own = _stated(operation, argument)
            # Headers are spelled alike everywhere.
            if own is not None and argument.binding != "header" and not is_header(argument.name):
                spelling.saw([own])


def _stated(operation: Operation, argument: Argument) -> str | None:
    """Return the wire name of an argument where its operation shows it."""
    if argument.wire_name:
        return argument.wire_name
    hole = _holes(operation).get(argument.name)
    if hole is not None:
        return hole
    value = operation.shown.values.get(argument.name)
    value = value[0] if is_list(value) and value else value
    if isinstance(value, str) and value.endswith("_example"):
        spelled = value.removesuffix("_example")
        if spelled != argument.name and key(spelled) == key(plain(argument.name)):
            return spelled
    return spelled_in(argument.description, argument.name)


def _holes(operation: Operation) -> dict[str, str]:
    """Return the holes of the path by the Python names of the arguments that fill them.

    A name that is like no hole fills one that is left, in their order: it was chosen by hand.
    """
    left = {key(hole): hole for hole in reversed(HOLE.findall(operation.path))}
    found: dict[str, str] = {}
    if not left:
        return found
    for argument in operation.arguments:
        hole = left.pop(key(plain(argument.name)), None)
        if hole is not None:
            found[argument.name] = hole
    others = list(reversed(left.values()))
    for argument in operation.arguments:
        if not others:
            break
        if argument.required and not argument.binding and argument.name not in found:
            schema = schema_of(argument.type)
            if schema and "$ref" not in str(schema):
                found[argument.name] = others.pop(0)
    return found


class Operations:
    """Makes the operations of a document."""

    def __init__(self, schemas: Schemas, spelling: Spelling, findings: Findings) -> None:
        self._schemas = schemas
        self._spelling = spelling
        self._findings = findings

    def names(self, page: ApiPage, tag: str, taken: set[str]) -> dict[str, tuple[str, str]]:
        """Return the operationId of each operation by its name, and where that comes from.

        The generators put operations into the order of their ids. Where the names of the methods
        are in another order, the ids have more in them: most often the tag.
        """
        found = {o.name: self._operation_id(o) for o in page.operations}
        ids = [name for name, _ in found.values()]
        longer = [f"{each}{tag}" for each in ids]
        if ids != sorted(ids) and longer == sorted(longer):
            text = "operationId inferred from the method name and the order of the page"
            found = {name: (f"{each}{tag}", text) for name, (each, _) in found.items()}
        for name, (chosen, text) in found.items():
            if chosen in taken:
                chosen = f"{tag[:1].lower()}{tag[1:]}{chosen[:1].upper()}{chosen[1:]}"
            while chosen in taken:
                chosen = f"{chosen}_"
            taken.add(chosen)
            found[name] = (chosen, text)
        return found

    def operation(
        self, page: ApiPage, operation: Operation, tag: str, operation_id: str, source: str
    ) -> Schema:
        """Return an operation; what it concludes stands in its `x-provenance`."""
        provenance = [source]
        data: Schema = {"operationId": operation_id}
        if free(snake(operation_id), METHOD_NAMES) != operation.name:
            data["x-clientloom-name"] = operation.name
        if tag:
            data["tags"] = [tag]
        if operation.summary:
            data["summary"] = operation.summary
        if operation.description:
            data["description"] = operation.description
        if operation.deprecated:
            data["deprecated"] = True
        body, rest = self._split(operation)
        parameters = [self._parameter(operation, each) for each in rest]
        parameters += list(self._missing(operation, parameters))
        if parameters:
            data["parameters"] = parameters
        if body is not None:
            data["requestBody"] = self._body(operation, body)
        data["responses"] = self._responses(operation)
        if operation.authorization:
            data["security"] = [{name: [] for name in way} for way in operation.authorization]
            if len(operation.authorization) > 1:
                count = {2: "two", 3: "three"}.get(len(operation.authorization), "")
                provenance.append(
                    f"that one of the {f'{count} ' if count else ''}schemes is enough is inferred"
                )
        elif operation.authorization is None:
            self._findings.unknown(operation.place, f"the security of {operation.name}")
        if provenance:
            text = "; ".join(provenance)
            data["x-provenance"] = self._findings.inferred(operation.place, text)
        return data

    def _operation_id(self, operation: Operation) -> tuple[str, str]:
        spelled = spelled_in(operation.summary, operation.name)
        if spelled is not None:
            return spelled, "operationId inferred from the name in the summary"
        chosen = camel(plain(operation.name)) or operation.name
        return chosen, "operationId inferred from the method name"

    # --- Parameters

    def _split(self, operation: Operation) -> tuple[Sequence[Argument] | None, list[Argument]]:
        """Return the arguments that make the body, and the others; None where there is no body."""
        arguments = list(operation.arguments)
        bound = [a for a in arguments if a.binding == "body"]
        if bound or any(a.binding for a in arguments):
            return (bound or None), [a for a in arguments if a.binding != "body"]
        in_path = _holes(operation)
        free_ones = [a for a in arguments if a.name not in in_path]
        if not operation.content_types:
            body = next((a for a in free_ones if self._is_plainly_body(operation, a)), None)
            if body is None:
                return None, arguments
            self._findings.inferred(body.place, f'that "{body.name}" is the body')
            return [body], [a for a in arguments if a is not body]
        ranks = [(self._is_body(a), a.required, i) for i, a in enumerate(free_ones)]
        best = max(ranks, default=None)
        if best is not None and best[0] > 0:
            body = free_ones[best[2]]
            if sum(rank[0] >= best[0] for rank in ranks) > 1:
                self._findings.inferred(operation.place, f'that "{body.name}" is the body')
            return [body], [a for a in arguments if a is not body]
        if FORMS & set(operation.content_types):
            fields = [a for a in free_ones if not is_header(a.name)]
            if fields:
                text = "which parameters are fields of the form"
                self._findings.inferred(operation.place, text)
                return fields, [a for a in arguments if a not in fields]
        if not operation.answers:
            # Pages of swagger-codegen have neither statuses nor a media type of their own for each operation.
            return None, arguments
        if best is not None and operation.method not in WITHOUT_BODY:
            body = free_ones[best[2]]
            self._findings.inferred(body.place, f'that "{body.name}" is the body')
            return [body], [a for a in arguments if a is not body]
        return (None if operation.method in ("GET", "HEAD") else []), arguments

    def _is_plainly_body(self, operation: Operation, argument: Argument) -> bool:
        """Whether an argument is a body although the page names no media type: those of Kubernetes do not."""
        schema = schema_of(argument.type) or {}
        is_single = schema.get("type") in ("string", "integer", "number", "boolean")
        if argument.name in ("body", "request_body"):
            return not is_single
        is_model = referenced(schema) is not None and self._is_body(argument) == 4
        return is_model and operation.method in ("POST", "PUT", "PATCH")

    def _is_body(self, argument: Argument) -> int:
        """Return how much an argument looks like a body; 0 if it does not."""
        schema = schema_of(argument.type) or {}
        model = referenced(schema)
        if argument.name in BODY_NAMES or argument.name.endswith("_body"):
            return 5
        if model is not None and self._schemas.is_enum(model):
            return 0
        if model is not None and snake(model) == argument.name:
            return 4
        inner = referenced(schema.get("items") or schema.get("additionalProperties") or {})
        if model is not None or inner is not None:
            return 3 if inner is None or snake(inner) in argument.name else 2
        return 1 if schema.get("type") == "object" else 0

    def _parameter(self, operation: Operation, argument: Argument) -> Schema:
        provenance: list[str] = []
        stated = _stated(operation, argument)
        place, wire = self._located(operation, argument, stated, provenance)
        data: Schema = {"name": wire, "in": place}
        has_no_name = argument.schema is not None or (place == "header" and argument.binding)
        if free(snake(wire), PARAMETER_NAMES) != argument.name and not has_no_name:
            data["x-clientloom-name"] = argument.name
        if argument.description:
            data["description"] = argument.description
        if argument.required or place == "path":
            data["required"] = True
        if argument.deprecated:
            data["deprecated"] = True
        schema = self._argument_schema(argument)
        self._schemas.see_parameter(schema)
        if schema.get("type") == "array" and place == "query":
            data["style"], data["explode"] = "form", True
            provenance.append("style inferred, the page shows none")
        data["schema"] = schema
        value = self._example(operation, argument)
        if value is not UNSET:
            data["example"] = value
        if provenance:
            data["x-provenance"] = self._findings.inferred(argument.place, "; ".join(provenance))
        return data

    def _argument_schema(self, argument: Argument) -> Schema:
        if argument.schema is not None:
            return argument.schema
        typed = self._schemas.typed(argument.type, argument.place, argument.name)
        schema = restricted(typed, argument.choices)
        if argument.default is UNSET or argument.default is None:
            return schema
        default = self._schemas.default(argument.default, schema)
        if default is UNSET:
            self._findings.warn(argument.place, f'the default of "{argument.name}" does not fit.')
            return schema
        return {**({"allOf": [schema]} if "$ref" in schema else schema), "default": default}

    def _located(
        self, operation: Operation, argument: Argument, stated: str | None, provenance: list[str]
    ) -> tuple[str, str]:
        """Return where a parameter goes, and its wire name."""
        if argument.binding:
            return argument.binding, argument.wire_name or argument.name
        hole = _holes(operation).get(argument.name)
        if hole is not None:
            if key(hole) != key(plain(argument.name)):
                provenance.append("its place in the path inferred")
            return "path", hole
        if is_header(argument.name):
            provenance.append("location and wire name inferred")
            return "header", stated or header_name(argument.name)
        if stated is not None:
            return "query", stated
        wire, inferred = self._spelling.wire(argument.name)
        if inferred:
            provenance.append("wire name inferred")
        return "query", wire

    def _missing(self, operation: Operation, parameters: Sequence[Schema]) -> Iterator[Schema]:
        """Yield a parameter for each hole of the path that the table does not list."""
        known = {each["name"] for each in parameters if each["in"] == "path"}
        for hole in dict.fromkeys(HOLE.findall(operation.path)):
            if hole not in known:
                self._findings.unknown(operation.place, f'the parameter "{hole}" of the path')
                text = "the table of parameters does not list it"
                yield {
                    "name": hole,
                    "in": "path",
                    "required": True,
                    "schema": {},
                    "x-provenance": text,
                }

    def _example(self, operation: Operation, argument: Argument) -> Any:
        values = operation.shown.values
        value = values.get(argument.name, UNSET)
        # Some examples have a dict of all parameters of a kind, by their wire names.
        for name in (argument.binding, f"{argument.binding}_params"):
            of_a_kind = values.get(name)
            if value is UNSET and argument.binding and is_object(of_a_kind):
                value = of_a_kind.get(argument.wire_name, UNSET)
        if value is None or value is UNSET:
            return UNSET
        return self._schemas.example(value, operation.place)

    # --- Bodies

    def _body(self, operation: Operation, arguments: Sequence[Argument]) -> Schema:
        types = operation.content_types or ("application/json",)
        if arguments and arguments[0].content is not None:
            return self._described_body(operation, arguments[0], arguments[0].content)
        if not arguments:
            text = "the pages list no parameter for the body"
            self._findings.unknown(operation.place, f"the body of {operation.name}")
            return {"content": {each: {} for each in types}, "x-provenance": text}
        first = arguments[0]
        is_form = len(arguments) > 1 or (FORMS & set(types) and self._is_body(first) == 0)
        data: Schema = {}
        if is_form:
            schema = self._form(operation, arguments)
            required = any(a.required for a in arguments)
            value: Any = UNSET
        else:
            schema = self._argument_schema(first)
            required = first.required
            if first.description:
                data["description"] = first.description
            model = referenced(schema)
            if not first.binding and first.name != (snake(model) if model else "body"):
                data["x-clientloom-name"] = first.name
            value = self._body_example(operation, first, model)
        if required:
            data["required"] = True
        shown = next((each for each in types if each == "application/json"), types[0])
        data["content"] = {
            each: {
                "schema": schema,
                **({"example": value} if value is not UNSET and each == shown else {}),
            }
            for each in types
        }
        if not operation.content_types:
            data["x-provenance"] = "media type inferred"
        elif is_form:
            data["x-provenance"] = "which parameters are fields of the form is inferred"
        return data

    def _described_body(self, operation: Operation, argument: Argument, content: Schema) -> Schema:
        """Return the body of a page that has its schemas."""
        model = next((referenced(schema) for schema in content.values()), None)
        value = self._body_example(operation, argument, model)
        media = {each: {"schema": schema} for each, schema in content.items()}
        if value is not UNSET and media:
            media[next(iter(media))]["example"] = value
        return {**({"required": True} if argument.required else {}), "content": media}

    def _body_example(self, operation: Operation, argument: Argument, model: str | None) -> Any:
        value = operation.shown.values.get(argument.name, UNSET)
        if value is None or value is UNSET:
            return UNSET
        if is_object(value) and model is not None and list(value) not in ([], ["key"]):
            self._schemas.see_body(model, value, operation.place)
        found = self._schemas.example(value, operation.place)
        return UNSET if isinstance(value, Built) and found == {} else found

    def _form(self, operation: Operation, arguments: Sequence[Argument]) -> Schema:
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for argument in arguments:
            wire = _stated(operation, argument) or self._spelling.wire(argument.name)[0]
            schema = self._argument_schema(argument)
            if argument.description:
                schema = {"allOf": [schema]} if "$ref" in schema else schema
                schema = {**schema, "description": argument.description}
            properties[wire] = schema
            if argument.required:
                required.append(wire)
        return {
            "type": "object",
            **({"required": required} if required else {}),
            "properties": properties,
        }

    # --- Responses

    def _responses(self, operation: Operation) -> Schema:
        gives = operation.returns is not None and not is_nothing(operation.returns)
        answers = operation.answers
        if not answers:
            self._findings.unknown(operation.place, f"the responses of {operation.name}")
            answers = (Answer("200" if gives else "default", ""),)
        success = next((a for a in answers if a.status.startswith("2")), None)
        if success is None:
            success = next((a for a in answers if not a.status.startswith(("4", "5"))), answers[0])
        if operation.returns is None and success.content is None:
            self._findings.unknown(operation.place, f"what {operation.name} returns")
        content = self._content(operation, gives)
        model = self._failure(operation)
        found: Schema = {}
        for answer in answers:
            data: Schema = {"description": answer.description}
            if answer.headers:
                data["headers"] = {name: _header(text) for name, text in answer.headers}
            if answer.content is not None:
                media = {each: {"schema": schema} for each, schema in answer.content.items()}
                data |= {"content": media} if media else {}
            elif answer is success and gives:
                data["content"] = content
            elif gives and answer.status.startswith("2") and answer.status not in ("204", "205"):
                data["content"] = content
                data["x-provenance"] = "body inferred, the page states one result for all"
            elif answer is not success and model is not None and not answer.status.startswith("2"):
                types = [each for each in content if JSON.match(each)] or ["application/json"]
                data["content"] = {each: {"schema": model} for each in types}
                data["x-provenance"] = "model from an example, its binding to this status inferred"
            found[answer.status] = data
        if content and not any("content" in each for each in found.values()):
            # What the operation accepts is stated; where it gives nothing, a failure must be meant.
            failed = next((a for a in answers if a is not success), success)
            found[failed.status]["content"] = content
        return found

    def _content(self, operation: Operation, gives: bool) -> Schema:
        """Return the media types of the answer, with the schema of the result if there is one."""
        types = operation.accepts or (("*/*",) if gives else ())
        if not gives:
            return {each: {} for each in types}
        schema = self._schemas.typed(operation.returns or "", operation.place, "the result")
        return {each: {"schema": schema} for each in types}

    def _failure(self, operation: Operation) -> Schema | None:
        """Return the model of failures: the one that an example imports and nothing else uses."""
        used: set[str] = set()
        for text in (operation.returns or "", *(a.type for a in operation.arguments)):
            used |= set(re.findall(r"\w+", text))
        left = [name for name in operation.shown.classes if name not in used]
        failures = [name for name in left if FAILURE.search(name)]
        if len(failures) != 1:
            return None
        return {"$ref": f"#/components/schemas/{failures[0]}"}


def _header(text: str) -> Mapping[str, Any]:
    data: Schema = {"description": text} if text else {}
    return {**data, "schema": {"type": "string"}, "x-provenance": "type inferred"}
