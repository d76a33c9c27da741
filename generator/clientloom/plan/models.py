"""Model modules: one class each."""

from __future__ import annotations

from collections.abc import Sequence

from clientloom.api import (
    NO_LIMITS,
    UNSET,
    AliasShape,
    Api,
    EnumShape,
    ObjectShape,
    Property,
    Schema,
)
from clientloom.escape import line, literal
from clientloom.models import Annotations, has_default
from clientloom.plan import contexts
from clientloom.plan.aliases import Part, by_part
from clientloom.plan.arguments import bounds_text, limits_source
from clientloom.plan.earlier_calls import constructor, constructor_imports, earlier_attributes
from clientloom.plan.names import Names
from clientloom.plan.types import grouped, runtime_imports, standard_imports, used_names
from clientloom.plan.variants import variants_source, with_inner_variants
from clientloom.plan.xml import node_source
from clientloom.styles.base import Style


def model_module(
    api: Api,
    schema: Schema,
    annotations: Annotations,
    names: Names,
    style: Style,
    header: contexts.Header,
    line_length: int,
    runtime: str = ".._runtime",
    earlier: Sequence[Part] = (),
) -> contexts.ModelModule:
    """The module of one schema.

    :param annotations: of its fields, as `clientloom.models.field_annotations` gives them
    :param line_length: how wide the code may be
    :param runtime: the relative module of the runtime
    :param earlier: earlier names of fields or members
    """
    class_name = names.classes[schema.name]
    fields: tuple[contexts.Field, ...] = ()
    members: tuple[contexts.Member, ...] = ()
    calls: contexts.EarlierCalls | None = None
    earlier_fields: tuple[contexts.EarlierField, ...] = ()
    earlier_members: tuple[contexts.EarlierMember, ...] = ()
    extras = None
    metadata: list[str] = []
    match schema.shape:
        case EnumShape(kind, values):
            base = "OpenStrEnum" if kind == "string" else "OpenIntEnum"
            bases, imported = base, base
            members = tuple(contexts.Member(names.members[schema.name][v], v) for v in values)
            found = {str(v): member.name for v, member in zip(values, members, strict=True)}
            earlier_members = tuple(contexts.EarlierMember(p.name, found[p.of]) for p in earlier)
        case ObjectShape(properties, _, closed):
            base = f"{style.model_base} as Model" if style.model_base != "Model" else "Model"
            bases = f"{'Model, closed=True' if closed else 'Model'}{_directions(schema, names)}"
            imported = base if schema.fetched_as is None else "InputModel as Model"
            fields = tuple(
                _field(
                    p,
                    with_inner_variants(p.type, annotations.fields[p.name], names.classes, api),
                    names.fields[schema.name][p.name],
                    line_length,
                    variants_source(p.type, names.classes, api),
                )
                for p in properties
            )
            extras = annotations.additional
            of_today = names.fields[schema.name]
            old = {of_today[name]: names for name, names in by_part(earlier).items()}
            calls = constructor(fields, old)
            earlier_fields = earlier_attributes(fields, old)
            if calls is not None:
                bases += f", earlier={literal(dict(calls.names))}"
        case AliasShape(of):
            # In the bases the types stand as text: they are imported for type checkers only.
            root = annotations.root or "Any"
            if told := variants_source(of, names.classes, api):
                metadata.append(told)
            bases = f"RootModel[{literal(root)}]{_directions(schema, names)}"
            imported = "RootModel" if schema.fetched_as is None else "InputRootModel as RootModel"
            inner = with_inner_variants(of, root, names.classes, api)
            annotated = f"Annotated[{', '.join([inner, *metadata])}]" if metadata else inner
            fields = (contexts.Field("root", annotated, None, ""),)
    # The value of `__pydantic_extra__` says that it is no argument.
    sources = [bases, *(f.annotation for f in fields), *([extras, "Field"] if extras else [])]
    sources += ["Any"] if calls else []
    used = used_names(sources)
    references = _references(used, names, class_name)
    return contexts.ModelModule(
        header=header,
        doc=f"{class_name}, a model.",
        imports=grouped(
            [
                *standard_imports(used | ({"TYPE_CHECKING"} if references else set())),
                *(constructor_imports() if calls else []),
                *([contexts.Import(f"{runtime}.limits", ("Limits",))] if "Limits" in used else []),
                *([contexts.Import(f"{runtime}.xml", ("XmlNode",))] if "XmlNode" in used else []),
                *runtime_imports(runtime, used),
                contexts.Import(
                    f"{runtime}.models",
                    (
                        imported,
                        *(["earlier_member"] if earlier_members else []),
                    ),
                ),
            ]
        ),
        typing_imports=grouped(references),
        class_name=class_name,
        bases=bases,
        class_doc="\n\n".join(
            [schema.description or _default_doc(schema), *_sibling(schema, names)]
        ),
        fields=fields,
        members=members,
        extras=extras,
        earlier=calls,
        earlier_fields=earlier_fields,
        earlier_members=earlier_members,
    )


def _directions(schema: Schema, names: Names) -> str:
    """What the class is told of its way to a server, as arguments behind its bases."""
    found = ""
    if schema.sent_as is not None:
        found += f", sent_as={literal(names.classes[schema.sent_as])}"
    if schema.fetched_as is not None:
        found += f", fetched_as={literal(names.classes[schema.fetched_as])}"
    if schema.never_sent:
        found += f", never_sent=({''.join(f'{literal(name)}, ' for name in schema.never_sent)})"
    return found


def _sibling(schema: Schema, names: Names) -> list[str]:
    """What a class has to do with that of the other direction."""
    if schema.sent_as is not None:
        return [f"Requests take `{names.classes[schema.sent_as]}` in its place."]
    if schema.fetched_as is not None:
        return [f"Requests take it in the place of `{names.classes[schema.fetched_as]}`."]
    return []


def _references(used: set[str], names: Names, class_name: str) -> list[contexts.Import]:
    return [
        contexts.Import(f".{names.class_modules[name]}", (name,))
        for name in used
        if name in names.class_modules and name != class_name
    ]


def _default_doc(schema: Schema) -> str:
    match schema.shape:
        case EnumShape():
            return "The values that the document lists. Others that a server sends are kept."
        case ObjectShape():
            return f"{line(schema.name)}."
        case _:
            return "One of several types."


def _field(
    prop: Property, annotation: str, name: str, line_length: int, variants: str | None = None
) -> contexts.Field:
    metadata: list[str] = []
    if name != prop.name:
        metadata.append(f"Field(alias={literal(prop.name)})")
    if prop.limits != NO_LIMITS:
        metadata.append(limits_source(prop.limits))
    if prop.xml is not None:
        metadata.append(node_source(prop.xml))
    metadata += [variants] if variants is not None else []
    optional = not prop.required
    default = None
    if optional:
        default = literal(prop.default) if has_default(prop.type, prop.default) else "None"
        if (
            default == "None"
            and annotation not in ("Any", "None")
            and not annotation.endswith("| None")
        ):
            annotation = f"{annotation} | None"
    if metadata:
        parts = ", ".join([annotation, *metadata])
        fits = len(f"    {name}: Annotated[{parts}] = {default}") <= line_length
        annotation = (
            f"Annotated[{parts}]" if fits else f"Annotated[{parts},]"
        )  # the comma keeps one item per line
    return contexts.Field(
        name, annotation, default, property_text(prop, with_default=default in (None, "None"))
    )


def property_text(prop: Property, *, with_default: bool = True) -> str:
    """What the document says of a property: its description and bounds, its default where the code does not show it."""
    notes = bounds_text(prop.limits)
    if with_default and prop.default is not UNSET:
        notes.append(f"default {literal(prop.default)}")
    if prop.deprecated:
        notes.append("deprecated")
    text = prop.description.strip()
    if not notes:
        return text
    remark = ", ".join(notes)
    return f"{text} ({remark})" if text else f"{remark[0].upper()}{remark[1:]}."
