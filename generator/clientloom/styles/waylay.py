"""`waylay`: a plugin of `waylay-sdk-core`, in two distributions that share a namespace package."""

from clientloom.styles.base import Each, File, Order, Style

_MODULES = (
    "__init__.py",
    "adapters.py",
    "bodies.py",
    "deprecation.py",
    "exceptions.py",
    "headers.py",
    "lazy.py",
    "limits.py",
    "models.py",
    "pagers.py",
    "paging.py",
    "parameters.py",
    "responses.py",
    "uploads.py",
    "values.py",
    "waiting.py",
    "waylay.py",
    "waylay_paging.py",
    "waylay_testing.py",
)

_HERE = "{distribution}/{package}"
_TYPES = "{distribution}-types/{package}"

STYLE = Style(
    name="waylay",
    files=(
        File("waylay/pyproject.toml.jinja", "plugin_project", "{distribution}/pyproject.toml"),
        File("waylay/README.md.jinja", "plugin_readme", "{distribution}/README.md"),
        File(
            "waylay/docs/operation.md.jinja",
            "plugin_operation_page",
            "{distribution}/docs/Operation.md",
        ),
        File(
            "waylay/docs/api.md.jinja", "plugin_api_page", "{distribution}/docs/{name}.md", Each.API
        ),
        File("shared/package.py.jinja", "plugin_api_package", f"{_HERE}/api/__init__.py"),
        File("shared/package.pyi.jinja", "plugin_api_package", f"{_HERE}/api/__init__.pyi"),
        File("shared/py.typed.jinja", "marker", f"{_HERE}/api/py.typed"),
        File("waylay/api.py.jinja", "plugin_api", f"{_HERE}/api/{{module}}.py", Each.API),
        File("waylay/service_init.py.jinja", "plugin_service", f"{_HERE}/service/__init__.py"),
        File("waylay/service.py.jinja", "plugin_service", f"{_HERE}/service/service.py"),
        File("shared/py.typed.jinja", "marker", f"{_HERE}/service/py.typed"),
        File("shared/testing.py.jinja", "plugin_testing", f"{_HERE}/testing.py"),
        File(
            "waylay/types_pyproject.toml.jinja",
            "plugin_project",
            "{distribution}-types/pyproject.toml",
        ),
        File("waylay/types_README.md.jinja", "plugin_readme", "{distribution}-types/README.md"),
        File(
            "shared/docs/model.md.jinja",
            "model_page",
            "{distribution}-types/docs/{name}.md",
            Each.MODEL,
        ),
        File("shared/package.py.jinja", "plugin_models_package", f"{_TYPES}/models/__init__.py"),
        File("shared/package.pyi.jinja", "plugin_models_package", f"{_TYPES}/models/__init__.pyi"),
        File("shared/py.typed.jinja", "marker", f"{_TYPES}/models/py.typed"),
        File("shared/model.py.jinja", "plugin_model", f"{_TYPES}/models/{{module}}.py", Each.MODEL),
        File(
            "waylay/queries_init.py.jinja",
            "plugin_queries_package",
            f"{_TYPES}/queries/__init__.py",
        ),
        File(
            "waylay/queries.py.jinja", "plugin_queries", f"{_TYPES}/queries/{{module}}.py", Each.API
        ),
        File("shared/py.typed.jinja", "marker", f"{_TYPES}/queries/py.typed"),
    ),
    runtime=tuple((f"{_HERE}/api/_runtime", module) for module in _MODULES),
    order=Order.OPERATION_ID,
    model_base="WireModel",
)
