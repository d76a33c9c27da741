# Made by clientloom from features/model_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .any_model import AnyModel
    from .api_client_model import ApiClientModel
    from .class_ import Class
    from .con_ import Con
    from .configuration_model import ConfigurationModel
    from .datetime import Datetime
    from .field_model import FieldModel
    from .http_capital_error_capital import HttpError
    from .http_error import HTTPError
    from .import_ import Import
    from .import_error_model import ImportErrorModel
    from .kebab_case import KebabCase
    from .list import List
    from .model_model import ModelModel
    from .my_dotted_name import MyDottedName
    from .none_model import NoneModel
    from .private import Private
    from .snake_case import SnakeCase
    from .snake_underscore_case import SnakeUnderscoreCase
    from .str import Str
    from .things_api_model import ThingsApiModel
    from .value2nd_thing import Value2ndThing
    from .warning_model import WarningModel


class Thing(Model):
    """thing."""

    a: MyDottedName | None = None
    b: KebabCase | None = None
    c: SnakeUnderscoreCase | None = None
    d: SnakeCase | None = None
    e: Value2ndThing | None = None
    f: List | None = None
    g: AnyModel | None = None
    h: ModelModel | None = None
    i: FieldModel | None = None
    j: Datetime | None = None
    k: NoneModel | None = None
    l: HTTPError | None = None
    m: HttpError | None = None
    n: Con | None = None
    o: Str | None = None
    p: Class | None = None
    q: ApiClientModel | None = None
    r: ConfigurationModel | None = None
    s: ThingsApiModel | None = None
    t: Private | None = None
    u: Import | None = None
    v: list[dt.datetime] | None = None
    w: list[ImportErrorModel] | None = None
    x: WarningModel | None = None
