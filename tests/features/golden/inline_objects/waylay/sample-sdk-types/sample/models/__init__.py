# Made by clientloom from features/inline_objects.yaml and templates/shared/package.py.jinja. Do not edit.
"""The models, one module each."""

from ..api._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    CreateThing400Response .create_thing400_response
    CreateThing400ResponseFieldsItem .create_thing400_response_fields_item
    CreateThingDefaultResponse .create_thing_default_response
    CreateThingFilterParameter .create_thing_filter_parameter
    CreateThingRequest .create_thing_request
    CreateThingRequestPartsItem .create_thing_request_parts_item
    CreateThingRequestPartsItemMaker .create_thing_request_parts_item_maker
    CreateThingRequestSize .create_thing_request_size
    CreateThingResponse .create_thing_response
    ListThingsResponseItem .list_things_response_item
    Owner .owner
    OwnerAddress .owner_address
    OwnerAddressCountry .owner_address_country
    OwnerAddressInline .owner_address_inline
    """,
)
