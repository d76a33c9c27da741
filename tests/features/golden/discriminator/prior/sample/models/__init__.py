# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Animal ..model.animal
    Bike ..model.bike
    Car ..model.car
    Cat ..model.cat
    Child ..model.child
    Dog ..model.dog
    Parent ..model.parent
    Vehicle ..model.vehicle
    """,
)
