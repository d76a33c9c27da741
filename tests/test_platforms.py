"""The packages in the styles of openapi-generator, called against a server that judges each call.

What is called comes from the documents: every operation, its arguments, its answers. Names are
derived here once more, so that a mistake of the generator does not hide in its own rules.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from blocks import Block, Result, redirected, run
from judge import Document, Judge, Operation, Schema, arguments, example_body, load, value
from pydantic import ValidationError

SPECS = Path(__file__).parents[1] / "specs"
GENERATED = Path(__file__).parents[1] / "generated"
TASK_ID = "7d1c2f0a-5b3e-4c68-9a4d-2e8f6b7c9d01"
KEY, TOKEN = "a-key", "a-token"


@dataclass(frozen=True)
class Platform:
    """A package, its document, and what its style makes of the same facts."""

    package: str
    style: str
    spec: str
    apis: str
    credentials: Mapping[str, Any]

    def __str__(self) -> str:
        return self.style

    @property
    def document(self) -> Document:
        return load(SPECS / self.spec)

    @property
    def sdk(self) -> Any:
        """The package."""
        return import_module(self.package)

    def module(self, name: str) -> Any:
        """A module of the package."""
        return import_module(f"{self.package}.{name}")

    def configuration(self, judge: Judge, **settings: Any) -> Any:
        return self.sdk.Configuration(**{"host": judge.url, **self.credentials, **settings})

    def api(self, operation: Operation, prefix: str = "") -> Any:
        """The class with the operation; `prefix` is "" or "Async"."""
        tag = operation.node["tags"][0]
        return getattr(self.module(self.apis), f"{prefix}{tag}Api")

    def models(self) -> Any:
        return self.module("models")

    def wire(self, model: Any) -> Any:
        """What a model is on the wire."""
        return model.to_dict() if self.style == "nextgen" else model.to_dict(serialize=True)


ICA = Platform(
    "ICA_SDK", "prior", "ica.yaml", "apis", {"api_key": {"Bearer": KEY, "JWT": "not used"}}
)
LUSID = Platform(
    "lusid_workflow", "legacy", "lusid_workflow.yaml", "api", {"access_token": TOKEN}
)
ASTRONOMER = Platform(
    "astronomercoreapi", "nextgen", "astronomer_core.yaml", "api", {"api_key": {"JWT": KEY}}
)
PLATFORMS = (ICA, LUSID, ASTRONOMER)


@dataclass(frozen=True)
class Case:
    """One operation of one platform."""

    platform: Platform
    operation: Operation

    def __str__(self) -> str:
        return f"{self.platform}-{self.name}"

    @property
    def name(self) -> str:
        return snake(self.operation.name)

    @property
    def success(self) -> Schema:
        """The response that is no error."""
        responses = self.operation.node["responses"]
        return self.platform.document.resolve(next(v for k, v in responses.items() if k[0] == "2"))

    @property
    def errors(self) -> dict[str, Schema]:
        """The responses that are errors, by status or `default`."""
        responses = self.operation.node["responses"]
        resolve = self.platform.document.resolve
        return {code: resolve(node) for code, node in responses.items() if code[0] != "2"}

    def required(self) -> dict[str, Any]:
        """Valid required arguments by Python name, in the order of the signature."""
        return self._arguments(optional=False)

    def all(self) -> dict[str, Any]:
        """Valid arguments, optional ones too."""
        return self._arguments(optional=True)

    def _arguments(self, optional: bool) -> dict[str, Any]:
        made = arguments(self.operation, self.platform.document, optional=optional)
        found = {snake(name): argument for name, argument in made.parameters.items()}
        return found if made.body is None else {**found, self.body_name: made.body}

    @property
    def body_name(self) -> str:
        """The pinned name of the body, or that of its model."""
        body = self.platform.document.resolve(self.operation.node["requestBody"])
        return str(body.get("x-clientloom-name") or snake(model_name(body)))


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def model_name(node: Schema) -> str:
    """The name of the model that a Request Body or Response Object refers to."""
    return str(node["content"]["application/json"]["schema"]["$ref"]).rpartition("/")[2]


CASES = [Case(p, operation) for p in PLATFORMS for operation in p.document.operations]
BY_NAME = {str(case): case for case in CASES}

each_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=str)
each_operation = pytest.mark.parametrize("case", CASES, ids=str)
each_error = pytest.mark.parametrize(
    ("case", "code"), [pytest.param(c, code, id=f"{c}-{code}") for c in CASES for code in c.errors]
)


@pytest.fixture(scope="module")
def judges() -> Iterator[dict[str, Judge]]:
    """A running judge for each package."""
    with Judge(ICA.document) as ica, Judge(LUSID.document) as lusid:
        with Judge(ASTRONOMER.document) as astronomer:
            yield {"ICA_SDK": ica, "lusid_workflow": lusid, "astronomercoreapi": astronomer}


Start = Callable[..., Any]


@dataclass(frozen=True)
class Session:
    """A platform, the judge of its calls, and a client that is closed at the end of a test."""

    platform: Platform
    judge: Judge
    client: Any

    def call(self, case: Case, *positional: Any, **named: Any) -> Any:
        """Call an operation with a waiting client."""
        return self.method(case)(*positional, **named)

    def method(self, case: Case, suffix: str = "") -> Any:
        return getattr(self.platform.api(case.operation)(self.client), case.name + suffix)

    def reconfigured(self, **settings: Any) -> Session:
        """The same with other settings; `ApiClient` connects when it is used."""
        configuration = self.platform.configuration(self.judge, **settings)
        return Session(self.platform, self.judge, self.platform.sdk.ApiClient(configuration))


Connect = Callable[[Platform], Session]


@pytest.fixture
def connect(judges: dict[str, Judge]) -> Iterator[Connect]:
    """Return a function that gives the session of a platform."""
    clients = []

    def session(platform: Platform) -> Session:
        judge = judges[platform.package]
        judge.reset()
        clients.append(platform.sdk.ApiClient(platform.configuration(judge)))
        return Session(platform, judge, clients[-1])

    yield session
    for client in clients:
        client.close()


@pytest.fixture
def ica(connect: Connect) -> Session:
    return connect(ICA)


@pytest.fixture
def lusid(connect: Connect) -> Session:
    return connect(LUSID)


@pytest.fixture
def astronomer(connect: Connect) -> Session:
    return connect(ASTRONOMER)


def awaited(session: Session, api: Any, case: Case, name: str, named: Mapping[str, Any]) -> Any:
    """Call a method of an API class made with an `AsyncApiClient`."""

    async def calling() -> Any:
        configuration = session.platform.configuration(session.judge)
        async with session.platform.sdk.AsyncApiClient(configuration) as client:
            return await getattr(api(client), name)(**named)

    return asyncio.run(calling())


# --- Every operation


@each_operation
def test_required_arguments_make_a_valid_request(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    session.call(case, **case.required())

    session.judge.check()
    assert [received.operation_id for received in session.judge.requests] == [case.operation.name]


@each_operation
def test_all_arguments_make_a_valid_request(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    session.call(case, **case.all())

    session.judge.check()
    sent = set(re.findall(r"[?&](\w+)=", session.judge.last.target))
    assert sent == {p["name"] for p in case.operation.parameters if p["in"] == "query"}


@each_operation
def test_required_arguments_are_positional_in_the_order_of_the_document(
    connect: Connect, case: Case
) -> None:
    session = connect(case.platform)
    values = {name: f"{name}-{TASK_ID}"[-40:] for name in case.required()}
    body = {case.body_name: case.required()[case.body_name]} if case.body_name_required else {}
    values.update(body)

    session.call(case, *values.values())
    session.call(case, **values)

    positional, named = session.judge.requests
    assert positional == named
    assert list(named.path_values.values()) == list(values.values())[: len(named.path_values)]


@each_operation
def test_a_result_is_the_declared_model_with_everything_that_was_sent(
    connect: Connect, case: Case
) -> None:
    session = connect(case.platform)

    result = session.call(case, **case.required())

    _, body = example_body(case.platform.document, case.success)
    assert type(result) is getattr(case.platform.models(), model_name(case.success))
    assert case.platform.wire(result) == json.loads(body)


@each_operation
def test_the_asynchronous_class_awaits_the_same_result(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    waited = session.call(case, **case.all())

    api = case.platform.api(case.operation, "Async")
    result = awaited(session, api, case, case.name, case.all())

    session.judge.check()
    first, second = session.judge.requests
    assert first == second
    assert result == waited


@each_operation
def test_the_waiting_class_takes_an_asynchronous_client(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    api = case.platform.api(case.operation)
    result = awaited(session, api, case, case.name, case.required())

    session.judge.check()
    assert type(result).__name__ == model_name(case.success)


@each_operation
def test_a_body_is_a_model_built_with_snake_case_keywords(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    named = case.all()
    if "requestBody" not in case.operation.node:
        pytest.skip("the operation takes no body")
    wire = named[case.body_name]
    node = case.platform.document.resolve(case.operation.node["requestBody"])
    named[case.body_name] = built(case.platform, model_name(node), wire)

    session.call(case, **named)

    session.judge.check()
    assert session.judge.last.json == wire
    assert session.judge.last.header("Content-Type") == "application/json"


def built(platform: Platform, name: str, wire: Mapping[str, Any]) -> Any:
    """Build a model, and those within it, with keywords in snake case."""
    document = platform.document
    properties = document.properties(document.root["components"]["schemas"][name])

    def converted(schema: Schema, wired: Any) -> Any:
        if isinstance(wired, list):
            return [converted(schema["items"], item) for item in wired]
        reference = schema.get("$ref")
        return built(platform, reference.rpartition("/")[2], wired) if reference else wired

    model = getattr(platform.models(), name)
    return model(**{snake(key): converted(properties[key], wire[key]) for key in wire})
