"""The one room that knows datamodel-code-generator: schemas in, the text of each field's annotation out.

The library gets the schemas flat, under neutral names and without prose, so that it decides one thing only: which
Python type a schema is. Class names, field names, aliases, bounds and docstrings are this project's own, which keeps
them stable whatever the library does with names, and keeps text of a document away from its templates.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    Api,
    EnumShape,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Reference,
    Scalar,
    Schema,
    TupleOf,
    Type,
    Union,
    inner_types,
)
from clientloom.cache import Cache, cache_folder, key
from clientloom.lock import generator_digest, installed_version

# Formats that have a Python type of their own. Others stay strings, so that what came is what is sent back.
FORMATS = frozenset({"date-time", "date", "uuid", "decimal"})
RUNTIME_TYPES = {
    "byte": "Base64Bytes",
    "base64url": "Base64UrlBytes",
    "duration": "IsoDuration",
    "time": "IsoTime",
}
"""The types of the runtime for what is a text in JSON, by format."""

_KINDS = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one schema, as Python source.

    :param fields: by property name, of an object
    :param additional: of an object's undeclared properties, where they have a type
    :param root: what an alias stands for
    """

    fields: Mapping[str, str]
    additional: str | None = None
    root: str | None = None


def field_annotations(
    api: Api, class_names: Mapping[str, str], only: Container[str] | None = None
) -> dict[str, Annotations]:
    """Annotations by schema name.

    The library is asked about each kind of type once, however many fields have it, and it hears no more of a class than
    that it is one: neither its name nor what is in it makes a difference to the type of a field, and both do to the
    time.

    :param class_names: the Python class for each schema that is an object, an enum or a union
    :param only: the schemas that are asked for; all if None
    """
    variants = _variants_of_unions(api)
    asked = {
        schema.name: _questions(schema, closed=schema.name in variants)
        for schema in api.schemas.values()
        if (only is None or schema.name in only) and not isinstance(schema.shape, EnumShape)
    }
    every = (each for fields in asked.values() for each in fields.values())
    answers = _answers(list(dict.fromkeys(q for each in every for q in each.questions())))

    def annotation(asked: _Asked) -> str:
        return answers[asked.question].format(*map(class_source, asked.classes))

    def class_source(of: str | _AskedTuple) -> str:
        if isinstance(of, str):
            return class_names[of]
        return open_tuple(
            map(annotation, of.items), None if of.rest is None else annotation(of.rest)
        )

    return {
        name: Annotations(
            {key[1:]: annotation(each) for key, each in fields.items() if key.startswith(".")},
            additional=annotation(fields["additional"]) if "additional" in fields else None,
            root=_root({k: annotation(each) for k, each in fields.items() if k.startswith("root")}),
        )
        for name, fields in asked.items()
    }


def _root(annotations: Mapping[str, str]) -> str | None:
    """The annotation of an alias; that of a wide union is put together from those of its variants."""
    if len(annotations) < 2:
        return annotations.get("root")
    parts = dict.fromkeys([*annotations.values(), "dict[str, Any]"])
    if "None" in parts:
        del parts["None"]
        parts["None"] = None
    return _balanced(list(parts))


def _balanced(parts: list[str]) -> str:
    """A union that is not nested as deeply as it is long, which compilers and type checkers refuse to read."""
    if len(parts) <= _WIDTH // 2:
        return " | ".join(parts)
    middle = len(parts) // 2
    return f"({_balanced(parts[:middle])}) | ({_balanced(parts[middle:])})"


@dataclass(frozen=True, slots=True)
class _Question:
    """A type, as JSON Schema in JSON, and whether a field of the type has a value always."""

    schema: str
    required: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and what its classes stand for: a schema, or a tuple with questions of its own."""

    question: _Question
    classes: tuple[str | _AskedTuple, ...]

    def questions(self) -> Iterator[_Question]:
        """All that is asked."""
        yield self.question
        for each in self.classes:
            if isinstance(each, _AskedTuple):
                for part in (*each.items, *([] if each.rest is None else [each.rest])):
                    yield from part.questions()


@dataclass(frozen=True, slots=True)
class _AskedTuple:
    """A tuple, as questions about its items: the library knows no tuples of any length."""

    items: tuple[_Asked, ...]
    rest: _Asked | None


def _asked(of: Type, *, required: bool = True, closed: bool = False) -> _Asked:
    if isinstance(of, Scalar):
        return _plain(of, required)
    classes = _Classes()
    question = _Question(json.dumps(_json(of, classes, closed=closed)), required)
    return _Asked(
        question,
        tuple(
            _AskedTuple(
                tuple(map(_asked, each.items)), None if each.rest is None else _asked(each.rest)
            )
            if isinstance(each, TupleOf)
            else each
            for each in classes.numbers
        ),
    )


def _questions(schema: Schema, *, closed: bool) -> dict[str, _Asked]:
    """What is to be known of a schema: of its fields, under a dot and their names, or of what else has a type."""
    match schema.shape:
        case EnumShape():
            return {}
        case AliasShape(Union(variants)) if len(variants) > _WIDTH:
            return {f"root {index}": _asked(v) for index, v in enumerate(variants)}
        case AliasShape(of):
            return {"root": _asked(of)}
        case ObjectShape(properties, additional):
            fields = {
                f".{p.name}": _asked(
                    p.type,
                    required=p.required or has_default(p.type, p.default),
                    closed=closed and p.required,
                )
                for p in properties
            }
            return fields if additional is None else {**fields, "additional": _asked(additional)}


@cache
def _plain(of: Scalar, required: bool) -> _Asked:
    """The question for a type that most fields have."""
    return _Asked(_Question(json.dumps(_json(of, _Classes())), required), ())


@dataclass(frozen=True, slots=True)
class _Classes:
    """Numbers for the classes that a question mentions, in the order in which it does; a tuple counts as one."""

    numbers: dict[str | TupleOf, int] = field(default_factory=dict["str | TupleOf", int])

    def neutral(self, name: str | TupleOf) -> str:
        """What the library is told instead of the name."""
        return f"C{self.numbers.setdefault(name, len(self.numbers))}"


def _answers(questions: Sequence[_Question]) -> dict[_Question, str]:
    """The annotation for each type, with numbered holes for its classes; earlier runs have asked for most of them."""
    version = installed_version("datamodel-code-generator")
    keys = {q: key("annotation", generator_digest(), version, repr(q)) for q in questions}
    store = Cache(cache_folder())
    known = store.get(keys.values())
    if fresh := _library_answers([q for q in questions if keys[q] not in known]):
        store.put({keys[q]: answer for q, answer in fresh.items()})
    return {q: known[keys[q]] if keys[q] in known else fresh[q] for q in questions}


def _library_answers(questions: Sequence[_Question]) -> dict[_Question, str]:
    """The library gets the types as the fields of a few classes."""
    if not questions:
        return {}
    definitions: dict[str, Any] = {}
    holders = [questions[i : i + _FIELDS] for i in range(0, len(questions), _FIELDS)]
    for number, held in enumerate(holders):
        fields = {f"f{i}": json.loads(question.schema) for i, question in enumerate(held)}
        required = [f"f{i}" for i, question in enumerate(held) if question.required]
        definitions[f"H{number}"] = {"type": "object", "properties": fields, "required": required}
    found = {node.name: node for node in _classes(_run({"$defs": definitions}))}
    answers: dict[_Question, str] = {}
    for number, held in enumerate(holders):
        answers.update(zip(held, _fields(found[f"H{number}"]), strict=True))
    return answers


_WIDTH = 100
"""How many types a union has that is written without brackets."""

_FIELDS = 50
"""How many types a class has that only asks for them; what the library does with a class is not linear in its size."""


def has_own_type(of: Scalar) -> bool:
    """Whether a value is something else than its text, or its number."""
    return not of.is_text and (of.format in FORMATS or of.format in RUNTIME_TYPES)


def tuple_source(items: Iterable[str], rest: str | None) -> str:
    """The type of a tuple, of the types of its items and that of those that may follow."""
    more = [] if rest is None else [f"*tuple[{rest}, ...]"]
    return f"tuple[{', '.join([*items, *more])}]"


def open_tuple(items: Iterable[str], rest: str | None) -> str:
    """The same for the runtime, which takes fewer and more items from a server."""
    return f"Annotated[{tuple_source(items, rest)}, OpenTuple]"


def has_default(schema_type: Type, default: Any) -> bool:
    """Whether a default of the document is a plain value that the type accepts."""
    if isinstance(schema_type, Literals):
        return default in schema_type.values
    if isinstance(schema_type, Union):
        return any(has_default(v, default) for v in schema_type.variants)
    if not isinstance(schema_type, Scalar) or has_own_type(schema_type):
        return False
    kind = _KINDS.get(cast("Any", type(default)))
    return kind == schema_type.kind or (kind == "integer" and schema_type.kind == "number")


def _variants_of_unions(api: Api) -> set[str]:
    """The schemas that a union chooses from: their constants tell them apart and must match."""

    def walk(of: Type) -> Iterator[str]:
        if isinstance(of, Union):
            references = [v.name for v in of.variants if isinstance(v, Reference)]
            yield from references if len(references) > 1 else ()
        for inner in inner_types(of):
            yield from walk(inner)

    found: set[str] = set()
    for schema in api.schemas.values():
        if isinstance(schema.shape, AliasShape):
            found.update(walk(schema.shape.type))
        elif isinstance(schema.shape, ObjectShape):
            for prop in schema.shape.properties:
                found.update(walk(prop.type))
    for operation in api.operations:
        bodies = [response.content for response in operation.responses]
        bodies += [operation.body.content] if operation.body is not None else []
        for of in (media.type for content in bodies for media in content):
            found.update(walk(of) if of is not None else ())
    return found


def _json(of: Type, classes: _Classes, *, closed: bool = False) -> dict[str, Any]:
    match of:
        case AnyType():
            return {}
        case Scalar("string", form, False) if form in RUNTIME_TYPES:
            return {"type": "object", "customTypePath": f"runtime.{RUNTIME_TYPES[form]}"}
        case Scalar(kind, form):
            return (
                {"type": kind, "format": form}
                if form in FORMATS and kind == "string"
                else {"type": kind}
            )
        case Literals(values):
            kinds = list(dict.fromkeys(_KINDS[type(v)] for v in values))
            if float in map(type, values):  # PEP 586 has no fractions in Literal
                return {"anyOf": [{"type": k} for k in kinds]}
            exact: dict[str, Any] = {"enum": list(values)}
            if len(kinds) == 1:
                exact["type"] = kinds[0]
            # An enum is open: a server may know values that the document does not.
            return (
                exact
                if closed and len(values) == 1
                else {"anyOf": [exact, *({"type": k} for k in kinds)]}
            )
        case ListOf(items):
            return {"type": "array", "items": _json(items, classes)}
        case TupleOf():
            return {"type": "object", "customTypePath": f"classes.{classes.neutral(of)}"}
        case MapOf(values):
            return {"type": "object", "additionalProperties": _json(values, classes) or True}
        case Reference(name):
            return {"type": "object", "customTypePath": f"classes.{classes.neutral(name)}"}
        case Union(variants):
            choices = [_json(v, classes, closed=closed) for v in variants]
            if sum(isinstance(v, Reference) for v in variants) > 1:
                # A variant that the document does not know stays what it is: data.
                choices.insert(
                    len(choices) - (NULL in variants),
                    {"type": "object", "additionalProperties": True},
                )
            return {"anyOf": choices}


def _run(schema: Mapping[str, Any]) -> str:
    from datamodel_code_generator import generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import DatetimeClassType, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[],
        strict_nullable=True,
        use_standard_collections=True,
        use_union_operator=True,
        disable_timestamp=True,
        output_datetime_class=DatetimeClassType.Datetime,
        enum_field_as_literal=LiteralType.All,
        class_name="Root",
    )
    return str(generate(json.dumps(schema), config=config))


def _classes(source: str) -> Iterator[ast.ClassDef]:
    return (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))


def _fields(node: ast.ClassDef) -> list[str]:
    fields = [entry for entry in node.body if isinstance(entry, ast.AnnAssign)]
    return [_text(entry.annotation) for entry in fields]


def _text(annotation: ast.expr) -> str:
    """An annotation as a text for `str.format`."""
    source = ast.unparse(_Holes().visit(annotation))
    return re.sub("\0(\\d+)\0", r"{\1}", source.replace("{", "{{").replace("}", "}}"))


class _Holes(ast.NodeTransformer):
    """Marks the names of classes by a sign that no source has."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in ("date", "datetime"):  # by their module: documents name fields so
            return ast.Attribute(ast.Name("dt"), node.id)
        number = re.fullmatch(r"C(\d+)", node.id)
        return node if number is None else ast.Name(f"\0{number[1]}\0")
