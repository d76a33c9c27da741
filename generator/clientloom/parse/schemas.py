"""Schemas: JSON Schema in OpenAPI's dialects to types and named shapes.

What is an object, a named enum or a union gets a name and becomes a `Schema`; everything else is a type, written where
it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, cast

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AliasShape,
    AnyType,
    EnumShape,
    JSONScalar,
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
    TupleOf,
    Type,
    Union,
    Xml,
)
from clientloom.document import Location
from clientloom.document.data import describe, is_list, is_object
from clientloom.errors import ClientloomError, shorten
from clientloom.parse import keywords
from clientloom.parse.cycles import without_empty_cycles
from clientloom.parse.keywords import SCALARS, Part, join, parts, pinned, size, variants
from clientloom.parse.places import longer_words, words_of
from clientloom.parse.reading import Node, Reader, prose, text
from clientloom.parse.views import View, Views
from clientloom.parse.xml import PLAIN, read_xml

Context: TypeAlias = tuple[str, ...]

MAX_INLINE = 12
"""Types within types, without a name between them; each takes several frames of Python's stack."""

MAX_SIZE = 300
"""Parts of a type that is written out wherever it is used; lists of lists can double with every reference."""

MAX_WIDTH = 100
"""Alternatives of a union without a name of its own: it is written out wherever it is used."""


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


class Schemas:
    """Reads schemas and keeps the named ones."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._views = Views(reader)
        self._names: dict[Location, str] = {}
        self._nodes: dict[str, Part] = {}
        self._shapes: dict[str, Schema] = {}
        self._pending: list[str] = []
        self._inlining: list[Location] = []
        self._recursive: set[Location] = set()
        self._named: dict[Location, bool] = {}
        self._inheriting: dict[Location, list[str]] | None = None
        self._components: dict[Location, str] = {}
        self._entries = list(self._read_components())
        self._reserved = set(self._components.values())

    def _read_components(self) -> Iterator[tuple[str, Any, Location]]:
        """The components. One that only refers to another file names what it refers to."""
        document = self._reader.document
        components, where = self._reader.object(
            document.root.get("components"), document.location.child("components")
        )
        entries = list(self._reader.entries(components, where, "schemas"))
        self._components = {place: name for name, _, place in entries}
        for name, node, place in entries:
            yield name, node, place
            if is_object(node) and "$ref" in node:
                _, target = self._reader.followed(node, place)
                self._components.setdefault(target, name)

    def finish(self) -> dict[str, Schema]:
        """Every component, used or not, and all that they name: in the order of the document, inline ones after."""
        for name, node, place in self._entries:
            self.facts(node, place, (name,))
        order = {name: index for index, (name, _, _) in enumerate(self._entries)}
        shapes = without_empty_cycles(self._shapes)
        return dict(
            sorted(shapes.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
        )

    def facts(self, node: Any, location: Location, context: Context) -> Facts:
        """Read a schema where it is used.

        :param node: the schema, or a reference to one
        :param location: where it stands
        :param context: the words that name it should it need a name
        """
        facts = self._facts(node, location, context)
        while self._pending:
            name = self._pending.pop()
            self._shapes[name] = self._schema(name, *self._nodes[name])
        return facts

    # What a use of a schema says

    def _facts(self, node: Any, location: Location, context: Context) -> Facts:
        target, where = self._views.resolve(node, location)
        if not is_object(target):
            return Facts(AnyType())  # `true` and `false`: any value, no value
        nullable = keywords.is_nullable(target) or (
            is_object(node) and node.get("nullable") is True
        )
        if where not in self._components and (wrapped := keywords.only_wrapped(target)):
            keyword, index, part = wrapped
            inner = self._facts(part, where.child(keyword, index), context)
            return _overlay(inner, target, nullable=nullable)
        if self._is_named(target, where):
            facts = Facts(Reference(self._name(target, where, context, referred=where != location)))
        else:
            facts = self._inline_facts(target, where, context)
        if where == location:
            return _overlay(facts, target, nullable=nullable)
        siblings = node if is_object(node) else {}
        said_here = {
            **_only_prose(target),
            **{key: value for key, value in siblings.items() if key != "default"},
        }
        return _overlay(facts, said_here, nullable=nullable)

    def _inline_facts(self, node: Node, where: Location, context: Context) -> Facts:
        """A schema that is written where it is used, unless it contains itself."""
        if len(self._inlining) >= MAX_INLINE and keywords.has_parts(node):
            self._recursive.add(where)
        if where in self._inlining:
            self._recursive.add(where)
        if where not in self._recursive:
            self._inlining.append(where)
            try:
                of = self._type(node, where, context)
            finally:
                self._inlining.pop()
            if where in self._components and size(of) > MAX_SIZE:
                self._recursive.add(where)
            if where not in self._recursive:
                return Facts(of, keywords.limits(node), node.get("default", UNSET))
        return Facts(Reference(self._name(node, where, context, referred=True)))

    # Names

    def _name(self, node: Node, where: Location, context: Context, *, referred: bool) -> str:
        if where in self._names:
            return self._names[where]
        component = self._components.get(where)
        own = pinned(node)
        name = component or own or " ".join(words_of(self._reader, where) if referred else context)
        if component is None and self._is_taken(name, node):
            if own is not None:
                message = (
                    f'the name "{shorten(name)}" is pinned here, and another schema has it already.'
                )
                problem = self._reader.document.problem(where, message, "Pin another name.")
                raise ClientloomError(problem)
            longer = map(" ".join, longer_words(self._reader, where))
            name = next(words for words in longer if not self._is_taken(words, node))
        self._names[where] = name
        if name not in self._nodes:
            self._nodes[name] = (node, where)
            self._pending.append(name)
        return name

    def _is_taken(self, name: str, node: Node) -> bool:
        return name in self._reserved or (name in self._nodes and self._nodes[name][0] != node)

    def _is_named(self, node: Node, where: Location) -> bool:
        if where not in self._named:
            self._named[where] = self._has_class(node, where)
        return self._named[where]

    def _has_class(self, node: Node, where: Location) -> bool:
        is_component = where in self._components or pinned(node) is not None
        if keywords.enum_kind(node) is not None:
            return is_component
        if self._is_union(node, where):
            found = variants(node)
            width = len(found[1]) if found is not None else 0
            return width > MAX_WIDTH or (width > 1 and is_component)
        if not keywords.may_be_object(node):
            return False
        view = self._views.of(node, where)
        is_asked_for = pinned(node) is not None and not view.additional
        return bool(view.properties) or view.closed or is_asked_for

    def _is_union(self, node: Node, where: Location) -> bool:
        """Whether a schema is its alternatives, and not an object that has some of their properties."""
        if variants(node) is None:
            return False
        return not keywords.has_object_keywords(node) or self._views.is_parent(node, where)

    # Shapes

    def _schema(self, name: str, node: Node, where: Location) -> Schema:
        return Schema(
            name=name,
            shape=self._shape(node, where, name),
            location=where,
            description=prose(node) or text(node, "title"),
            deprecated=node.get("deprecated") is True,
            default=node.get("default", UNSET),
            pinned_name=pinned(node),
            earlier_name=keywords.earlier(node),
        )

    def _shape(self, node: Node, where: Location, name: str) -> Shape:
        if kind := keywords.enum_kind(node):
            self._note_enum(node, where)
            values = cast("tuple[str | int, ...]", tuple(keywords.enum_values(node)))
            return EnumShape(kind, values, keywords.earlier_values(node, values))
        is_union = self._is_union(node, where)
        if is_union or where in self._recursive or not keywords.may_be_object(node):
            return AliasShape(self._type(node, where, (name,)))
        view = self._views.of(node, where)
        additional = self._additional(view, (name, "value"))
        properties = tuple(self._property(view, key, name) for key in view.properties)
        discriminator, mapping = self._inheritance(node, where)
        closed = view.closed and additional is None
        return ObjectShape(properties, additional, closed, discriminator, mapping)

    def _additional(self, view: View, context: Context) -> Type | None:
        if not view.additional:
            return None
        return join([self._facts(*part, context).type for part in view.additional])

    def _property(self, view: View, key: str, owner: str) -> Property:
        definitions = view.properties[key]
        if key == "data" and view.properties.keys() <= keywords.EVENT_FIELDS:
            definitions = [each for found in definitions for each in self._text_content(*found)]
        context = (owner, key)
        alternatives = [self._facts(node, location, context) for node, location in definitions]
        of = join([a.type for a in alternatives])
        if isinstance(of, Union) and len(of.variants) > MAX_WIDTH:
            message = (
                f"{len(of.variants)} alternatives make up this property: any value is accepted."
            )
            self._reader.fallback(definitions[0][1], message)
            of = AnyType()
        facts = alternatives[-1]
        is_single = len(alternatives) == 1
        return Property(
            name=key,
            type=of,
            required=key in view.required,
            location=definitions[0][1],
            limits=facts.limits if is_single else NO_LIMITS,
            description=facts.description,
            default=facts.default,
            example=facts.example,
            deprecated=facts.deprecated,
            read_only=facts.read_only,
            write_only=facts.write_only,
            pinned_name=None if isinstance(of, Reference) else facts.pinned_name,
            xml=self._xml(*definitions[0]),
            earlier_name=keywords.earlier(definitions[0][0]),
            content_type=self._content_type(*definitions[0]),
        )

    def _text_content(self, node: Any, location: Location) -> list[tuple[Any, Location]]:
        """What the data of an event can be, where it is JSON in a text (OpenAPI 3.2, "Server-Sent Events")."""
        target, where = self._views.resolve(node, location)
        if not is_object(target):
            return [(node, location)]
        if "contentSchema" in target and "json" in text(target, "contentMediaType"):
            return [(target["contentSchema"], where.child("contentSchema"))]
        keyword = next((key for key in ("oneOf", "anyOf") if parts(target, key)), "")
        found = [
            each
            for index, part in enumerate(parts(target, keyword))
            for each in self._text_content(part, where.child(keyword, index))
        ]
        places = [where.child(keyword, index) for index in range(len(found))]
        return [(node, location)] if [place for _, place in found] == places else found

    def _content_type(self, node: Any, location: Location) -> str | None:
        """The media type of what is in a text, or in each text of a list."""
        target, where = self._views.resolve(node, location)
        if is_object(target) and is_object(target.get("items")):
            target, _ = self._views.resolve(target["items"], where.child("items"))
        return text(target, "contentMediaType") or None

    def _xml(self, node: Any, location: Location) -> Xml | None:
        found = read_xml(self._reader, node, location)
        return found if found != PLAIN else None

    def root_xml(self, node: Any, location: Location) -> Xml:
        """How a schema stands in a document of XML that is nothing else."""
        return read_xml(self._reader, node, location, self._components)

    # Types

    def _type(self, node: Node, where: Location, context: Context) -> Type:
        if "const" in node:
            return self._constant(node["const"])
        if is_list(node.get("enum")) and node["enum"]:
            return self._literals(node, where)
        if found := variants(node):
            return self._union(node, where, context, *found)
        if found_parts := parts(node, "allOf"):
            # Not an object, or it would have a name: the parts narrow one type.
            types = [
                self._facts(part, where.child("allOf", index), context).type
                for index, part in enumerate(found_parts)
            ]
            own = self._type({k: v for k, v in node.items() if k != "allOf"}, where, context)
            return next((t for t in [own, *types] if not isinstance(t, AnyType)), AnyType())
        if "$dynamicRef" in node or "$recursiveRef" in node:
            self._reader.fallback(
                where, "a dynamic reference is not followed: any value is accepted."
            )
            return AnyType()
        kinds = keywords.kinds(node)
        if not kinds and "contentMediaType" in node and "contentSchema" not in node:
            return Scalar("string", keywords.content_format(node) or "binary")
        if not kinds:
            return AnyType()
        return join(
            [self._kind(kind, node, where, context, alone=len(kinds) == 1) for kind in kinds]
        )

    def _constant(self, value: Any) -> Type:
        if value is None:
            return NULL
        return Literals((value,)) if keywords.is_scalar(value) else AnyType()

    def _literals(self, node: Node, where: Location) -> Type:
        self._note_enum(node, where)
        values = keywords.enum_values(node)
        if values:
            return Literals(tuple(values))
        return NULL if None in node["enum"] else AnyType()

    def _note_enum(self, node: Node, where: Location) -> None:
        place = where.child("enum")
        plain = [value for value in node["enum"] if keywords.is_scalar(value)]
        if len(plain) < len(node["enum"]):
            self._reader.fallback(
                place, "objects and lists in an enum are not told apart: any value is accepted."
            )
        elif set(map(type, plain)) - {type(None)} != set(map(type, keywords.enum_values(node))):
            self._reader.repair(
                place, f'the values are not of the type "{node.get("type")}": read as if they were.'
            )

    def _kind(
        self, kind: Any, node: Node, where: Location, context: Context, *, alone: bool
    ) -> Type:
        if kind == "array":
            return self._array(node, where, (*context, "item"))
        if kind == "object":
            view = self._views.of(node, where)
            if not alone and (view.properties or view.closed):
                # An object among other types is a schema of its own.
                place = where.child("type")
                inner = {**node, "type": "object"}
                return Reference(self._name(inner, place, (*context, "object"), referred=False))
            additional = self._additional(view, (*context, "value"))
            return MapOf(AnyType() if additional is None else additional)
        if isinstance(kind, str) and kind in SCALARS:
            form = (keywords.content_format(node) if kind == "string" else "") or text(
                node, "format"
            )
            return Scalar(cast("Any", kind), form or None)
        if kind == "file":
            return Scalar("string", "binary")
        self._reader.fallback(
            where.child("type"), f"{_quoted(kind)} is no type: any value is accepted."
        )
        return AnyType()

    def _array(self, node: Node, where: Location, context: Context) -> Type:
        """A list; a tuple where the document says how many items have types of their own.

        (`prefixItems`, or `items` as a list: JSON Schema 2020-12, 10.3.1, and before it.)
        """
        first, further = "prefixItems", "items"
        if first not in node and is_list(node.get("items")):
            first = "items"
        if first == "items" or "items" not in node:
            further = "additionalItems"
        items = [
            self._facts(part, where.child(first, index), context).type
            for index, part in enumerate(parts(node, first))
        ]
        rest = node.get(further)
        following: Type | None = None
        if is_object(rest) or (rest is True and items):
            following = self._facts(rest, where.child(further), context).type
        low, high, count = node.get("minItems"), node.get("maxItems"), len(items)
        if items and low == count and (rest is False or high == count):
            return TupleOf(tuple(items))
        if items and following is not None and isinstance(low, int | float) and low >= count:
            return TupleOf(tuple(items), following)
        types = items if following is None else [*items, following]
        return ListOf(join(types) if types else AnyType())

    # Unions

    def _union(
        self, node: Node, where: Location, context: Context, keyword: str, alternatives: list[Any]
    ) -> Type:
        places = [(part, where.child(keyword, index)) for index, part in enumerate(alternatives)]
        types = [self._variant(part, place, context) for part, place in places]
        joined = join(types)
        if not isinstance(joined, Union):
            return joined
        members = [
            (part, place, of.name)
            for (part, place), of in zip(places, types, strict=True)
            if isinstance(of, Reference)
        ]
        name, mapping = self._discriminator(node, where, members)
        return replace(joined, discriminator=name, mapping=mapping) if name is not None else joined

    def _variant(self, node: Any, location: Location, context: Context) -> Type:
        label = text(node, "title")
        if not label and is_object(node) and "$ref" not in node:
            view = self._views.of(node, location)
            words = keywords.distinguishing(node, lambda name: view.properties.get(name, ()))
        else:
            words = (label,) if label else ("variant",)
        return self._facts(node, location, (*context, *words)).type

    def _discriminator(
        self, node: Node, where: Location, members: list[tuple[Any, Location, str]]
    ) -> tuple[str | None, tuple[tuple[JSONScalar, str], ...]]:
        """The property that tells the objects of a union apart, and what its values mean.

        A mapping goes first, then the constants of the property, then the names of the schemas (OpenAPI 3.0.3,
        Discriminator Object). Without a discriminator, a property does that is a constant in each of them.
        """
        said = node.get("discriminator")
        name = text(said, "propertyName") or (said if isinstance(said, str) else "")
        if not members:
            return None, ()
        if not name:
            return self._inferred(members)
        known = {schema for _, _, schema in members}
        mapping = self._mapping(said, where, known)
        for part, place, schema in members:
            if schema not in mapping.values():
                values = self._constants(part, place, name)
                for value in values or ([schema] if " " not in schema else []):
                    mapping.setdefault(value, schema)
        return name, (*mapping.items(), *self._otherwise(said, where, known))

    def _otherwise(
        self, said: Any, where: Location, known: set[str]
    ) -> tuple[tuple[None, str], ...]:
        """What an object is whose discriminator is missing or unknown (OpenAPI 3.2, `defaultMapping`)."""
        reference, place = (
            text(said, "defaultMapping"),
            where.child("discriminator", "defaultMapping"),
        )
        name = self._target(reference, place) if reference else None
        if name in known:
            return ((None, name),)
        if reference:
            message = f"{_quoted(reference)} is none of the alternatives: it is ignored."
            self._reader.repair(place, message)
        return ()

    def _mapping(self, said: Any, where: Location, known: set[str]) -> dict[JSONScalar, str]:
        """What a discriminator's mapping says, as far as it names variants."""
        mapping: dict[JSONScalar, str] = {}
        place = where.child("discriminator")
        for value, target, at in self._reader.entries(
            said if is_object(said) else {}, place, "mapping"
        ):
            name = self._target(target, at) if isinstance(target, str) else None
            if name is not None and name in known:
                mapping[value] = name
            else:
                message = f"{_quoted(target)} is none of the alternatives: it is ignored."
                self._reader.repair(at, message)
        return mapping

    def _target(self, reference: str, place: Location) -> str | None:
        """The schema that a mapping means: by its name, or by a reference."""
        if reference in self._reserved:
            return reference
        try:
            _, where = self._reader.followed({"$ref": reference}, place)
        except ClientloomError:
            last = reference.rpartition("/")[2]
            return last if last in self._reserved else None
        return self._names.get(where) or self._components.get(where)

    def _inferred(
        self, members: list[tuple[Any, Location, str]]
    ) -> tuple[str | None, tuple[tuple[JSONScalar, str], ...]]:
        if len(members) < 2:
            return None, ()
        part, place, _ = members[0]
        for name in self._views.of(part, place).required:
            mapping: dict[JSONScalar, str] = {}
            for part, place, schema in members:
                values = self._constants(part, place, name)
                if not values or any(mapping.get(value, schema) != schema for value in values):
                    break
                mapping.update(dict.fromkeys(values, schema))
            else:
                return name, tuple(mapping.items())
        return None, ()

    def _constants(self, node: Any, location: Location, name: str) -> list[JSONScalar]:
        """The values that a property of an object can have, if the document lists them."""
        found: list[JSONScalar] = []
        for part, place in self._views.of(node, location).properties.get(name, ()):
            target, where = self._views.resolve(part, place)
            if is_object(target) and (wrapped := keywords.only_wrapped(target)):
                keyword, index, inner = wrapped
                target, _ = self._views.resolve(inner, where.child(keyword, index))
            found += keywords.constants(target)
        return keywords.distinct(found)

    def _inheritance(
        self, node: Node, where: Location
    ) -> tuple[str | None, tuple[tuple[JSONScalar, str], ...]]:
        """The discriminator of a schema that others include by `allOf`, and those others by its values."""
        said = node.get("discriminator")
        name = text(said, "propertyName")
        if not name or where not in self._components:
            return None, ()
        children = self._children().get(where, [])
        known = {*children, *self._reserved}
        mapping = self._mapping(said, where, known)
        for child in children:
            if child not in mapping.values():
                mapping.setdefault(child, child)
        return name, (*mapping.items(), *self._otherwise(said, where, known))

    def _children(self) -> dict[Location, list[str]]:
        """The components that include another one, by its place."""
        if self._inheriting is None:
            self._inheriting = {}
            for name, node, place in self._entries:
                for base in self._views.bases(node, place):
                    self._inheriting.setdefault(base, []).append(name)
        return self._inheriting


_SAYING = frozenset(
    [
        *("default", "deprecated", "description", "example", "examples", "readOnly", "writeOnly"),
        keywords.PINNED,
    ]
)


def _overlay(facts: Facts, node: Node, *, nullable: bool) -> Facts:
    """What a place says itself goes before what the schema says that it uses."""
    if not nullable and _SAYING.isdisjoint(node):
        return facts
    examples = keywords.parts(node, "examples")
    return replace(
        facts,
        type=join([facts.type, NULL]) if nullable else facts.type,
        description=text(node, "description") or facts.description,
        default=node.get("default", facts.default),
        example=node.get("example", examples[0] if examples else facts.example),
        deprecated=node.get("deprecated") is True or facts.deprecated,
        read_only=node.get("readOnly") is True or facts.read_only,
        write_only=node.get("writeOnly") is True or facts.write_only,
        pinned_name=pinned(node) or facts.pinned_name,
    )


def _only_prose(node: Node) -> Node:
    """A used component's description is about the component, not about its use."""
    return {k: v for k, v in node.items() if k in ("example", "examples", "readOnly", "writeOnly")}


def _quoted(value: object) -> str:
    return f'"{shorten(value)}"' if isinstance(value, str) else describe(value)
