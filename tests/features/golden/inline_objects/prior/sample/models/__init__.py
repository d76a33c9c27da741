# Made by clientloom from features/inline_objects.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    CreateThing400Response ..model.create_thing400_response
    CreateThing400ResponseFieldsItem ..model.create_thing400_response_fields_item
    CreateThingDefaultResponse ..model.create_thing_default_response
    CreateThingFilterParameter ..model.create_thing_filter_parameter
    CreateThingRequest ..model.create_thing_request
    CreateThingRequestPartsItem ..model.create_thing_request_parts_item
    CreateThingRequestPartsItemMaker ..model.create_thing_request_parts_item_maker
    CreateThingRequestSize ..model.create_thing_request_size
    CreateThingResponse ..model.create_thing_response
    ListThingsResponseItem ..model.list_things_response_item
    Owner ..model.owner
    OwnerAddress ..model.owner_address
    OwnerAddressCountry ..model.owner_address_country
    OwnerAddressInline ..model.owner_address_inline
    """,
)
