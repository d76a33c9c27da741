"""`nextgen`: the surface of openapi-generator's `python-nextgen` generator, later called `python`."""

from clientloom.styles.base import File, Optionals, Order, PageStyle, Style
from clientloom.styles.documented import DEPENDENCIES, FILES, RUNTIME, RUNTIME_FOR

STYLE = Style(
    name="nextgen",
    files=(
        *FILES,
        File(
            "shared/reexports.py.jinja", "api_response", "{distribution}/{package}/api_response.py"
        ),
    ),
    runtime=RUNTIME,
    runtime_for=RUNTIME_FOR,
    types_xml=True,
    dependencies=DEPENDENCIES,
    order=Order.OPERATION_ID,
    model_base="WireModel",
    options="NextgenOptions",
    optionals=Optionals.POSITIONAL,
    info=(("_with_http_info", "with_api_response"),),
    argument_errors="pydantic",
    http_info="response",
    root_exports_everything=True,
    page=PageStyle(
        list_type="List[{}]",
        map_type="Dict[str, {}]",
        exceptions="rest",
        reads_environment=True,
        refused="`pydantic.ValidationError`",
    ),
)
