"""Overlays: changes to a document that are kept in files of their own.

OpenAPI Overlay 1.1.0, of which 1.0.0 is a part: actions that update, copy or remove what a JSONPath
(RFC 9535) selects, one after the other. What an overlay has put into a document still knows where
it stands, so that a message about it leads to the line of the overlay.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from clientloom.document.data import describe, is_list, is_object, quote
from clientloom.document.limits import MAX_ALIASED, MAX_DEPTH
from clientloom.document.source import Source
from clientloom.errors import ClientloomError, Position, Problem, format_pointer, shorten

if TYPE_CHECKING:
    from jsonpath import JSONPathEnvironment

Pointer: TypeAlias = tuple[str | int, ...]

SUPPORTED = re.compile(r"1\.[01](\.[0-9]+)?")
FIELDS = frozenset({"overlay", "info", "extends", "actions"})
ACTION_FIELDS = frozenset({"target", "description", "update", "copy", "remove"})
MODIFIERS = ("update", "copy", "remove")

MAX_SELECTED = 100_000
"""Nodes that one JSONPath may select."""


@dataclass(frozen=True)
class Action:
    """One change: what it selects, and what becomes of it."""

    source: Source
    pointer: Pointer
    target: str
    values: dict[str, Any]

    def problem(self, message: str, *keys: str, hint: str | None = None) -> Problem:
        """Return a problem that stands at the action, or at a field of it."""
        return Problem(message, self.source.position((*self.pointer, *keys)), hint)


@dataclass(slots=True)
class Origin:
    """Where a node of a changed document stands: a file and the keys that lead to it there."""

    source: Source
    pointer: Pointer = ()
    moved: dict[str | int, "Origin"] = field(default_factory=dict["str | int", "Origin"])
    """The children that stand elsewhere than below this node."""

    def child(self, key: str | int) -> "Origin":
        """Return where a child stands."""
        return self.moved.get(key) or Origin(self.source, (*self.pointer, key))

    def own(self, key: str | int) -> "Origin":
        """Return where a child stands, in a node that may be changed."""
        return self.moved.setdefault(key, Origin(self.source, (*self.pointer, key)))

    def without(self, index: int, length: int) -> None:
        """Let the items after one take the place before their own."""
        origins = [self.child(number) for number in range(length) if number != index]
        self.moved = dict(enumerate(origins))


@dataclass(frozen=True)
class Overlaid(Source):
    """A file with overlays applied to its data."""

    written: Any
    """The data, whatever else is made of it later on."""
    origin: Origin

    def position(self, pointer: Sequence[str | int]) -> Position:
        """Return where a key or an item stands, be it in the file or in an overlay."""
        node, origin = self.written, self.origin
        for depth, key in enumerate(pointer):
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                place = origin.source.position(origin.pointer)
                rest = tuple(pointer[depth:])
                shown = format_pointer((*origin.pointer, *rest))
                return Position(place.file, place.line, place.column, shown)
            origin = origin.child(key)
        return origin.source.position(origin.pointer)


def overlay(source: Source, overlays: Iterable[Source]) -> tuple[Overlaid, tuple[Problem, ...]]:
    """Apply overlays to a file, and say which of their actions have selected nothing.

    :raises ClientloomError: if a file is no overlay, or an action cannot be applied
    """
    actions = [action for each in overlays for action in _actions(each)]
    applying = _Applying(source)
    unused = tuple(problem for action in actions for problem in applying.apply(action))
    data = applying.root
    changed = Overlaid(
        source.path, source.text, data, source.is_json, source.content, data, applying.origin
    )
    return changed, unused


def _actions(source: Source) -> Iterator[Action]:
    """Yield the actions of an overlay; raise everything that is wrong with it as a document."""
    problems = list(_objections(source))
    if problems:
        raise ClientloomError(*problems)
    for index, values in enumerate(source.data["actions"]):
        yield Action(source, ("actions", index), values["target"], values)


def _objections(source: Source) -> Iterator[Problem]:
    root = source.data

    def problem(message: str, *pointer: str | int, hint: str | None = None) -> Problem:
        return Problem(message, source.position(pointer), hint)

    if not is_object(root):
        yield problem(f"this is not an overlay, but {describe(root)}.")
        return
    if "overlay" not in root:
        yield problem('this is not an overlay: "overlay" is missing.')
        return
    version: Any = root["overlay"]
    version = str(version) if isinstance(version, float) else version
    if not isinstance(version, str) or not SUPPORTED.fullmatch(version):
        hint = "Supported are Overlay 1.0 and 1.1."
        yield problem(f"Overlay {quote(version)} is not supported.", "overlay", hint=hint)
        return
    info: Any = root.get("info")
    if not is_object(info):
        yield problem('"info" must be an object with "title" and "version".', "info")
    else:
        for name in ("title", "version"):
            if name not in info:
                yield problem(f'"{name}" is missing.', "info")
    yield from (problem(_unknown(name), name) for name in root if _is_unknown(name, FIELDS))
    actions: Any = root.get("actions")
    if not is_list(actions) or not actions:
        yield problem('"actions" must be a list of at least one action.', "actions")
        return
    for index, action in enumerate(actions):
        at = ("actions", index)
        if not is_object(action):
            yield problem(f"expected an action, not {describe(action)}.", *at)
            continue
        for name in action:
            if _is_unknown(name, ACTION_FIELDS):
                yield problem(_unknown(name), *at, name)
        for name in ("target", "copy"):
            path: Any = action.get(name)
            if path is None and (name == "target" or name in action):
                yield problem(f'"{name}" must be a JSONPath.', *at)
            elif path is not None and (message := _syntax_error(path)):
                yield problem(message, *at, name)
        if not isinstance(action.get("remove", False), bool):
            yield problem('"remove" must be true or false.', *at, "remove")
        elif not action.get("remove") and not {"update", "copy"} & action.keys():
            yield problem('an action needs "update", "copy" or "remove".', *at)


def _is_unknown(name: str, known: frozenset[str]) -> bool:
    return name not in known and not name.startswith("x-")


def _unknown(name: str) -> str:
    return f'"{shorten(name)}" is not a field of an overlay.'


def _environment() -> "JSONPathEnvironment":
    from jsonpath import JSONPathEnvironment

    environment = JSONPathEnvironment(strict=True)
    environment.max_recursion_depth = MAX_DEPTH + 1
    return environment


def _syntax_error(path: object) -> str | None:
    """Return what is wrong with a JSONPath; None if nothing is."""
    from jsonpath import JSONPathError

    if not isinstance(path, str):
        return f"expected a JSONPath, not {describe(path)}."
    try:
        _environment().compile(path)
    except JSONPathError as error:
        reason = str(error.args[0] if error.args else error)
        return f'"{shorten(path)}" is not a JSONPath: {reason}.'
    except RecursionError:
        return f'"{shorten(path)}" is nested too deeply.'
    return None


class _Applying:
    """A document while overlays change it: its data, and where each part of it stands."""

    def __init__(self, source: Source) -> None:
        self._environment = _environment()
        self._added = 0
        self.origin = Origin(source)
        self.root: Any = _copy(source.data)

    def apply(self, action: Action) -> Iterator[Problem]:
        """Make one change; yield a problem if there is nothing to change."""
        selected = self._select(action, "target")
        if not selected:
            yield action.problem(f'"{shorten(action.target)}" selects nothing.', "target")
        elif action.values.get("remove"):
            # From the last to the first, so that what is still to go stays where it is.
            for pointer in sorted(selected, reverse=True):
                self._remove(action, pointer)
        else:
            value, origin = self._value(action)
            for pointer in selected:
                self._update(action, pointer, value, origin)
            if _depth(self.root) > MAX_DEPTH:
                raise ClientloomError(
                    action.problem(f"the document gets more than {MAX_DEPTH} levels deep.")
                )

    def _select(self, action: Action, name: str) -> list[Pointer]:
        """Return where the nodes stand that a JSONPath selects, each once."""
        path = self._environment.compile(action.values[name])
        found: dict[Pointer, None] = {}
        for count, match in enumerate(path.finditer(self.root)):
            if count == MAX_SELECTED:
                quoted = shorten(action.values[name])
                message = f'"{quoted}" selects more than {MAX_SELECTED:,} nodes.'
                raise ClientloomError(action.problem(message, name))
            found[tuple(cast("Iterable[str | int]", match.parts))] = None
        return list(found)

    def _value(self, action: Action) -> tuple[Any, Origin]:
        """Return what an action puts into the document, and where it stands."""
        if "copy" not in action.values:
            return action.values["update"], Origin(action.source, (*action.pointer, "update"))
        selected = self._select(action, "copy")
        if len(selected) != 1:
            many = f"{len(selected)} nodes" if selected else "nothing"
            message = f'"{shorten(action.values["copy"])}" selects {many} and not a single node.'
            raise ClientloomError(action.problem(message, "copy"))
        node = self.root
        for key in selected[0]:
            node = node[key]
        return _copy(node), Origin(action.source, (*action.pointer, "copy"))

    def _update(self, action: Action, pointer: Pointer, value: Any, origin: Origin) -> None:
        parent, above, node, place = self._at(pointer)
        if not is_object(node) and not is_list(node):
            if is_object(value) or is_list(value) or not pointer:
                raise self._mismatch(action, pointer, node, value)
            parent[pointer[-1]] = value
            above.moved[pointer[-1]] = origin
        else:
            self._merge(action, pointer, node, place, value, origin)

    def _merge(
        self,
        action: Action,
        pointer: Pointer,
        node: Any,
        place: Origin,
        value: Any,
        origin: Origin,
    ) -> None:
        """Merge a value into an object or a list (Overlay 1.1.0, section "Action Object")."""
        if is_list(node):
            items = value if is_list(value) else [value]
            for index, item in enumerate(items):
                place.moved[len(node)] = origin.child(index) if is_list(value) else origin
                node.append(self._counted(action, item))
            return
        if not is_object(value):
            raise self._mismatch(action, pointer, node, value)
        for key, item in value.items():
            if key not in node:
                node[key] = self._counted(action, item)
                place.moved[key] = origin.child(key)
            elif is_object(item) != is_object(node[key]) or is_list(item) != is_list(node[key]):
                raise self._mismatch(action, (*pointer, key), node[key], item)
            elif is_object(item) or is_list(item):
                self._merge(
                    action, (*pointer, key), node[key], place.own(key), item, origin.child(key)
                )
            else:
                node[key] = item
                place.moved[key] = origin.child(key)

    def _remove(self, action: Action, pointer: Pointer) -> None:
        if not pointer:
            raise ClientloomError(action.problem("the whole document cannot be removed.", "target"))
        parent, above, _, _ = self._at(pointer)
        key = pointer[-1]
        if is_list(parent):
            above.without(int(key), len(parent))
            del parent[int(key)]
        else:
            above.moved.pop(key, None)
            del parent[key]

    def _at(self, pointer: Pointer) -> tuple[Any, Origin, Any, Origin]:
        """Return the container of a node and where it stands, the node and where that stands."""
        parent: Any = None
        above = place = self.origin
        node = self.root
        for key in pointer:
            parent, above = node, place
            node, place = parent[key], above.own(key)
        return parent, above, node, place

    def _counted(self, action: Action, value: Any) -> Any:
        self._added += _size(value)
        if self._added > MAX_ALIASED:
            message = f"the overlays add more than {MAX_ALIASED:,} nodes."
            raise ClientloomError(action.problem(message))
        return _copy(value)

    def _mismatch(self, action: Action, pointer: Pointer, node: Any, value: Any) -> ClientloomError:
        name = "copy" if "copy" in action.values else "update"
        message = (
            f"{describe(value)} cannot be merged into {describe(node)}, {format_pointer(pointer)}."
        )
        hint = "Remove what is there with an action of its own, then add what is to be there."
        return ClientloomError(action.problem(message, name, hint=hint))


def _copy(value: Any) -> Any:
    """Return a copy of data, in which no two places share an object."""
    if is_object(value):
        return {key: _copy(child) for key, child in value.items()}
    return [_copy(child) for child in value] if is_list(value) else value


def _children(value: Any) -> Iterable[Any]:
    if is_object(value):
        return value.values()
    return value if is_list(value) else ()


def _size(value: Any) -> int:
    return 1 + sum(map(_size, _children(value)))


def _depth(value: Any) -> int:
    """Return how many levels of containers a value has."""
    if not is_object(value) and not is_list(value):
        return 0
    return 1 + max(map(_depth, _children(value)), default=0)
