"""What changed, by what a program can do with it: import it, call it, pass it, build it, read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clientloom.diff.report import Change
from clientloom.diff.rules import SAFE, Level, rule_for
from clientloom.diff.sentences import advice, surface_sentence
from clientloom.diff.surface import Fact, Method, Surface

_WHOLE_METHOD = frozenset(
    {"method-removed", "method-renamed", "method-aliased", "method-alias-removed"}
)
_WHOLE_CLASS = frozenset({"class-removed", "class-renamed", "class-aliased", "name-removed"})
_RENAMED_ARGUMENT = frozenset({"argument-renamed", "argument-aliased"})
_OF_ARGUMENT = frozenset({"argument-removed", "argument-type-changed"})
_OF_FIELD = frozenset(
    f"{what}-{how}" for what in ("field", "member") for how in ("removed", "renamed", "aliased")
)
_OF_READING = frozenset({"field-type-widened", "field-type-changed"})
_OF_GIVING = frozenset({"field-type-narrowed", "field-type-changed"})


@dataclass(frozen=True, slots=True)
class Breakage:
    """A fact that breaks somebody, and the change that it belongs to."""

    fact: Fact
    change: Change
    level: Level

    @property
    def sentence(self) -> str:
        """What happened, in the words of a caller."""
        return surface_sentence(self.fact)

    @property
    def replacement(self) -> str:
        """What to write now."""
        return " ".join(advice([self.fact]))


class Breakages:
    """All of them, by the symbol of the method or class that they are about."""

    def __init__(self, changes: Sequence[Change], old: Surface, new: Surface) -> None:
        self._by_symbol: dict[str, list[Breakage]] = {}
        for change in changes:
            for fact in change.facts:
                level = rule_for(fact.kind, change.direction, fact.passing).callers
                level = min(level, change.callers)
                if level > SAFE:
                    found = Breakage(fact, change, level)
                    self._by_symbol.setdefault(fact.symbol, []).append(found)
        owners = {
            each.symbol.rpartition(".")[0]
            for methods in new.methods.values()
            for m in methods
            for each in (m, *m.earlier)
        }
        self._lost_owners = {
            m.symbol.rpartition(".")[0]: m
            for methods in old.methods.values()
            for m in methods
            if m.symbol.rpartition(".")[0] not in owners
        }

    def of_class(self, symbol: str) -> Iterator[Breakage]:
        """What is wrong with naming a class: it is gone, or called otherwise."""
        yield from self._of(symbol, _WHOLE_CLASS)
        if symbol in self._lost_owners:
            method = self._lost_owners[symbol]
            yield from list(self._of(method.symbol, _WHOLE_METHOD))[:1]

    def of_method(self, symbol: str) -> Iterator[Breakage]:
        """What is wrong with naming a method."""
        yield from self._of(symbol, _WHOLE_METHOD)

    def of_attribute(self, symbol: str, name: str, *, is_read: bool) -> Iterator[Breakage]:
        """What is wrong with an attribute of a model, or a member of an enumeration."""
        kinds = _OF_FIELD | (_OF_READING if is_read else _OF_GIVING)
        yield from (b for b in self._of(symbol, kinds) if b.fact.name == name)
        ended = frozenset({"field-alias-removed"})
        yield from (b for b in self._of(symbol, ended) if b.fact.old == name)

    def of_call(self, method: Method, call: ast.Call, *, is_used: bool) -> Iterator[Breakage]:
        """What is wrong with the arguments of a call, and with what it returns."""
        passed = Passed(method, call)
        for found in self._by_symbol.get(method.symbol, ()):
            if _breaks_call(found.fact, passed, is_used):
                yield found

    def of_construction(self, symbol: str, call: ast.Call) -> Iterator[Breakage]:
        """What is wrong with building a model."""
        names = {k.arg for k in call.keywords if k.arg is not None}
        is_open = any(k.arg is None for k in call.keywords)
        for found in self._by_symbol.get(symbol, ()):
            kind, name = found.fact.kind, found.fact.name
            if (kind in _OF_FIELD or kind in _OF_GIVING) and name in names:
                yield found
            elif kind in ("required-field-added", "field-required") and not is_open:
                yield from [found] if name not in names else []

    def _of(self, symbol: str, kinds: frozenset[str]) -> Iterator[Breakage]:
        return (b for b in self._by_symbol.get(symbol, ()) if b.fact.kind in kinds)


class Passed:
    """What a call passes, by the old names of the arguments."""

    def __init__(self, method: Method, call: ast.Call) -> None:
        order = [a.name for a in method.arguments if a.passing == "position"]
        self.is_open = any(k.arg is None for k in call.keywords) or any(
            isinstance(a, ast.Starred) for a in call.args
        )
        self.positional = order[: len(call.args)]
        self.keywords = {k.arg for k in call.keywords if k.arg is not None}
        self.names = {*self.positional, *self.keywords}


def _breaks_call(fact: Fact, passed: Passed, is_used: bool) -> bool:
    match fact.kind:
        case "result-changed":
            return is_used
        case "argument-alias-removed":
            return fact.old in passed.keywords
        case kind if kind in _RENAMED_ARGUMENT:
            return fact.name in passed.keywords
        case kind if kind in _OF_ARGUMENT:
            return fact.name in passed.names
        case "required-argument-added" | "argument-required":
            return not passed.is_open and fact.name not in passed.names
        case "argument-keyword-only":
            return fact.name in passed.positional
        case "argument-moved":
            before, after = fact.old.split(", "), fact.new.split(", ")
            return any(
                index >= len(after) or after[index] != before[index]
                for index in range(min(len(passed.positional), len(before)))
            )
        case _:
            return False
