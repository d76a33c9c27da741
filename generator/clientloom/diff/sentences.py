"""Changes in words: what happened, as a changelog says it, and what a caller has to write now.

The words are data: one template for each kind of change, one for each kind of fact that breaks somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from clientloom.diff.differences import Difference
from clientloom.diff.surface import Fact

#: {subject} is what the change is about, {before} and {after} what the document had and has, {detail} where exactly.
SENTENCES: Final[Mapping[str, str]] = {
    "client-added": "{subject} is new.",
    "client-removed": "{subject} is gone.",
    "operation-added": "{subject} is new.",
    "operation-removed": "{subject} is gone.",
    "operation-renamed": 'The operationId of {subject} is now "{after}"; it was "{before}".',
    "operation-retagged": "{subject} moved from {before|nowhere} to {after|nowhere}.",
    "tag-renamed": 'The tag "{before}" is now "{after}".',
    "path-changed": "{subject} is now {after}; it was {before}.",
    "method-changed": "{subject} is now {after}; it was {before}.",
    "operation-server-changed": "{subject} is sent to {after|the server of the others}; it was {before|theirs too}.",
    "parameter-added": "{subject} is new and can be left out.",
    "required-parameter-added": "{subject} is new and must be given.",
    "parameter-removed": "{subject} is gone.",
    "parameter-renamed": '{subject} was called "{before}" on the wire and is "{after}" now.',
    "path-parameter-renamed": '{subject} was called "{before}" and is "{after}" now.',
    "parameter-relocated": "{subject} travels in the {after} now, not in the {before}.",
    "parameter-required": "{subject} must be given.",
    "parameter-optional": "{subject} can be left out.",
    "parameter-reordered": "The parameters of {subject} have another order: {after}.",
    "parameter-style-changed": "{subject} is written in another way: {after}; it was {before}.",
    "body-added": "{subject} is new and can be left out.",
    "required-body-added": "{subject} is new and must be given.",
    "body-removed": "{subject} is gone.",
    "body-required": "{subject} must be given.",
    "body-optional": "{subject} can be left out.",
    "encoding-changed": "{subject} is written in another way.",
    "media-type-added": "{subject} can be {after} too.",
    "media-type-removed": "{subject} is no longer {before}.",
    "response-added": "{subject} can have the status {detail}: {after}.",
    "response-removed": "{subject} no longer has the status {detail}.",
    "error-added": "{subject} can have the status {detail}: {after}.",
    "error-removed": "{subject} no longer has the status {detail}.",
    "header-added": "{subject} has the header {after}.",
    "header-removed": "{subject} no longer has the header {before}.",
    "schema-added": "{subject} is new.",
    "schema-removed": "{subject} is gone.",
    "schema-renamed": 'The schema "{before}" is now "{after}".',
    "schema-shape-changed": "{subject} is now of another kind: {after}; it was {before}.",
    "property-added": "{subject} is new.",
    "required-property-added": "{subject} is new and must be there.",
    "property-removed": "{subject} is gone.",
    "property-renamed": '{subject} was called "{before}" on the wire and is "{after}" now.',
    "property-required": "{subject} must be there.",
    "property-optional": "{subject} can be absent.",
    "property-read-only": "{subject} can no longer be set.",
    "property-writable": "{subject} can be set.",
    "property-write-only": "{subject} is no longer in answers.",
    "property-readable": "{subject} is in answers too.",
    "extra-properties-refused": "{subject} takes no properties but its own.",
    "extra-properties-allowed": "{subject} can have properties that the document does not list.",
    "xml-changed": "{subject} stands in XML in another way.",
    "discriminator-changed": "The variants of {subject} are told apart in another way.",
    "type-widened": "{subject} can be {after}; it was {before}.",
    "type-narrowed": "{subject} must be {after}; it was {before}.",
    "type-changed": "{subject} is now {after}; it was {before}.",
    "null-allowed": "{subject} can be null.",
    "null-refused": "{subject} can no longer be null.",
    "value-added": "{subject} can be {after} too.",
    "value-renamed": "{subject}: {before} is now {after}.",
    "value-removed": "{subject} can no longer be {before}.",
    "variant-added": "{subject} can be {after} too.",
    "variant-removed": "{subject} can no longer be {before}.",
    "limits-tightened": "{subject} has narrower bounds: {after}; they were: {before|none}.",
    "limits-loosened": "{subject} has wider bounds: {after|none}; they were: {before}.",
    "limits-changed": "{subject} has other bounds: {after}; they were: {before}.",
    "default-changed": "The default of {subject} is {after|gone}; it was {before|none}.",
    "security-added": "{subject} needs {after}.",
    "security-changed": "{subject} needs {after}; before, it was {before}.",
    "security-loosened": "{subject} takes {after}; before, it was {before}.",
    "scopes-changed": "{subject} needs the scopes {after|none}; it needed {before|none}.",
    "scheme-added": "{subject} is new: {after}.",
    "scheme-removed": "{subject} is gone.",
    "scheme-changed": "{subject} is now {after}; it was {before}.",
    "server-added": "{subject} is new.",
    "server-removed": "{subject} is gone.",
    "first-server-changed": "Requests go to {after}; they went to {before}.",
    "deprecated": "{subject} is deprecated.",
    "no-longer-deprecated": "{subject} is no longer deprecated.",
    "description-changed": "What the document says of {subject} is worded anew.",
}

#: What a fact says on its own: where no document is compared, or nothing around it in the document changed.
SURFACE: Final[Mapping[str, str]] = {
    "method-added": "`{new_shown}` is new.",
    "method-removed": "`{old_shown}` is gone.",
    "method-renamed": "`{old_shown}` is now `{new_shown}`.",
    "argument-added": "`{name}` of `{new_shown}` is new and can be left out.",
    "required-argument-added": "`{name}` of `{new_shown}` is new and must be given.",
    "argument-removed": "`{name}` of `{old_shown}` is gone.",
    "argument-renamed": "`{old}` of `{new_shown}` is now `{new}`.",
    "argument-required": "`{name}` of `{new_shown}` must be given.",
    "argument-optional": "`{name}` of `{new_shown}` can be left out.",
    "argument-moved": "The arguments of `{new_shown}` have another order: {new}.",
    "argument-keyword-only": "`{name}` of `{new_shown}` goes by keyword only.",
    "argument-positional": "`{name}` of `{new_shown}` can go by position.",
    "argument-type-widened": "`{name}` of `{new_shown}` takes `{new}`; it took `{old}`.",
    "argument-type-changed": "`{name}` of `{new_shown}` takes `{new}`; it took `{old}`.",
    "result-narrowed": "`{new_shown}` returns `{new}`; it returned `{old}`.",
    "result-changed": "`{new_shown}` returns `{new}`; it returned `{old}`.",
    "class-added": "`{symbol}` is new.",
    "class-removed": "`{symbol}` is gone.",
    "class-renamed": "`{old}` is now `{new}`.",
    "class-base-changed": "`{symbol}` derives from `{new}`; it derived from `{old}`.",
    "field-added": "`{new_shown}` is new.",
    "required-field-added": "`{new_shown}` is new and must be given.",
    "field-removed": "`{old_shown}` is gone.",
    "field-renamed": "`{old_shown}` is now `{new_shown}`.",
    "field-required": "`{new_shown}` must be given.",
    "field-optional": "`{new_shown}` can be left out.",
    "field-type-widened": "`{new_shown}` is `{new}`; it was `{old}`.",
    "field-type-narrowed": "`{new_shown}` is `{new}`; it was `{old}`.",
    "field-type-changed": "`{new_shown}` is `{new}`; it was `{old}`.",
    "field-default-changed": "The default of `{new_shown}` is `{new}`; it was `{old}`.",
    "member-added": "`{new_shown}` is new.",
    "member-removed": "`{old_shown}` is gone.",
    "member-renamed": "`{old_shown}` is now `{new_shown}`.",
    "method-aliased": "`{old_shown}` is now `{new_shown}`. The earlier name still works, deprecated.",
    "method-alias-removed": "`{old_shown}`, the earlier name of `{new_shown}`, is gone.",
    "argument-aliased": "`{old}` of `{new_shown}` is now `{new}`. The earlier name still works, deprecated.",
    "argument-alias-removed": "`{old}`, the earlier name of `{new}` of `{new_shown}`, is gone.",
    "class-aliased": "`{old}` is now `{new}`. The earlier name still works, deprecated.",
    "class-alias-removed": "`{old}`, the earlier name of `{new}`, is gone.",
    "field-aliased": "`{old_shown}` is now `{new_shown}`. The earlier name still works, deprecated.",
    "field-alias-removed": "`{old}`, the earlier name of `{new_shown}`, is gone.",
    "member-aliased": "`{old_shown}` is now `{new_shown}`. The earlier name still works, deprecated.",
    "name-added": "`{new_shown}` is new.",
    "name-removed": "`{old_shown}` is gone.",
    "name-changed": "`{symbol}` has another value.",
}

#: What a caller writes now. Kinds that ask nothing of a caller have no line.
ADVICE: Final[Mapping[str, str]] = {
    "method-removed": "Remove calls of `{old_shown}(...)`: nothing takes its place.",
    "method-renamed": "Write `{new_shown}(...)` for `{old_shown}(...)`.",
    "required-argument-added": "Write `{new_shown}(..., {name}=...)`.",
    "argument-removed": "Leave `{name}` out of `{new_shown}(...)`.",
    "argument-renamed": "Write `{new_shown}(..., {new}=...)` for `{old}=...`.",
    "argument-required": "Write `{new_shown}(..., {name}=...)`: it is no longer optional.",
    "argument-moved": "Write the arguments of `{new_shown}(...)` with their names, or in the order {new}.",
    "argument-keyword-only": "Write `{new_shown}(..., {name}=...)`, with its name.",
    "argument-type-changed": "Pass `{new}` as `{name}` of `{new_shown}(...)`.",
    "result-changed": "Expect `{new}` from `{new_shown}(...)`, where `{old}` came.",
    "class-removed": "Remove `{class_name}`: nothing takes its place.",
    "class-renamed": "Write `{new}` for `{old}`.",
    "class-base-changed": "Use `{class_name}` as `{new}`; it was `{old}`.",
    "required-field-added": "Write `{class_name}(..., {name}=...)`.",
    "field-removed": "Remove `{old_shown}`: nothing takes its place.",
    "field-renamed": "Write `{new_shown}` for `{old_shown}`, and `{new}=...` for `{old}=...`.",
    "field-required": "Write `{class_name}(..., {name}=...)`: it is no longer optional.",
    "field-type-widened": "Expect `{new}` of `{new_shown}`, where `{old}` was.",
    "field-type-narrowed": "Give `{new}` to `{new_shown}`, where `{old}` was.",
    "field-type-changed": "Expect and give `{new}` for `{new_shown}`, where `{old}` was.",
    "member-removed": "Remove `{old_shown}`: nothing takes its place.",
    "member-renamed": "Write `{new_shown}` for `{old_shown}`.",
    "name-removed": "Remove `{old_shown}`: nothing takes its place.",
    "method-aliased": "Write `{new_shown}(...)` for `{old_shown}(...)`, which ends with the next major version.",
    "method-alias-removed": "Write `{new_shown}(...)` for `{old_shown}(...)`.",
    "argument-aliased": "Write `{new_shown}(..., {new}=...)` for `{old}=...`, which ends with the next major version.",
    "argument-alias-removed": "Write `{new_shown}(..., {new}=...)` for `{old}=...`.",
    "class-aliased": "Write `{new}` for `{old}`, which ends with the next major version.",
    "class-alias-removed": "Write `{new}` for `{old}`.",
    "field-aliased": "Write `{new_shown}` for `{old_shown}`, and `{new}=...` for `{old}=...`; "
    "the earlier name ends with the next major version.",
    "field-alias-removed": "Write `{new_shown}` for `{old}`.",
    "member-aliased": "Write `{new_shown}` for `{old_shown}`, which ends with the next major version.",
}


def sentence(difference: Difference, subject: str) -> str:
    """What happened, in one sentence."""
    text = SENTENCES[difference.kind]
    for name, value in (
        ("before", difference.before),
        ("after", difference.after),
        ("detail", difference.detail),
    ):
        text = _filled(text, name, value)
    text = text.replace("{subject}", subject)
    return text[:1].upper() + text[1:]


def _filled(text: str, name: str, value: str) -> str:
    """A template with one of its holes filled; `{before|none}` says what stands there for nothing."""
    start = text.find(f"{{{name}")
    if start < 0:
        return text
    end = text.index("}", start)
    otherwise = text[start + len(name) + 1 : end].removeprefix("|")
    return text[:start] + (value or otherwise) + text[end + 1 :]


def surface_sentence(fact: Fact) -> str:
    """What a fact says on its own."""
    return SURFACE[fact.kind].format_map(_values(fact))


def advice(facts: Iterable[Fact]) -> tuple[str, ...]:
    """What a caller has to write now, each once."""
    lines = (ADVICE[f.kind].format_map(_values(f)) for f in facts if f.kind in ADVICE)
    return tuple(dict.fromkeys(lines))


def _values(fact: Fact) -> Mapping[str, str]:
    name = fact.symbol.rpartition(".")[2]
    return {
        "symbol": fact.symbol,
        "class_name": (fact.shown[1] or fact.shown[0]).partition(".")[0] or name,
        "name": fact.name,
        "old": fact.old,
        "new": fact.new,
        "old_shown": fact.shown[0] or fact.symbol,
        "new_shown": fact.shown[1] or fact.shown[0] or fact.symbol,
    }
