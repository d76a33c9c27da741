# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .job import Job as Job
from .problem import Problem as Problem
from .ticket import Ticket as Ticket

__all__ = [
    "Job",
    "Problem",
    "Ticket",
]
