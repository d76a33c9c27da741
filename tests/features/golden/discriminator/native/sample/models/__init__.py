# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Animal .animal
    Bike .bike
    Car .car
    Cat .cat
    Child .child
    Dog .dog
    Parent .parent
    Vehicle .vehicle
    """,
)
