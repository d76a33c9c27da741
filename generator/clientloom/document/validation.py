"""Saying what is wrong with a document: all of it, each problem on one line, where it stands.

What is wrong and can be read all the same is a repair: people use documents with thousands of such
faults. It is an error where something would be lost: `ERRORS` says what that is.

The shape of a document is what openapi-spec-validator's schemas say (the schemas that the OpenAPI
Initiative publishes), checked by jsonschema. What those cannot say is in `checks`. Nothing here
resolves a reference but `Document.follow`, so nothing is fetched or read behind its back.
"""

import re
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Protocol, TypeAlias

from clientloom.document.checks import REPAIRED, UNREADABLE
from clientloom.document.data import describe, is_list, object_or_empty, quote
from clientloom.document.document import Document
from clientloom.document.fast import accepts
from clientloom.document.location import Location
from clientloom.document.walk import Kind, Visit, Walk, walk
from clientloom.errors import ClientloomError, Note, Problem, notes_in_order, shorten

RECURSION = 20_000
"""Frames that jsonschema may take; a level of a document costs it up to twenty."""

MAX_MESSAGE = 200

NAMED_LISTS = (("parameters",), ("tags",))
"""Lists whose items are compared by name in `checks`, which says which of them are the same."""

COMPONENT_NAME = re.compile(r"[A-Za-z0-9._-]+")

TYPE_NAMES = {
    "object": "an object",
    "array": "a list",
    "string": "a string",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "null": "null",
}


class _Error(Protocol):
    """What is used of jsonschema's ValidationError."""

    message: str
    validator: str
    validator_value: Any
    instance: Any
    schema: Any
    context: list["_Error"]

    @property
    def relative_path(self) -> Iterable[str | int]: ...
    @property
    def absolute_path(self) -> Iterable[str | int]: ...
    @property
    def relative_schema_path(self) -> Iterable[str | int]: ...


@dataclass(frozen=True, slots=True)
class _Finding:
    """Something that the schemas of OpenAPI object to."""

    location: Location
    message: str
    hint: str | None = None
    rules_out: bool = False
    """The value is of a wrong type, which makes every other remark on it pointless."""
    owner: Location | None = None
    """The object that has a property which is not allowed in it."""
    is_known: bool = False
    """The property is one that such an object may have, in other circumstances."""


class _Validator(Protocol):
    def iter_errors(self, instance: Any) -> Iterator[_Error]: ...


def validate(document: Document) -> tuple[Note, ...]:
    """Return what has to be repaired to read a document, in the order of the document.

    :raises ClientloomError: with every problem that cannot be repaired
    """
    walked = walk(document)
    with _deep_recursion():
        findings = _without_echoes(list(_all_findings(document, walked)))
    errors = [problem for find in ERRORS for problem in find(document, walked)]
    known = {problem.position for problem in errors}
    repairs = [_problem(document, finding) for finding in findings]
    repairs += [problem for find in REPAIRS for problem in find(document, walked)]
    if errors:
        raise ClientloomError(*errors)
    notes = [Note("unused", problem) for problem in document.unused]
    notes += [Note("repair", repair) for repair in repairs if repair.position not in known]
    # What OpenAPI 3 cannot say of a Swagger document.
    losses = (document.original.problem(*loss) for loss in document.losses)
    return notes_in_order([*notes, *(Note("fallback", loss) for loss in losses)])


Find: TypeAlias = Callable[[Document, Walk], Iterable[Problem]]


def _nothing(document: Document, walked: Walk) -> Iterator[Problem]:
    """A document with no part that anything could be made of."""
    if not {"paths", "webhooks", "components"} & set(document.root):
        message = "there are neither paths nor webhooks nor components."
        yield document.problem(document.location, message)


def _dangling(document: Document, walked: Walk) -> Iterator[Problem]:
    return (problem for kind, problem in walked.dangling if kind not in DISPENSABLE)


def _without_target(document: Document, walked: Walk) -> Iterator[Problem]:
    return (problem for kind, problem in walked.dangling if kind in DISPENSABLE)


def _unreadable(document: Document, walked: Walk) -> Iterator[Problem]:
    return (document.problem(place, message) for place, message in walked.unreadable.items())


def _nearby(document: Document, walked: Walk) -> Iterator[Problem]:
    """References to `#/$defs/..` that lead to a place beside them."""
    for place, target in walked.nearby:
        message = f"the reference is read as one to {shorten(str(target), 200)}."
        yield document.problem(place.child("$ref"), message)


DISPENSABLE: Collection[Kind] = ("example", "header")
"""What may be missing: nothing depends on it."""

ERRORS: Sequence[Find] = (_nothing, _dangling, _unreadable, *UNREADABLE)
"""What makes a document unusable: each would lose an operation, an argument or a type."""

REPAIRS: Sequence[Find] = (_without_target, _nearby, *REPAIRED)
"""What is read as it is meant, beside everything else that the schemas of OpenAPI object to."""


def _all_findings(document: Document, walked: Walk) -> Iterator["_Finding"]:
    original = document.original
    is_accepted = accepts(original.root, original.version[:3])
    if original is not document:
        # An upgraded document has to answer for what it was before, not for what became of it.
        if not is_accepted:
            whole = Visit("document", original.root, original.location)
            yield from _shape(original, whole)
        return
    for visit in walked.visits:
        if not (is_accepted and _is_covered(visit)):
            yield from _shape(document, visit)


def _is_covered(visit: Visit) -> bool:
    """Whether the validator in Rust has looked at an object: at the whole, and at each schema with a name."""
    match visit.location.pointer:
        case ():
            return True
        case ("components", "schemas", str(name)):
            return visit.kind == "schema" and COMPONENT_NAME.fullmatch(name) is not None
        case _:
            return False


def _problem(document: Document, finding: "_Finding") -> Problem:
    return document.original.problem(finding.location, finding.message, finding.hint)


def _is_passed_by(location: Location) -> bool:
    """Whether a place is inside of links or callbacks, which a client makes nothing of."""
    match location.pointer:
        case ("components", "links" | "callbacks", *_):
            return True
        case ("paths", _, _, "callbacks", *_) | ("paths", _, _, "responses", _, "links", *_):
            return True
        case ("components", "responses", _, "links", *_):
            return True
        case _:
            return False


def _shape(document: Document, visit: Visit) -> Iterator["_Finding"]:
    """Yield what the schemas of OpenAPI say about the objects that they are to be applied to.

    The schema of a whole document covers everything in the entry file that stands in its place; the
    targets of references elsewhere are checked by the part of it for their kind. From OpenAPI 3.1
    on, a schema has a dialect of its own.
    """
    series = document.version[:3]
    if visit.kind == "schema" and series != "3.0":
        if visit.is_inner and not visit.is_target:
            return
        errors = _dialect_errors(series, visit.node)
    elif visit.kind == "document" or visit.is_target or _is_passed_over(visit):
        errors = _validator(series, visit.kind).iter_errors(visit.node)
    else:
        return
    try:
        for error in errors:
            for leaf in _leaves(error):
                for finding in _findings(visit.location, leaf):
                    if not _is_passed_by(finding.location):
                        yield finding
    except RecursionError:
        yield _Finding(visit.location, "nested too deeply to be validated.")


def _is_passed_over(visit: Visit) -> bool:
    """Whether it is a component with a name that the schema of OpenAPI 3.0 does not look at."""
    match visit.location.pointer:
        case ("components", _, str(name)):
            return COMPONENT_NAME.fullmatch(name) is None
        case _:
            return False


@cache
def _validator(series: str, kind: Kind) -> _Validator:
    """Return a validator for one kind of object of OpenAPI 3.0, 3.1 or 3.2."""
    from jsonschema.validators import validator_for
    from openapi_spec_validator import schemas
    from referencing.jsonschema import EMPTY_REGISTRY

    known: Any = schemas
    schema: Mapping[str, Any] = getattr(
        known, "schema_v2" if series == "2.0" else f"schema_v{series.replace('.', '')}"
    )
    if kind != "document":
        schema = _part(schema, kind)
    plain: dict[str, Any] = dict(schema)
    make: Any = validator_for(plain)
    # An explicit registry keeps jsonschema from fetching what it does not know.
    validator: _Validator = make(plain, registry=EMPTY_REGISTRY)
    return validator


def _part(schema: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    """Return a schema for one kind of object, made of the definitions of the schema for all."""
    if "definitions" in schema:
        name = "".join(word.capitalize() for word in kind.split("-"))
        apart = {key: schema[key] for key in ("$schema", "definitions")}
        return {**apart, "allOf": [{"$ref": f"#/definitions/{name}"}]}
    apart = {key: schema[key] for key in ("$schema", "$defs")}
    return {**apart, "$ref": f"#/$defs/{kind}"}


def _dialect_errors(series: str, schema: Any) -> Iterator[_Error]:
    """Yield what is wrong with a schema in the dialect that OpenAPI 3.1 or 3.2 defines.

    The validator of the dialect stops at the first error. JSON Schema, which the dialect extends by
    a few keywords, finds the others.
    """
    from jsonschema.exceptions import SchemaError
    from openapi_schema_validator import OAS31Validator, OAS32Validator

    dialect: Any = OAS31Validator if series == "3.1" else OAS32Validator
    try:
        dialect.check_schema(schema, format_checker=None)
    except SchemaError as error:
        first: Any = error
        yield from list(_json_schema().iter_errors(schema)) or [first]


@cache
def _json_schema() -> _Validator:
    from jsonschema import Draft202012Validator
    from referencing.jsonschema import EMPTY_REGISTRY

    make: Any = Draft202012Validator
    validator: _Validator = make(make.META_SCHEMA, registry=EMPTY_REGISTRY)
    return validator


@contextmanager
def _deep_recursion() -> Generator[None]:
    """Let jsonschema recurse as far as the deepest document that `load` accepts needs."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _leaves(error: _Error) -> Iterator[_Error]:
    """Yield the errors that a person can act on.

    Where one of several schemas should have matched, jsonschema has errors for each of them. The
    schema that was meant is the one that the value resembles most; its errors are the real ones.
    """
    if not error.context:
        yield error
        return
    branches: dict[str | int, list[_Error]] = {}
    for inner in error.context:
        branches.setdefault(next(iter(inner.relative_schema_path)), []).append(inner)
    if (merged := _merged(list(branches.values()))) is not None:
        yield merged
        return
    for inner in min(branches.values(), key=_distance):
        yield from _leaves(inner)


def _merged(branches: list[list[_Error]]) -> _Error | None:
    """Return one error for branches that differ only in the values or types that they accept."""
    for validator in ("enum", "type"):
        errors = [error for errors in branches for error in errors if error.validator == validator]
        places = {tuple(error.relative_path) for error in errors}
        if len(errors) == len(branches) > 1 and len(places) == 1:
            values = [_listed(error.validator_value) for error in errors]
            errors[0].validator_value = list(dict.fromkeys(chain.from_iterable(values)))
            return errors[0]
    return None


def _listed(value: Any) -> list[Any]:
    return value if is_list(value) else [value]


def _distance(errors: list[_Error]) -> tuple[int, int]:
    """Tell how little a value resembles a schema: by what it is first, then by what it lacks."""
    return max(map(_difference, errors)), len(errors)


def _difference(error: _Error) -> int:
    """Rate an error: 2 if the value is something else altogether, 1 if it is of another variety."""
    path = tuple(error.relative_path)
    if not path:
        is_no_reference = error.validator == "required" and "'$ref'" in error.message
        return 2 if is_no_reference or error.validator in ("type", "enum", "const") else 0
    # A property such as "in" of a parameter tells the varieties apart.
    is_variety = len(path) == 1 and isinstance(path[0], str)
    return 1 if is_variety and error.validator in ("enum", "const") else 0


def _without_echoes(findings: list[_Finding]) -> list[_Finding]:
    """Drop what only repeats another finding.

    "unevaluatedProperties" does not see the properties of a subschema that failed, so a problem
    inside an object makes its properties look as if they were not allowed.
    """
    ruled_out = {finding.location for finding in findings if finding.rules_out}
    troubled: set[Location] = set()
    """Where a problem is, at the place itself or below it."""
    failed: set[Location] = set()
    """The objects whose schema may have failed before it saw all properties."""
    for finding in findings:
        above = list(_with_ancestors(finding.owner or finding.location))
        troubled.update(above)
        failed.update(above[1:] if finding.owner else above)
    return [
        finding
        for finding in findings
        if (finding.rules_out or finding.location not in ruled_out)
        and not (finding.owner and finding.location in troubled)
        and not (finding.is_known and finding.owner in failed)
    ]


def _with_ancestors(location: Location) -> Iterator[Location]:
    pointer = location.pointer
    return (Location(location.file, pointer[:end]) for end in range(len(pointer), -1, -1))


def _findings(base: Location, error: _Error) -> Iterator[_Finding]:
    location = base.child(*error.absolute_path)
    if error.validator in ("additionalProperties", "unevaluatedProperties"):
        is_late = error.validator == "unevaluatedProperties"
        known = _property_names(error.schema) if is_late else set[str]()
        for name in _unexpected(error):
            yield _Finding(
                location.child(name),
                f'"{shorten(name)}" is not allowed here.',
                _hint(location, name),
                owner=location,
                is_known=name in known,
            )
    elif error.validator != "uniqueItems" or location.pointer[-1:] not in NAMED_LISTS:
        message = shorten(_message(error), MAX_MESSAGE)
        yield _Finding(location, message, rules_out=error.validator == "type")


def _unexpected(error: _Error) -> list[str]:
    """Return the keys that an object has and should not have."""
    expected = object_or_empty(object_or_empty(error.schema).get("properties"))
    names = [name for name in error.instance if name not in expected]
    return [name for name in names if repr(name) in error.message] or names


def _property_names(schema: Any) -> set[str]:
    """Return every property that a schema knows in some branch of it."""
    if is_list(schema):
        return set[str]().union(*map(_property_names, schema))
    names = set(object_or_empty(object_or_empty(schema).get("properties")))
    return names.union(*map(_property_names, object_or_empty(schema).values()))


def _hint(location: Location, name: str) -> str | None:
    if location.pointer == ("paths",):
        return 'A path begins with "/".'
    if location.pointer and location.pointer[-1] == "responses":
        return 'A status is three digits, a range such as "4XX", or "default".'
    if not name.startswith("x-"):
        return "Check the spelling; extensions begin with x-."
    return None


def _message(error: _Error) -> str:
    value, wanted = error.instance, error.validator_value
    match error.validator:
        case "required":
            missing = error.message.split("'")[1] if "'" in error.message else ""
            return f'"{missing}" is missing.'
        case "type":
            names = [wanted] if isinstance(wanted, str) else wanted
            expected = " or ".join(TYPE_NAMES.get(name, name) for name in names)
            return f"expected {expected}, not {describe(value)}."
        case "enum":
            return f"{quote(value)} is not one of {', '.join(map(quote, wanted))}."
        case "const":
            return f"expected {quote(wanted)}, not {quote(value)}."
        case "pattern":
            return f"{quote(value)} does not match {wanted}"
        case "format":
            return f"{quote(value)} is not of the format {wanted}."
        case "minimum":
            return f"{quote(value)} is less than {wanted}."
        case "not":
            return _not(wanted)
        case "oneOf":
            return "matches more than one of the allowed forms."
        case "minProperties" | "minItems" | "minLength":
            return "must not be empty." if wanted == 1 else f"has less than {wanted} entries."
        case "maxProperties" | "maxItems":
            return f"has more than {wanted} {'entry' if wanted == 1 else 'entries'}."
        case "uniqueItems":
            return "the items must differ from each other."
        case _:
            return f"{error.validator}: {error.message.replace(repr(value), quote(value))}."


def _not(forbidden: Any) -> str:
    match forbidden:
        case {"required": [str(first), str(second)]}:
            return f'"{first}" and "{second}" exclude each other.'
        case _:
            return "has a form that is not allowed."
