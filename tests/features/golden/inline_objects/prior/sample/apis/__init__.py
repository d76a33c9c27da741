# Made by clientloom from features/inline_objects.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncThingsApi ..api.things_api
    ThingsApi ..api.things_api
    """,
)
