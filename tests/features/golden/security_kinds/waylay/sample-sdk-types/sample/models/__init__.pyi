# Made by clientloom from features/security_kinds.yaml and templates/shared/package.pyi.jinja. Do not edit.
__all__ = []
