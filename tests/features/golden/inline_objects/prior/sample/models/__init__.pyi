# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..model.create_thing400_response import CreateThing400Response as CreateThing400Response
from ..model.create_thing400_response_fields_item import (
    CreateThing400ResponseFieldsItem as CreateThing400ResponseFieldsItem,
)
from ..model.create_thing_default_response import (
    CreateThingDefaultResponse as CreateThingDefaultResponse,
)
from ..model.create_thing_filter_parameter import (
    CreateThingFilterParameter as CreateThingFilterParameter,
)
from ..model.create_thing_request import CreateThingRequest as CreateThingRequest
from ..model.create_thing_request_parts_item import (
    CreateThingRequestPartsItem as CreateThingRequestPartsItem,
)
from ..model.create_thing_request_parts_item_maker import (
    CreateThingRequestPartsItemMaker as CreateThingRequestPartsItemMaker,
)
from ..model.create_thing_request_size import CreateThingRequestSize as CreateThingRequestSize
from ..model.create_thing_response import CreateThingResponse as CreateThingResponse
from ..model.list_things_response_item import ListThingsResponseItem as ListThingsResponseItem
from ..model.owner import Owner as Owner
from ..model.owner_address import OwnerAddress as OwnerAddress
from ..model.owner_address_country import OwnerAddressCountry as OwnerAddressCountry
from ..model.owner_address_inline import OwnerAddressInline as OwnerAddressInline

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
