# Made by clientloom from features/enum_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Odd, a model."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class Odd(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    EMPTY = ""
    SPACE = " "
    VALUE_1 = "1"
    VALUE_1_0 = "1.0"
    MINUS_1 = "-1"
    CLASS = "class"
    NONE = "None"
    MRO = "mro"
    NAME = "name"
    VALUE = "value"
    UNDERSCORE_VALUE_UNDERSCORE = "_value_"
    INIT = "__init__"
    LESS_EQUAL = "<="
    GREATER_EQUAL = ">="
    EQUAL = "="
    NOT_EQUAL = "!="
    STAR = "*"
    A_B = "a/b"
    GRÖSSE = "größe"
    日本 = "日本"
    QUOTE = 'quote"'
    BACK_SLASH = "back\\slash"
    NEW_LINE = "new\nline"
    COUNT = "count"
    TITLE = "title"
    LOWER = "lower"
