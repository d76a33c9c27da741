"""The packages in the styles of openapi-generator, as the tests see them: `Platform`, `Case`.

What is called comes from the documents: every operation, its arguments, its answers. Names are
derived here once more, so that a mistake of the generator does not hide in its own rules.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import pytest
from judge import Document, Judge, Operation, Schema, arguments, load

SPECS = Path(__file__).parents[1] / "specs"
TASK_ID = "7d1c2f0a-5b3e-4c68-9a4d-2e8f6b7c9d01"
KEY, TOKEN = "a-key", "a-token"


@dataclass(frozen=True)
class Platform:
    """A package, its document, and what its style makes of the same facts."""

    package: str
    style: str
    spec: str
    apis: str
    credentials: Mapping[str, Any] = field(hash=False)

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

    def api(self, case: Case, prefix: str = "") -> Any:
        """The class with the operation; `prefix` is "" or "Async"."""
        return getattr(self.module(self.apis), prefix + case.api)

    def model(self, name: str) -> Any:
        """A model class."""
        return getattr(self.module("models"), name)

    def wire(self, model: Any) -> Any:
        """What a model is on the wire; a text stays."""
        if isinstance(model, str):
            return model
        return model.to_dict() if self.style == "nextgen" else model.to_dict(serialize=True)


ICA = Platform(
    package="ICA_SDK",
    style="prior",
    spec="ica.yaml",
    apis="apis",
    credentials={"api_key": {"Bearer": KEY}},
)
LUSID = Platform(
    package="lusid_workflow",
    style="legacy",
    spec="lusid_workflow.yaml",
    apis="api",
    credentials={"access_token": TOKEN},
)
ASTRONOMER = Platform(
    package="astronomercoreapi",
    style="nextgen",
    spec="astronomer_core.yaml",
    apis="api",
    credentials={"api_key": {"JWT": KEY}},
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
    def api(self) -> str:
        """The class of the operation."""
        return f"{self.operation.node['tags'][0]}Api"

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
        found = {snake(name): given for name, given in made.parameters.items()}
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
WITH_BODY = [case for case in CASES if "requestBody" in case.operation.node]
SIMPLE = {  # an operation that reads one thing, by the platform
    ICA: BY_NAME["prior-get_task"],
    LUSID: BY_NAME["legacy-get_task"],
    ASTRONOMER: BY_NAME["nextgen-get_mapped_task_instance"],
}

each_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=str)
each_operation = pytest.mark.parametrize("case", CASES, ids=str)
each_error = pytest.mark.parametrize(
    ("case", "code"), [pytest.param(c, code, id=f"{c}-{code}") for c in CASES for code in c.errors]
)


class Connect(Protocol):
    """Makes the session of a platform, with other settings where they are given."""

    def __call__(self, platform: Platform, **settings: Any) -> Session: ...


@dataclass(frozen=True)
class Session:
    """A platform, the judge of its calls, and a client for it."""

    platform: Platform
    judge: Judge
    client: Any

    @property
    def sdk(self) -> Any:
        return self.platform.sdk

    @property
    def configuration(self) -> Any:
        return self.client.configuration

    def call(self, case: Case, /, *positional: Any, **named: Any) -> Any:
        """Call an operation."""
        return self.method(case)(*positional, **named)

    def call_simply(self, **options: Any) -> Any:
        """Call the first operation that reads one thing, with no more than options."""
        case = SIMPLE[self.platform]
        return self.call(case, **case.required(), **options)

    def method(self, case: Case, suffix: str = "") -> Any:
        """The method of an operation, or a variant of it."""
        return getattr(self.platform.api(case)(self.client), case.name + suffix)

    def awaited(self, api: Any, name: str, named: Mapping[str, Any]) -> Any:
        """Call a method of a class made with an `AsyncApiClient`."""

        async def calling() -> Any:
            async with self.sdk.AsyncApiClient(self.configuration) as client:
                return await getattr(api(client), name)(**named)

        return asyncio.run(calling())
