"""XML: the examples of the XML Object in OpenAPI 3.0.4 and 3.2.1, and what they leave open."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any
from xml.etree import ElementTree

import pytest

from .conftest import Modules


@pytest.fixture
def xml(sdk: Modules) -> Any:
    return sdk.xml


def model(sdk: Modules, title: str, /, **fields: Any) -> Any:
    """A model class with annotations, all of them optional."""
    base = import_module("sample_sdk._runtime.models").Model
    namespace = {"__annotations__": dict(fields), **dict.fromkeys(fields)}
    return type(title, (base,), {"__module__": __name__, **namespace})


def written(xml: Any, value: Any, root: Any) -> str:
    return xml.xml_bytes(value, root).decode().partition("\n")[2]


def test_the_examples_of_objects(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    pets = ["dog", "cat", "hamster"]
    root = node("document")
    cases = [
        (Annotated[str, node()], "dog, cat", "<animals>dog, cat</animals>"),
        (list[str], pets, "<animals>dog</animals><animals>cat</animals><animals>hamster</animals>"),
        (
            Annotated[list[str], node("aliens", item=node("animal"))],
            pets,
            "<animal>dog</animal><animal>cat</animal><animal>hamster</animal>",
        ),
        (
            Annotated[list[str], node(wrapped=True)],
            pets,
            "<animals><animals>dog</animals><animals>cat</animals><animals>hamster</animals></animals>",
        ),
        (
            Annotated[list[str], node("aliens", wrapped=True, item=node("animal"))],
            pets,
            "<aliens><animal>dog</animal><animal>cat</animal><animal>hamster</animal></aliens>",
        ),
        (
            Annotated[list[str], node("aliens", wrapped=True)],
            pets,
            "<aliens><aliens>dog</aliens><aliens>cat</aliens><aliens>hamster</aliens></aliens>",
        ),
    ]
    for annotation, value, inside in cases:
        kind = model(sdk, "Document", animals=annotation)
        expected = f"<document>{inside}</document>"

        assert written(xml, kind(animals=value), root) == expected
        assert xml.read_xml(expected, kind, root).animals == value


def test_attributes_prefixes_and_namespaces(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    address = "https://example.com/schema/sample"
    kind = model(
        sdk,
        "Person",
        id=Annotated[int, node(kind="attribute")],
        name=Annotated[str, node(namespace=address, prefix="sample")],
    )
    expected = (
        f'<Person id="123"><sample:name xmlns:sample="{address}">example</sample:name></Person>'
    )

    assert written(xml, kind(id=123, name="example"), node("Person")) == expected
    found = xml.read_xml(expected, kind, node("Person"))
    assert (found.id, found.name) == (123, "example")


def test_attributes_and_text(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    kind = model(
        sdk,
        "Animal",
        kind=Annotated[str, node(kind="attribute")],
        name=Annotated[str, node(kind="text")],
    )
    root = node("animals", wrapped=True, item=node("animal"))
    expected = (
        '<animals><animal kind="Cat">Fluffy</animal><animal kind="Dog">Fido</animal></animals>'
    )
    animals = [kind(kind="Cat", name="Fluffy"), kind(kind="Dog", name="Fido")]

    assert written(xml, animals, root) == expected
    assert xml.read_xml(expected, list[kind], root) == animals


def test_cdata(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    kind = model(sdk, "Documentation", content=Annotated[str, node(kind="cdata")])
    text = "<html>]]></html>"

    found = written(xml, kind(content=text), node("Documentation"))

    assert found.startswith("<Documentation><![CDATA[<html>")
    assert ElementTree.fromstring(found).text == text
    assert xml.read_xml(found, kind, node("Documentation")).content == text


def test_items_one_by_one(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    length = model(
        sdk,
        "Two",
        unit=Annotated[str, node(kind="attribute")],
        value=Annotated[float, node(kind="text")],
    )
    root = node("OneTwoThree", wrapped=True, items=(node("One"), node("Two"), node("Three")))
    expected = (
        '<OneTwoThree><One>Some text</One><Two unit="cubits">42.0</Two>'
        '<Three xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></OneTwoThree>'
    )

    assert written(xml, ["Some text", length(unit="cubits", value=42), None], root) == expected
    assert xml.read_xml(expected, list[Any], root) == ["Some text", {"unit": "cubits"}, None]

    report = node("Report", items=(node(kind="text"), node("data"), node(kind="text")))
    expected = "<Report>Some preamble text.<data>42</data>Some postamble text.</Report>"
    assert written(xml, ["Some preamble text.", 42, "Some postamble text."], report) == expected
    assert xml.read_xml(expected, list[str], report) == [
        "Some preamble text.",
        "42",
        "Some postamble text.",
    ]


def test_nulls(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    kind = model(
        sdk,
        "Product",
        count=Annotated[int | None, node(kind="attribute")],
        description=str | None,
        related=dict[str, Any] | None,
    )
    nil = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    with_nulls = f"<product><description>Thing</description><related {nil}/></product>"
    without = '<product count="42"><description>Thing</description><related></related></product>'
    root = node("product")

    assert written(xml, kind(count=None, description="Thing", related=None), root) == with_nulls
    assert written(xml, kind(count=42, description="Thing", related={}), root) == without
    assert xml.read_xml(with_nulls, kind, root).related is None
    assert xml.read_xml(without, kind, root).count == 42


def test_a_default_namespace_is_that_of_what_is_inside(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    kind = model(sdk, "Pet", name=str | None)
    root = node("pet", namespace="urn:pets")

    text = written(xml, kind(name="Rex"), root)

    assert text == '<pet xmlns="urn:pets"><name>Rex</name></pet>'
    assert xml.read_xml(text, kind, root).name == "Rex"


def test_what_is_unknown_is_kept(sdk: Modules, xml: Any) -> None:
    kind = model(sdk, "Pet", name=str | None)
    text = (
        '<pet age="3"><name>Rex</name><tag>a</tag><tag>b</tag><home><city>Ghent</city></home></pet>'
    )

    found = xml.read_xml(text, kind, xml.XmlNode("pet"))

    assert found.model_extra == {"age": "3", "tag": ["a", "b"], "home": {"city": "Ghent"}}


def test_scalars_are_read_as_their_types(sdk: Modules, xml: Any) -> None:
    kind = model(
        sdk, "All", whole=int | None, part=float | None, flag=bool | None, color=str | None,
        numbers=list[int] | None, map=dict[str, int] | None,
    )  # fmt: skip
    text = (
        "<all><whole> 7 </whole><part>1e3</part><flag>true</flag><color> x </color>"
        "<numbers>1</numbers><numbers>2</numbers><map><a>1</a><b>2</b></map></all>"
    )

    found = xml.read_xml(text, kind, xml.XmlNode("all"))

    assert (found.whole, found.part, found.flag, found.color) == (7, 1000.0, True, " x ")
    assert (found.numbers, found.map) == ([1, 2], {"a": 1, "b": 2})


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<pet>",
        b"<pet></tep>",
        b'<!DOCTYPE pet [<!ENTITY a "b">]><pet>&a;</pet>',
        b'<!DOCTYPE pet SYSTEM "file:///etc/passwd"><pet/>',
        b"<pet><name><first/></name><size>big</size></pet>",
    ],
)
def test_what_is_no_such_document_is_a_value_error(sdk: Modules, xml: Any, document: bytes) -> None:
    kind = model(sdk, "Pet", name=str | None, size=int | None)

    with pytest.raises(ValueError):
        xml.read_xml(document, kind, xml.XmlNode("pet"))


def test_text_is_escaped(sdk: Modules, xml: Any) -> None:
    node = xml.XmlNode
    kind = model(sdk, "Pet", id=Annotated[str, node(kind="attribute")], name=str | None)
    value = "a<b>&\"c'\u0001\ufffe"

    text = written(xml, kind(id=value, name=value), node("pet"))

    found = ElementTree.fromstring(text)
    assert found.get("id") == found.findtext("name") == "a<b>&\"c'"


def test_charsets(sdk: Modules, xml: Any) -> None:
    responses = import_module("sample_sdk._runtime.responses")
    headers = import_module("sample_sdk._runtime.headers").HTTPHeaders
    kind = model(sdk, "Pet", name=str | None)

    def read(content_type: str, data: bytes) -> Any:
        response = responses.Response(
            200, "OK", headers({"content-type": content_type}.items()), data
        )
        return responses.decode(response, xml.XmlAnswer(kind, xml.XmlNode("pet")), {}).name

    declared = '<?xml version="1.0" encoding="{}"?><pet><name>é</name></pet>'
    assert read("application/xml", declared.format("UTF-8").encode()) == "é"
    assert read("application/xml", declared.format("ISO-8859-1").encode("latin-1")) == "é"
    assert read("text/xml; charset=latin-1", declared.format("UTF-8").encode("latin-1")) == "é"
    assert read("application/xml", declared.format("UTF-16").encode("utf-16")) == "é"
