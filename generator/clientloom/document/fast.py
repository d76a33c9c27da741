"""The validator in Rust, openapi-spec-validator-rs, where it is installed (the extra `fast`).

It says the same of a document as openapi-spec-validator, in a hundredth of the time. Only its consent counts: what it
rejects, or cannot judge, is looked at again by `validation`, which has the messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clientloom.document.data import is_list, is_object

_ELSEWHERE = frozenset(
    {"$dynamicRef", "$id", "$recursiveRef", "$schema", "$self", "jsonSchemaDialect"}
)
"""Keywords by which a document can depend on others, which the validator would fetch or read."""


_NESTING = (dict, list)  # a tuple: a union would be made anew for each value of the document


def accepts(root: Mapping[str, Any], version: str) -> bool:
    """Whether the validator is installed, and finds nothing wrong with a document of one file.

    :param version: of the specification, such as "3.0"
    """
    try:
        from openapi_spec_validator_rs import validators
    except ImportError:
        return False
    makers: Mapping[str, Any] = {
        "2.0": validators.OpenAPIV2SpecValidator,
        "3.0": validators.OpenAPIV30SpecValidator,
        "3.1": validators.OpenAPIV31SpecValidator,
        "3.2": validators.OpenAPIV32SpecValidator,
    }
    if not _stands_alone(root):
        return False
    try:
        return bool(makers[version](root).is_valid())
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic in Rust is no Exception
        return False


def _stands_alone(root: Mapping[str, Any]) -> bool:
    """Whether all references stay within the document, so that no other file or address is looked at."""
    pending: list[Any] = [root]
    while pending:
        node: Any = pending.pop()
        if is_object(node):
            if not _ELSEWHERE.isdisjoint(node):
                return False
            reference = node.get("$ref", "#")
            if isinstance(reference, str) and not reference.startswith("#"):
                return False
            pending += [each for each in node.values() if isinstance(each, _NESTING)]
        elif is_list(node):
            pending += [each for each in node if isinstance(each, _NESTING)]
    return True
