"""Resources and their methods, named from tags, operationIds, methods and paths.

The rules, in the words of the user guide:

- A tag is an attribute of the client; `admin/users` and `admin.users` are attributes of attributes. Operations without
  a tag are methods of the client itself.
- A method is its operationId without the resource's noun: `listPets` of `pets` is `list`, `getPetById` is `get_by_id`,
  `pets_create` is `create`. The noun goes where it comes first, or after the first word, or at the end after words such
  as "all"; elsewhere it means something: `getUserOrders` of `orders` stays `get_user_orders`.
- Operations of a resource that would have one name keep their full names, all of them.
- Without an operationId the name comes from method and path: list, get, create, replace, update, delete.
- What would hide a keyword, a builtin or an attribute has an underscore at its end. `x-clientloom-name` decides alone.
"""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from clientloom.api import Api, Operation
from clientloom.naming import MODULE_NAMES, distinct, free, pascal, snake, words

# What a class of operations and its module call their own.
_METHODS = frozenset(
    """
    awaitable awaitable_pager awaitable_raw awaitable_raw_page awaitable_raw_stream awaitable_stream awaitable_streamed
    awaitable_streamed_page awaitable_streamed_stream bool builtins bytes cached_property dict dt float int models
    object omit property raw raw_page raw_stream str streamed streamed_page streamed_stream with_raw_response
    with_streaming_response
    """.split()
)
CLIENT_ATTRIBUTES = frozenset("base_url call call_open call_raw call_stream close paged".split())
_CLASSES = frozenset(
    """
    Annotated Any Api ApiKey AsyncClient AsyncHttpClient AsyncPager AsyncResource AsyncStream Awaitable
    Base64Bytes Base64UrlBytes BaseMock Basic Bearer Client Content ContentTypes Cookie Cursor Decimal
    Encoding False FileTypes Form Header HttpClient IsoDuration IsoTime Json Limits LinkHeader Literal
    Mapping Mock Multipart NativeAsyncClient NativeClient NextUrl None OAuth2 Offset Omit OpenIdConnect
    OpenTuple Page PageNumber Pager Path Query RawResource RawResponse RequestOptions Resource Secret
    Sequence ServerSentEvent Stream StreamOptions StreamingResource Stub Stubs TYPE_CHECKING Timeout True
    UUID Union Unpack Variants
    """.split()
)

_SUFFIXES = ("WithRawResponse", "WithStreamingResponse")

# Words of a tag that say what it is, not what it is about.
_GENERIC = frozenset("api apis controller endpoint endpoints operations resource service".split())
# Words that can stand between a verb and a noun and leave the name sensible without the noun.
_QUALIFIERS = frozenset("a all an existing many multiple my new one single the".split())
_PREPOSITIONS = frozenset("and as at by for from in of on or to with".split())
_VERBS = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}

_NESTED = re.compile(r"[^\W\d][\w -]*(?:[/.][^\W\d][\w -]*)+")


@dataclass(frozen=True, slots=True)
class Resource:
    """The operations of one tag.

    :param tag: the tag, or the part of tags that stands for others; empty for the client itself
    :param attribute: the name by which its parent has it
    :param path: how a program gets to it from the client, such as `admin.users`
    :param methods: names by operation id
    """

    tag: str
    description: str
    attribute: str
    path: str
    class_name: str
    module: str
    operations: tuple[Operation, ...]
    methods: Mapping[str, str]
    children: tuple[Resource, ...]

    def descendants(self) -> Iterator[Resource]:
        """All resources below this one, parents first."""
        for child in self.children:
            yield child
            yield from child.descendants()


@dataclass(slots=True)
class _Node:
    tag: str
    word: str
    operations: list[Operation] = field(default_factory=list[Operation])
    children: dict[str, _Node] = field(default_factory=dict[str, "_Node"])


def resources(api: Api) -> Resource:
    """The client as a resource: operations without a tag, and the resources of all tags."""
    root = _Node("", "")
    parents = {tag.name: tag.parent for tag in api.tags if tag.parent is not None}
    for declared in api.tags:
        _node(root, declared.name, parents)
    for operation in api.operations:
        for tag in dict.fromkeys(operation.tags):
            _node(root, tag, parents).operations.append(operation)
        if not operation.tags:
            root.operations.append(operation)
    nodes = list(_used(root))
    tags = [node.tag for node in nodes]
    return _resource(
        root,
        "",
        "",
        {tag.name: tag.description for tag in api.tags},
        distinct(tags, _class_name),
        distinct(tags, lambda text: free(snake(text), MODULE_NAMES)),
        CLIENT_ATTRIBUTES,
    )


def _node(root: _Node, tag: str, parents: Mapping[str, str], below: tuple[str, ...] = ()) -> _Node:
    """The node of a tag, made with those above it: as its name says, or the document (OpenAPI 3.2, `parent`).

    :param below: the tags that this is for, so that none is above itself
    """
    parent = parents.get(tag)
    if parent is not None and parent not in (tag, *below):
        above = _node(root, parent, parents, (tag, *below))
        return above.children.setdefault(tag.strip(), _Node(tag, tag.strip()))
    node = root
    levels = re.split(r"[/.]", tag) if _NESTED.fullmatch(tag) else [tag]
    for depth, word in enumerate(levels, start=1):
        name = tag if depth == len(levels) else "/".join(levels[:depth])
        node = node.children.setdefault(word.strip(), _Node(name, word.strip()))
    return node


def _used(node: _Node) -> Iterator[_Node]:
    """The nodes below one that have operations, or lead to some. Others are dropped."""
    for word, child in list(node.children.items()):
        below = list(_used(child))
        if child.operations or below:
            yield child
            yield from below
        else:
            del node.children[word]


def _resource(
    node: _Node,
    attribute: str,
    path: str,
    descriptions: Mapping[str, str],
    classes: Mapping[str, str],
    modules: Mapping[str, str],
    taken: frozenset[str] = frozenset(),
) -> Resource:
    attributes = distinct(node.children, lambda text: free(snake(text), _METHODS | taken))
    children = tuple(
        _resource(
            child,
            attributes[word],
            f"{path}.{attributes[word]}".lstrip("."),
            descriptions,
            classes,
            modules,
        )
        for word, child in node.children.items()
    )
    return Resource(
        tag=node.tag,
        description=descriptions.get(node.tag, ""),
        attribute=attribute,
        path=path,
        class_name=classes.get(node.tag, ""),
        module=modules.get(node.tag, ""),
        operations=tuple(node.operations),
        methods={
            **_methods(
                [each for each in node.operations if not each.renamed_to],
                node.tag,
                _METHODS | taken | frozenset(attributes.values()),
            ),
            **{o.id: o.pinned_name or o.id for o in node.operations if o.renamed_to},
        },
        children=children,
    )


def _class_name(text: str) -> str:
    name = pascal(text)
    is_ours = name in _CLASSES or name.startswith("Async") or name.endswith(_SUFFIXES)
    return f"{name}Resource" if is_ours else name


# --- Methods


def _methods(operations: Sequence[Operation], tag: str, taken: frozenset[str]) -> dict[str, str]:
    choices = {o.id: iter(_choices(o, tag)) for o in operations}
    short = {i: next(names) for i, names in choices.items()}
    while repeated := {name for name, count in Counter(short.values()).items() if count > 1}:
        longer = {
            i: found
            for i, name in short.items()
            if name in repeated and (found := next(choices[i], None)) is not None
        }
        if not longer:
            break
        short |= longer
    pinned = {o.id: o.pinned_name for o in operations if o.pinned_name}

    def name(text: str) -> str:
        if text in pinned:
            own = pinned[text]
            return own if own.isidentifier() and not keyword.iskeyword(own) else snake(own)
        return free(short.get(text) or snake(text), taken)

    return distinct(short, name)


def _choices(operation: Operation, tag: str) -> Iterator[str]:
    """Names for an operation: the shortest first, longer ones where another operation has that too."""
    noun = _noun(tag) if tag else []
    found = _said(operation, noun)
    if found:
        rest = _without_noun(found, noun) if tag else found
        if rest and rest[0] not in _PREPOSITIONS:
            yield snake("_".join(rest))
        yield snake("_".join(found))
    else:
        if tag and (name := _from_path(operation, noun)):
            yield name
        if name := _from_path(operation, []):
            yield name
    yield snake(operation.id)


def _said(operation: Operation, noun: list[str]) -> list[str]:
    """The words of an operationId that say more than method and path do. Frameworks make them of both.

    The name of the API before that of the resource (`drive.files.list`) says nothing either.
    """
    method = operation.method.lower()
    if operation.id == f"{method} {operation.path}":
        return []
    api, *others = operation.id.split(".")
    if (
        len(others) > 1
        and noun
        and api
        and _noun_at(second := _lower(others[0]), 0, noun) == len(second)
    ):
        found = _lower(".".join(others))
    else:
        found = _lower(operation.id)
    segments = [s for s in operation.path.split("/") if re.search(r"\w", s)]
    place = list(chain(*map(_lower, segments)))
    static = list(chain(*(_lower(s) for s in segments if "{" not in s)))
    # `getSettings` is what a person would write; `get-settings` and `getSettingsId` are not.
    made = [[method, *place], [*place, method]] if place != static else []
    made += [[method, *static], [*static, method]] if re.search(r"\W|_", operation.id) else []
    if found in made:
        return []
    after = [*place, method]  # FastAPI: the name of the function, path, method
    return found[: -len(after)] if found[-len(after) :] == after else found


def _without_noun(found: list[str], noun: list[str]) -> list[str]:
    while len(found) > 1 and re.fullmatch(r"v\d+", found[0]):
        found = found[1:]
    size = _noun_at(found, 0, noun)
    if size and size < len(found):
        found = found[size:]
        while len(found) > 1 and found[0] in _GENERIC:
            found = found[1:]
    size = _noun_at(found, 1, noun)
    if size:
        return found[:1] + found[1 + size :]
    for start in range(2, len(found)):
        is_last = _noun_at(found, start, noun) == len(found) - start
        if is_last and set(found[1:start]) <= _QUALIFIERS:
            return found[:start]
    return found


def _from_path(operation: Operation, noun: list[str]) -> str | None:
    """`list`, `get_toy`, `feed`: by the part of the path after the noun. None where the noun is not in it.

    :param noun: nothing for a name by the whole path: `list_pet_toys`
    """
    segments = [s for s in operation.path.split("/") if re.search(r"\w", s)]
    static = {i: _lower(s) for i, s in enumerate(segments) if "{" not in s}
    at = [i for i, found in static.items() if noun and _noun_at(found, 0, noun) == len(found)]
    verb = _VERBS.get(operation.method)
    if verb is None or not static or (noun and not at):
        return None
    after = [found for i, found in static.items() if i > at[-1]] if noun else _whole(static)
    is_item = "{" in segments[-1]
    if not after:
        return "list" if verb == "get" and not is_item else verb
    last = after[-1]
    is_plural = last[-1] != _singular(last[-1])
    if verb == "get":
        verb = "list" if is_plural and not is_item else "get"
    elif verb == "create" and not is_plural and not is_item:
        return "_".join(chain(*after))  # an action
    if is_plural and verb != "list":
        last = [*last[:-1], _singular(last[-1])]
    return "_".join([verb, *chain(*after[:-1]), *last])


def _whole(static: Mapping[int, list[str]]) -> list[list[str]]:
    """The words of a path, without versions at its beginning; what an item is of is in the singular."""
    places = list(static)
    while len(places) > 1 and re.fullmatch(r"api|v\d+", "".join(static[places[0]])):
        del places[0]
    return [
        static[i] if i + 1 in static else [*static[i][:-1], _singular(static[i][-1])]
        for i in places[:-1]
    ] + [static[places[-1]]]


def _noun(tag: str) -> list[str]:
    """The words of a tag that name what it is about."""
    found = _lower(tag.rpartition("/")[2].rpartition(".")[2] or tag)
    while len(found) > 1 and found[-1] in _GENERIC:
        found = found[:-1]
    return found


def _lower(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def _noun_at(found: list[str], start: int, noun: list[str]) -> int:
    """How many words from a place on are a noun, in singular or plural, however it is divided into words."""
    wanted = _singular("".join(noun))
    for size in range(1, len(noun) + 3):
        if start + size <= len(found) and _singular("".join(found[start : start + size])) == wanted:
            return size
    return 0


def _singular(word: str) -> str:
    """English, roughly: both sides of a comparison go through it."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(ss|sh|ch|x|z)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not re.search(r"(ss|us|is)$", word) else word
