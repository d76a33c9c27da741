"""The import lines of modules with operations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.arguments import ARGUMENTS
from clientloom.plan.earlier_calls import deprecated_imports, earlier_imports
from clientloom.plan.types import grouped, runtime_imports, standard_imports, used_names

_XML = frozenset("Xml XmlAnswer XmlNode".split())
_CALL = frozenset("Cookie Header Path Query QueryString".split())


def import_groups(
    operations: Sequence[contexts.Operation],
    always: Iterable[shared.Import],
    typing_always: Iterable[shared.Import],
    up: str,
    annotations: Sequence[str] = (),
) -> tuple[tuple[tuple[shared.Import, ...], ...], tuple[tuple[shared.Import, ...], ...]]:
    """Import lines of a module with operations: at run time, and for type checkers.

    :param up: leads to the package: "." or ".."
    """
    values = used_names(
        part
        for op in operations
        for part in (*op.arguments, op.returns_value, *(t for _, t in op.responses))
    )
    signed = used_names(
        [*(p for op in operations for p in (*op.signature, op.returns)), *annotations]
    )
    typed = signed - values
    waits = any(op.waiters for op in operations)
    core = (values & (ARGUMENTS - _CALL)) | (signed & {"Omit", "omit"})
    imports = grouped(
        [
            shared.Import("typing", ("TYPE_CHECKING",)),
            *standard_imports(values),
            *([shared.Import(up, ("models",))] if "models" in values else []),
            *_one(f"{up}_runtime.bodies", values & {"Encoding"}),
            *_one(f"{up}_runtime.call", values & _CALL),
            *earlier_imports(f"{up}_runtime", [op.earlier for op in operations]),
            *deprecated_imports(op.renamed for op in operations),
            *_one(f"{up}_runtime.events", values & {"ServerSentEvent"}),
            *_one(f"{up}_runtime.limits", values & {"Limits"}),
            *_one(f"{up}_runtime.arguments", core - _XML),
            *runtime_imports(f"{up}_runtime", values),
            *_one(f"{up}_runtime.paging", {op.paging.kind for op in operations if op.paging}),
            *_one(f"{up}_runtime.waiting", {"Until", "waiting"} if waits else set()),
            *_one(f"{up}_runtime.xml", values & _XML),
            *always,
        ]
    )
    typing_imports = grouped(
        [
            *standard_imports(typed),
            *_one("typing", {"Unpack"} if operations else set()),
            *_one(f"{up}_runtime.streaming", typed & {"Stream"}),
            *_one(f"{up}_runtime.arguments", typed & {"ContentTypes", "FileTypes"}),
            *_one(f"{up}_runtime.native", typed & {"RequestOptions", "StreamOptions"}),
            *_one(f"{up}_runtime.pagers", typed & {"Pager"}),
            *([shared.Import(up, ("models",))] if "models" in typed else []),
            *typing_always,
        ]
    )
    return imports, typing_imports


def _one(module: str, names: Iterable[str]) -> list[shared.Import]:
    found = tuple(names)
    return [shared.Import(module, found)] if found else []
