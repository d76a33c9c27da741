# Made by clientloom from features/json_bodies.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .pet import Pet as Pet

__all__ = [
    "Pet",
]
