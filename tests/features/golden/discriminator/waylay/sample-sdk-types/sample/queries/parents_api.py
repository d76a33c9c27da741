# Made by clientloom from features/discriminator.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of ParentsApi, for the argument `query` of its methods."""
