"""`API.txt`: the public surface of a distribution, one sorted line per symbol, read from the finished modules."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator


def surface(lines: Iterable[str]) -> str:
    """The text of all lines of a distribution."""
    return "".join(f"{line}\n" for line in sorted(set(lines)))


def is_public(path: str) -> bool:
    """Whether a file belongs to the surface."""
    return path.endswith((".py", ".pyi")) and "/_runtime/" not in path


def surface_lines(path: str, module: ast.Module) -> list[str]:
    """The lines of one module.

    :param path: `<distribution>/<package>/...`
    """
    return list(_lines(path, module))


def _lines(path: str, module: ast.Module) -> Iterator[str]:
    if path.endswith(".py"):
        yield from _module(module, _module_name(path))
    else:
        yield from _earlier_classes(module, _module_name(path.removesuffix("i")))


def _earlier_classes(module: ast.Module, name: str) -> Iterator[str]:
    """What a package offers under another name than that of today."""
    for node in module.body:
        for each in node.names if isinstance(node, ast.ImportFrom) else ():
            if each.asname not in (None, each.name):
                yield f"{name}.{each.asname} = deprecated({each.name})"


def _earlier_method(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[str]:
    """What a method is called today, if it has an earlier name."""
    match node.body[-1]:
        case ast.Return(ast.Call(keywords=keywords) | ast.Await(ast.Call(keywords=keywords))):
            for each in keywords:
                if each.arg == "renamed":
                    yield f"{name} = deprecated({ast.literal_eval(each.value)[1]})"
        case _:
            pass


def _is_earlier_way(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it is a typing of a method with earlier names of arguments: deprecated, where the method is not."""
    overloads = [each for each in node.decorator_list if _source(each).lstrip("_") == "overload"]
    marks = [
        each for each in node.decorator_list if _source(each).lstrip("_").startswith("deprecated(")
    ]
    return bool(overloads and marks)


def _earlier_arguments(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[str]:
    """What arguments are called today that have earlier names."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and _source(each.func) == "_renamed_arguments":
            for keyword in each.keywords:
                yield f"{name}.{keyword.arg} = deprecated({ast.literal_eval(keyword.value)})"


def _module_name(path: str) -> str:
    """The name that programs import from: what a private module defines, its package offers."""
    parts = path.partition("/")[2].removesuffix(".py").removesuffix("/__init__").split("/")
    return ".".join(part for part in parts if not part.startswith("_"))


def _module(module: ast.Module, name: str) -> Iterator[str]:
    reexports = any(
        isinstance(n, ast.Assign) and _source(n.targets[0]) == "__all__" for n in module.body
    )
    for node in module.body:
        match node:
            case ast.ClassDef() if not node.name.startswith("_"):
                yield from _class(node, f"{name}.{node.name}")
            case ast.FunctionDef() | ast.AsyncFunctionDef() if not node.name.startswith("_"):
                yield _function(node, f"{name}.{node.name}")
            case ast.ImportFrom() if reexports and (node.module or "").startswith("_runtime."):
                yield from (f"{name}.{alias.name}" for alias in node.names)
            case _:
                pass


def _class(node: ast.ClassDef, name: str) -> Iterator[str]:
    arguments = [_source(b) for b in node.bases] + [
        f"{k.arg}={_source(k.value)}" for k in node.keywords if k.arg != "earlier"
    ]
    yield f"class {name}({', '.join(arguments)})"
    for each in node.keywords:
        if each.arg == "earlier":
            renamed = ast.literal_eval(each.value)
            yield from (f"{name}.{old} = deprecated({now})" for old, now in renamed.items())
    for member in node.body:
        match member:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                is_public = not member.name.startswith("_") or member.name == "__init__"
                if is_public and not _is_earlier_way(member):
                    yield _function(member, f"{name}.{member.name}")
                    yield from _earlier_method(member, f"{name}.{member.name}")
                    yield from _earlier_arguments(member, f"{name}.{member.name}")
            case ast.AnnAssign(target=ast.Name(id=field)) if not field.startswith("_"):
                default = f" = {_source(member.value)}" if member.value is not None else ""
                yield f"{name}.{field}: {_source(member.annotation)}{default}"
            case ast.Assign(
                targets=[ast.Name(id=field)],
                value=ast.Call(ast.Name("earlier_member"), [ast.Constant(str(now))]),
            ):
                yield f"{name}.{field} = deprecated({now})"
            case ast.Assign(targets=[ast.Name(id=field)]) if not field.startswith("_"):
                yield f"{name}.{field} = {_source(member.value)}"
            case _:
                pass


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> str:
    prefix = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    returns = f" -> {_source(node.returns)}" if node.returns is not None else ""
    return f"{prefix}{name}({', '.join(_parameters(node.args))}){returns}"


def _parameters(arguments: ast.arguments) -> Iterator[str]:
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [
        *[None] * (len(positional) - len(arguments.defaults)),
        *arguments.defaults,
    ]
    for index, (each, default) in enumerate(zip(positional, defaults, strict=True), start=1):
        yield _parameter(each, default)
        if index == len(arguments.posonlyargs):
            yield "/"
    if arguments.vararg is not None:
        yield f"*{_parameter(arguments.vararg)}"
    elif arguments.kwonlyargs:
        yield "*"
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(each, default)
    if arguments.kwarg is not None:
        yield f"**{_parameter(arguments.kwarg)}"


def _parameter(each: ast.arg, default: ast.expr | None = None) -> str:
    if each.annotation is None:
        return each.arg if default is None else f"{each.arg}={_source(default)}"
    return f"{each.arg}: {_source(each.annotation)}" + (
        "" if default is None else f" = {_source(default)}"
    )


def _source(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)
