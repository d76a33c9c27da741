"""Reading YAML: PyYAML's C parser for the syntax, the core schema of YAML 1.2 for the values.

PyYAML itself follows YAML 1.1, where `no` is false, `1:30` is ninety and `2020-01-01` is a date.
OpenAPI asks for YAML 1.2 and for what JSON can express (OpenAPI 3.0.3, section "Format"). So the
nodes are PyYAML's, and the values are made here:

- `null`, `true`, `12`, `0o14`, `0x0C`, `1.5` as in YAML 1.2 core; everything else is a string;
- a key is always a string: `200:` and `"200":` are the same key;
- merge keys (`<<`) work as they do everywhere in practice;
- a repeated key, a custom tag, a key that is no scalar and an alias that expands without end (or
  to more nodes than any document needs) are errors.
"""

import re
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any, TypeAlias

import yaml

from clientloom.document.limits import (
    MAX_ALIASED,
    MAX_DEPTH,
    MAX_DIGITS,
    REMOVE_ONE,
    TOO_DEEP,
    TOO_LARGE,
    occurs_twice,
)
from clientloom.errors import ClientloomError, Position, Problem, format_pointer, shorten

Keys: TypeAlias = tuple[str | int, ...]
Built: TypeAlias = tuple[Any, int, int]
"""The data of a node, how many nodes it is when expanded, and how many levels of containers."""

TAG = "tag:yaml.org,2002:"
STR, NULL, BOOL, INT, FLOAT = (TAG + name for name in ("str", "null", "bool", "int", "float"))
MAP, SEQ, MERGE = (TAG + name for name in ("map", "seq", "merge"))

# YAML 1.2.2, section 10.3.2, "Tag Resolution" of the core schema.
NULLS = frozenset({"null", "Null", "NULL", "~", ""})
BOOLEANS = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
SPECIAL_FIRST = frozenset("0123456789+-.~nNtTfF<")


def read(text: str, file: str) -> Any:
    """Return the data of a YAML text; raise a located ClientloomError for what is none."""
    root = _compose(text, file)
    if root is None:
        raise ClientloomError(Problem("the document is empty.", Position(file, 1, 1, "")))
    return _Builder(file).build(root, (), 1)[0]


NOT_YAML = "not valid YAML"


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = _Composer(text).get_single_node()
    except _TooDeepError as error:
        raise ClientloomError(Problem(TOO_DEEP, _position(file, error.mark, ()))) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _position(file, mark, ()) if mark else Position(file, 1, 1, "")
        # "while parsing a block mapping" follows what it explains; anything else goes ahead of it.
        said = [text for text in (error.context, error.problem) if text]
        if said and said[0].startswith("while "):
            said.reverse()
        raise ClientloomError(Problem(f"{NOT_YAML}: {' '.join(said)}.", place)) from None
    except yaml.reader.ReaderError as error:
        raise ClientloomError(_unreadable(error, text, file)) from None
    return node


def _unreadable(error: yaml.reader.ReaderError, text: str, file: str) -> Problem:
    """Return the problem with a control character; the parser counts bytes of UTF-8 up to it."""
    before = text.encode()[: error.position].decode(errors="ignore")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"{NOT_YAML}: control characters are not allowed."
    return Problem(message, Position(file, line, column, ""))


def _position(file: str, mark: yaml.Mark, keys: Sequence[str | int] | None) -> Position:
    pointer = format_pointer(keys) if keys else ""
    return Position(file, mark.line + 1, mark.column + 1, pointer)


class _TooDeepError(Exception):
    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(mark)
        self.mark = mark


class _Composer(yaml.CSafeLoader):
    """PyYAML's composer, with the depth watched and plain scalars typed, in hooks that it has."""

    depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        # A scalar may stand one level below the deepest container.
        if self.depth > MAX_DEPTH + 1:
            raise _TooDeepError(current_node.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            return _plain_tag(value) if implicit[0] else STR
        return MAP if kind is yaml.MappingNode else SEQ


def _plain_tag(text: str) -> str:
    """Return the type of a scalar without quotes."""
    if text and text[0] not in SPECIAL_FIRST:
        return STR
    if text in NULLS:
        return NULL
    if text in BOOLEANS:
        return BOOL
    if INTEGER.fullmatch(text):
        return INT
    if REAL.fullmatch(text) or NO_NUMBER.fullmatch(text):
        return FLOAT
    return MERGE if text == "<<" else STR


class _Builder:
    """Makes plain data of nodes. A node that is used by several aliases is made once."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._built: dict[int, Built] = {}
        self._mappings: dict[int, dict[str, Built]] = {}
        self._written = 0
        self._merged_entries = 0
        self._open: set[int] = set()
        self._duplicates: list[Problem] = []

    def build(self, node: yaml.Node, keys: Keys, depth: int) -> Built:
        """Return the data of a node that stands at a depth, which is 1 for the root."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, keys), 1, 0
        done = self._built.get(id(node))
        if done is None:
            if id(node) in self._open:
                raise self._error("an alias refers to a node that contains it.", node, keys)
            self._open.add(id(node))
            done = self._container(node, keys, depth)
            self._open.remove(id(node))
            self._built[id(node)] = done
            if depth == 1 and self._duplicates:
                raise ClientloomError(*self._duplicates)
        if depth + done[2] - 1 > MAX_DEPTH:
            raise self._error(TOO_DEEP, node, keys)
        return done

    def _container(self, node: yaml.Node, keys: Keys, depth: int) -> Built:
        expected = SEQ if isinstance(node, yaml.SequenceNode) else MAP
        if node.tag != expected:
            raise self._error(f'the tag "{_short(node.tag)}" is not supported.', node, keys)
        data: Any
        if isinstance(node, yaml.SequenceNode):
            items: list[yaml.Node] = node.value
            children = [
                self.build(item, (*keys, index), depth + 1) for index, item in enumerate(items)
            ]
            data = [child[0] for child in children]
        else:
            entries = self._entries(node, keys, depth)
            children = list(entries.values())
            data = {key: child[0] for key, child in entries.items()}
        size = 1 + sum(child[1] for child in children)
        self._written += 1 + len(children)
        if size - self._written > MAX_ALIASED:
            raise self._error(TOO_LARGE, node, keys)
        return data, size, 1 + max((child[2] for child in children), default=0)

    def _entries(self, node: yaml.Node, keys: Keys, depth: int) -> dict[str, Built]:
        """Return the entries of a mapping; merged ones stand where the merge key stands."""
        if id(node) in self._mappings:
            return self._mappings[id(node)]
        pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
        own = self._own_keys(pairs, keys)
        entries: dict[str, Built] = {}
        for key_node, value_node in pairs:
            if key_node.tag == MERGE:
                for key, child in self._merged(value_node, keys, depth):
                    if key not in own:
                        entries.setdefault(key, child)
            else:
                key = key_node.value
                entries[key] = self.build(value_node, (*keys, key), depth + 1)
        self._mappings[id(node)] = entries
        return entries

    def _own_keys(self, pairs: list[tuple[yaml.Node, yaml.Node]], keys: Keys) -> set[str]:
        own: set[str] = set()
        for node, _ in pairs:
            if not isinstance(node, yaml.ScalarNode):
                raise self._error("a key must be a scalar.", node, keys)
            if node.tag != MERGE:
                key: str = node.value
                if key in own:
                    place = _position(self._file, node.start_mark, (*keys, key))
                    self._duplicates.append(Problem(occurs_twice(key), place, REMOVE_ONE))
                own.add(key)
        return own

    def _merged(self, node: yaml.Node, keys: Keys, depth: int) -> Iterator[tuple[str, Built]]:
        """Yield the entries of the objects that a merge key names."""
        sources: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for source in sources:
            if not isinstance(source, yaml.MappingNode):
                raise self._error("a merge key needs an object or a list of objects.", node, keys)
            self.build(source, keys, depth)
            entries = self._mappings[id(source)]
            self._merged_entries += len(entries)
            if self._merged_entries > MAX_ALIASED:
                raise self._error(TOO_LARGE, node, keys)
            yield from entries.items()

    def _scalar(self, node: yaml.ScalarNode, keys: Keys) -> Any:
        tag, text = node.tag, node.value
        if tag == STR:
            return text
        if tag == NULL and text in NULLS:
            return None
        if tag == BOOL and text in BOOLEANS:
            return BOOLEANS[text]
        if len(text) > MAX_DIGITS and tag in (INT, FLOAT):
            raise self._error(f"a number has {len(text)} digits.", node, keys)
        if tag == INT and INTEGER.fullmatch(text):
            return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        if tag == FLOAT and REAL.fullmatch(text):
            number = float(text)
            if not isfinite(number):
                raise self._error(f"{text} is too large for a number.", node, keys)
            return number
        if tag == FLOAT and NO_NUMBER.fullmatch(text):
            raise self._error(f"{text} is not a number that JSON can express.", node, keys)
        if tag in (NULL, BOOL, INT, FLOAT):
            raise self._error(
                f'"{shorten(text)}" does not fit its tag "{_short(tag)}".', node, keys
            )
        if tag == MERGE:
            return text
        raise self._error(f'the tag "{_short(tag)}" is not supported.', node, keys)

    def _problem(
        self, message: str, node: yaml.Node, keys: Keys, hint: str | None = None
    ) -> Problem:
        return Problem(message, _position(self._file, node.start_mark, keys), hint)

    def _error(self, message: str, node: yaml.Node, keys: Keys) -> ClientloomError:
        return ClientloomError(*self._duplicates, self._problem(message, node, keys))


def _short(tag: str) -> str:
    return f"!!{tag.removeprefix(TAG)}" if tag.startswith(TAG) else shorten(tag)


class YamlPositions:
    """Finds the line and column of a node in a YAML text that has been read without an error."""

    def __init__(self, text: str) -> None:
        self._root = _compose(text, "")
        self._children: dict[int, dict[str | int, tuple[yaml.Node, yaml.Node]]] = {}

    def find(self, pointer: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the key or item; of the nearest one above if it is absent."""
        if self._root is None:
            return 1, 1
        place = value = self._root
        for key in pointer:
            entry = self._entries(value).get(key)
            if entry is None:
                break
            place, value = entry
        return place.start_mark.line + 1, place.start_mark.column + 1

    def _entries(self, node: yaml.Node) -> dict[str | int, tuple[yaml.Node, yaml.Node]]:
        if id(node) not in self._children:
            self._children[id(node)] = dict(self._scan(node))
        return self._children[id(node)]

    def _scan(self, node: yaml.Node) -> Iterator[tuple[str | int, tuple[yaml.Node, yaml.Node]]]:
        if isinstance(node, yaml.SequenceNode):
            yield from ((index, (item, item)) for index, item in enumerate(node.value))
        elif isinstance(node, yaml.MappingNode):
            merges = [value for key, value in node.value if key.tag == MERGE]
            for merge in merges:
                sources = merge.value if isinstance(merge, yaml.SequenceNode) else [merge]
                for source in reversed(sources):
                    yield from self._entries(source).items()
            yield from ((key.value, (key, value)) for key, value in node.value if key.tag != MERGE)
