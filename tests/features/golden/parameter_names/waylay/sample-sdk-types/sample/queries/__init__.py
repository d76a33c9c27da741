# Made by clientloom from features/parameter_names.yaml and templates/waylay/queries_init.py.jinja. Do not edit.
"""Typed query parameters: a module per API class, a class per operation."""
