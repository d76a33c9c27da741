"""mypy --strict and pyright strict find nothing in what is shipped, and the mistakes of its users.

Each checker runs once, over everything: the generator, the generated packages with their copies of
the runtime, and two scripts per platform. `CORRECT` says with `assert_type` what a caller sees; each
line of `MISTAKES` that ends in `# wrong` must be found, and no other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECTS = [path.parent for path in sorted((ROOT / "generated").glob("*/pyproject.toml"))]
SEARCHED = [ROOT / "generator", *PROJECTS]

CORRECT = {
    "ICA_SDK": """
        from collections.abc import Coroutine
        from datetime import datetime
        from typing import Any, assert_type

        import ICA_SDK
        from ICA_SDK.api import tasks_api
        from ICA_SDK.apis import AsyncTasksApi, TaskVersionsApi
        from ICA_SDK.exceptions import NotFoundException
        from ICA_SDK.model.create_task_request import CreateTaskRequest
        from ICA_SDK.model.execution import Execution
        from ICA_SDK.models import CreateTaskVersionRequest, Image, LaunchTaskRequest, Task, TaskRun
        from ICA_SDK.models import TaskSummary, TaskSummaryPagedItems, TaskVersion

        configuration = ICA_SDK.Configuration(host="https://example.com", api_key={"Bearer": "k"})
        configuration.api_key_prefix["Bearer"] = "Bearer"
        with ICA_SDK.ApiClient(configuration) as client:
            tasks = tasks_api.TasksApi(client)
            request = CreateTaskRequest(
                name="n",
                task_versions=[
                    CreateTaskVersionRequest(
                        version="1", execution=Execution(image=Image(name="i"), command="c")
                    )
                ],
            )
            task = assert_type(tasks.create_task(body=request), Task)
            assert_type(tasks.create_task(body={"name": "n"}, _request_timeout=3), Task)
            assert_type(tasks.get_task("t", _request_timeout=(1, 2.5)), TaskSummary)
            page = assert_type(tasks.list_tasks(page_size=5, sort="name"), TaskSummaryPagedItems)
            versions = TaskVersionsApi(client)
            run = versions.launch_task_run("t", "v", body=LaunchTaskRequest(arguments={"a": "b"}))
            assert_type(run, TaskRun)
        assert_type(task.name, str | None)
        assert_type(task.time_created, datetime | None)
        assert_type(task.task_versions, list[TaskVersion] | None)
        assert_type(page.items, list[TaskSummary] | None)
        assert_type(task.to_dict(), dict[str, Any])
        try:
            tasks.get_task("t")
        except NotFoundException as error:
            assert_type(error.status, int | None)
            assert_type(error.body, str | None)
        except ICA_SDK.ApiException as error:
            print(error.reason)


        async def main() -> None:
            async with ICA_SDK.AsyncApiClient(configuration) as client:
                call = AsyncTasksApi(client).get_task("t")
                assert_type(call, Coroutine[Any, Any, TaskSummary])
                assert_type(await call, TaskSummary)
                assert_type(await AsyncTasksApi(client).list_tasks(names="n"), TaskSummaryPagedItems)
    """,
    "lusid_workflow": """
        from datetime import datetime
        from typing import Any, assert_type
        from uuid import UUID

        import lusid_workflow
        from lusid_workflow.models import CreateTaskRequest, ResourceId
        from lusid_workflow.rest import ApiException

        configuration = lusid_workflow.Configuration()
        configuration.access_token = "t"
        tasks = lusid_workflow.TasksApi(lusid_workflow.ApiClient(configuration))
        request = CreateTaskRequest(task_definition_id=ResourceId(scope="s", code="c"), fields=None)
        task = assert_type(tasks.create_task(request, trigger="Start"), lusid_workflow.Task)
        assert_type(task.id, UUID | None)
        assert_type(task.version, lusid_workflow.Version | None)
        assert_type(tasks.get_task("i", as_at=datetime.now()), lusid_workflow.Task)
        assert_type(tasks.get_task("i", as_at="2024-02-29T00:00:00Z"), lusid_workflow.Task)
        answer = tasks.update_task("i", update_task_request={"fields": []}, _preload_content=True)
        assert_type(answer, lusid_workflow.UpdateTaskResponse)
        data, status, headers = tasks.delete_task_with_http_info("i")
        assert_type(data, lusid_workflow.DeletedEntityResponse)
        assert_type(data.as_at, datetime)
        assert_type(status, int)
        assert_type(headers["ETag"], str)
        assert_type(task.to_dict(serialize=True), dict[str, Any])
        try:
            tasks.get_task("i")
        except ApiException as error:
            assert_type(error.status, int | None)


        async def main() -> None:
            async with lusid_workflow.AsyncApiClient(configuration) as client:
                api = lusid_workflow.AsyncTasksApi(client)
                assert_type(await api.get_task("i"), lusid_workflow.Task)
                task, status, _ = await api.get_task_with_http_info("i")
                assert_type(task, lusid_workflow.Task)
                assert_type(status, int)
    """,
    "astronomercoreapi": """
        from datetime import UTC, datetime
        from typing import Any, assert_type

        import astronomercoreapi
        from astronomercoreapi.models.task_instance import TaskInstance

        configuration = astronomercoreapi.Configuration(api_key={"JWT": "k"})
        with astronomercoreapi.ApiClient(configuration) as client:
            api = astronomercoreapi.TaskApi(client)
            page = api.list_mapped_task_instances(
                "o", "t", "w", "r", "d", "x", 0, limit=5, states=["failed"],
                start_date_gte=datetime.now(UTC), end_date_lte="2024-02-29T00:00:00Z",
            )
            assert_type(page, astronomercoreapi.TaskInstancesPaginated)
            assert_type(page.task_instances, list[TaskInstance])
            assert_type(page.total_count, int)
            response = api.get_mapped_task_instance_with_http_info("o", "w", "r", "d", "x", "t", "0")
            assert_type(response, astronomercoreapi.ApiResponse[TaskInstance])
            assert_type(response.data, TaskInstance)
            assert_type(response.status_code, int)
            assert_type(response.raw_data, bytes)
            data = astronomercoreapi.ClearTaskInstancesRequest(task_ids=["t"], is_dry_run=True)
            references = api.clear_task_instances("o", "w", "r", "d", data)
            assert_type(references, astronomercoreapi.TaskInstanceReferences)
            assert_type(TaskInstance.from_json("{}"), TaskInstance)
            assert_type(TaskInstance.from_dict({}).to_dict(), dict[str, Any])
            assert_type(response.data.to_json(), str)


        async def main() -> None:
            async with astronomercoreapi.AsyncApiClient(configuration) as client:
                api = astronomercoreapi.AsyncTaskApi(client)
                instance = await api.get_mapped_task_instance("o", "w", "r", "d", "x", "t", "0")
                assert_type(instance, TaskInstance)
                response = await api.get_mapped_task_instance_with_http_info(
                    "o", "w", "r", "d", "x", "t", map_index="0"
                )
                assert_type(response.data, TaskInstance)
    """,
}
MISTAKES = {
    "ICA_SDK": """
        import ICA_SDK
        from ICA_SDK.apis import AsyncTasksApi, TasksApi
        from ICA_SDK.models import CreateTaskRequest, InputStreamSettings, UpdateTaskRequest
        from ICA_SDK.models import TaskSummry  # wrong

        tasks = TasksApi(ICA_SDK.ApiClient())
        tasks.get_task()  # wrong
        tasks.get_task(5)  # wrong
        tasks.get_task(taskId="t")  # wrong
        tasks.get_task("t", colour="red")  # wrong
        tasks.get_task("t", _request_timeout="soon")  # wrong
        tasks.get_task("t", _content_type="text/plain")  # wrong
        tasks.list_tasks("names")  # wrong
        tasks.list_tasks(page_size="ten")  # wrong
        tasks.create_task(body=UpdateTaskRequest())  # wrong
        tasks.get_task_with_http_info("t")  # wrong
        tasks.get_task("t").nme  # wrong
        len(tasks.get_task("t").name)  # wrong
        CreateTaskRequest()  # wrong
        CreateTaskRequest(name=5)  # wrong
        CreateTaskRequest(name="n", task_versions="1")  # wrong
        InputStreamSettings(cache_size_gb="big")  # wrong
        ICA_SDK.Configuration(hots="https://example.com")  # wrong
        ICA_SDK.TasksApi  # wrong
        AsyncTasksApi(ICA_SDK.ApiClient())  # wrong


        async def main() -> None:
            api = AsyncTasksApi(ICA_SDK.AsyncApiClient())
            api.get_task("t").name  # wrong
            await api.get_task(5)  # wrong
            await tasks.get_task("t")  # wrong
    """,
    "lusid_workflow": """
        import lusid_workflow

        tasks = lusid_workflow.TasksApi()
        request = lusid_workflow.CreateTaskRequest(task_definition_id="id")  # wrong
        lusid_workflow.CreateTaskRequest()  # wrong
        lusid_workflow.ResourceId(scope="s", code="c", region="eu")  # wrong
        lusid_workflow.ResourceId(scope="s", code=None)  # wrong
        tasks.create_task()  # wrong
        tasks.create_task(lusid_workflow.UpdateTaskRequest())  # wrong
        tasks.get_task("i", "2024-02-29T00:00:00Z")  # wrong
        tasks.get_task("i", as_at=5)  # wrong
        tasks.get_task("i", trigger="Start")  # wrong
        tasks.get_task("i", _host_index=0)  # wrong
        data, status = tasks.get_task_with_http_info("i")  # wrong
        tasks.get_task("i").to_dict(True).state  # wrong
    """,
    "astronomercoreapi": """
        import astronomercoreapi as astronomer

        api = astronomer.TaskApi()
        api.clear_task_instances("o", "w", "r", "d")  # wrong
        api.clear_task_instances("o", "w", "r", "d", astronomer.UpdateTaskInstanceRequest(state="s"))  # wrong
        api.list_mapped_task_instances("o", "t", "w", "r", "d", "x", limit="5")  # wrong
        api.list_mapped_task_instances("o", "t", "w", "r", "d", "x", states="failed")  # wrong
        api.list_mapped_task_instances("o", "t", "w", "r", "d", "x", start_date_gte=5)  # wrong
        api.list_mapped_task_instances("o", "t", "w", "r", "d", "x").task_instances.id  # wrong
        api.get_mapped_task_instance("o", "w", "r", "d", "x", "t", 0)  # wrong
        api.get_mapped_task_instance_with_http_info("o", "w", "r", "d", "x", "t", "0").dag_id  # wrong
        astronomer.UpdateTaskInstanceRequest()  # wrong
        astronomer.UpdateTaskInstanceRequest(state="s", is_dry_run="maybe")  # wrong
        astronomer.TaskInstance.from_json({})  # wrong
    """,
}

Findings = dict[Path, dict[int, str]]


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts."""
    folder = tmp_path_factory.mktemp("scripts")
    for kind, sources in (("correct", CORRECT), ("mistakes", MISTAKES)):
        for package, source in sources.items():
            text = textwrap.dedent(source).lstrip()
            (folder / f"{package}_{kind}.py").write_text(text, encoding="utf-8")
    return folder


@cache
def mypy(scripts: Path) -> Findings:
    """Everything that mypy finds, by file and line."""
    packages = [project / name for project in PROJECTS for name in packages_of(project)]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases"),
            *("--config-file=", "--python-version=3.11", "--output=json", "--no-error-summary"),
            *map(str, [ROOT / "generator" / "clientloom", *packages, *scripts.glob("*.py")]),
        ],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": os.pathsep.join(map(str, [*SEARCHED, scripts]))},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return by_line(
        (str(ROOT / found["file"]), found["line"], found["message"])
        for found in map(json.loads, done.stdout.splitlines())
        if found["severity"] == "error"
    )


@cache
def pyright(scripts: Path) -> Findings:
    """Everything that pyright finds, by file and line."""
    settings = {
        "include": [os.path.relpath(path, scripts) for path in [*SEARCHED, scripts]],
        "exclude": ["**/__pycache__"],
        "extraPaths": [str(path) for path in SEARCHED],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    project = scripts / "pyrightconfig.json"
    project.write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pyright", "--project", str(project), "--outputjson"),
            *("--pythonpath", sys.executable),
        ],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > 100
    return by_line(
        (found["file"], found["range"]["start"]["line"] + 1, found["message"])
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    )


def by_line(found: Iterable[tuple[str, int, str]]) -> Findings:
    findings: Findings = {}
    for file, line, message in found:
        findings.setdefault(Path(file).resolve(), {})[line] = message
    return findings


def packages_of(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.is_dir() and path.name != "docs"]


each_checker = pytest.mark.parametrize("checker", [mypy, pyright])


@each_checker
@pytest.mark.parametrize("folder", SEARCHED, ids=lambda folder: folder.name)
def test_nothing_is_found_in_what_is_shipped(
    checker: Callable[[Path], Findings], folder: Path, scripts: Path
) -> None:
    found = checker(scripts)

    assert {str(f): lines for f, lines in found.items() if folder in f.parents} == {}


@each_checker
@pytest.mark.parametrize("package", CORRECT)
def test_a_correct_script_is_typed_without_any(
    checker: Callable[[Path], Findings], package: str, scripts: Path
) -> None:
    assert checker(scripts).get((scripts / f"{package}_correct.py").resolve(), {}) == {}


@each_checker
@pytest.mark.parametrize("package", MISTAKES)
def test_each_mistake_of_a_caller_is_found(
    checker: Callable[[Path], Findings], package: str, scripts: Path
) -> None:
    script = scripts / f"{package}_mistakes.py"
    lines = script.read_text(encoding="utf-8").splitlines()
    wrong = [line for number, line in enumerate(lines, 1) if line.endswith("# wrong")]

    found = checker(scripts)[script.resolve()]

    assert [lines[number - 1] for number in sorted(found)] == wrong
