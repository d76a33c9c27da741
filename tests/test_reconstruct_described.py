"""Pages that describe types in full: what they state needs no inference."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from clientloom.document import load, validate
from clientloom.reconstruct import reconstruct

API = dedent(
    """\
    <a name="__pageTop"></a>
    # boats.apis.tags.fleet_api.FleetApi

    All URIs are relative to *https://boats.example*

    Method | HTTP request | Description
    ------------- | ------------- | -------------
    [**add_boat**](#add_boat) | **post** /harbours/{harbourId}/boats | Add a boat

    # **add_boat**
    <a name="add_boat"></a>
    > Boat add_boat(harbour_idboat)

    Add a boat

    ### Example

    * Basic Authentication (login):
    ```python
    import boats
    from boats.apis.tags import fleet_api
    from boats.model.boat import Boat
    with boats.ApiClient(configuration) as api_client:
        api_instance = fleet_api.FleetApi(api_client)
        path_params = {
            'harbourId': 1,
        }
        query_params = {
            'dry-run': True,
        }
        body = Boat(
            boat_name="Ida",
        )
        try:
            api_response = api_instance.add_boat(
                path_params=path_params,
                query_params=query_params,
                body=body,
            )
        except boats.ApiException as e:
            print("Exception when calling FleetApi->add_boat: %s\\n" % e)
    ```
    ### Parameters

    Name | Type | Description  | Notes
    ------------- | ------------- | ------------- | -------------
    body | typing.Union[SchemaForRequestBodyApplicationJson] | required |
    query_params | RequestQueryParams | |
    path_params | RequestPathParams | |
    content_type | str | optional, default is 'application/json' | Selects the schema
    accept_content_types | typing.Tuple[str] | default is ('application/json', ) | Tells the server
    stream | bool | default is False | if True then the response is streamed

    ### body

    # SchemaForRequestBodyApplicationJson
    Type | Description  | Notes
    ------------- | ------------- | -------------
    [**Boat**](../../models/Boat.md) |  |


    ### query_params
    #### RequestQueryParams

    Name | Type | Description  | Notes
    ------------- | ------------- | ------------- | -------------
    dry-run | DryRunSchema | | optional
    tags | TagsSchema | | optional


    # DryRunSchema

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    bool,  | BoolClass,  |  | if omitted the server will use the default value of False

    # TagsSchema

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    list, tuple,  | tuple,  |  |

    ### Tuple Items
    Class Name | Input Type | Accessed Type | Description | Notes
    ------------- | ------------- | ------------- | ------------- | -------------
    items | str,  | str,  |  |

    ### path_params
    #### RequestPathParams

    Name | Type | Description  | Notes
    ------------- | ------------- | ------------- | -------------
    harbourId | HarbourIdSchema | |

    # HarbourIdSchema

    Which harbour.

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    decimal.Decimal, int,  | decimal.Decimal,  | Which harbour. | value must be a 64 bit integer

    ### Return Types, Responses

    Code | Class | Description
    ------------- | ------------- | -------------
    n/a | api_client.ApiResponseWithoutDeserialization | When skip_deserialization is True
    201 | [ApiResponseFor201](#add_boat.ApiResponseFor201) | Afloat
    404 | [ApiResponseFor404](#add_boat.ApiResponseFor404) | No &#x60;harbour&#x60;

    #### add_boat.ApiResponseFor201
    Name | Type | Description  | Notes
    ------------- | ------------- | ------------- | -------------
    response | urllib3.HTTPResponse | Raw response |
    body | typing.Union[SchemaFor201ResponseBodyApplicationJson, ] |  |
    headers | Unset | headers were not defined |

    # SchemaFor201ResponseBodyApplicationJson

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    list, tuple,  | tuple,  |  |

    ### Tuple Items
    Class Name | Input Type | Accessed Type | Description | Notes
    ------------- | ------------- | ------------- | ------------- | -------------
    [**Boat**](../../models/Boat.md) | [**Boat**](../../models/Boat.md) | [**Boat**](../../models/Boat.md) |  |

    #### add_boat.ApiResponseFor404
    Name | Type | Description  | Notes
    ------------- | ------------- | ------------- | -------------
    response | urllib3.HTTPResponse | Raw response |
    body | Unset | body was not defined |
    headers | Unset | headers were not defined |

    ### Authorization

    [login](../../../README.md#login)

    [[Back to top]](#__pageTop) [[Back to API list]](../../../README.md#documentation-for-api-endpoints)
    """
)

BOAT = dedent(
    """\
    # boats.model.boat.Boat

    A thing that floats

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    dict, frozendict.frozendict,  | frozendict.frozendict,  | A thing that floats |

    ### Dictionary Keys
    Key | Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | ------------- | -------------
    **boatName** | str,  | str,  | What it is called |
    **built** | str, date,  | str,  |  | [optional] value must conform to RFC-3339 full-date
    **length** | decimal.Decimal, int, float,  | decimal.Decimal,  |  | [optional] value must be a 64 bit float
    **kind** | None, str,  | NoneClass, str,  |  | [optional] must be one of ["sail", "motor", ]
    **owner** | [**Owner**](Owner.md) | [**Owner**](Owner.md) |  | [optional]
    **[crew](#crew)** | list, tuple,  | tuple,  |  | [optional]
    **any_string_name** | dict, str, date, int, bool, None, list | any | any string name can be used | [optional]

    # crew

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    list, tuple,  | tuple,  |  |

    ### Tuple Items
    Class Name | Input Type | Accessed Type | Description | Notes
    ------------- | ------------- | ------------- | ------------- | -------------
    items | str, uuid.UUID,  | str,  |  | value must be a uuid
    """
)

OWNER = dedent(
    """\
    # boats.model.owner.Owner

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    dict, frozendict.frozendict,  | frozendict.frozendict,  |  |

    ### Composed Schemas (allOf/anyOf/oneOf/not)
    #### oneOf
    Class Name | Input Type | Accessed Type | Description | Notes
    ------------- | ------------- | ------------- | ------------- | -------------
    [Person](Person.md) | [**Person**](Person.md) | [**Person**](Person.md) |  |
    [oneOf_1](#oneOf_1) | str,  | str,  |  |

    # oneOf_1

    ## Model Type Info
    Input Type | Accessed Type | Description | Notes
    ------------ | ------------- | ------------- | -------------
    str,  | str,  |  |
    """
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_operations_and_models_are_read() -> None:
    for name, text in {"FleetApi.md": API, "Boat.md": BOAT, "Owner.md": OWNER}.items():
        Path(name).write_text(text)

    found = reconstruct([Path()])

    Path("recovered.yaml").write_text(found.text)
    assert validate(load(Path("recovered.yaml"))) == found.notes == ()
    assert [each.message for each in found.findings.warnings] == []
    assert found.data["info"]["title"] == "boats"
    add = found.data["paths"]["/harbours/{harbourId}/boats"]["post"]
    assert add["tags"] == ["Fleet"]
    assert add["security"] == [{"login": []}]
    assert add["parameters"] == [
        {
            "name": "harbourId",
            "in": "path",
            "description": "Which harbour.",
            "required": True,
            "schema": {"type": "integer", "format": "int64"},
            "example": 1,
        },
        {
            "name": "dry-run",
            "in": "query",
            "schema": {"type": "boolean", "default": False},
            "example": True,
        },
        {
            "name": "tags",
            "in": "query",
            "style": "form",
            "explode": True,
            "schema": {"type": "array", "items": {"type": "string"}},
            "x-provenance": "style inferred, the page shows none",
        },
    ]
    body = add["requestBody"]
    assert body["required"] is True
    assert body["content"]["application/json"] == {
        "schema": {"$ref": "#/components/schemas/Boat"},
        "example": {"boatName": "Ida"},
    }
    assert add["responses"] == {
        "201": {
            "description": "Afloat",
            "content": {
                "application/json": {
                    "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}
                }
            },
        },
        "404": {"description": "No `harbour`"},
    }
    schemas = found.data["components"]["schemas"]
    assert schemas["Boat"] == {
        "type": "object",
        "description": "A thing that floats",
        "required": ["boatName"],
        "properties": {
            "boatName": {"type": "string", "description": "What it is called"},
            "built": {"type": "string", "format": "date"},
            "length": {"type": "number", "format": "double"},
            "kind": {"type": "string", "enum": ["sail", "motor"], "nullable": True},
            "owner": {"$ref": "#/components/schemas/Owner"},
            "crew": {"type": "array", "items": {"type": "string", "format": "uuid"}},
        },
    }
    assert schemas["Owner"] == {
        "oneOf": [{"$ref": "#/components/schemas/Person"}, {"type": "string"}]
    }
