# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""User, a model."""

from __future__ import annotations

import datetime as dt

from .._runtime.models import WireModel as Model


class User(Model):
    """User."""

    name: str
    email: str | None = None
    since: dt.datetime | None = None
