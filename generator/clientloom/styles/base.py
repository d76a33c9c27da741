"""What a style can decide: which files there are, and a few values that the plan computes with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Each(Enum):
    """What a file of a style is repeated for."""

    CLIENT = "client"
    API = "api"
    MODEL = "model"


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
    """How the pages of a style write types and notes."""

    list_type: str
    datetime_type: str
    optional: str
    optional_default: str
    required: str
    shows_optional: bool


@dataclass(frozen=True, slots=True)
class Style:
    """A surface.

    :param runtime: the modules of `templates/runtime/` that a package needs, each with the folder it is copied to
    :param models: the folder of the model modules, below the package
    :param model_base: the runtime class that models derive from
    :param options: the runtime type of the per-call options
    :param info: suffix and wrapper of the methods that give status and headers as well
    :param argument_errors: what the runtime raises for a wrong argument
    :param http_info: what `_return_http_data_only=False` gives
    :param body_name: the body argument where the document neither pins it nor names a schema
    """

    name: str
    files: tuple[File, ...]
    runtime: tuple[tuple[str, str], ...]
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
    page: PageStyle | None = None
