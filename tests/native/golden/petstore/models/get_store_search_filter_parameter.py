# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetStoreSearchFilterParameter, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class GetStoreSearchFilterParameter(Model):
    """get /store/search filter parameter."""

    color: str | None = None
    max_price: Annotated[float | None, Field(alias="max price")] = None
