# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""Credentials, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Credentials(Model):
    """The user name and password that give access to a container image."""

    username: str | None = None
    password: str | None = None
