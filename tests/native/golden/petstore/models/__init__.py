# Made by clientloom from native/petstore.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Cat .cat
    Count .count
    Dog .dog
    GetStoreSearchFilterParameter .get_store_search_filter_parameter
    GiveAdviceRequest .give_advice_request
    GiveAdviceResponse .give_advice_response
    GiveAdviceResponseEventStream .give_advice_response_event_stream
    NewPet .new_pet
    Pet .pet
    PetChange .pet_change
    PlaceOrderRequest .place_order_request
    Problem .problem
    Status .status
    UploadPetPhotosRequest .upload_pet_photos_request
    User .user
    """,
)
