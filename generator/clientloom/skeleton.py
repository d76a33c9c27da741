"""What a generated module defines and calls, to be held against what was planned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

# What planned expressions call, beside what the templates spell out themselves.
_PLANNED_CALLS = frozenset(
    """
    ApiKey Basic Bearer Choice Content Cookie Cursor Encoding Field Flow Form Header Http Json JsonLines Limits
    LinkHeader Multipart NextUrl OAuth2 Offset OpenIdConnect PageNumber Path Query QueryString Server ServerVariable
    Until Variants Xml XmlAnswer XmlNode awaitable awaitable_stream earlier_member streamed with_api_response
    with_http_info
    """.split()
)


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
            case ast.If():
                yield from _defined([*node.body, *node.orelse], prefix)
            case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
                pass
            case _:
                yield f"{prefix}{ast.dump(node)}"


def foreign_calls(module: ast.Module, template: str, planned: frozenset[str]) -> list[str]:
    """Functions that a module calls although neither its plan nor its template does."""
    functions = (node.func for node in ast.walk(module) if isinstance(node, ast.Call))
    called = dict.fromkeys(f.id if isinstance(f, ast.Name) else ast.unparse(f) for f in functions)
    allowed = _PLANNED_CALLS | planned
    return [name for name in called if name not in allowed and not _spells_out(template, name)]


@cache
def _spells_out(template: str, name: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(name)}\(", template) is not None
