# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from ._runtime.operations import ApiResponse as ApiResponse
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from .api.things_api import AsyncThingsApi as AsyncThingsApi
from .configuration import Configuration as Configuration
from .models.create_thing400_response import CreateThing400Response as CreateThing400Response
from .models.create_thing400_response_fields_item import (
    CreateThing400ResponseFieldsItem as CreateThing400ResponseFieldsItem,
)
from .models.create_thing_default_response import (
    CreateThingDefaultResponse as CreateThingDefaultResponse,
)
from .models.create_thing_filter_parameter import (
    CreateThingFilterParameter as CreateThingFilterParameter,
)
from .models.create_thing_request import CreateThingRequest as CreateThingRequest
from .models.create_thing_request_parts_item import (
    CreateThingRequestPartsItem as CreateThingRequestPartsItem,
)
from .models.create_thing_request_parts_item_maker import (
    CreateThingRequestPartsItemMaker as CreateThingRequestPartsItemMaker,
)
from .models.create_thing_request_size import CreateThingRequestSize as CreateThingRequestSize
from .models.create_thing_response import CreateThingResponse as CreateThingResponse
from .models.list_things_response_item import ListThingsResponseItem as ListThingsResponseItem
from .exceptions import OpenApiException as OpenApiException
from .models.owner import Owner as Owner
from .models.owner_address import OwnerAddress as OwnerAddress
from .models.owner_address_country import OwnerAddressCountry as OwnerAddressCountry
from .models.owner_address_inline import OwnerAddressInline as OwnerAddressInline
from .api.things_api import ThingsApi as ThingsApi
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiResponse",
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "AsyncThingsApi",
    "Configuration",
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
    "OpenApiException",
    "Owner",
    "OwnerAddress",
    "OwnerAddressCountry",
    "OwnerAddressInline",
    "ThingsApi",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
