"""The surface of a package that a document would give, from the plan: nothing is rendered.

Each kind of API module has its reader; which of them a style has is in its list of files.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeAlias

from clientloom.api import Api, EnumShape, ObjectShape, Operation, Schema
from clientloom.diff.keys import (
    Key,
    body_key,
    operation_key,
    parameter_key,
    property_key,
    schema_key,
    scheme_key,
    sent_key,
    value_key,
)
from clientloom.diff.rules import Passing
from clientloom.diff.surface import Argument, Class, Field, Method, Surface
from clientloom.models import Annotations
from clientloom.plan import Styled, contexts, planned_model, plugin, scope_of
from clientloom.plan.aliases import by_part
from clientloom.plan.media import object_name
from clientloom.plan.names import Group, argument_names
from clientloom.plan.native_arguments import chosen_media
from clientloom.plan.native_client import client_arguments
from clientloom.plan.native_methods import resource_methods, resource_operations
from clientloom.plan.native_names import Resource, resources
from clientloom.plan.operations import operation as planned_operation
from clientloom.plan.plugin_contexts import Operation as PluginOperation
from clientloom.plan.scope import Scope
from clientloom.renames import Alias

CLIENT_KEY: Final[Key] = ("client",)
"""The constructor of a client."""

_HEADER = contexts.Header("", "")


def planned_surface(
    found: Styled, detailed: Collection[str], earlier: Sequence[Alias] = ()
) -> Surface:
    """The surface of a client's package.

    :param detailed: the schemas whose fields and members are asked for
    :param earlier: names that live on
    """
    scope = scope_of(found, detailed, earlier)
    api, style, names = scope.api, scope.style, scope.names
    methods: dict[Key, tuple[Method, ...]] = {}
    attributes: dict[str, dict[str, str]] = {}
    classes: dict[Key, Class] = {}
    for schema in api.schemas.values():
        made = _class(scope, schema, detailed)
        classes[made.key] = made
    for kind in dict.fromkeys(file.context for file in style.files):
        if kind in _METHODS:
            for method in _METHODS[kind](scope):
                methods[method.key] = (*methods.get(method.key, ()), method)
        if kind in _CLASSES:
            classes |= {each.key: each for each in _CLASSES[kind](scope)}
        if kind in _ATTRIBUTES:
            attributes |= _ATTRIBUTES[kind](scope)
    kinds = {
        names.classes[s.name]: "str" if s.shape.kind == "string" else "int"
        for s in api.schemas.values()
        if isinstance(s.shape, EnumShape)
    }
    formerly = {
        operation_key(o.id): operation_key(o.alias_of) for o in api.operations if o.renamed_to
    }
    return Surface(
        _with_earlier_methods(methods, formerly),
        _with_earlier_queries(classes, formerly),
        {},
        kinds,
        attributes,
    )


def typed_otherwise(
    old: Styled, new: Styled, schemas: Mapping[str, str]
) -> tuple[set[str], set[str]]:
    """The schemas whose fields a style makes optional on one side only, by their old names and by their new ones.

    That can follow from what is said elsewhere: a field that is only read is optional where its schema is sent too.

    :param schemas: old names to new names
    """
    before, after = _required(old.api), _required(new.api)
    found = [(a, b) for a, b in schemas.items() if before.get(a) != after.get(b)]
    return {a for a, _ in found}, {b for _, b in found}


def _required(api: Api) -> dict[str, frozenset[str]]:
    return {
        schema.name: frozenset(p.name for p in schema.shape.properties if p.required)
        for schema in api.schemas.values()
        if isinstance(schema.shape, ObjectShape)
    }


def _with_earlier_methods(
    methods: Mapping[Key, tuple[Method, ...]], formerly: Mapping[Key, Key]
) -> dict[Key, tuple[Method, ...]]:
    """The methods, those that are earlier names of others below these."""
    earlier: dict[Key, tuple[Method, ...]] = {}
    for key, found in methods.items():
        if key in formerly:
            earlier[formerly[key]] = (*earlier.get(formerly[key], ()), *found)
    return {
        key: tuple(replace(method, earlier=earlier.get(key, ())) for method in found)
        for key, found in methods.items()
        if key not in formerly
    }


def _with_earlier_queries(
    classes: Mapping[Key, Class], formerly: Mapping[Key, Key]
) -> dict[Key, Class]:
    """The classes; a query class whose method has an earlier name has one with it."""
    found = {key: each for key, each in classes.items() if key[:2] not in formerly}
    for key, each in classes.items():
        of = (*formerly.get(key[:2], ()), *key[2:])
        if key[:2] in formerly and of in found:
            found[of] = replace(found[of], earlier=(*found[of].earlier, each.name))
    return found


def _class(scope: Scope, schema: Schema, detailed: Collection[str]) -> Class:
    name, package = scope.names.classes[schema.name], scope.client.package
    symbol = f"{package}.{scope.style.models}.{scope.names.modules[schema.name]}.{name}"
    document_name = schema.fetched_as or schema.name
    key = schema_key(schema.name) if schema.fetched_as is None else sent_key(document_name)
    earlier = scope.aliases.of_class(schema.name)
    if document_name not in detailed:
        return Class(symbol, name, "", (), (), key, is_detailed=False, earlier=earlier)
    old = by_part(scope.aliases.of_parts(schema.name))
    annotations = scope.annotations.get(schema.name, Annotations({}))
    module = planned_model(scope, schema)
    fields: tuple[Field, ...] = ()
    members: tuple[Field, ...] = ()
    if isinstance(schema.shape, ObjectShape):
        pairs = zip(schema.shape.properties, module.fields, strict=True)
        fields = tuple(
            Field(
                f.name,
                f.annotation,
                f.default,
                property_key(document_name, p.name),
                old.get(p.name, ()),
            )
            for p, f in pairs
        )
    elif isinstance(schema.shape, EnumShape):
        members = tuple(
            Field(
                m.name,
                "",
                repr(m.value),
                value_key(schema.name, m.value),
                old.get(str(m.value), ()),
            )
            for m in module.members
        )
    bases = bases_of(module.bases)
    if bases == "RootModel":
        own = Field("root", annotations.root or "Any", None, key)
        fields = (own,)
    return Class(symbol, name, bases, fields, members, key, earlier=earlier)


def bases_of(text: str) -> str:
    """What a class derives from, without what its fields say and what no caller sees."""
    return "RootModel" if text.startswith("RootModel[") else text.partition(",")[0]


# --- Methods of the styles


_Keys: TypeAlias = Mapping[str, Key]


def _method(
    symbol: str,
    shown: str,
    signature: tuple[str, ...],
    result: str,
    key: Key,
    keys: _Keys,
    earlier: contexts.EarlierCalls | None = None,
) -> Method:
    """A method from its finished signature."""
    arguments = [
        replace(argument, earlier=_earlier(argument.name, earlier))
        for argument in arguments_of(signature, keys)
    ]
    return Method(symbol, shown, tuple(arguments), result, key)


def _earlier(name: str, calls: contexts.EarlierCalls | None) -> tuple[str, ...]:
    """The earlier names of an argument, or of a field."""
    return tuple(old for old, now in calls.names if now == name) if calls else ()


def arguments_of(signature: tuple[str, ...], keys: _Keys) -> Iterator[Argument]:
    """The arguments in a signature, each with the key of what it stands for; options are none."""
    for argument in _read(signature):
        yield replace(argument, key=keys.get(argument.name, ("argument", argument.name)))


@lru_cache(maxsize=4096)
def _read(signature: tuple[str, ...]) -> tuple[Argument, ...]:
    """A signature that has been written; both sides have most of them in common."""
    return tuple(_arguments(signature))


def _arguments(signature: tuple[str, ...]) -> Iterator[Argument]:
    module = ast.parse(f"def f({', '.join(signature)}): ...")
    node = module.body[0]
    assert isinstance(node, ast.FunctionDef)
    positional = [*node.args.posonlyargs, *node.args.args]
    missing = len(positional) - len(node.args.defaults)
    defaults = [*[None] * missing, *node.args.defaults]
    for each, default in zip(positional, defaults, strict=True):
        yield _argument(each, default, "position")
    for each, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        yield _argument(each, default, "keyword")


def _argument(each: ast.arg, default: ast.expr | None, passing: Passing) -> Argument:
    annotation = ast.unparse(each.annotation).replace("builtins.", "") if each.annotation else ""
    return Argument(
        each.arg,
        annotation,
        None if default is None else ast.unparse(default),
        passing,
        (),
    )


def _documented(scope: Scope) -> Iterator[Method]:
    for group in scope.names.groups:
        for each in group.operations:
            by_position, body = argument_names(each, scope.names, scope.style)
            keys = {
                by_position[i]: parameter_key(each.id, p) for i, p in enumerate(each.parameters)
            }
            keys |= {body: body_key(each.id)} if each.body is not None else {}
            planned = planned_operation(each, scope.names, scope.writer, scope.style, scope.aliases)
            yield _method(
                f"{scope.client.package}.api.{group.module}.{group.class_name}.{planned.name}",
                f"{group.class_name}.{planned.name}",
                planned.signature,
                planned.returns.replace("builtins.", ""),
                operation_key(each.id),
                keys,
                planned.earlier,
            )


def _native(scope: Scope) -> Iterator[Method]:
    root = resources(scope.api)
    package = scope.client.package
    arguments = client_arguments(scope)
    scheme_of = {k: scheme_key(s) for s, keywords in arguments.secrets.items() for k in keywords}
    signature = tuple(f"{n}: {a} | None = None" for n, a in arguments.annotations.items())
    yield _method(
        f"{package}.Client", "Client", ("*", *signature) if signature else (), "", CLIENT_KEY,
        scheme_of,
    )  # fmt: skip
    for resource in (root, *root.descendants()):
        yield from _native_methods(scope, resource)


def _native_methods(scope: Scope, resource: Resource) -> Iterator[Method]:
    package = scope.client.package
    is_root = not resource.class_name
    owner = (
        f"{package}.Client"
        if is_root
        else f"{package}.resources.{resource.module}.{resource.class_name}"
    )
    methods = resource_methods(scope, resource)
    for method, planned in zip(methods, resource_operations(scope, resource), strict=True):
        each = method.operation
        keys: dict[str, Key] = {}
        for argument in method.fields:
            if each.body is not None:
                keys[argument.name] = _body_field_key(scope.api, each, argument.wire_name)
        for argument, parameter in zip(method.parameters, each.parameters, strict=True):
            keys[argument.name] = parameter_key(each.id, parameter)
        if method.body is not None:
            keys[method.body.name] = keys["content_type"] = body_key(each.id)
        where = ".".join(part for part in ("client", resource.path, planned.name) if part)
        yield _method(
            f"{owner}.{planned.name}",
            where,
            planned.signature,
            planned.returns.replace("builtins.", ""),
            operation_key(each.id),
            keys,
            planned.earlier,
        )


def _body_field_key(api: Api, each: Operation, wire_name: str) -> Key:
    """The property behind a keyword: that of the schema of the body."""
    media = chosen_media(each.body) if each.body is not None else None
    assert media is not None
    name = object_name(api, media)
    return property_key(api.schemas[name].fetched_as or name, wire_name)


def _plugin(scope: Scope) -> Iterator[Method]:
    service = plugin.service_name(scope)
    for group in scope.names.groups:
        module = plugin.api_module(scope, group, _HEADER)
        for each, planned in zip(group.operations, module.operations, strict=True):
            keys: dict[str, Key] = {
                name: parameter_key(each.id, p) for p, name in plugin.path_arguments(scope, each)
            }
            if each.body is not None:
                keys |= dict.fromkeys(("json", "data", "files", "content"), body_key(each.id))
            keys["query"] = ("operation", each.id, "query")
            yield _plugin_method(scope, group, each, planned, keys, service)


def _plugin_method(
    scope: Scope,
    group: Group,
    each: Operation,
    planned: PluginOperation,
    keys: _Keys,
    service: str,
) -> Method:
    return _method(
        f"{scope.client.package}.api.{group.module}.{group.class_name}.{planned.name}",
        f"{service}.{plugin.attribute(group)}.{planned.name}",
        planned.signature,
        planned.overloads[0].returns.replace("builtins.", ""),
        operation_key(each.id),
        keys,
        planned.earlier,
    )


def _queries(scope: Scope) -> Iterator[Class]:
    for group in scope.names.groups:
        module = plugin.query_module(scope, group, _HEADER)
        planned = {q.class_name: q for q in module.queries}
        for each in group.operations:
            found = planned.get(plugin.query_class(scope, each))
            parameters = plugin.located(each, "query")
            if found is None or not parameters:
                continue
            fields = tuple(
                Field(
                    f.name,
                    f.annotation,
                    f.default,
                    parameter_key(each.id, p),
                    _earlier(f.name, found.earlier),
                )
                for f, p in zip(found.fields, parameters, strict=True)
            )
            symbol = f"{scope.client.package}.queries.{group.module}.{found.class_name}"
            key = ("operation", each.id, "query")
            yield Class(symbol, found.class_name, "Model", fields, (), key)


def _native_attributes(scope: Scope) -> dict[str, dict[str, str]]:
    package = scope.client.package
    root = resources(scope.api)
    found: dict[str, dict[str, str]] = {}

    def add(resource: Resource, owners: Mapping[str, str]) -> None:
        for prefix, owner in owners.items():
            found[owner] = {
                child.attribute: f"{package}.resources.{child.module}.{prefix}{child.class_name}"
                for child in resource.children
            }
        for child in resource.children:
            own = f"{package}.resources.{child.module}"
            add(child, {prefix: f"{own}.{prefix}{child.class_name}" for prefix in owners})

    add(root, {"": f"{package}.Client", "Async": f"{package}.AsyncClient"})
    return found


def _plugin_attributes(scope: Scope) -> dict[str, dict[str, str]]:
    package = scope.client.package
    return {
        plugin.service_name(scope): {
            plugin.attribute(g): f"{package}.api.{g.module}.{g.class_name}"
            for g in scope.names.groups
        }
    }


_METHODS: Final[Mapping[str, Callable[[Scope], Iterator[Method]]]] = {
    "api": _documented,
    "resource": _native,
    "plugin_api": _plugin,
}
_CLASSES: Final[Mapping[str, Callable[[Scope], Iterator[Class]]]] = {"plugin_queries": _queries}
_ATTRIBUTES: Final[Mapping[str, Callable[[Scope], dict[str, dict[str, str]]]]] = {
    "resource": _native_attributes,
    "plugin_service": _plugin_attributes,
}
