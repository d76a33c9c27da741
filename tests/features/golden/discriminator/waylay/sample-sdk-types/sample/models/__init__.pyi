# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .animal import Animal as Animal
from .bike import Bike as Bike
from .car import Car as Car
from .cat import Cat as Cat
from .child import Child as Child
from .dog import Dog as Dog
from .parent import Parent as Parent
from .vehicle import Vehicle as Vehicle

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
