"""`native`: the default for any document. One client, resources by tag, typed keyword arguments."""

from clientloom.styles.base import Each, File, Style

_MODULES = (
    "__init__.py",
    "adapters.py",
    "addresses.py",
    "arguments.py",
    "auth.py",
    "bodies.py",
    "call.py",
    "errors.py",
    "exceptions.py",
    "exchange.py",
    "headers.py",
    "lazy.py",
    "limits.py",
    "models.py",
    "native.py",
    "native_paging.py",
    "observing.py",
    "paging.py",
    "parameters.py",
    "resources.py",
    "responses.py",
    "retries.py",
    "settings.py",
    "transport.py",
    "values.py",
    "waiting.py",
)

_HERE = "{distribution}/{package}"

STYLE = Style(
    name="native",
    files=(
        File("shared/pyproject.toml.jinja", "project", "{distribution}/pyproject.toml"),
        File("native/README.md.jinja", "own_readme", "{distribution}/README.md"),
        File("native/docs/page.md.jinja", "own_client_page", "{distribution}/docs/client.md"),
        File(
            "native/docs/page.md.jinja",
            "resource_page",
            "{distribution}/docs/resources/{module}.md",
            Each.RESOURCE,
        ),
        File(
            "native/docs/model.md.jinja",
            "model_page",
            "{distribution}/docs/models/{name}.md",
            Each.MODEL,
        ),
        File("shared/package.py.jinja", "own_package", f"{_HERE}/__init__.py"),
        File("shared/package.pyi.jinja", "own_package", f"{_HERE}/__init__.pyi"),
        File("shared/py.typed.jinja", "marker", f"{_HERE}/py.typed"),
        File("native/client.py.jinja", "own_client", f"{_HERE}/_client.py"),
        File("shared/reexports.py.jinja", "own_errors", f"{_HERE}/errors.py"),
        File("shared/reexports.py.jinja", "own_types", f"{_HERE}/types.py"),
        File("shared/package.py.jinja", "resources_package", f"{_HERE}/resources/__init__.py"),
        File("shared/package.pyi.jinja", "resources_package", f"{_HERE}/resources/__init__.pyi"),
        File(
            "native/resource.py.jinja",
            "resource",
            f"{_HERE}/resources/{{module}}.py",
            Each.RESOURCE,
        ),
        File("shared/package.py.jinja", "models_package", f"{_HERE}/models/__init__.py"),
        File("shared/package.pyi.jinja", "models_package", f"{_HERE}/models/__init__.pyi"),
        File("shared/model.py.jinja", "model", f"{_HERE}/models/{{module}}.py", Each.MODEL),
    ),
    runtime=tuple((f"{_HERE}/_runtime", module) for module in _MODULES),
    dependencies=("httpx2>=2.0", "pydantic>=2.12", "typing-extensions>=4.14.1"),
    model_base="WireModel",
    options="RequestOptions",
)
