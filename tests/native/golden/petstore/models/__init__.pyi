# Made by clientloom from native/petstore.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .cat import Cat as Cat
from .count import Count as Count
from .dog import Dog as Dog
from .get_store_search_filter_parameter import (
    GetStoreSearchFilterParameter as GetStoreSearchFilterParameter,
)
from .give_advice_request import GiveAdviceRequest as GiveAdviceRequest
from .give_advice_response import GiveAdviceResponse as GiveAdviceResponse
from .give_advice_response_event_stream import (
    GiveAdviceResponseEventStream as GiveAdviceResponseEventStream,
)
from .new_pet import NewPet as NewPet
from .pet import Pet as Pet
from .pet_change import PetChange as PetChange
from .place_order_request import PlaceOrderRequest as PlaceOrderRequest
from .problem import Problem as Problem
from .status import Status as Status
from .upload_pet_photos_request import UploadPetPhotosRequest as UploadPetPhotosRequest
from .user import User as User

__all__ = [
    "Cat",
    "Count",
    "Dog",
    "GetStoreSearchFilterParameter",
    "GiveAdviceRequest",
    "GiveAdviceResponse",
    "GiveAdviceResponseEventStream",
    "NewPet",
    "Pet",
    "PetChange",
    "PlaceOrderRequest",
    "Problem",
    "Status",
    "UploadPetPhotosRequest",
    "User",
]
