# Made by clientloom from features/inline_objects.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Objects without a name."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncApiClient .api_client
    AsyncThingsApi .api.things_api
    Configuration .configuration
    CreateThing400Response .models.create_thing400_response
    CreateThing400ResponseFieldsItem .models.create_thing400_response_fields_item
    CreateThingDefaultResponse .models.create_thing_default_response
    CreateThingFilterParameter .models.create_thing_filter_parameter
    CreateThingRequest .models.create_thing_request
    CreateThingRequestPartsItem .models.create_thing_request_parts_item
    CreateThingRequestPartsItemMaker .models.create_thing_request_parts_item_maker
    CreateThingRequestSize .models.create_thing_request_size
    CreateThingResponse .models.create_thing_response
    ListThingsResponseItem .models.list_things_response_item
    OpenApiException .exceptions
    Owner .models.owner
    OwnerAddress .models.owner_address
    OwnerAddressCountry .models.owner_address_country
    OwnerAddressInline .models.owner_address_inline
    ThingsApi .api.things_api
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="sample-sdk",
)
