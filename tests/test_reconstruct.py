"""Pages of every generation, edited by hand or broken, are read for what they state, and for nothing else."""

from __future__ import annotations

import json
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from clientloom.cli import main
from clientloom.document import load, validate
from clientloom.document.yaml_text import read as read_yaml
from clientloom.errors import ClientloomError
from clientloom.reconstruct import Reconstruction, reconstruct
from clientloom.reconstruct.notes import bracketed, listed
from clientloom.reconstruct.types import schema_of
from clientloom.reconstruct.writer import write

OPENING = """\
# boats.{tag}Api

All URIs are relative to *https://boats.example/v2*

Method | HTTP request | Description
------------- | ------------- | -------------
"""

LEGACY = (
    OPENING.format(tag="Fleet")
    + """\
[**add_boat**](FleetApi.md#add_boat) | **POST** /boats | Add a \\&quot;boat\\&quot;
[**find_boats**](FleetApi.md#find_boats) | **GET** /boats/{harbourId} | Find boats


# **add_boat**
> Boat add_boat(new_boat, dry_run=dry_run)

Add a \\"boat\\"

It must float &amp; it must have a name.

### Example

* OAuth Authentication (harbour_auth):
* Api Key Authentication (api_key):
```python
from __future__ import print_function
import time
import boats
from boats.rest import ApiException
from pprint import pprint
# Configure OAuth2 access token for authorization: harbour_auth
configuration = boats.Configuration(
    host = "https://boats.example/v2"
)
configuration.access_token = 'YOUR_ACCESS_TOKEN'
with boats.ApiClient(configuration) as api_client:
    api_instance = boats.FleetApi(api_client)
    new_boat = {"boatName":"Ida","crew":[{"firstName":"Jo"}],"sails":true} # NewBoat | The boat
dry_run = True # bool | Only look (optional) (default to False)

    try:
        # Add a \\"boat\\"
        api_response = api_instance.add_boat(new_boat, dry_run=dry_run)
        pprint(api_response)
    except ApiException as e:
        print("Exception when calling FleetApi->add_boat: %s\\n" % e)
```

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **new_boat** | [**NewBoat**](NewBoat.md)| The boat | 
 **dry_run** | **bool**| Only look | [optional] [default to False]

### Return type

[**Boat**](Boat.md)

### Authorization

[harbour_auth](../README.md#harbour_auth), [api_key](../README.md#api_key)

### HTTP request headers

 - **Content-Type**: application/json, application/xml
 - **Accept**: application/json

### HTTP response details
| Status code | Description | Response headers |
|-------------|-------------|------------------|
**201** | Afloat |  * X-Berth - Where it lies &lt;A1&gt; <br>  * X-Fee -  <br>  |
**0** | Sunk |  -  |

[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints)

# **find_boats**
> list[Boat] find_boats(harbour_id, x_request_id=x_request_id, since=since, tags=tags, order_by=order_by)

Find boats

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **harbour_id** | **int**| Which | 
 **x_request_id** | **str**|  | [optional] 
 **since** | **datetime**| From <br> when | [optional] 
 **tags** | [**list[str]**](str.md)| One of a\\|b, or c | [optional] 
 **order_by** | **str**| Sorting | [optional] [default to &#39;name, length&#39;]

### Return type

[**list[Boat]**](Boat.md)

### Authorization

No authorization required

### HTTP request headers

 - **Content-Type**: Not defined
 - **Accept**: application/json

### HTTP response details
| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** | Found |  -  |
**404** | No such harbour |  -  |
"""
)

PRIOR = (
    OPENING.format(tag="Default")
    + """\
[**create**](DefaultApi.md#create) | **POST** /trips | 

# **create**
> create()



### Example

* Bearer (JWT) Authentication (token):

```python
import boats
from boats.api import default_api
from boats.model.error import Error
from boats.model.trip import Trip
configuration = boats.Configuration(
    access_token = 'YOUR_BEARER_TOKEN'
)
with boats.ApiClient(configuration) as api_client:
    api_instance = default_api.DefaultApi(api_client)
    pageToken = "x"
    next_token = "nextToken_example" # str |  (optional)
    trip = Trip(
        start_at=dateutil_parser('1970-01-01T00:00:00.00Z'),
        legs=[
            Leg(
                length=3.14,
                kind="sea",
                marks={
                    "key": Mark("red"),
                },
            ),
        ],
        guests=2,
    ) # Trip | 

    # example passing only required values which don't have defaults set
    # and optional values
    try:
        api_instance.create(trip=trip, next_token=next_token)
    except boats.ApiException as e:
        print("Exception when calling DefaultApi->create: %s\\n" % e)
```


### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **trip** | [**Trip**](Trip.md)|  | [optional]
 **next_token** | **str**|  | [optional]
 **levels** | **[int]**|  | [optional] if omitted the server will use the default value of [1, 2]

### Return type

void (empty response body)

### Authorization

[token](../README.md#token)

### HTTP request headers

 - **Content-Type**: application/json
 - **Accept**: application/json


### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**204** | Done |  -  |
**400** | Wrong |  -  |
"""
)

MODELS = {
    "Boat.md": """\
# Boat

A thing that floats

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**id** | **int** |  | [optional] [readonly] 
**boat_name** | **str** | What it is called | 
**kind** | [**Kind**](Kind.md) |  | [optional] 
**built** | **date** |  | [optional] 
**sizes** | **Dict[str, float]** |  | [optional] 
**owner** | [**Owner**](Owner.md) | Who owns it | [optional] 
**state** | **str** |  | [optional] [default to &#39;afloat&#39;]

## Example

```python
from boats.models.boat import Boat

json = "{}"
print Boat.to_json()
```
[[Back to Model list]](../README.md#documentation-for-models)
""",
    "Kind.md": """\
# Kind

## Enum

* `SAIL` (value: `'sail'`)

* `MOTOR` (value: `'motor'`)
""",
    "Owner.md": """\
# Owner


## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**value** | **str** |  | defaults to "me",  must be one of ["me", "you", ]
""",
    "Trip.md": """\
# Trip


## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**start_at** | **datetime, none_type** |  | [optional] 
**level** | **int** |  | [optional]  if omitted the server will use the default value of 3
**legs** | [**[Leg], none_type**](Leg.md) |  | [optional] 
**extra** | **{str: (bool, date, datetime, dict, float, int, list, str, none_type)}** |  | [optional] 
**any string name** | **str** | any string name can be used but the value must be the correct type | [optional]
""",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def recovered(*texts: str, **named: str) -> Reconstruction:
    """What comes of pages, which are valid documents at the least."""
    pages = {f"Page{number}Api.md": text for number, text in enumerate(texts)} | named
    for name, text in pages.items():
        Path(name).write_text(text, encoding="utf-8")
    found = reconstruct([Path(name) for name in pages])
    Path("recovered.yaml").write_text(found.text, encoding="utf-8")
    assert validate(load(Path("recovered.yaml"))) == found.notes
    return found


def warnings(found: Reconstruction) -> list[str]:
    return [f"{each.position}: {each.message}" for each in found.findings.warnings]


def test_a_page_of_the_oldest_generator() -> None:
    found = recovered(LEGACY, **MODELS)

    document = found.data
    assert warnings(found) == []
    assert document["servers"] == [{"url": "https://boats.example/v2"}]
    assert list(document["paths"]) == ["/boats", "/boats/{harbourId}"]
    add = document["paths"]["/boats"]["post"]
    assert add["operationId"] == "addBoat"
    assert add["tags"] == ["Fleet"]
    assert add["summary"] == 'Add a "boat"'
    assert add["description"] == "It must float & it must have a name."
    assert add["security"] == [{"harbour_auth": []}, {"api_key": []}]
    assert add["parameters"] == [
        {
            "name": "dryRun",
            "in": "query",
            "description": "Only look",
            "schema": {"type": "boolean", "default": False},
            "example": True,
            "x-provenance": "wire name inferred",
        }
    ]
    body = add["requestBody"]
    assert body["required"] is True
    assert list(body["content"]) == ["application/json", "application/xml"]
    assert body["content"]["application/json"]["example"] == {
        "boatName": "Ida", "crew": [{"firstName": "Jo"}], "sails": True
    }  # fmt: skip
    headers = add["responses"]["201"]["headers"]
    assert headers["X-Berth"]["description"] == "Where it lies <A1>"
    assert "description" not in headers["X-Fee"]
    assert add["responses"]["default"] == {"description": "Sunk"}
    new = document["components"]["schemas"]["NewBoat"]
    assert new["properties"]["crew"]["items"]["properties"] == {"firstName": {"type": "string"}}
    assert "required" not in new

    find = document["paths"]["/boats/{harbourId}"]["get"]
    assert [(p["name"], p["in"]) for p in find["parameters"]] == [
        ("harbourId", "path"),
        ("X-Request-Id", "header"),
        ("since", "query"),
        ("tags", "query"),
        ("orderBy", "query"),
    ]
    schemas = [p["schema"] for p in find["parameters"]]
    assert schemas[2] == {"type": "string", "format": "date-time"}
    assert schemas[3] == {"type": "array", "items": {"type": "string"}}
    assert schemas[4] == {"type": "string", "default": "name, length"}
    assert find["parameters"][2]["description"] == "From\nwhen"
    assert find["parameters"][3]["description"] == "One of a|b, or c"
    assert "security" not in find
    assert find["responses"]["200"]["content"]["application/json"]["schema"] == {
        "type": "array", "items": {"$ref": "#/components/schemas/Boat"}
    }  # fmt: skip
    kinds = document["components"]["securitySchemes"]
    assert kinds["harbour_auth"]["type"] == "oauth2"
    assert kinds["api_key"]["type"] == "apiKey"


def test_a_page_of_the_generator_with_models_in_examples() -> None:
    found = recovered(PRIOR)

    create = found.data["paths"]["/trips"]["post"]
    assert warnings(found) == []
    assert "tags" not in create
    assert create["security"] == [{"token": []}]
    assert found.data["components"]["securitySchemes"] == {
        "token": {"type": "http", "scheme": "bearer"}
    }
    token, levels = create["parameters"]
    assert token["name"] == "nextToken"
    assert "x-provenance" not in token
    assert levels["schema"]["default"] == [1, 2]
    media = create["requestBody"]["content"]["application/json"]
    assert media["example"] == {
        "startAt": "1970-01-01T00:00:00.00Z",
        "legs": [{"length": 3.14, "kind": "sea", "marks": {"key": "red"}}],
        "guests": 2,
    }
    schemas = found.data["components"]["schemas"]
    assert schemas["Trip"]["properties"]["startAt"]["format"] == "date-time"
    assert schemas["Trip"]["properties"]["guests"]["default"] == 2
    leg = schemas["Leg"]["properties"]
    assert "default" not in leg["length"]
    assert leg["kind"]["default"] == "sea"
    assert leg["marks"]["additionalProperties"] == {"$ref": "#/components/schemas/Mark"}
    assert create["responses"]["400"] == {
        "description": "Wrong",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
        "x-provenance": "model from an example, its binding to this status inferred",
    }
    assert create["responses"]["204"] == {"description": "Done"}


def test_pages_of_models() -> None:
    schemas = recovered(LEGACY, **MODELS).data["components"]["schemas"]

    boat = schemas["Boat"]
    assert boat["description"] == "A thing that floats"
    assert boat["required"] == ["boatName"]
    assert boat["properties"]["id"] == {"type": "integer", "readOnly": True}
    assert boat["properties"]["boatName"]["x-provenance"] == "wire name inferred"
    assert boat["properties"]["kind"] == {"$ref": "#/components/schemas/Kind"}
    assert boat["properties"]["built"] == {"type": "string", "format": "date"}
    assert boat["properties"]["sizes"]["additionalProperties"] == {"type": "number"}
    assert boat["properties"]["owner"] == {
        "allOf": [{"$ref": "#/components/schemas/Owner"}], "description": "Who owns it"
    }  # fmt: skip
    assert boat["properties"]["state"]["default"] == "afloat"
    assert schemas["Kind"] == {"type": "string", "enum": ["sail", "motor"]}
    assert schemas["Owner"] == {"type": "string", "enum": ["me", "you"], "default": "me"}
    trip = schemas["Trip"]
    assert trip["properties"]["startAt"]["nullable"] is True
    assert trip["properties"]["level"]["default"] == 3
    assert trip["properties"]["legs"] == {
        "type": "array", "items": {"$ref": "#/components/schemas/Leg"}, "nullable": True
    }  # fmt: skip
    assert trip["properties"]["extra"] == {"type": "object", "additionalProperties": {}}
    assert trip["additionalProperties"] == {"type": "string"}
    assert schemas["Leg"] == {
        "type": "object",
        "x-clientloom-name": "Leg",
        "x-provenance": "no page describes this model; that it is an object is inferred",
    }


README = """\
# boats

This Python package is automatically generated:

- API version: 2.4.0
- Package version: 1.0.0

## Documentation for API Endpoints

All URIs are relative to *https://boats.example/v2*

Class | Method | HTTP request | Description
------------ | ------------- | ------------- | -------------
*FleetApi* | [**add_boat**](docs/FleetApi.md#add_boat) | **POST** /boats | Add

## Documentation For Authorization


## api_key

<a id="x"></a>
### api_key

- **Type**: API key
- **API key parameter name**: X-Key
- **Location**: URL query string

### harbour_auth

- **Type**: OAuth
- **Flow**: implicit
- **Authorization URL**: https://boats.example/oauth
- **Scopes**:
  - **write:boats**: change boats
"""


def test_the_front_page_says_how_to_prove_who_is_calling() -> None:
    front = README.replace("\n## api_key\n", "\n")

    found = recovered(LEGACY, **{"README.md": front})

    assert found.data["info"]["version"] == "2.4.0"
    assert found.data["components"]["securitySchemes"] == {
        "harbour_auth": {
            "type": "oauth2",
            "flows": {
                "implicit": {
                    "authorizationUrl": "https://boats.example/oauth",
                    "scopes": {"write:boats": "change boats"},
                }
            },
        },
        "api_key": {"type": "apiKey", "in": "query", "name": "X-Key"},
    }


def test_forms_are_bodies() -> None:
    page = OPENING.format(tag="Fleet") + dedent(
        """\
        [**paint**](FleetApi.md#paint) | **POST** /boats/{id}/paint | Paint

        # **paint**
        > paint(id, color, x_trace=x_trace, picture=picture)

        Paint

        ### Parameters
        Name | Type | Description  | Notes
        ------------- | ------------- | ------------- | -------------
         **id** | **int**| |
         **color** | **str**| The color |
         **x_trace** | **str**| | [optional]
         **picture** | **file**| | [optional]

        ### HTTP request headers

         - **Content-Type**: multipart/form-data
        """
    )

    paint = recovered(page).data["paths"]["/boats/{id}/paint"]["post"]

    assert [p["name"] for p in paint["parameters"]] == ["id", "X-Trace"]
    assert paint["requestBody"]["required"] is True
    assert paint["requestBody"]["content"]["multipart/form-data"]["schema"] == {
        "type": "object",
        "required": ["color"],
        "properties": {
            "color": {"type": "string", "description": "The color"},
            "picture": {"type": "string", "format": "binary"},
        },
    }
    assert list(paint["responses"]) == ["default"]


def test_what_a_hand_has_edited_is_read_as_far_as_it_goes() -> None:
    page = OPENING.format(tag="Fleet") + dedent(
        """\
        [**a**](FleetApi.md#a) | **GET** /a |
        [**b**](FleetApi.md#b) | **GET** /b/{x} | B
        [**c**](FleetApi.md#c) | **GET** /c | C

        <a name="a"></a>
        # **a**
        > str a(limit)

        # Limits

        A heading of a description, a | b.

        ### Rate limits

        Ten a second.

        ### Parameters

        | Name | Type | Description | Notes |
        | --- | --- | --- | --- |
        | **limit** | **int** | How | many | [optional] [strange] |
        which goes on here
        | **limit** | **int** | Twice | |
        | **what** | **not a type!** | | |

        ### Return type

        **str**

        ### Changelog

        - nothing

        ### HTTP response details

        | Status code | Description |
        | --- | --- |
        | **200** | fine |
        | **abc** | odd |

        # **b**

        Nothing but prose.

        # **lost**
        > lost()

        ## Unknown
        """
    )

    found = recovered(page)

    a = found.data["paths"]["/a"]["get"]
    assert a["description"].startswith("# Limits\n\nA heading of a description, a | b.")
    assert "Ten a second." in a["description"]
    assert a["parameters"][0]["description"] == "How | many which goes on here"
    assert a["parameters"][1]["schema"] == {}
    assert list(a["responses"]) == ["200"]
    b = found.data["paths"]["/b/{x}"]["get"]
    assert b["parameters"][0]["x-provenance"] == "the table of parameters does not list it"
    assert "/c" in found.data["paths"]
    said = "\n".join(warnings(found))
    for line, words in (
        (27, "[strange]"),
        (29, "listed twice"),
        (36, "Changelog"),
        (45, '"abc" is not a status'),
        (51, '"lost" is left out'),
    ):
        assert f"Page0Api.md:{line}:1: " in said, said
        assert words in said


def test_what_old_generators_print_for_nothing_is_nothing() -> None:
    page = OPENING.format(tag="Fleet") + dedent(
        """\
        [**dock**](FleetApi.md#dock) | **POST** /dock | Dock

        # **dock**
        > dock(fleet, color=color, marks=marks, level=level, wet=wet)

        ### Example
        ```python
        import boats
        from boats.rest import ApiException

        # Configure API key authorization: key
        configuration = boats.Configuration()
        configuration.api_key['key'] = 'YOUR_API_KEY'

        # create an instance of the API class
        api_instance = boats.FleetApi(boats.ApiClient(configuration))
        fleet = Fleet([
            Kind("sail"),
        ]) # Fleet |
        wet = true # bool | None (optional)

        try:
            api_instance.dock(fleet, wet=wet)
        except ApiException as e:
            print("Exception when calling FleetApi->dock: %s\\n" % e)
        ```

        ### Parameters
        Name | Type | Description  | Notes
        ------------- | ------------- | ------------- | -------------
         **fleet** | [**Fleet**](Fleet.md)| None |
         **color** | **str**| None | [optional] [default to 5]
         **marks** | **list[str]**| None | [optional] [default to &#39;$&#39;]
         **level** | **int**| None | [optional] [default to 3]
         **wet** | **bool**| None | [optional] [default to true]

        ### Authorization

        [key](../README.md#key)

        ### HTTP request headers

         - **Content-Type**: application/json
        """
    )
    crew = """\
# Crew

## Properties
Name | Type | Description | Notes
--- | --- | --- | ---
**value** | **[str]** | |
"""

    found = recovered(page, **{"Crew.md": crew})

    dock = found.data["paths"]["/dock"]["post"]
    assert warnings(found) == ['Page0Api.md:39:1: the default of "marks" does not fit.']
    assert all("description" not in each for each in dock["parameters"])
    defaults = [each["schema"].get("default") for each in dock["parameters"]]
    assert defaults == ["5", None, 3, True]
    assert dock["parameters"][3]["example"] is True
    assert dock["security"] == [{"key": []}]
    body = dock["requestBody"]["content"]["application/json"]
    assert body["example"] == ["sail"]
    schemas = found.data["components"]["schemas"]
    assert schemas["Fleet"]["items"] == {"$ref": "#/components/schemas/Kind"}
    assert schemas["Kind"]["type"] == "string"
    assert schemas["Crew"] == {"type": "array", "items": {"type": "string"}}


def test_a_program_of_one_broken_line_is_skipped() -> None:
    start = LEGACY.index("```python")
    page = (
        LEGACY[:start]
        + "```python\nnew_boat = = 5\n```"
        + LEGACY[LEGACY.index("```\n", start) + 3 :]
    )

    found = recovered(page, empty=LEGACY.replace("from __future__ import print_function", "("))

    assert "example" not in str(found.data["paths"]["/boats"]["post"]["parameters"])


def test_a_page_of_another_language_is_read_too() -> None:
    page = dedent(
        """\
        # FleetApi

        All URIs are relative to *https://boats.example*

        | Method | HTTP request | Description |
        |------------- | ------------- | -------------|
        | [**addBoat**](FleetApi.md#addBoat) | **POST** /boats | Add |

        <a name="addBoat"></a>
        # **addBoat**
        > List&lt;Boat&gt; addBoat(boat, maxCount)

        Add

        ### Parameters

        | Name | Type | Description  | Notes |
        |------------- | ------------- | ------------- | -------------|
        | **boat** | [**Boat**](Boat.md)| The boat | |
        | **maxCount** | **Long**| | [optional] [default to 5] |
        | **kinds** | [**List&lt;String&gt;**](String.md)| | [optional] [enum: sail, motor] |

        ### Return type

        [**List&lt;Boat&gt;**](Boat.md)

        ### HTTP request headers

         - **Content-Type**: application/json
         - **Accept**: application/json
        """
    )

    found = recovered(page)

    add = found.data["paths"]["/boats"]["post"]
    assert warnings(found) == []
    assert add["operationId"] == "addBoat"
    count, kinds = add["parameters"]
    assert (count["name"], count["schema"]) == (
        "maxCount", {"type": "integer", "format": "int64", "default": 5}
    )  # fmt: skip
    assert kinds["schema"]["items"] == {"type": "string", "enum": ["sail", "motor"]}
    assert add["responses"]["200"]["content"]["application/json"]["schema"] == {
        "type": "array", "items": {"$ref": "#/components/schemas/Boat"}
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("str", {"type": "string"}),
        ("**List[Boat]**", {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}),
        ("[int]", {"type": "array", "items": {"type": "integer"}}),
        ("Set[str]", {"type": "array", "uniqueItems": True, "items": {"type": "string"}}),
        ("dict(str, int)", {"type": "object", "additionalProperties": {"type": "integer"}}),
        ("{str: (float,)}", {"type": "object", "additionalProperties": {"type": "number"}}),
        ("Optional[str]", {"type": "string", "nullable": True}),
        ("str or int", {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ("Union[str, int] | None", {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": True}),
        ("bool, date, datetime, dict, float, int, list, str, none_type", {}),
        ('Literal["a", "b"]', {"type": "string", "enum": ["a", "b"]}),
        ("object", {}),
        ("file_type", {"type": "string", "format": "binary"}),
        ("array[string]", {"type": "array", "items": {"type": "string"}}),
        ("not a type", None),
        ("__import__('os')", None),
        ("(" * 500, None),
        ("x" * 3000, None),
    ],
)  # fmt: skip
def test_types_are_read_backwards(text: str, schema: Any) -> None:
    assert schema_of(text) == schema


def test_notes_are_read_backwards() -> None:
    notes = bracketed("[optional] [default to &#39;-e]f&#39;]")
    assert (notes.optional, notes.default, notes.unread) == (True, "-e]f", "")
    assert bracketed("[default to dateutil_parser('2010-02-01')]").default == "2010-02-01"
    assert bracketed("[optional] [default False]").default is False

    notes = listed(
        'optional, default "a, b", at least 2 characters, matching ^a, b$, one of "x", "y", read only'
    )
    assert (notes.optional, notes.read_only, notes.unread) == (True, True, "")
    assert notes.default == "a, b"
    assert notes.limits == {"minLength": 2, "pattern": "^a, b$"}
    assert notes.choices == ("x", "y")


HOSTILE = [
    "../../etc/passwd",
    "'\"); import os; os.system('x') #",
    "${jndi:x} {{7*7}} {% raw %}",
    "\u202e\u2028\x1b[31m",
    "&lt;script&gt; ```\n# **fake**",
    "a: b # c\n- d: !!python/object:os.system",
    "| " * 300,
    "[" * 5000,
    "*" * 5000,
    "(" * 5000 + ")" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    line = text.replace("\n", " ")
    page = (
        LEGACY.replace("Which", line)
        .replace("It must float", text)
        .replace("Only look", line)
        .replace("Afloat", line)
        .replace("NewBoat", line[:40], 1)
        .replace("'Ida'", line)
    )

    found = recovered(page, **{"Boat.md": MODELS["Boat.md"].replace("A thing", text)})

    assert set(found.data["paths"]) == {"/boats", "/boats/{harbourId}"}


@pytest.mark.parametrize("size", range(0, len(LEGACY), 211))
def test_a_page_may_end_anywhere(size: int) -> None:
    try:
        found = recovered(LEGACY[:size])
    except ClientloomError as error:
        assert str(error).startswith("no page describes an operation.")
        assert size < 300
    else:
        assert found.data["paths"]


def test_500_pages_take_less_than_10_seconds(folder: Path) -> None:
    for number in range(100):
        text = LEGACY.replace("/boats", f"/boats{number}").replace("_boat", f"_boat{number}")
        (folder / f"Fleet{number}Api.md").write_text(text.replace("FleetApi", f"Fleet{number}Api"))
        for name, model in MODELS.items():
            title = name.removesuffix(".md")
            (folder / f"{title}{number}.md").write_text(
                model.replace(f"# {title}", f"# {title}{number}")
            )
    start = time.process_time()

    found = reconstruct([folder])

    assert time.process_time() - start < 10
    assert len(found.findings.counts) == 500
    assert len(found.data["paths"]) == 200


@pytest.mark.parametrize(
    "text",
    [
        "yes", "no", "on", "null", "~", "true", "1", "1e3", "0o14", "0x1F", "1:30", "1_000", ".5", "-", "? a", "a: b",
        "a #b", "#", "'", '"', "- a", "[a", "{a", "@a", "`a", "%a", "!a", "&a", "*a", "|", ">", "<<", "=", " a", "a ",
        "a\nb", "a\n\nb ", "\n", "\ta", "a\u2028b", "\x00", "é", "😀", "2020-01-01", "word " * 40, "x" * 300,
        "two  spaces " * 20, "a:", "",
    ],
)  # fmt: skip
def test_every_text_comes_back_from_yaml(text: str) -> None:
    data = {"openapi": "3.0.3", "paths": {text: {"x-a": [text, [text], {text: text}], "x-b": text}}}

    written = write(data)

    assert read_yaml(written, "x.yaml") == data
    assert yaml.safe_load(written) == data


def test_the_command_writes_a_document_and_says_what_it_is_made_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("docs").mkdir()
    Path("docs/FleetApi.md").write_text(LEGACY)
    for name, text in MODELS.items():
        Path("docs", name).write_text(text)
    Path("fix.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Fix, version: '1'}\nactions:\n"
        "- {target: $.info, update: {title: Boats}}\n- {target: $.nothing, remove: true}\n"
    )

    assert main(["reconstruct", "docs", "--overlay", "fix.yaml", "-o", "spec.yaml"]) == 0

    out, err = capsys.readouterr()
    assert "docs/FleetApi.md: 2 operations, 7 parameters, 4 responses, 2 example values\n" in out
    assert "    line 84: location and wire name inferred\n" in out
    assert out.endswith("spec.yaml: written\n")
    assert 'fix.yaml:5:4 #/actions/1/target: "$.nothing" selects nothing.' in err
    assert load(Path("spec.yaml")).root["info"]["title"] == "Boats"

    assert main(["reconstruct", "docs", "--report", "json", "-o", "spec.yaml"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [page["page"] for page in report["pages"]][:2] == ["docs/Boat.md", "docs/FleetApi.md"]
    assert report["pages"][1]["read"]["operations"] == 2
    assert report["pages"][1]["inferred"]

    assert main(["reconstruct", "docs/FleetApi.md"]) == 0
    assert read_yaml(capsys.readouterr().out, "out.yaml")["openapi"] == "3.0.3"

    assert main(["reconstruct", "docs", "--overlay", "fix.yaml", "--strict", "-o", "no.yaml"]) == 1
    assert "selects nothing" in capsys.readouterr().err
    assert not Path("no.yaml").exists()


def test_mistakes_are_errors(capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes.md").write_text("# Notes\n\nNothing here.\n")
    Path("empty").mkdir()
    for argument, message in (
        ("absent.md", "absent.md: there is no such file."),
        ("notes.md", "no page describes an operation."),
        ("empty", "no page describes an operation."),
    ):
        assert main(["reconstruct", argument, "-o", "spec.yaml"]) == 1
        assert message in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["reconstruct"])
    assert not Path("spec.yaml").exists()
