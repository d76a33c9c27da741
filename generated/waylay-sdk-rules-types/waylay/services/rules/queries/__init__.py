# Made by clientloom from specs/waylay_rules.yaml and templates/waylay/queries_init.py.jinja. Do not edit.
"""Typed query parameters: a module per API class, a class per operation."""
