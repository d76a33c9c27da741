# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""Execution, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .environment import Environment
    from .image import Image
    from .input_mount_mapping_with_creds import InputMountMappingWithCreds
    from .mount_mapping_with_creds import MountMappingWithCreds
    from .system_files import SystemFiles


class Execution(Model):
    """What a task version runs: image, command, files and environment."""

    image: Image | None = None
    command: str | None = None
    args: list[str] | None = None
    inputs: list[InputMountMappingWithCreds] | None = None
    outputs: list[MountMappingWithCreds] | None = None
    system_files: Annotated[SystemFiles | None, Field(alias="systemFiles")] = None
    environment: Environment | None = None
    working_directory: Annotated[str | None, Field(alias="workingDirectory")] = None
    retry_limit: Annotated[int, Field(alias="retryLimit")] = 3
    retry_count: Annotated[int, Field(alias="retryCount")] = 0
