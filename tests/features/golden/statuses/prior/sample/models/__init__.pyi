# Made by clientloom from features/statuses.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..model.job import Job as Job
from ..model.problem import Problem as Problem
from ..model.ticket import Ticket as Ticket

__all__ = [
    "Job",
    "Problem",
    "Ticket",
]
