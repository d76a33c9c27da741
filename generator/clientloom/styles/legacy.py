"""`legacy`: the surface of openapi-generator's `python-legacy` generator."""

from clientloom.styles.base import Optionals, Order, PageStyle, Style
from clientloom.styles.documented import DEPENDENCIES, FILES, RUNTIME, RUNTIME_FOR

STYLE = Style(
    name="legacy",
    files=FILES,
    runtime=RUNTIME,
    runtime_for=RUNTIME_FOR,
    types_xml=True,
    dependencies=DEPENDENCIES,
    order=Order.OPERATION_ID,
    model_base="SnakeModel",
    options="LegacyOptions",
    optionals=Optionals.KEYWORD,
    info=(("_with_http_info", "with_http_info"),),
    argument_errors="value",
    http_info="tuple",
    root_exports_everything=True,
    page=PageStyle(
        map_type="dict(str, {})",
        plain_bodies=True,
        exceptions="rest",
        refused="`ApiValueError`",
    ),
)
