"""What a style can decide: which files there are, and a few values that the plan computes with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Each(Enum):
    """What a file of a style is repeated for."""

    CLIENT = "client"
    API = "api"
    MODEL = "model"
    RESOURCE = "resource"


class Optionals(Enum):
    """How a caller may pass what is optional."""

    KEYWORD = "keyword only"
    POSITIONAL = "positional or keyword"


class Order(Enum):
    """The order of the operations within an API."""

    DOCUMENT = "document"
    OPERATION_ID = "operation id"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the output.

    :param context: what the template is about: a kind that `clientloom.plan` knows how to fill
    :param path: may hold {distribution}, {package} (as a path), {models}, and per API or model {module} and {name}
    """

    template: str
    context: str
    path: str
    each: Each = Each.CLIENT


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How the pages of a style write types, and what their examples look like.

    :param list_type: a list, with a hole for the type of its items
    :param map_type: a dict with any keys, with a hole for the type of its values
    :param default: the note on what an argument is when a caller leaves it out, with a hole for the value
    :param shows_optional: whether the line with the signature has the optional arguments
    :param splits_calls: whether an example shows a call without the optional arguments first
    :param plain_bodies: whether examples pass a body as a dict
    :param exceptions: the module that examples import `ApiException` from; empty for the package itself
    :param reads_environment: whether examples look for secrets in the environment
    :param refused: what is raised for an argument that cannot be right, as Markdown
    """

    list_type: str = "list[{}]"
    map_type: str = "dict[str, {}]"
    default: str = "[default to {}]"
    shows_optional: bool = True
    splits_calls: bool = False
    plain_bodies: bool = False
    exceptions: str = ""
    reads_environment: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A surface.

    :param runtime: the modules of `templates/runtime/` that a package needs, each with the folder it is copied to
    :param runtime_for: the modules that a package needs beside them if its document has "streams" or "xml"
    :param models: the folder of the model modules, below the package
    :param model_base: the runtime class that models derive from
    :param options: the runtime type of the per-call options
    :param info: suffix and wrapper of the methods that give status and headers as well
    :param argument_errors: what the runtime raises for a wrong argument
    :param http_info: what `_return_http_data_only=False` gives
    :param types_xml: whether bodies in XML are models; they are text otherwise
    :param types_base64: whether bytes that are Base64 in JSON are bytes in models; they are text otherwise
    :param types_times: whether durations and times of day are `timedelta` and `time`; they are text otherwise
    :param types_tuples: whether arrays whose items have types one by one are tuples; they are lists otherwise
    :param types_children: whether a schema that others inherit from is any of them, told apart by its discriminator
    :param types_directions: whether models have what their direction has: a field of answers is in no request
    :param sends_read_only: whether a model that serves both directions is sent with what is only read
    :param body_name: the body argument where the document neither pins it nor names a schema
    """

    name: str
    files: tuple[File, ...]
    runtime: tuple[tuple[str, str], ...]
    runtime_for: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: Order = Order.DOCUMENT
    models: str = "models"
    model_base: str = "Model"
    options: str = ""
    optionals: Optionals = Optionals.KEYWORD
    info: tuple[tuple[str, str], ...] = ()
    argument_errors: str = ""
    http_info: str = ""
    body_name: str = "body"
    root_exports_everything: bool = False
    dependencies: tuple[str, ...] = ()
    page: PageStyle = PageStyle()
    types_xml: bool = False
    types_children: bool = False
    types_base64: bool = False
    types_times: bool = False
    types_tuples: bool = False
    types_directions: bool = False
    sends_read_only: bool = True
