# Made by clientloom from features/statuses.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of JobsApi, for the argument `query` of its methods."""
