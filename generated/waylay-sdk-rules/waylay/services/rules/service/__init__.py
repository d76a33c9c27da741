# Made by clientloom from specs/waylay_rules.yaml and templates/waylay/service_init.py.jinja. Do not edit.
"""The plugin, which a `WaylayClient` finds through the entry point of the distribution."""

from .service import RulesService

PLUGINS = [
    RulesService,
]

__all__ = [
    "PLUGINS",
    "RulesService",
]
