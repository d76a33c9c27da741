"""Schemas: JSON Schema in OpenAPI's dialects to types and named shapes.

What is an object, a named enum or a union gets a name and becomes a `Schema`; everything else is a type, written where
it is used. `allOf` is merged: a class lists all its fields. A union inside an `allOf` is merged too, into optional
fields, because the whole must accept whatever one of the variants accepts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, cast

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AliasShape,
    AnyType,
    EnumShape,
    Limits,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Property,
    Reference,
    Scalar,
    Schema,
    Shape,
    Type,
    Union,
)
from clientloom.document import Document, Location
from clientloom.errors import ClientloomError

Node: TypeAlias = Mapping[str, Any]
Context: TypeAlias = tuple[str, ...]

PINNED = "x-clientloom-name"

_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
# What makes a schema more than the one that it wraps.
_ADDING = frozenset({"properties", "additionalProperties", "patternProperties", "required", "enum"})
_LIMITS = {
    "minimum": "ge",
    "maximum": "le",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_items",
    "maxItems": "max_items",
    "uniqueItems": "unique_items",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a place that uses a schema wants to know of it."""

    type: Type
    limits: Limits = NO_LIMITS
    default: Any = UNSET
    description: str = ""
    example: Any = UNSET
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    pinned_name: str | None = None


@dataclass(slots=True)
class View:
    """The properties of an object, gathered over `allOf` and its variants. Each has one definition, or alternatives."""

    properties: dict[str, list[tuple[Any, Location]]] = field(
        default_factory=dict[str, list[tuple[Any, Location]]]
    )
    required: list[str] = field(default_factory=list[str])
    additional: tuple[Any, Location] | None = None
    closed: bool = False

    def include(self, other: View) -> None:
        """All of this and all of the other: what is said later is more precise."""
        for name, definitions in other.properties.items():
            if name not in self.properties or any(_says_type(node) for node, _ in definitions):
                self.properties[name] = definitions
        self.required += [name for name in other.required if name not in self.required]
        self.additional = other.additional or self.additional
        self.closed = self.closed or other.closed

    def include_variants(self, variants: Sequence[View]) -> None:
        """All of this and one of the others: their properties are alternatives, and required if each requires them."""
        merged = View()
        for variant in variants:
            for name, definitions in variant.properties.items():
                known = merged.properties.setdefault(name, [])
                known += [definition for definition in definitions if definition not in known]
        merged.required = [
            n for n in variants[0].required if all(n in v.required for v in variants)
        ]
        self.include(merged)


class Schemas:
    """Reads schemas and keeps the named ones."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: dict[Location, str] = {}
        self._nodes: dict[str, tuple[Any, Location]] = {}
        self._shapes: dict[str, Schema] = {}
        self._pending: list[str] = []
        self._inlining: list[Location] = []
        self._recursive: set[Location] = set()
        components: Mapping[str, Any] = document.root.get("components", {}).get("schemas", {})
        root = document.location.child("components", "schemas")
        self._components = {root.child(name): name for name in components}

    def finish(self) -> dict[str, Schema]:
        """Read every component, used or not, and all that they name. In the order of the document, inline ones after."""
        for location, name in self._components.items():
            self.facts({"$ref": _pointer(location)}, self._document.location, (name,))
        self._read_pending()
        order = {name: index for index, name in enumerate(self._components.values())}
        return dict(
            sorted(self._shapes.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
        )

    def facts(self, node: Any, location: Location, context: Context) -> Facts:
        """Read a schema where it is used.

        :param node: the schema, or a reference to one
        :param location: where it stands
        :param context: the words that name it should it need a name
        """
        facts = self._facts(node, location, context)
        self._read_pending()
        return facts

    def _read_pending(self) -> None:
        while self._pending:
            name = self._pending.pop()
            node, location = self._nodes[name]
            self._shapes[name] = Schema(
                name=name,
                shape=self._shape(node, location, name),
                location=location,
                description=_text(node, "description") or _text(node, "title"),
                deprecated=node.get("deprecated") is True,
                default=node.get("default", UNSET),
                pinned_name=_pinned(node),
            )

    def _facts(self, node: Any, location: Location, context: Context) -> Facts:
        siblings = node if isinstance(node, Mapping) else {}
        target, where = self._document.follow(node, location)
        if where != location and self._adds_keywords(siblings):
            target, where = (
                {"allOf": [{"$ref": node["$ref"]}], **_without(siblings, "$ref")},
                location,
            )
        if not isinstance(target, Mapping):
            return Facts(AnyType())  # `true` and `false`: any value, no value
        target = cast("Node", target)
        if where not in self._components and (wrapped := _only_wrapped(target)):
            part, place = wrapped(where)
            inner = self._facts(part, place, context)
            return _overlay(inner, target, nullable=_is_nullable(target))
        named = self._is_named(target, where, is_component=where in self._components)
        if named:
            facts = Facts(Reference(self._name(target, where, context, referred=where != location)))
        else:
            with self._inline(where) as recursive:
                if recursive:
                    return Facts(Reference(self._name(target, where, context, referred=True)))
                facts = Facts(
                    self._type(target, where, context),
                    _limits(target),
                    target.get("default", UNSET),
                )
            if where in self._recursive:
                facts = Facts(Reference(self._name(target, where, context, referred=True)))
        return _overlay(
            facts,
            {**_only_prose(target, where == location), **_without(siblings, "default")},
            nullable=_is_nullable(target),
        )

    @contextmanager
    def _inline(self, where: Location) -> Iterator[bool]:
        recursive = where in self._inlining or where in self._recursive
        if where in self._inlining:
            self._recursive.add(where)
        self._inlining.append(where)
        try:
            yield recursive
        finally:
            self._inlining.pop()

    def _adds_keywords(self, siblings: Node) -> bool:
        """OpenAPI 3.1 reads what stands beside a `$ref`; 3.0 ignores it (OpenAPI 3.1.1, section 4.8.24)."""
        keywords = {
            "type",
            "properties",
            "required",
            "allOf",
            "oneOf",
            "anyOf",
            "enum",
            "const",
            "items",
        }
        return not self._document.version.startswith("3.0") and bool(keywords & set(siblings))

    def _name(self, node: Node, where: Location, context: Context, *, referred: bool) -> str:
        if where in self._names:
            return self._names[where]
        name = self._components.get(where) or _pinned(node)
        if name is None:
            name = _referred_name(where) if referred else " ".join(context)
        known = self._nodes.get(name)
        if known is not None and known[0] != node:
            if _pinned(node) == name:
                raise ClientloomError(
                    self._document.problem(
                        where,
                        f"the name {name!r} is pinned here, and another schema has it already.",
                        "Pin another name.",
                    )
                )
            name = f"{name} {where.file.stem} {' '.join(str(p) for p in where.pointer)}"
        self._names[where] = name
        if name not in self._nodes:
            self._nodes[name] = (node, where)
            self._pending.append(name)
        return name

    def _is_named(self, node: Node, where: Location, *, is_component: bool) -> bool:
        if _enum_kind(node) is not None:
            return is_component or _pinned(node) is not None
        if _variants(node) is not None and not _has_object_keywords(node):
            return len(_variants(node) or ()) > 1 and (is_component or _pinned(node) is not None)
        if not _may_be_object(node):
            return False
        view = self._view(node, where, ())
        return bool(view.properties) or view.closed

    def _shape(self, node: Node, where: Location, name: str) -> Shape:
        if kind := _enum_kind(node):
            return EnumShape(kind, tuple(v for v in dict.fromkeys(node["enum"]) if v is not None))
        is_union = _variants(node) is not None and not _has_object_keywords(node)
        if is_union or where in self._recursive or not _may_be_object(node):
            return AliasShape(self._type(node, where, (name,)))
        view = self._view(node, where, ())
        additional = None
        if view.additional is not None:
            additional = self._facts(*view.additional, (name, "value")).type
        properties = tuple(self._property(view, key, name) for key in view.properties)
        return ObjectShape(properties, additional, view.closed and additional is None)

    def _property(self, view: View, key: str, owner: str) -> Property:
        definitions = view.properties[key]
        context = (owner, key)
        alternatives = [self._facts(node, location, context) for node, location in definitions]
        facts = replace(alternatives[-1], type=_join([a.type for a in alternatives]))
        if len(alternatives) > 1:
            facts = replace(facts, limits=NO_LIMITS)
        return Property(
            name=key,
            type=facts.type,
            required=key in view.required and not facts.read_only and not facts.write_only,
            location=definitions[0][1],
            limits=facts.limits,
            description=facts.description,
            default=facts.default,
            example=facts.example,
            deprecated=facts.deprecated,
            read_only=facts.read_only,
            write_only=facts.write_only,
            pinned_name=facts.pinned_name if not isinstance(facts.type, Reference) else None,
        )

    def _view(self, node: Any, location: Location, stack: tuple[Location, ...]) -> View:
        node, location = self._document.follow(node, location)
        view = View()
        if not isinstance(node, Mapping):
            return view
        node = cast("Node", node)
        if location in stack:
            raise ClientloomError(
                self._document.problem(location, "this schema contains itself by allOf.")
            )
        stack = (*stack, location)
        for index, part in enumerate(node.get("allOf", ())):
            view.include(self._view(part, location.child("allOf", index), stack))
        own = View(required=[str(r) for r in node.get("required", ())])
        for name, prop in node.get("properties", {}).items():
            own.properties[name] = [(prop, location.child("properties", name))]
        extra = node.get("additionalProperties")
        own.closed = extra is False and not node.get("patternProperties")
        if isinstance(extra, Mapping):
            own.additional = (extra, location.child("additionalProperties"))
        elif (
            isinstance(node.get("patternProperties"), Mapping)
            and len(node["patternProperties"]) == 1
        ):
            pattern = next(iter(node["patternProperties"]))
            own.additional = (
                node["patternProperties"][pattern],
                location.child("patternProperties", pattern),
            )
        view.include(own)
        for keyword in ("oneOf", "anyOf"):
            variants = [
                self._view(part, location.child(keyword, index), stack)
                for index, part in enumerate(node.get(keyword, ()))
            ]
            if variants:
                view.include_variants(variants)
        return view

    def _type(self, node: Node, where: Location, context: Context) -> Type:
        if "const" in node:
            return Literals((node["const"],)) if _is_scalar(node["const"]) else AnyType()
        if values := node.get("enum"):
            literals = tuple(v for v in dict.fromkeys(_hashable(values)) if v is not None)
            return Literals(literals) if literals else NULL
        if variants := _variants(node):
            keyword = "oneOf" if node.get("oneOf") else "anyOf"
            return _join([self._variant(v, where.child(keyword, i), context) for i, v in variants])
        if parts := node.get("allOf"):
            # Not an object, or it would have a name: the parts narrow one type.
            types = [
                self._facts(p, where.child("allOf", i), context).type for i, p in enumerate(parts)
            ]
            own = self._type({k: v for k, v in node.items() if k != "allOf"}, where, context)
            return next((t for t in [own, *types] if not isinstance(t, AnyType)), AnyType())
        kinds = node.get("type")
        if isinstance(kinds, list):
            return _join([self._kind(str(k), node, where, context) for k in kinds])
        if kinds is None:
            kinds = "array" if "items" in node else "object" if _has_object_keywords(node) else None
        return AnyType() if kinds is None else self._kind(str(kinds), node, where, context)

    def _variant(self, node: Any, location: Location, context: Context) -> Type:
        label = node.get("title") if isinstance(node, Mapping) else None
        words = (*context, str(label)) if label else (*context, *_distinguishing(node))
        return self._facts(node, location, words).type

    def _kind(self, kind: str, node: Node, where: Location, context: Context) -> Type:
        if kind == "array":
            if "items" not in node:
                return ListOf(AnyType())
            return ListOf(self._facts(node["items"], where.child("items"), (*context, "item")).type)
        if kind == "object":
            view = self._view(node, where, ())
            if view.additional is None:
                return MapOf(AnyType())
            return MapOf(self._facts(*view.additional, (*context, "value")).type)
        if kind in _SCALARS:
            return Scalar(
                cast("Any", kind),
                node.get("format") if isinstance(node.get("format"), str) else None,
            )
        return AnyType()


def nullable(of: Type) -> Type:
    """The type, or null."""
    return _join([of, NULL])


def _join(types: Sequence[Type]) -> Type:
    """One type for several alternatives: unions are flattened, literals gathered, repetitions dropped."""
    flat: list[Type] = []
    for each in types:
        flat += each.variants if isinstance(each, Union) else (each,)
    literals = [v for each in flat if isinstance(each, Literals) for v in each.values]
    merged: list[Type] = []
    for each in flat:
        one = Literals(tuple(dict.fromkeys(literals))) if isinstance(each, Literals) else each
        if one not in merged:
            merged.append(one)
    if any(isinstance(each, AnyType) for each in merged):
        return AnyType()
    if NULL in merged:  # null reads best at the end
        merged = [each for each in merged if each != NULL] + [NULL]
    return merged[0] if len(merged) == 1 else Union(tuple(merged))


def _overlay(facts: Facts, node: Node, *, nullable: bool) -> Facts:
    """What a place says itself goes before what the schema says that it uses."""
    return replace(
        facts,
        type=_join([facts.type, NULL]) if nullable else facts.type,
        description=_text(node, "description") or facts.description,
        default=node.get("default", facts.default),
        example=node.get("example", facts.example),
        deprecated=node.get("deprecated") is True or facts.deprecated,
        read_only=node.get("readOnly") is True or facts.read_only,
        write_only=node.get("writeOnly") is True or facts.write_only,
        pinned_name=_pinned(node) or facts.pinned_name,
    )


def _only_prose(node: Node, own: bool) -> Node:
    """A used component's description is about the component, not about its use."""
    return (
        node
        if own
        else {k: v for k, v in node.items() if k in ("example", "readOnly", "writeOnly")}
    )


def _only_wrapped(node: Node) -> Any:
    """`allOf` or `oneOf` around one schema is how OpenAPI 3.0 puts a description beside a reference."""
    for keyword in ("allOf", "oneOf", "anyOf"):
        parts = node.get(keyword)
        if isinstance(parts, list) and not _ADDING & node.keys():
            indexed = [(i, p) for i, p in enumerate(parts) if not _is_null(p)]
            others = [k for k in ("allOf", "oneOf", "anyOf") if k != keyword and node.get(k)]
            if (
                len(indexed) == 1
                and not others
                and (keyword == "allOf" or len(indexed) == len(parts))
            ):
                index, part = indexed[0]
                return lambda where, k=keyword, i=index, p=part: (p, where.child(k, i))
    return None


def _variants(node: Node) -> list[tuple[int, Any]] | None:
    parts = node.get("oneOf") or node.get("anyOf")
    if not isinstance(parts, list):
        return None
    return list(enumerate(parts))


def _has_object_keywords(node: Node) -> bool:
    return bool(node.get("properties") or node.get("allOf") or "additionalProperties" in node)


def _may_be_object(node: Node) -> bool:
    kind = node.get("type")
    if isinstance(kind, list):
        kind = next((k for k in kind if k != "null"), None) if len(kind) <= 2 else ""
    return kind in (None, "object") and (_has_object_keywords(node) or "patternProperties" in node)


def _enum_kind(node: Node) -> Any:
    values = node.get("enum")
    if not isinstance(values, list):
        return None
    known = [v for v in values if v is not None]
    if known and all(isinstance(v, str) for v in known):
        return "string"
    if known and all(isinstance(v, int) and not isinstance(v, bool) for v in known):
        return "integer"
    return None


def _distinguishing(node: Any) -> tuple[str, ...]:
    """Words that tell an inline variant from its neighbours: its constant, else what it requires, else what it has."""
    if not isinstance(node, Mapping):
        return ("variant",)
    node = cast("Node", node)
    for prop in node.get("properties", {}).values():
        if isinstance(prop, Mapping):
            prop = cast("Node", prop)
            constant = prop.get(
                "const", prop["enum"][0] if len(prop.get("enum", ())) == 1 else None
            )
            if isinstance(constant, str):
                return (constant,)
    names = node.get("required") or list(node.get("properties", ()))
    return tuple(str(n) for n in names[:3]) or ("variant",)


def _limits(node: Node) -> Limits:
    found = {ours: node[theirs] for theirs, ours in _LIMITS.items() if node.get(theirs) is not None}
    for keyword, loose, strict in (
        ("exclusiveMinimum", "ge", "gt"),
        ("exclusiveMaximum", "le", "lt"),
    ):
        bound = node.get(keyword)
        if bound is True and loose in found:  # OpenAPI 3.0: a switch for the bound beside it
            found[strict] = found.pop(loose)
        elif bound is not None and not isinstance(bound, bool):
            found[strict] = bound
    # Bounds that exclude nothing are none.
    for name, nothing in (("unique_items", False), ("min_length", 0), ("min_items", 0)):
        if found.get(name) == nothing:
            del found[name]
    return Limits(**found)


def _is_nullable(node: Node) -> bool:
    parts = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    return (
        node.get("nullable") is True
        or (isinstance(node.get("enum"), list) and None in node["enum"])
        or (isinstance(node.get("type"), list) and "null" in node["type"])
        or any(_is_null(part) for part in parts)
    )


def _is_null(node: Any) -> bool:
    return isinstance(node, Mapping) and cast("Node", node).get("type") == "null"


def _is_scalar(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def _hashable(values: Any) -> list[Any]:
    return [v for v in values if _is_scalar(v)]


def _says_type(node: Any) -> bool:
    return isinstance(node, Mapping) and bool(
        {"$ref", "type", "properties", "allOf", "oneOf", "anyOf", "enum", "const", "items"}
        & set(cast("Node", node))
    )


def _referred_name(where: Location) -> str:
    """A schema that something refers to outside the components is named by the last word that says anything."""
    telling = [
        str(p)
        for p in where.pointer
        if isinstance(p, str) and p not in ("schema", "items", "properties")
    ]
    return telling[-1] if telling else where.file.stem


def _pointer(location: Location) -> str:
    from urllib.parse import quote

    tokens = (str(p).replace("~", "~0").replace("/", "~1") for p in location.pointer)
    return "#/" + "/".join(quote(t, safe="~:@!$&'()*+,;=") for t in tokens)


def _without(node: Node, key: str) -> dict[str, Any]:
    return {k: v for k, v in node.items() if k != key}


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _pinned(node: Node) -> str | None:
    return _text(node, PINNED) or None
