# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .create_thing400_response import CreateThing400Response as CreateThing400Response
from .create_thing400_response_fields_item import (
    CreateThing400ResponseFieldsItem as CreateThing400ResponseFieldsItem,
)
from .create_thing_default_response import CreateThingDefaultResponse as CreateThingDefaultResponse
from .create_thing_filter_parameter import CreateThingFilterParameter as CreateThingFilterParameter
from .create_thing_request import CreateThingRequest as CreateThingRequest
from .create_thing_request_parts_item import (
    CreateThingRequestPartsItem as CreateThingRequestPartsItem,
)
from .create_thing_request_parts_item_maker import (
    CreateThingRequestPartsItemMaker as CreateThingRequestPartsItemMaker,
)
from .create_thing_request_size import CreateThingRequestSize as CreateThingRequestSize
from .create_thing_response import CreateThingResponse as CreateThingResponse
from .list_things_response_item import ListThingsResponseItem as ListThingsResponseItem
from .owner import Owner as Owner
from .owner_address import OwnerAddress as OwnerAddress
from .owner_address_country import OwnerAddressCountry as OwnerAddressCountry
from .owner_address_inline import OwnerAddressInline as OwnerAddressInline

__all__ = [
    "CreateThing400Response",
    "CreateThing400ResponseFieldsItem",
    "CreateThingDefaultResponse",
    "CreateThingFilterParameter",
    "CreateThingRequest",
    "CreateThingRequestPartsItem",
    "CreateThingRequestPartsItemMaker",
    "CreateThingRequestSize",
    "CreateThingResponse",
    "ListThingsResponseItem",
    "Owner",
    "OwnerAddress",
    "OwnerAddressCountry",
    "OwnerAddressInline",
]
