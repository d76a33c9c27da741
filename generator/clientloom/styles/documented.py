"""What the surfaces that openapi-generator's Python generators documented over the years have in common."""

from __future__ import annotations

from clientloom.styles.base import Each, File

_MODULES = (
    "__init__.py",
    "adapters.py",
    "addresses.py",
    "auth.py",
    "bodies.py",
    "call.py",
    "checks.py",
    "client.py",
    "configuration.py",
    "deprecation.py",
    "documented_paging.py",
    "exceptions.py",
    "exchange.py",
    "expectations.py",
    "headers.py",
    "lazy.py",
    "library.py",
    "limits.py",
    "models.py",
    "operations.py",
    "observing.py",
    "open_responses.py",
    "options.py",
    "pagers.py",
    "paging.py",
    "parameters.py",
    "pyreqwest_async.py",
    "pyreqwest_transport.py",
    "request.py",
    "responses.py",
    "retries.py",
    "settings.py",
    "testing.py",
    "token_sources.py",
    "token_steps.py",
    "tokens.py",
    "transport.py",
    "uploads.py",
    "values.py",
    "waiting.py",
)

RUNTIME = tuple(("{distribution}/{package}/_runtime", module) for module in _MODULES)

RUNTIME_FOR = (
    ("streams", ("documented_streaming.py", "events.py", "streaming.py")),
    ("xml", ("arguments.py", "xml.py")),
)

DEPENDENCIES = ("httpx2>=2.0", "pydantic>=2.12", "typing-extensions>=4.14.1")

FILES = (
    File("shared/pyproject.toml.jinja", "project", "{distribution}/pyproject.toml"),
    File("shared/README.md.jinja", "readme", "{distribution}/README.md"),
    File("shared/docs/api.md.jinja", "api_page", "{distribution}/docs/{name}.md", Each.API),
    File("shared/docs/model.md.jinja", "model_page", "{distribution}/docs/{name}.md", Each.MODEL),
    File("shared/package.py.jinja", "root_package", "{distribution}/{package}/__init__.py"),
    File("shared/package.pyi.jinja", "root_package", "{distribution}/{package}/__init__.pyi"),
    File("shared/py.typed.jinja", "marker", "{distribution}/{package}/py.typed"),
    File("shared/client.py.jinja", "client", "{distribution}/{package}/api_client.py"),
    File(
        "shared/configuration.py.jinja",
        "configuration",
        "{distribution}/{package}/configuration.py",
    ),
    File("shared/reexports.py.jinja", "auth", "{distribution}/{package}/auth.py"),
    File("shared/reexports.py.jinja", "exceptions", "{distribution}/{package}/exceptions.py"),
    File("shared/reexports.py.jinja", "rest", "{distribution}/{package}/rest.py"),
    File("shared/reexports.py.jinja", "settings", "{distribution}/{package}/settings.py"),
    File("shared/testing.py.jinja", "testing", "{distribution}/{package}/testing.py"),
    File("shared/package.py.jinja", "api_package", "{distribution}/{package}/api/__init__.py"),
    File("shared/package.pyi.jinja", "api_package", "{distribution}/{package}/api/__init__.pyi"),
    File("shared/api.py.jinja", "api", "{distribution}/{package}/api/{module}.py", Each.API),
    File(
        "shared/package.py.jinja", "models_package", "{distribution}/{package}/models/__init__.py"
    ),
    File(
        "shared/package.pyi.jinja", "models_package", "{distribution}/{package}/models/__init__.pyi"
    ),
    File(
        "shared/model.py.jinja",
        "model",
        "{distribution}/{package}/{models}/{module}.py",
        Each.MODEL,
    ),
)
