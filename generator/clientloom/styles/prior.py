"""`prior`: the surface of openapi-generator's `python-prior` generator."""

from clientloom.styles.base import File, Optionals, Order, PageStyle, Style
from clientloom.styles.documented import DEPENDENCIES, FILES, RUNTIME, RUNTIME_FOR

STYLE = Style(
    name="prior",
    files=(
        *FILES,
        File(
            "shared/package.py.jinja", "apis_package", "{distribution}/{package}/apis/__init__.py"
        ),
        File(
            "shared/package.pyi.jinja", "apis_package", "{distribution}/{package}/apis/__init__.pyi"
        ),
        File(
            "shared/package.py.jinja", "model_package", "{distribution}/{package}/model/__init__.py"
        ),
        File(
            "shared/package.pyi.jinja",
            "model_package",
            "{distribution}/{package}/model/__init__.pyi",
        ),
    ),
    runtime=RUNTIME,
    runtime_for=RUNTIME_FOR,
    types_xml=True,
    dependencies=DEPENDENCIES,
    order=Order.OPERATION_ID,
    models="model",
    model_base="SnakeModel",
    options="PriorOptions",
    optionals=Optionals.KEYWORD,
    argument_errors="api",
    http_info="tuple",
    page=PageStyle(
        list_type="[{}]",
        map_type="{{str: ({},)}}",
        default="if omitted the server will use the default value of {}",
        shows_optional=False,
        splits_calls=True,
        refused="`ApiTypeError` or `ApiValueError`",
    ),
)
