"""Unions that contain themselves with nothing in between: `A` is `B` or text, `B` is `A` or a number.

Such a member adds nothing to what the union accepts, and no program could follow it: every one of them is all that the
others are. What is in between may contain a union again: a list of itself is a type like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clientloom.api import AliasShape, Reference, Schema, Type, Union
from clientloom.parse.keywords import join


def without_empty_cycles(schemas: Mapping[str, Schema]) -> dict[str, Schema]:
    """The schemas, with what the unions of each cycle have beside one another."""
    found = dict(schemas)
    for members in _cycles(schemas):
        types = [
            each
            for name in members
            for each in _alternatives(schemas[name])
            if not (isinstance(each, Reference) and each.name in members)
        ]
        for name in members:
            found[name] = replace(schemas[name], shape=AliasShape(join(types)))
    return found


def _alternatives(schema: Schema) -> tuple[Type, ...]:
    """What an alias is one of; nothing for other schemas, whose parts are all in between."""
    if not isinstance(schema.shape, AliasShape):
        return ()
    of = schema.shape.type
    return of.variants if isinstance(of, Union) else (of,)


def _successors(schemas: Mapping[str, Schema], name: str) -> Iterator[str]:
    for each in _alternatives(schemas[name]):
        if isinstance(each, Reference) and isinstance(schemas[each.name].shape, AliasShape):
            yield each.name


def _cycles(schemas: Mapping[str, Schema]) -> list[list[str]]:
    """The groups of aliases that all lead to one another, by Tarjan's algorithm without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: dict[str, None] = {}
    groups: list[list[str]] = []
    for root in schemas:
        if root in index or not _alternatives(schemas[root]):
            continue
        index[root] = low[root] = len(index)
        path[root] = None
        work = [(root, _successors(schemas, root))]
        while work:
            name, successors = work[-1]
            following = next(successors, None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    group: list[str] = []
                    while name in path:
                        group.append(path.popitem()[0])
                    if len(group) > 1 or name in _successors(schemas, name):
                        groups.append(group)
            elif following not in index:
                index[following] = low[following] = len(index)
                path[following] = None
                work.append((following, _successors(schemas, following)))
            elif following in path:
                low[name] = min(low[name], index[following])
    return groups
