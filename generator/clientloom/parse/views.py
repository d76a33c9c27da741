"""What an object looks like, over `allOf` and its alternatives: a class lists all its fields.

A union inside an object is merged, into optional fields, because the whole must accept whatever one of the variants
accepts. A parent that lists its children in `oneOf`, while they include it by `allOf`, lends them its own fields only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from clientloom.document import Location
from clientloom.document.data import is_object
from clientloom.errors import ClientloomError
from clientloom.parse.keywords import ADDING, UNIONS, Part, is_null, parts, says_type, variants
from clientloom.parse.reading import Node, Reader

MAX_INHERITED = 64
"""Schemas that include one another by `allOf`; each takes several frames of Python's stack."""


@dataclass(slots=True)
class View:
    """The properties of an object. Each has one definition, or alternatives."""

    properties: dict[str, list[Part]] = field(default_factory=dict[str, list[Part]])
    required: dict[str, None] = field(default_factory=dict[str, None])
    additional: list[Part] = field(default_factory=list[Part])
    closed: bool = False

    def include(self, other: View) -> None:
        """All of this and all of the other: what is said later is more precise."""
        for name, definitions in other.properties.items():
            if name not in self.properties or any(says_type(node) for node, _ in definitions):
                self.properties[name] = definitions
        self.required.update(other.required)
        self.additional = other.additional or self.additional
        self.closed = self.closed or other.closed

    def include_variants(self, others: Sequence[View]) -> None:
        """All of this and one of the others: their properties are alternatives, and required if each requires them."""
        found: dict[str, dict[Location, Part]] = {}
        for other in others:
            for name, definitions in other.properties.items():
                found.setdefault(name, {}).update(
                    {place: (node, place) for node, place in definitions}
                )
        common = {
            name: None for name in others[0].required if all(name in v.required for v in others)
        }
        properties = {name: list(places.values()) for name, places in found.items()}
        for name, definitions in properties.items():
            # What is in a text narrows it for one alternative; it is that text still in the others.
            texts = [p for p in definitions if is_object(p[0]) and "contentSchema" in p[0]]
            if texts and name in self.properties and not any(says_type(n) for n, _ in definitions):
                self.properties[name] = [*self.properties[name], *texts]
        self.include(View(properties, common))


_REFERRING = frozenset({"$ref", "$dynamicRef"})


class Views:
    """The views of a document's schemas, each made once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[Location, View] = {}
        self._parents: dict[Location, bool] = {}
        self._stack: list[Location] = []
        self._by_choice: list[
            bool
        ] = []  # for each of them: whether it is only one of several alternatives

    def resolve(self, node: Any, location: Location) -> tuple[Any, Location]:
        """What a schema is, or refers to; both together where something stands beside the reference.

        OpenAPI 3.1 reads what stands beside a `$ref`, 3.0 ignores it (OpenAPI 3.1.1, section 4.8.24).
        """
        if not is_object(node) or _REFERRING.isdisjoint(node):
            return node, location
        node = self._static(node, location)
        target, where = self._reader.followed(node, location)
        if where == location:
            return target, where
        between, at = self._reader.step(node, location)
        if at != where and is_object(between) and len(between) > 1:
            # A reference to one that has something beside it.
            target, where = self.resolve(between, at)
        if len(node) == 1:
            return target, where
        if not self._reader.document.version.startswith("3.0") and _adds(node, target):
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            merged = [{"$ref": node["$ref"]}, *parts(node, "allOf")]
            return {**siblings, "allOf": merged}, location
        return target, where

    def _static(self, node: Node, location: Location) -> Node:
        """A dynamic reference as if nobody said otherwise: to the anchor in its own file."""
        if "$ref" in node or not isinstance(node.get("$dynamicRef"), str):
            return node
        found = {("$ref" if k == "$dynamicRef" else k): v for k, v in node.items()}
        try:
            self._reader.followed(found, location)
        except ClientloomError:
            return node
        return found

    def of(self, node: Any, location: Location, *, by_choice: bool = False) -> View:
        """The properties of a schema.

        :raises ClientloomError: if it contains itself by `allOf`
        """
        node, location = self.resolve(node, location)
        if location in self._known:
            return self._known[location]
        if not is_object(node):
            return View()
        if len(self._stack) >= MAX_INHERITED:
            message = (
                f"more than {MAX_INHERITED} schemas include one another: the rest is left out."
            )
            self._reader.fallback(location, message)
            return View()
        self._stack.append(location)
        self._by_choice.append(by_choice)
        try:
            view = self._own(node, location)
            view = self._with_variants(view, node, location)
        finally:
            self._stack.pop()
            self._by_choice.pop()
        self._known[location] = view
        return view

    def is_parent(self, node: Node, location: Location) -> bool:
        """Whether the alternatives of a schema include it by `allOf`: it is their base, and they are all it can be."""
        if location not in self._parents:
            self._parents[location] = False
            self._parents[location] = self._is_parent(node, location)
        return self._parents[location]

    def _is_parent(self, node: Node, location: Location) -> bool:
        found = variants(node)
        if found is None:
            return False
        keyword, alternatives = found
        return any(
            location in self.bases(part, location.child(keyword, index))
            for index, part in enumerate(alternatives)
            if is_object(part) and "$ref" in part
        )

    def bases(self, node: Any, location: Location) -> set[Location]:
        """What a schema includes by `allOf`, directly or through others."""
        found: set[Location] = set()
        pending = [(node, location)]
        while pending and len(found) < MAX_INHERITED:
            node, where = self._reader.followed(*pending.pop())
            for index, part in enumerate(parts(node, "allOf") if is_object(node) else ()):
                place = where.child("allOf", index)
                if is_object(part) and "$ref" in part:
                    _, base = self._reader.followed(part, place)
                    if base in found:
                        continue
                    found.add(base)
                pending.append((part, place))
        return found

    def _own(self, node: Node, location: Location) -> View:
        """Without the alternatives."""
        view = View()
        for index, part in enumerate(parts(node, "allOf")):
            target, where = self.resolve(part, location.child("allOf", index))
            is_open = where in self._stack
            if is_open and not any(self._by_choice[self._stack.index(where) + 1 :]):
                message = "this schema contains itself by allOf."
                raise ClientloomError(self._reader.document.problem(where, message))
            if is_object(target) and (is_open or self.is_parent(target, where)):
                view.include(self._own_only(target, where))
            else:
                view.include(self.of(part, location.child("allOf", index)))
        own = View(
            required={name: None for name in parts(node, "required") if isinstance(name, str)}
        )
        for name, prop, place in self._reader.entries(node, location, "properties"):
            own.properties[name] = [(prop, place)]
            if (
                is_object(prop) and prop.get("required") is True
            ):  # as JSON Schema had it up to draft 3
                own.required[name] = None
        patterns = [
            (part, place)
            for _, part, place in self._reader.entries(node, location, "patternProperties")
        ]
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if keyword in node:
                extra = node[keyword]
                own.closed = extra is False and not patterns
                if (is_object(extra) and (extra or patterns)) or (extra is True and patterns):
                    patterns.append((extra, location.child(keyword)))
                break
        own.additional = patterns
        view.include(own)
        for keyword in ("then", "else"):
            if is_object(node.get(keyword)):
                self._include_conditional(view, node[keyword], location.child(keyword))
        for _, part, place in self._reader.entries(node, location, "dependentSchemas"):
            self._include_conditional(view, part, place)
        return view

    def _own_only(self, node: Node, location: Location) -> View:
        if self._stack.count(location) > 1 or len(self._stack) >= MAX_INHERITED:
            return View()
        self._stack.append(location)
        self._by_choice.append(False)
        try:
            return self._own(node, location)
        finally:
            self._stack.pop()
            self._by_choice.pop()

    def _include_conditional(self, view: View, node: Any, location: Location) -> None:
        """Properties that an object has under some condition."""
        _, where = self.resolve(node, location)
        if where not in self._stack:
            for name, definitions in self.of(node, location).properties.items():
                view.properties.setdefault(name, definitions)

    def _with_variants(self, view: View, node: Node, location: Location) -> View:
        for keyword in UNIONS:
            views: list[View] = []
            for index, part in enumerate(parts(node, keyword)):
                place = location.child(keyword, index)
                _, where = self.resolve(part, place)
                if where not in self._stack and not is_null(part):
                    views.append(self.of(part, place, by_choice=True))
            if views:
                view.include_variants(views)
        return view


def _adds(node: Node, target: Any) -> bool:
    """Whether something beside a reference changes what a value can be."""
    if not ADDING.isdisjoint(node) or "allOf" in node or variants(node) is not None:
        return True
    return "type" in node and is_object(target) and "type" not in target and not says_type(target)
