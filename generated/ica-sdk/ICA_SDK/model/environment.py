# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""Environment, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .input_stream_settings import InputStreamSettings
    from .resources import Resources


class Environment(Model):
    """The variables, the machine and the input streaming of a run."""

    variables: dict[str, str] | None = None
    resources: Resources | None = None
    input_stream_settings: Annotated[
        InputStreamSettings | None,
        Field(alias="inputStreamSettings"),
    ] = None
