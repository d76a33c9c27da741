"""Python names for everything that a document names, chosen once, by the style's rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clientloom.api import Api, EnumShape, ObjectShape, Operation, Reference
from clientloom.naming import (
    CLASS_NAMES,
    METHOD_NAMES,
    MODEL_NAMES,
    MODULE_NAMES,
    PARAMETER_NAMES,
    constant,
    distinct,
    free,
    pascal,
    snake,
)
from clientloom.plan.media import body_class, chosen_media
from clientloom.styles.base import Order, Style


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one tag, in one class, in one module."""

    tag: str
    description: str
    class_name: str
    module: str
    page: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Python names by wire names, and the names of pages."""

    classes: Mapping[str, str]
    modules: Mapping[str, str]
    pages: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str | int, str]]
    operations: Mapping[str, str]
    groups: tuple[Group, ...]
    class_modules: Mapping[str, str]
    """The module of each class, by the class's own name."""


def choose_names(api: Api, style: Style) -> Names:
    """Choose every name that does not depend on an operation's own scope."""
    pins = {s.name: s.pinned_name for s in api.schemas.values() if s.pinned_name}
    components = {s.name for s in api.schemas.values() if " " not in s.name}
    groups = _groups(api, style)
    api_classes = frozenset(n for g in groups for n in (g.class_name, f"Async{g.class_name}"))
    classes = distinct(
        api.schemas,
        lambda text: _class_name(pins.get(text, text), api_classes),
        {name: "inline" for name in api.schemas if name not in components}
        | {name: "request" for name, schema in api.schemas.items() if schema.fetched_as},
    )
    fields: dict[str, Mapping[str, str]] = {}
    members: dict[str, Mapping[str | int, str]] = {}
    for schema in api.schemas.values():
        if isinstance(schema.shape, ObjectShape):
            fields[schema.name] = _field_names(schema.shape)
        elif isinstance(schema.shape, EnumShape):
            texts = {_member_text(value): value for value in schema.shape.values}
            named = distinct(texts, _member_name)
            members[schema.name] = {texts[text]: name for text, name in named.items()}
    pinned_operations = {o.id: o.pinned_name for o in api.operations if o.pinned_name}
    operations = distinct(
        [o.id for o in api.operations if not o.renamed_to],
        lambda text: pinned_operations.get(text) or _method_name(text, style),
    )
    operations |= {o.id: o.pinned_name or o.id for o in api.operations if o.renamed_to}
    modules = _modules(classes)
    return Names(
        classes=classes,
        modules=modules,
        pages=_pages(classes, modules, (group.page for group in groups)),
        fields=fields,
        members=members,
        operations=operations,
        groups=groups,
        class_modules={class_name: modules[schema] for schema, class_name in classes.items()},
    )


def argument_names(operation: Operation, names: Names, style: Style) -> tuple[dict[int, str], str]:
    """The Python names of an operation's parameters, by their position in the document, and of its body."""
    texts = {f"{p.location_in}:{p.name}": p for p in operation.parameters}
    order = {"path": 0, "query": 1, "header": 2, "cookie": 3}
    ranked = sorted(texts, key=lambda t: order[texts[t].location_in])
    chosen = distinct(
        ranked,
        lambda text: _argument_name(text, texts[text].pinned_name if text in texts else None),
        {text: texts[text].location_in for text in texts},
    )
    by_position = {
        i: chosen[f"{p.location_in}:{p.name}"] for i, p in enumerate(operation.parameters)
    }
    body = ""
    if operation.body is not None:
        schema = named_body(operation)
        derived = snake(names.classes[schema]) if schema else style.body_name
        body = operation.body.pinned_name or free(derived, PARAMETER_NAMES)
        if body in by_position.values():
            body = f"{body}_body"
    return by_position, body


def named_body(operation: Operation) -> str | None:
    """The schema that the argument for the body is named for, if it is."""
    media = chosen_media(operation.body) if operation.body is not None else None
    if media is None or body_class(media) != "Json" or not isinstance(media.type, Reference):
        return None
    return media.type.name


def _modules(classes: Mapping[str, str]) -> dict[str, str]:
    """A module per class. Class names that differ in case only would be one file on some systems."""
    modules = distinct(classes.values(), lambda text: free(snake(text), MODULE_NAMES))
    return {name: modules[class_name] for name, class_name in classes.items()}


def _pages(
    classes: Mapping[str, str], modules: Mapping[str, str], others: Iterable[str]
) -> dict[str, str]:
    """A page per class, by its name, unless that differs from an earlier page's in case only, or not at all."""
    taken = {page.lower() for page in others}
    pages: dict[str, str] = {}
    for name, class_name in classes.items():
        # No class has an underscore in its name, and no two have one module.
        pages[name] = f"{modules[name]}_page" if class_name.lower() in taken else class_name
        taken.add(class_name.lower())
    return pages


def _field_names(shape: ObjectShape) -> dict[str, str]:
    pinned = {p.name: p.pinned_name for p in shape.properties if p.pinned_name}
    return distinct(
        [p.name for p in shape.properties], lambda text: _field_name(pinned.get(text, text))
    )


def _groups(api: Api, style: Style) -> tuple[Group, ...]:
    declared = {tag.name: tag.description for tag in api.tags}
    tags: dict[str, list[Operation]] = {tag: [] for tag in declared}
    for operation in api.operations:
        for tag in operation.tags or ("default",):
            tags.setdefault(tag, []).append(operation)
    used = {tag: operations for tag, operations in tags.items() if operations}
    classes = distinct(used, lambda text: f"{pascal(text)}Api")
    modules = distinct(used, lambda text: f"{snake(text)}_api")
    if style.order is Order.OPERATION_ID:
        used = {tag: sorted(ops, key=lambda o: o.id) for tag, ops in used.items()}
    pages = _pages(classes, modules, ())
    return tuple(
        Group(tag, declared.get(tag, ""), classes[tag], modules[tag], pages[tag], tuple(operations))
        for tag, operations in used.items()
    )


def _method_name(text: str, style: Style) -> str:
    """A method's name, which may end neither as the methods do that are made from it, nor hide the client."""
    name = free(snake(text), METHOD_NAMES)
    return f"{name}_" if any(name.endswith(suffix) for suffix, _ in style.info) else name


def _class_name(text: str, taken: frozenset[str]) -> str:
    name = pascal(text)
    return pascal(f"{text} model") if name in CLASS_NAMES | taken else name


def _field_name(text: str) -> str:
    return free(snake(text), MODEL_NAMES)


def _argument_name(text: str, pinned: str | None) -> str:
    return pinned or free(snake(text.partition(":")[2] or text), PARAMETER_NAMES)


def _member_text(value: str | int) -> str:
    return value if isinstance(value, str) else f"value {'minus ' if value < 0 else ''}{abs(value)}"


def _member_name(text: str) -> str:
    return constant(text)
