"""Models in three styles: what servers add later, unset and null, conversions; and names."""

from __future__ import annotations

import inspect
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from judge import example_body, value
from platforms import (
    ASTRONOMER,
    BY_NAME,
    CASES,
    ICA,
    LUSID,
    TASK_ID,
    Case,
    Connect,
    Platform,
    Session,
    each_error,
    each_operation,
    each_platform,
    model_name,
    snake,
)

# --- What a server adds later


@each_operation
def test_unknown_fields_survive_at_every_level(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    _, body = example_body(case.platform.document, case.success)
    newer = with_more(json.loads(body))
    session.judge.answer(200, newer)

    result = session.call(case, **case.required())

    assert result.newField == {"deep": [1, None]}
    assert case.platform.wire(result) == newer


def with_more(node: Any) -> Any:
    """A copy whose objects, except maps of texts, have a new field."""
    if isinstance(node, list):
        return [with_more(item) for item in node]
    if isinstance(node, dict) and "key" not in node:
        more = {key: with_more(item) for key, item in node.items()}
        return {**more, "newField": {"deep": [1, None]}} if "newField" not in node else more
    return node


@each_error
def test_unknown_fields_of_an_error_survive(connect: Connect, case: Case, code: str) -> None:
    session = connect(case.platform)
    _, body = example_body(case.platform.document, case.errors[code])
    newer = with_more(json.loads(body))
    session.judge.answer(418 if code == "default" else int(code), newer)

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call(case, **case.required())
    assert case.platform.wire(caught.value.data) == newer


def test_unknown_fields_are_sent_back(ica: Session) -> None:
    execution = {"command": "c", "gpu": 1, "image": {"name": "i", "arch": "arm"}}
    ica.judge.answer(200, {"execution": execution})

    version = ica.call(BY_NAME["prior-get_task_version"], "t", "v")
    request = ICA.model("UpdateTaskVersionRequest")(execution=version.execution)
    ica.call(BY_NAME["prior-update_task_version"], "t", "v", body=request)

    ica.judge.check()
    assert ica.judge.last.json == {"execution": execution}


def test_unknown_fields_are_sent_back_by_closed_models_too(lusid: Session) -> None:
    """A program cannot add a field to them, a server can."""
    identifier = {"scope": "s", "code": "c", "region": "eu"}
    lusid.judge.answer(200, {"taskDefinitionId": identifier})
    lusid.judge.answer(201, {})

    task = lusid.call(BY_NAME["legacy-get_task"], TASK_ID)
    request = LUSID.model("CreateTaskRequest")(task_definition_id=task.task_definition_id)
    lusid.call(BY_NAME["legacy-create_task"], request)

    assert lusid.judge.last.json == {"taskDefinitionId": identifier}


def test_unknown_fields_are_dropped_on_request(connect: Connect) -> None:
    session = connect(ICA, discard_unknown_keys=True)
    session.judge.answer(200, {"id": "i", "new": 1, "execution": {"command": "c", "gpu": 1}})

    version = session.call(BY_NAME["prior-get_task_version"], "t", "v")

    assert version.to_dict() == {"id": "i", "execution": {"command": "c"}}


@each_operation
def test_a_response_is_not_held_to_its_bounds(connect: Connect, case: Case) -> None:
    """A server that allows longer names than it did breaks no client."""
    session = connect(case.platform)
    _, body = example_body(case.platform.document, case.success)
    longer = json.loads(body, parse_int=lambda text: int(text) * 99999)
    longer |= {key: text * 500 for key, text in longer.items() if str(text).endswith("_example")}
    session.judge.answer(200, longer)

    result = session.call(case, **case.required())

    assert case.platform.wire(result) == longer


@each_operation
def test_a_success_that_is_not_listed_is_read_as_the_result(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    _, body = example_body(case.platform.document, case.success)
    session.judge.answer(202, body)

    result = session.call(case, **case.required())

    assert type(result).__name__ == model_name(case.success)


# --- Models


def test_fields_are_read_as_attributes_in_snake_case(ica: Session) -> None:
    settings = {"cacheSizeGB": 60, "blockSizeMB": 1.5}
    environment = {"inputStreamSettings": settings, "resources": {"memoryGb": 2.5}}
    ica.judge.answer(
        200, {"timeCreated": "2024-02-29T12:34:56Z", "execution": {"environment": environment}}
    )

    version = ica.call(BY_NAME["prior-get_task_version"], "t", "v")

    read = version.execution.environment
    assert read.input_stream_settings.cache_size_gb == 60
    assert read.input_stream_settings.block_size_mb == 1.5
    assert read.resources.memory_gb == 2.5
    assert version.time_created == datetime(2024, 2, 29, 12, 34, 56, tzinfo=UTC)
    assert version.description is None


def test_defaults_are_read_and_not_sent(ica: Session) -> None:
    settings = ICA.model("InputStreamSettings")(cache_size_gb=50)
    environment = ICA.model("Environment")(input_stream_settings=settings)
    execution = ICA.model("Execution")(environment=environment)

    ica.call(
        BY_NAME["prior-update_task_version"],
        "t",
        "v",
        body=ICA.model("UpdateTaskVersionRequest")(execution=execution),
    )

    assert (execution.retry_limit, execution.retry_count) == (3, 0)
    assert (settings.access_pattern, settings.prefetch_blocks) == ("sequential", 32)
    assert ica.judge.last.json == {
        "execution": {"environment": {"inputStreamSettings": {"cacheSizeGB": 50}}}
    }


def test_null_is_sent_and_what_is_unset_is_not(lusid: Session) -> None:
    definition = LUSID.model("ResourceId")(scope="s", code="c")
    request = LUSID.model("CreateTaskRequest")(task_definition_id=definition, fields=None)

    lusid.call(BY_NAME["legacy-create_task"], request)

    lusid.judge.check()
    assert lusid.judge.last.json == {
        "taskDefinitionId": {"scope": "s", "code": "c"},
        "fields": None,
    }


def test_null_in_a_response_is_told_from_what_is_missing(lusid: Session) -> None:
    lusid.judge.answer(200, {"state": None, "correlationIds": None})

    task = lusid.call_simply()

    assert (task.state, task.correlation_ids, task.fields) == (None, None, None)
    assert task.to_dict(serialize=True) == {"state": None, "correlationIds": None}


def test_a_null_that_is_not_allowed_does_not_break_a_response(
    ica: Session, astronomer: Session
) -> None:
    """Servers send null for what is optional, whatever their documents say."""
    ica.judge.answer(200, {"id": "i", "description": None, "acl": None})
    astronomer.judge.answer(200, {"dagId": "d", "dagRunId": "r", "taskId": "t", "endDate": None})

    assert ica.call_simply().acl is None
    assert astronomer.call_simply().end_date is None


def test_an_attribute_that_is_assigned_is_sent(ica: Session) -> None:
    request = ICA.model("UpdateTaskRequest")(name="n")
    request.description = "d"

    ica.call(BY_NAME["prior-update_task"], "t", body=request)

    assert ica.judge.last.json == {"name": "n", "description": "d"}


def test_wire_names_build_a_model_too(lusid: Session) -> None:
    definition = {"scope": "s", "code": "c"}
    by_wire = LUSID.model("CreateTaskRequest")(taskDefinitionId=definition, correlationIds=["i"])
    by_name = LUSID.model("CreateTaskRequest")(
        task_definition_id=LUSID.model("ResourceId")(**definition), correlation_ids=["i"]
    )

    assert by_wire == by_name


def test_to_dict_of_prior_and_legacy_has_python_names() -> None:
    for platform in (ICA, LUSID):
        task = platform.model("Task").model_validate_json(
            '{"id": "7f3b5d1e-9c2a-4e8b-8f6d-0a1b2c3d4e5f", "taskVersions": [{"subTenantId": "s"}],'
            '"taskDefinitionId": {"scope": "s", "code": "c"}}'
        )
        made = task.to_dict()
        if platform is ICA:
            assert made["task_versions"] == [{"sub_tenant_id": "s"}]
        else:
            assert made["task_definition_id"] == {"scope": "s", "code": "c"}
        wire = task.to_dict(serialize=True)
        assert wire["taskVersions"] == [{"subTenantId": "s"}]
        assert wire["taskDefinitionId"] == {"scope": "s", "code": "c"}
        json.dumps(wire)


def test_models_of_nextgen_convert_to_and_from_json_and_dicts() -> None:
    model = ASTRONOMER.model("TaskInstancesPaginated")
    wire = {
        "limit": 1,
        "offset": 0,
        "taskInstances": [{"dagId": "d", "dagRunId": "r", "taskId": "t", "mapIndex": 3}],
        "totalCount": 1,
    }

    page = model.from_dict(wire)

    assert page.task_instances[0].map_index == 3
    assert page.to_dict() == json.loads(page.to_json()) == wire
    assert model.from_json(page.to_json()) == page
    assert "'dag" in page.to_str()


def test_models_of_prior_are_read_like_dicts_too() -> None:
    task = ICA.model("Task")(name="n", acl=["a"])

    assert (task["name"], task.get("acl"), task.get("description", "none")) == ("n", ["a"], "none")
    assert ("name" in task, "description" in task) == (True, False)
    with pytest.raises(ICA.sdk.ApiKeyError):
        task["nothing"]


@pytest.mark.parametrize(
    ("platform", "model", "keywords"),
    [
        (ICA, "CreateTaskRequest", {}),
        (ICA, "CreateTaskRequest", {"name": "n" * 256}),
        (ICA, "CreateTaskRequest", {"name": 5}),
        (ICA, "InputStreamSettings", {"cache_size_gb": 49}),
        (LUSID, "CreateTaskRequest", {}),
        (LUSID, "CreateTaskRequest", {"task_definition_id": None}),
        (LUSID, "ResourceId", {"scope": "s"}),
        (LUSID, "ResourceId", {"scope": "s", "code": "c", "region": "eu"}),
        (ASTRONOMER, "UpdateTaskInstanceRequest", {}),
        (ASTRONOMER, "UpdateTaskInstanceRequest", {"state": None}),
        (ASTRONOMER, "ClearTaskInstancesRequest", {"task_ids": "t"}),
    ],
    ids=str,
)
def test_a_wrong_model_cannot_be_built(
    platform: Platform, model: str, keywords: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=model):
        platform.model(model)(**keywords)


@each_platform
def test_every_model_of_the_document_is_there(platform: Platform) -> None:
    schemas = platform.document.root["components"]["schemas"]

    for name in schemas:
        model = platform.model(name)
        folder = "model" if platform is ICA else "models"
        assert model is getattr(platform.module(f"{folder}.{snake(name)}"), name)
        assert model is platform.model(name)
    assert set(platform.module("models").__all__) == set(schemas)


@each_platform
def test_every_model_reads_its_example_and_gives_it_back(platform: Platform) -> None:
    for name, schema in platform.document.root["components"]["schemas"].items():
        wire = value(schema, platform.document)
        assert platform.wire(platform.model(name).model_validate_json(json.dumps(wire))) == wire


# --- Names


ERRORS = {
    "OpenApiException",
    "ApiTypeError",
    "ApiValueError",
    "ApiKeyError",
    "ApiAttributeError",
    "ApiException",
}
CLIENTS = {"ApiClient", "AsyncApiClient", "Configuration"}

OWN = set("WaitFailedError WaitTimeoutError wait_for wait_for_async".split())
PAGES = {"AsyncPager", "Page", "Pager"}
"""What packages have beyond what their style documented."""


@each_platform
def test_the_root_exports_what_its_style_documents(platform: Platform) -> None:
    names = ERRORS | CLIENTS | OWN
    if platform is not LUSID:  # it has no list
        names |= PAGES
    if platform is not ICA:
        names |= set(platform.document.root["components"]["schemas"])
        names |= {p + c.api for c in CASES if c.platform is platform for p in ("", "Async")}
    if platform is ASTRONOMER:
        names |= {"ApiResponse"}

    assert set(platform.sdk.__all__) == names
    for name in names:
        assert getattr(platform.sdk, name) is not None
    assert not hasattr(platform.sdk, "Nothing")


@each_platform
def test_every_name_of_a_package_can_be_imported(platform: Platform) -> None:
    folders = ["", "api", "models"] + (["apis", "model"] if platform is ICA else [])
    for folder in folders:
        package = platform.module(folder) if folder else platform.sdk
        assert package.__all__
        for name in package.__all__:
            assert getattr(package, name).__name__ == name
            assert name in dir(package)


@each_platform
def test_every_operation_has_the_parameters_of_the_document(platform: Platform) -> None:
    for case in CASES:
        if case.platform is platform:
            signature = inspect.signature(getattr(platform.api(case), case.name))
            names = list(signature.parameters)
            required = [n for n, p in signature.parameters.items() if p.default is p.empty]
            assert required == ["self", *case.required(), "options"]
            assert set(names) == {"self", *case.all(), "options"}


def test_prior_keeps_apis_and_models_out_of_its_root() -> None:
    for name in ("TasksApi", "Task", "ErrorResponse"):
        assert not hasattr(ICA.sdk, name)
    assert set(ICA.module("apis").__all__) >= {"TasksApi", "TaskVersionsApi"}
    assert ICA.module("apis").TasksApi is ICA.module("api.tasks_api").TasksApi
    assert ICA.module("models").Task is ICA.module("model.task").Task
