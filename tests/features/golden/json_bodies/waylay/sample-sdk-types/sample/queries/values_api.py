# Made by clientloom from features/json_bodies.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of ValuesApi, for the argument `query` of its methods."""
