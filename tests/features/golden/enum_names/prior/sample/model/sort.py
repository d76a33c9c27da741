# Made by clientloom from features/enum_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Sort, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Sort(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    N_U6E_A_U61_M_U6D_E_U65 = "name"
    MINUS_NAME = "-name"
    PLUS_NAME = "+name"
    NAME = "NAME"
    NA_ME = "na-me"
    NA_SPACE_ME = "na me"
    NA_UNDERSCORE_ME = "na_me"
    NA_CAPITAL_ME = "naMe"
