# Made by clientloom from features/enum_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Sort, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Sort(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    NAME_ = "name"
    MINUS_NAME = "-name"
    PLUS_NAME = "+name"
    NAME_UPPER = "NAME"
    NA_ME = "na-me"
    NA_SPACE_ME = "na me"
    NA_UNDERSCORE_ME = "na_me"
    N_U6E_A_U61_M_U4D_E_U65 = "naMe"
