# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..model.animal import Animal as Animal
from ..model.bike import Bike as Bike
from ..model.car import Car as Car
from ..model.cat import Cat as Cat
from ..model.child import Child as Child
from ..model.dog import Dog as Dog
from ..model.parent import Parent as Parent
from ..model.vehicle import Vehicle as Vehicle

__all__ = [
    "Animal",
    "Bike",
    "Car",
    "Cat",
    "Child",
    "Dog",
    "Parent",
    "Vehicle",
]
