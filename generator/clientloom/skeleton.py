"""What a generated module defines and calls, to be held against what was planned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from clientloom.plan import contexts

# What planned expressions call, beside what the templates spell out themselves.
_PLANNED_CALLS = frozenset(
    """
    ApiKey Basic Bearer Content Cookie Field Form Header Json Limits Multipart OAuth2 OpenIdConnect Path Query Server
    ServerVariable awaitable with_api_response with_http_info
    """.split()
)


def planned_names(context: Any) -> list[str] | None:
    """The classes, methods, fields and members that a module is to define; None where the template alone decides."""
    match context:
        case contexts.ApiModule():
            name, twin = context.class_name, context.async_class_name
            methods = [m for o in context.operations for m in (o.name, *(i.name for i in o.info))]
            return [
                name,
                f"{name}.__init__",
                *(f"{name}.{m}" for m in methods),
                twin,
                f"{twin}.__init__",
                *(f"{twin}.{m}" for m in context.awaitables),
            ]
        case contexts.ModelModule():
            own = [*(f.name for f in context.fields), *(m.name for m in context.members)]
            own += ["__pydantic_extra__"] if context.extras else []
            return [context.class_name, *(f"{context.class_name}.{n}" for n in own)]
        case _:
            return None


def defined_names(module: ast.Module) -> list[str]:
    """The classes of a module and what they define, in order."""
    return list(_defined(module.body, ""))


def _defined(body: list[ast.stmt], prefix: str) -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef():
                yield f"{prefix}{node.name}"
                yield from _defined(node.body, f"{prefix}{node.name}.")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield f"{prefix}{node.name}"
            case (
                ast.Assign(targets=[ast.Name() as target])
                | ast.AnnAssign(target=ast.Name() as target)
            ):
                yield f"{prefix}{target.id}"
            case ast.If() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
                pass
            case _:
                yield f"{prefix}{ast.dump(node)}"


def foreign_calls(module: ast.Module, template: str) -> list[str]:
    """Functions that a module calls although neither its plan nor its template does."""
    called = [ast.unparse(node.func) for node in ast.walk(module) if isinstance(node, ast.Call)]
    spelled_out = set(re.findall(r"([\w.]+)\(", template))
    return [name for name in called if name not in _PLANNED_CALLS | spelled_out]
