# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""UploadPetPhotosRequest, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class UploadPetPhotosRequest(Model):
    """uploadPetPhotos request."""

    photo: str
    caption: str | None = None
    more: list[str] | None = None
