# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""InputStreamSettings, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class InputStreamSettings(Model):
    """How the inputs of a run are streamed."""

    access_pattern: Annotated[str, Field(alias="accessPattern")] = "sequential"
    cache_size_gb: Annotated[int, Field(alias="cacheSizeGB"), Limits(ge=50, le=10000)] = 50
    """The size of the cache, in gigabytes. (at least 50, at most 10000)"""

    block_size_mb: Annotated[float, Field(alias="blockSizeMB"), Limits(ge=0, le=1024)] = 32
    """The size of a block, in megabytes. (at least 0, at most 1024)"""

    prefetch_blocks: Annotated[int, Field(alias="prefetchBlocks"), Limits(ge=0, le=64)] = 32
    """How many blocks are read ahead. (at least 0, at most 64)"""
