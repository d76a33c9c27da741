"""A document: the file that was named, the files it refers to, and how to get from one to another.

References are followed one at a time, when somebody asks. Nothing is ever fetched from a network,
and no file outside the folder of the document is read unless the caller allows it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from clientloom.document import remote
from clientloom.document.data import describe, is_list, is_object, quote
from clientloom.document.location import Location
from clientloom.document.overlay import overlay
from clientloom.document.source import Source, absolute, display, read
from clientloom.errors import ClientloomError, Position, Problem, shorten
from clientloom.upgrade import VERSION, Place, has_leftovers, origin, upgrade

SUPPORTED = re.compile(r"3\.[012](\.[0-9]+)?(-.*)?")
SWAGGER = "2.0"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
MAX_HOPS = 32
INDEX = re.compile(r"0|[1-9][0-9]*")
DEFINITIONS = ("$defs", "definitions")


class Document:
    """An OpenAPI document, of one file or several."""

    root: Mapping[str, Any]
    """The data of the entry file: dict (keys are strings), list, str, int, float, bool and None."""
    location: Location
    """Where the root stands."""
    version: str
    """The version of OpenAPI that the data is to be read as, such as "3.0.3"."""
    original: "Document"
    """The document as it is written; another one than this if it was upgraded from Swagger 2.0."""
    losses: tuple[tuple[Location, str], ...] = ()
    """What the upgrade could not keep."""
    overlays: tuple[Source, ...] = ()
    """The overlays that have changed the document."""
    unused: tuple[Problem, ...] = ()
    """The actions of the overlays that have selected nothing."""

    def __init__(self, entry: Source, version: str, *, allow_outside: bool = False) -> None:
        self.root = entry.data
        self.location = Location(entry.path)
        self.version = version
        self.original = self
        self._origins: Mapping[tuple[str | int, ...], Place] = {}
        self._allow_outside = allow_outside
        self._folder = entry.path.parent.resolve()
        self._sources = {entry.path: entry}
        self._targets: dict[tuple[Path, str], tuple[Any, Location]] = {}
        self._anchors: dict[Location, dict[str, Location]] = {}
        self._ids: dict[Path, dict[str, Location]] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """All files of the document that have been read so far, in alphabetical order."""
        return tuple(sorted(self._sources))

    @property
    def contents(self) -> dict[Path, bytes]:
        """The bytes of each file that has been read so far, overlays included."""
        sources = {source.path: source for source in self.overlays} | self._sources
        return {path: sources[path].content for path in sorted(sources)}

    def follow(self, node: Any, location: Location) -> tuple[Any, Location]:
        """Return what a reference leads to, over several references if need be, and where it is.

        A node that is no reference comes back as it is. OpenAPI 3.0.3, "Reference Object".

        :raises ClientloomError: if the target does not exist, is out of bounds, or leads back here
        """
        return self._follow(node, location, [])

    def step(self, node: Any, location: Location) -> tuple[Any, Location]:
        """Return what one reference leads to, which can be another; of a node that is none, itself.

        :raises ClientloomError: if the target does not exist, or is out of bounds
        """
        if not (is_object(node) and isinstance(node.get("$ref"), str)):
            return node, location
        return self._target(node["$ref"], location.child("$ref"), [location])

    def where(self, location: Location) -> Position:
        """Return the line and column of a key or item; of the nearest one above if it is absent."""
        file, pointer = location.file, location.pointer
        if self._origins and file == self.location.file:
            file, pointer = origin(self._origins, pointer, file)
            pointer = _as_far_as_it_goes(self.original.data(file), pointer)
        return self._sources[file].position(pointer)

    def data(self, file: Path) -> Any:
        """Return the data of one of the `files`."""
        return self._sources[file].data

    def upgraded(self) -> "Document":
        """Return the document in the words of OpenAPI 3, with positions that are those of this one."""

        def follow(node: Any, place: Place) -> tuple[Any, Place] | None:
            try:
                found, location = self.follow(node, Location(place.file, place.pointer))
            except ClientloomError:
                return None  # the validation follows it again, and says what is wrong
            return found, Place(location.file, location.pointer)

        file = self.location.file
        result = upgrade(self.root, file, follow)
        entry = replace(self._sources[file], data=result.data)
        version = VERSION if self.version == SWAGGER else self.version
        document = Document(entry, version, allow_outside=self._allow_outside)
        document.original = self
        document.overlays, document.unused = self.overlays, self.unused
        document.losses = tuple((Location(p.file, p.pointer), text) for p, text in result.losses)
        document._origins = result.origins
        document._sources = {**self._sources, file: entry}
        return document

    def problem(self, location: Location, message: str, hint: str | None = None) -> Problem:
        """Return a problem that stands at a location."""
        return Problem(message, self.where(location), hint)

    def _follow(self, node: Any, location: Location, trail: list[Location]) -> tuple[Any, Location]:
        while is_object(node) and "$ref" in node:
            place = location.child("$ref")
            reference: Any = node["$ref"]
            if not isinstance(reference, str):
                raise self._error(place, f'"$ref" must be a string, not {describe(reference)}.')
            if len(trail) > MAX_HOPS:
                start = trail[0].child("$ref")
                raise self._error(start, f"a chain of more than {MAX_HOPS} references.")
            if location in trail:
                steps = " -> ".join(map(str, [*trail[trail.index(location) :], location]))
                raise self._error(
                    place, f"the reference leads back to itself: {shorten(steps, 200)}."
                )
            trail.append(location)
            node, location = self._target(reference, place, trail)
        return node, location

    def _target(
        self, reference: str, place: Location, trail: list[Location]
    ) -> tuple[Any, Location]:
        path, _, fragment = reference.partition("#")
        if not path and (within := self._within(fragment, reference, place, trail)) is not None:
            return within
        known = self._targets.get((place.file, reference))
        if known is None:
            if (resource := self._resource(path, place)) is not None:
                return self._lookup(
                    resource.file, unquote(fragment), reference, place, trail, resource
                )
            if not path and (near := self._nearby(fragment, place)) is not None:
                return near
            file = self._file(path, place) if path else place.file
            known = self._lookup(file, unquote(fragment), reference, place, trail)
            self._targets[place.file, reference] = known
        return known

    def _resource(self, path: str, place: Location) -> Location | None:
        """Return the schema with an `$id` that the path of a reference means (JSON Schema 2020-12, section 8.2.1).

        A path is relative to the nearest `$id` above. Without one, it is a file, or the whole document.
        """
        found: dict[str, Location] = {}
        for file in list(self._sources) if path else ():
            found = {**self._ids_of(file), **found}
        if not found:
            return None
        base = str(self.root.get("$self", ""))
        for node, _ in self._above(place):
            if is_object(node) and isinstance(node.get("$id"), str):
                base = urljoin(base, node["$id"])
        return found.get(urljoin(base, path), found.get(path))

    def _within(
        self, fragment: str, reference: str, place: Location, trail: list[Location]
    ) -> tuple[Any, Location] | None:
        """Return what a fragment means inside of a schema with an `$id`; None where that has no such thing.

        Such a schema is the root of its pointers, and its anchors are its own. Many documents have an `$id` by the way,
        and refer to the whole document all the same.
        """
        if not self._ids_of(place.file):
            return None
        roots = {found for found in self._ids_of(place.file).values() if found.pointer}
        for _, above in reversed(list(self._above(place))):
            if above in roots:
                try:
                    return self._lookup(
                        place.file, unquote(fragment), reference, place, trail, above
                    )
                except ClientloomError:
                    return None
        return None

    def _ids_of(self, file: Path) -> dict[str, Location]:
        """Return the schemas of a file by their `$id`, made absolute by those above."""
        if file not in self._ids:
            found: dict[str, Location] = {}
            pending = [(self._sources[file].data, Location(file), str(self.root.get("$self", "")))]
            while pending and "$id" in self._sources[file].text:
                node, location, base = pending.pop()
                if is_object(node) and isinstance(node.get("$id"), str):
                    base = urljoin(base, node["$id"]).rstrip("#")
                    found.setdefault(base, location)
                pending.extend((node[key], location.child(key), base) for key in _keys(node))
            self._ids[file] = found
        return self._ids[file]

    def _nearby(self, fragment: str, place: Location) -> tuple[Any, Location] | None:
        """Return what a reference to `#/$defs/..` means inside a schema that has such definitions.

        Only a schema with an `$id` is a document of its own (JSON Schema 2020-12, section 8.2.1);
        schemas that were pasted into a document refer to their own parts all the same.
        """
        tokens = _tokens(unquote(fragment))
        if len(tokens) < 2 or tokens[0] not in DEFINITIONS:
            return None
        above = list(self._above(place))
        root: Any = above[0][0]
        if tokens[0] in root:
            return None
        for node, location in reversed(above):
            if is_object(node) and tokens[0] in node:
                for token in tokens:
                    step = _step(node, token)
                    if step is None:
                        break
                    container: Any = node
                    node, location = container[step], location.child(step)
                else:
                    return node, location
        return None

    def _above(self, place: Location) -> Iterator[tuple[Any, Location]]:
        """Yield the nodes that a place is inside of, from the root of the file on."""
        node: Any = self._sources[place.file].data
        location = Location(place.file)
        for key in place.pointer:
            yield node, location
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                return
            location = location.child(key)

    def _file(self, path: str, place: Location) -> Path:
        """Return the file that a reference names, read, if it may be read."""
        quoted = shorten(path)
        base = self.root.get("$self")
        # OpenAPI 3.2.0, section 4.1.2.2.1: the document's own address is the base of references.
        is_own = isinstance(base, str) and base in (path, urljoin(base, path))
        if is_own and place.file == self.location.file:
            return self.location.file
        copies = remote.copies(self.location.file)
        if (own := remote.address_of(place.file, copies)) is not None:
            path = urljoin(own, path)
        if path.startswith("//") or remote.is_remote(path):
            return self._copy(path, copies, place)
        if SCHEME.match(path):
            raise self._error(place, f'"{quoted}" is not a relative path.')
        try:
            file = absolute(place.file.parent / unquote(path))
            if file in self._sources:
                return file
            inside = file.resolve().is_relative_to(self._folder)
            exists = file.is_file()
        except (OSError, ValueError, RuntimeError):
            raise self._error(place, f'"{quoted}" is not a path of a file.') from None
        if not inside and not self._allow_outside:
            raise self._error(
                place,
                f'"{quoted}" is outside the folder of the document.',
                "Only files in that folder and below it are read.",
            )
        if not exists:
            raise self._error(place, f'there is no file "{quoted}".')
        self._sources[file] = read(file)
        return file

    def _copy(self, url: str, copies: Path, place: Location) -> Path:
        """Return the copy of a document on the web, read; nothing is requested."""
        copy = remote.copy_of(url, copies)
        if copy not in self._sources:
            if not (remote.is_remote(url) and copy.is_file()):
                named = shorten(display(self.location.file))
                hint = f"Run `clientloom fetch {named}` to keep a copy that is read instead."
                message = f'remote references are not fetched: "{shorten(url)}".'
                raise self._error(place, message, hint)
            self._sources[copy] = read(copy)
        return copy

    def _lookup(
        self,
        file: Path,
        fragment: str,
        reference: str,
        place: Location,
        trail: list[Location],
        root: Location | None = None,
    ) -> tuple[Any, Location]:
        location = root or Location(file)
        node: Any = self._sources[file].data
        for part in location.pointer:
            node = node[part]
        if fragment and not fragment.startswith("/"):
            anchor = self._anchors_of(location).get(fragment)
            if anchor is None:
                raise self._error(place, f'there is no "{shorten(reference)}".')
            node = self._sources[file].data
            for part in anchor.pointer:
                node = node[part]
            return node, anchor
        for key in _tokens(fragment):
            step = _step(node, key)
            if step is None and is_object(node) and "$ref" in node:
                # Strictly, a pointer does not pass through a reference; authors expect it to.
                node, location = self._follow(node, location, [*trail])
                step = _step(node, key)
            if step is None:
                raise self._error(place, f'there is no "{shorten(reference)}".')
            container: Any = node
            node, location = container[step], location.child(step)
        return node, location

    def _anchors_of(self, root: Location) -> dict[str, Location]:
        """Return the named places of a file, or of a schema (`$anchor`, JSON Schema 2020-12, section 8.2.2).

        A dynamic anchor is one too: what it would be from elsewhere, a client cannot know. Those of schemas with an
        `$id` inside of it count where it has no other of the name.
        """
        if root not in self._anchors:
            own: dict[str, Location] = {}
            inner: dict[str, Location] = {}
            data: Any = self._sources[root.file].data
            for key in root.pointer:
                data = data[key]
            pending = [(data, root, own)]
            while pending:
                node, location, found = pending.pop()
                if is_object(node) and isinstance(node.get("$id"), str) and location != root:
                    found = inner
                for keyword in ("$anchor", "$dynamicAnchor") if is_object(node) else ():
                    if isinstance(anchor := node.get(keyword), str):
                        found.setdefault(anchor, location)
                pending.extend((node[key], location.child(key), found) for key in _keys(node))
            self._anchors[root] = {**inner, **own}
        return self._anchors[root]

    def _error(self, location: Location, message: str, hint: str | None = None) -> ClientloomError:
        return ClientloomError(self.problem(location, message, hint))


def load(path: Path, overlays: Sequence[Path] = (), *, allow_outside: bool = False) -> Document:
    """Read a document and make sure that it is an OpenAPI document of a supported version.

    :param path: a JSON or YAML file; which of the two is told from the content
    :param overlays: files with changes to that file, which are applied in this order
    :param allow_outside: whether references may lead to files outside the folder of the document
    :raises ClientloomError: if the file cannot be read, is no JSON or YAML, or is something else
    """
    source = read(absolute(path))
    changes = tuple(read(absolute(each)) for each in overlays)
    unused: tuple[Problem, ...] = ()
    if changes:
        source, unused = overlay(source, changes)
    document = Document(source, _version(source), allow_outside=allow_outside)
    document.overlays, document.unused = changes, unused
    if document.version == SWAGGER or has_leftovers(document.root):
        return document.upgraded()
    return document


def _version(source: Source) -> str:
    root = source.data

    def error(message: str, *pointer: str, hint: str | None = None) -> ClientloomError:
        return ClientloomError(Problem(message, source.position(pointer), hint))

    if not is_object(root):
        raise error(f"this is not an OpenAPI document, but {describe(root)}.")
    if "openapi" in root:
        version: Any = root["openapi"]
        if isinstance(version, float):  # 3.1 without quotes
            version = str(version)
        if not isinstance(version, str):
            hint = 'Write the version in quotes and in full: "3.0.3".'
            raise error(
                f'"openapi" must be a string, not {describe(version)}.', "openapi", hint=hint
            )
        if not SUPPORTED.fullmatch(version):
            message = f'OpenAPI "{shorten(version)}" is not supported.'
            raise error(message, "openapi", hint="Supported are 3.0, 3.1 and 3.2.")
        return version
    if "swagger" in root:
        if str(root["swagger"]) != SWAGGER:
            message = f"Swagger {quote(root['swagger'])} is not supported."
            raise error(
                message, "swagger", hint="Supported are Swagger 2.0 and OpenAPI 3.0 to 3.2."
            )
        return SWAGGER
    raise error('this is not an OpenAPI document: "openapi" is missing.')


def _tokens(fragment: str) -> list[str]:
    """Return the keys of a JSON Pointer (RFC 6901, section 4)."""
    return [t.replace("~1", "/").replace("~0", "~") for t in fragment.split("/")[1:]]


def _as_far_as_it_goes(node: Any, pointer: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a pointer without the keys that the upgrade made up; a last one may be missing."""
    for depth, key in enumerate(pointer):
        step = _step(node, str(key))
        if step is None:
            return pointer[:depth]
        container: Any = node
        node = container[step]
    return pointer


def _step(node: Any, key: str) -> str | int | None:
    """Return the key or index that a token of a pointer means in a node, if there is one."""
    if is_object(node):
        return key if key in node else None
    if is_list(node) and INDEX.fullmatch(key) and len(key) < 10:
        return int(key) if int(key) < len(node) else None
    return None


def _keys(node: Any) -> list[Any]:
    if is_object(node):
        return list(node)
    return list(range(len(node))) if is_list(node) else []
