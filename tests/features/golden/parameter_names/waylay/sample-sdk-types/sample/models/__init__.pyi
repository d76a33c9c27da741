# Made by clientloom from features/parameter_names.yaml and templates/shared/package.pyi.jinja. Do not edit.
__all__ = []
