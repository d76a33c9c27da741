# Made by clientloom from features/content_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""PutXmlRequest, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class PutXmlRequest(Model):
    """putXml request."""

    a: str | None = None
