# Made by clientloom from features/json_bodies.yaml and templates/waylay/service_init.py.jinja. Do not edit.
"""The plugin, which a `WaylayClient` finds through the entry point of the distribution."""

from .service import SampleService

PLUGINS = [
    SampleService,
]

__all__ = [
    "PLUGINS",
    "SampleService",
]
