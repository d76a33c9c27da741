"""The walk over one module: names are followed as they are bound, and everything that a change breaks is listed."""

from __future__ import annotations

import ast
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass

from clientloom.impact.breakages import Breakage, Breakages
from clientloom.impact.values import (
    Bound,
    ClassOf,
    Function,
    Instance,
    Module,
    Resolver,
    Value,
)

Scope = ChainMap[str, Value]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a program that a change breaks.

    :param code: what stands there
    """

    file: str
    line: int
    column: int
    code: str
    breakage: Breakage


class Scan(ast.NodeVisitor):
    """One module.

    Functions are read after the module around them, because they run later; classes know what any of their methods puts
    into `self`.
    """

    def __init__(
        self,
        file: str,
        module: str,
        resolver: Resolver,
        breakages: Breakages,
    ) -> None:
        self._file = file
        self._module = module
        self._resolver = resolver
        self._breakages = breakages
        self._names: Scope = ChainMap({})
        self._later: list[Callable[[], None]] = []
        self._found: dict[Finding, None] = {}
        self._unused: set[ast.expr] = set()
        self._called: set[ast.expr] = set()
        self._results: list[Value] = []

    def run(self, tree: ast.Module) -> tuple[list[Finding], MutableMapping[str, Value]]:
        """Read the module; return what was found, and what its names stand for."""
        for node in tree.body:
            self.visit(node)
        while self._later:
            later, self._later = self._later, []
            for act in later:
                act()
        found = sorted(self._found, key=lambda f: (f.line, f.column))
        return found, self._names.maps[-1]

    def _report(self, node: ast.AST, found: Iterable[Breakage], code: str = "") -> None:
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        for breakage in found:
            text = code or ast.unparse(node)
            self._found[Finding(self._file, line, column + 1, text, breakage)] = None

    # Imports

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            bound = alias.asname or alias.name.partition(".")[0]
            self._names[bound] = Module(alias.name if alias.asname else bound)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        source = self._absolute(node)
        for alias in node.names:
            value = self._resolver.catalogue.of_program(source, alias.name)
            if value is None:
                value = self._resolver.catalogue.at(f"{source}.{alias.name}")
            self._names[alias.asname or alias.name] = value
            if isinstance(value, ClassOf):
                code = f"from {'.' * node.level}{node.module or ''} import {alias.name}"
                self._report(alias, self._breakages.of_class(value.symbol), code)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self._module.split(".")[: -node.level]
        return ".".join([*package, *([node.module] if node.module else [])])

    # Names

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        value = self._value(node.value)
        for target in node.targets:
            self._bind(target, value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
        promised = self._resolver.annotation(node.annotation, self._names)
        if node.value is not None:
            self.visit(node.value)
        self._bind(node.target, promised or self._value(node.value))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target, self._value(node.value))

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        self._bind(node.target, self._resolver.items(self._value(node.iter)))
        self._all([*node.body, *node.orelse])

    visit_AsyncFor = visit_For

    def visit_With(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self.visit(item.context_expr)
            if item.optional_vars is not None:
                self._bind(item.optional_vars, self._value(item.context_expr))
        self._all(node.body)

    visit_AsyncWith = visit_With

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
    ) -> None:
        with_own, self._names = self._names, self._names.new_child()
        for generator in node.generators:
            self.visit(generator.iter)
            self._bind(generator.target, self._resolver.items(self._value(generator.iter)))
            self._all(generator.ifs)
        self._all([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        self._names = with_own

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension

    def _bind(self, target: ast.expr, value: Value) -> None:
        match target:
            case ast.Name(name):
                self._names[name] = value
            case ast.Attribute(ast.Name(owner), name):
                self.visit_Attribute(target)
                key = f"{owner}.{name}"
                if value is not None or key not in self._names:
                    self._names[key] = value
            case ast.Tuple(elements) | ast.List(elements):
                for element in elements:
                    self._bind(element, None)
            case _:
                self.visit(target)

    def _value(self, node: ast.expr | None) -> Value:
        return self._resolver.value(node, self._names)

    def _all(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    # Functions and classes

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._all(node.decorator_list)
        for argument in _arguments(node.args):
            if argument.annotation is not None:
                self.visit(argument.annotation)
        if node.returns is not None:
            self.visit(node.returns)
        promised = self._resolver.annotation(node.returns, self._names)
        self._names[node.name] = Function(promised)
        around = self._names

        def read() -> None:
            outside, self._names = self._names, around.new_child()
            results, self._results = self._results, []
            for argument in _arguments(node.args):
                value = self._resolver.annotation(argument.annotation, self._names)
                self._names[argument.arg] = value
            self._all(node.body)
            if promised is None:
                known = next((value for value in self._results if value is not None), None)
                around[node.name] = Function(known)
            self._names, self._results = outside, results

        self._later.append(read)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None:
            self.visit(node.value)
            self._results.append(self._value(node.value))

    def visit_Lambda(self, node: ast.Lambda) -> None:
        outside, self._names = self._names, self._names.new_child()
        for argument in _arguments(node.args):
            self._names[argument.arg] = None
        self.visit(node.body)
        self._names = outside

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._all([*node.decorator_list, *node.bases])
        own = _own_attributes(node, self._resolver, self._names)
        outside, self._names = self._names, self._names.new_child(dict(own))
        self._all(node.body)
        inside, self._names = self._names, outside
        for name, value in list(inside.maps[0].items()):
            if "." not in name:
                inside.maps[0].setdefault(f"self.{name}", value)
                inside.maps[0].setdefault(f"cls.{name}", value)

    # What breaks

    def visit_Expr(self, node: ast.Expr) -> None:
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        self._unused.add(value)
        self.visit(node.value)

    def visit_Name(self, node: ast.Name) -> None:
        value = self._names.get(node.id)
        # Under a name of its own nothing has to change but the import.
        if isinstance(value, ClassOf) and value.symbol.rpartition(".")[2] == node.id:
            self._report(node, self._breakages.of_class(value.symbol))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.visit(node.value)
        owner = self._value(node.value)
        value = self._value(node)
        if isinstance(value, ClassOf) and isinstance(owner, Module):
            self._report(node, self._breakages.of_class(value.symbol))
        elif isinstance(value, Bound) and node not in self._called:
            method = self._resolver.catalogue.methods[value.owner, value.name]
            self._report(node, self._breakages.of_method(method.symbol))
        elif isinstance(owner, ClassOf | Instance) and not isinstance(value, Bound):
            is_read = isinstance(node.ctx, ast.Load)
            found = self._breakages.of_attribute(owner.symbol, node.attr, is_read=is_read)
            self._report(node, found)

    def visit_Call(self, node: ast.Call) -> None:
        value = self._value(node.func)
        catalogue = self._resolver.catalogue
        if isinstance(value, Bound):
            self._called.add(node.func)
            method = catalogue.methods[value.owner, value.name]
            where = node.func
            if isinstance(where, ast.Attribute):
                named = self._breakages.of_method(method.symbol)
                self._report(where, named, _call_text(node))
            is_used = node not in self._unused
            found = self._breakages.of_call(method, node, is_used=is_used)
            self._report(node, found, _call_text(node))
        elif isinstance(value, ClassOf):
            client = catalogue.clients.get(value.symbol)
            if client is not None:
                found = self._breakages.of_call(client, node, is_used=False)
            else:
                found = self._breakages.of_construction(value.symbol, node)
            self._report(node, found, _call_text(node))
        self.visit(node.func)
        self._all([*node.args, *node.keywords])


def _call_text(node: ast.Call) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 100 else f"{ast.unparse(node.func)}(…)"


def _arguments(node: ast.arguments) -> Iterator[ast.arg]:
    yield from (*node.posonlyargs, *node.args, *node.kwonlyargs)
    yield from (a for a in (node.vararg, node.kwarg) if a is not None)


def _own_attributes(
    node: ast.ClassDef, resolver: Resolver, names: Scope
) -> Iterator[tuple[str, Value]]:
    """What the methods of a class put into `self`, whichever of them is called first."""
    for method in node.body:
        if not isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        inside = names.new_child()
        for argument in _arguments(method.args):
            inside[argument.arg] = resolver.annotation(argument.annotation, names)
        for statement in ast.walk(method):
            targets: list[ast.expr] = []
            value: Value = None
            if isinstance(statement, ast.Assign):
                targets, value = statement.targets, resolver.value(statement.value, inside)
            elif isinstance(statement, ast.AnnAssign):
                targets = [statement.target]
                value = resolver.annotation(statement.annotation, names) or resolver.value(
                    statement.value, inside
                )
            for target in targets:
                if value is None:
                    continue
                if isinstance(target, ast.Name):
                    inside[target.id] = value
                elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
                    inside[f"{target.value.id}.{target.attr}"] = value
                    yield f"{target.value.id}.{target.attr}", value
