"""mypy --strict and pyright strict find nothing in what is shipped, and the mistakes of its users.

Each checker runs once, over everything: the generated packages with their copies of the runtime, and
two scripts per platform. (`make types` is for the generator.) `CORRECT` says with `assert_type` what
a caller sees; each line of `MISTAKES` that ends in `# wrong` must be found, and no other. The packages
are checked side by side in one folder, as pip puts them: two distributions can share a namespace.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from once import once

ROOT = Path(__file__).parents[1]
PROJECTS = [path.parent for path in sorted((ROOT / "generated").glob("*/pyproject.toml"))]

CORRECT = {
    "ICA_SDK": """
        from collections.abc import Coroutine
        from datetime import datetime
        from typing import Any, assert_type

        import ICA_SDK
        from ICA_SDK import Page, Pager
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
            pager = assert_type(tasks.iter_tasks(sort="name"), Pager[TaskSummary, TaskSummaryPagedItems])
            assert_type([task for task in pager], list[TaskSummary])
            assert_type(next(pager.pages()), Page[TaskSummary, TaskSummaryPagedItems])
            assert_type(pager.first.body, TaskSummaryPagedItems)
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
                summary = await assert_type(call, Coroutine[Any, Any, TaskSummary])
                assert_type(summary, TaskSummary)
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
                async for each in api.iter_mapped_task_instances("o", "t", "w", "r", "d", "x"):
                    assert_type(each, TaskInstance)
                instance = await api.get_mapped_task_instance("o", "w", "r", "d", "x", "t", "0")
                assert_type(instance, TaskInstance)
                response = await api.get_mapped_task_instance_with_http_info(
                    "o", "w", "r", "d", "x", "t", map_index="0"
                )
                assert_type(response.data, TaskInstance)
    """,
    "waylay": """
        from typing import assert_type

        from waylay.sdk import WaylayClient
        from waylay.sdk.api import ApiError, Response
        from waylay.services.rules.models import (
            CreateTask201Response,
            TaskEntity,
            TaskFromTemplate,
            TaskSpecification,
        )
        from waylay.services.rules.queries.tasks_api import ListQuery
        from waylay.services.rules.service import RulesService


        async def main(client: WaylayClient) -> None:
            rules: RulesService = client.rules
            task = TaskFromTemplate(name="n", template="t", type="reactive")
            assert_type(await rules.tasks.create(json=task), CreateTask201Response)
            created = await rules.tasks.create(json={"name": "n"}, query={"failOnWarning": True})
            assert_type(created.id, str)
            await rules.tasks.replace("t", json=TaskSpecification(task))
            assert_type(await rules.tasks.get("t", headers={"X-Trace": "t"}), TaskEntity)
            assert_type(await rules.tasks.get("t", raw_response=True), Response)
            assert_type(await rules.tasks.get("t", select_path="id", response_type=str), str)
            found = await rules.tasks.list(query=ListQuery(hits=5, status="running"))
            assert_type(found, list[TaskEntity])
            async for each in rules.tasks.iter_list(query={"hits": 5}):
                assert_type(each, TaskEntity)
            assert_type((await rules.tasks.iter_list()).items, list[TaskEntity])
            assert_type(await rules.tasks.stop("t"), TaskEntity)
            try:
                await rules.tasks.delete("t")
            except ApiError as error:
                print(error)
    """,
}
MISTAKES = {
    "ICA_SDK": """
        import ICA_SDK
        from ICA_SDK.apis import AsyncTasksApi, TasksApi
        from ICA_SDK.models import CreateTaskRequest, InputStreamSettings, UpdateTaskRequest
        from ICA_SDK.models import TaskSummry  # wrong
        from ICA_SDK.testing import Mock

        tasks = TasksApi(ICA_SDK.ApiClient())
        tasks.get_task()  # wrong
        tasks.get_task(5)  # wrong
        tasks.get_task(taskId="t")  # wrong
        tasks.get_task("t", colour="red")  # wrong
        tasks.get_task("t", _request_timeout="soon")  # wrong
        tasks.get_task("t", _content_type="text/plain")  # wrong
        tasks.list_tasks("names")  # wrong
        tasks.iter_tasks(page_size="ten")  # wrong
        [task.nme for task in tasks.iter_tasks()]  # wrong
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


        mock = Mock()
        mock.tasks_api.get_task("t").returns(InputStreamSettings())  # wrong
        mock.tasks_api.get_task(5)  # wrong
        mock.tasks.get_task("t")  # wrong
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
    "waylay": """
        from waylay.services.rules.models import TaskFromTemplate
        from waylay.services.rules.queries.tasks_api import ListQuery
        from waylay.services.rules.service import RulesService


        async def main(rules: RulesService) -> None:
            await rules.tasks.get()  # wrong
            await rules.tasks.get(5)  # wrong
            await rules.tasks.get("t", None)  # wrong
            await rules.tasks.get("t", colour="red")  # wrong
            (await rules.tasks.get("t")).nme  # wrong
            rules.tasks.get("t").id  # wrong
            await rules.tasks.create()  # wrong
            await rules.tasks.create(json=5)  # wrong
            await rules.tasks.create(json=ListQuery())  # wrong
            await rules.jobs.get("t")  # wrong
            ListQuery(hits="many")  # wrong
            TaskFromTemplate(name="n", type="reactive")  # wrong
    """,
}

#: What a checker finds: file, line and message each.
Findings = list[tuple[str, int, str]]


@dataclass(frozen=True)
class Workplace:
    """A folder that looks as if everything were installed in it, and the scripts."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def scripts(self) -> Path:
        return self.folder / "scripts"

    @property
    def checked(self) -> list[Path]:
        return [self.site, self.scripts]

    def script(self, package: str, kind: str) -> Path:
        return self.scripts / f"{package}_{kind}.py"

    def fill(self) -> None:
        """Copy the packages, and write the scripts."""
        self.scripts.mkdir()
        for project in PROJECTS:
            for package in project.iterdir():
                if package.is_dir() and package.name != "docs":
                    leave = shutil.ignore_patterns("__pycache__")
                    where = self.site / package.name
                    shutil.copytree(package, where, dirs_exist_ok=True, ignore=leave)
        for kind, sources in (("correct", CORRECT), ("mistakes", MISTAKES)):
            for package_name, source in sources.items():
                text = textwrap.dedent(source).lstrip()
                self.script(package_name, kind).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def workplace(shared: Path) -> Workplace:
    """What the checkers look at."""
    return Workplace(once(shared.resolve() / "types", lambda folder: Workplace(folder).fill()))


def mypy(workplace: Workplace) -> Findings:
    """Everything that mypy finds."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases"),
            *("--config-file=", "--python-version=3.11", "--output=json", "--no-error-summary"),
            f"--cache-dir={workplace.scripts / 'cache'}",  # a shared one tells of old scripts
            *map(str, workplace.site.iterdir()),
            *map(str, workplace.scripts.glob("*.py")),
        ],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": os.pathsep.join(map(str, workplace.checked))},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return [
        (str(ROOT / found["file"]), found["line"], found["message"])
        for found in map(json.loads, done.stdout.splitlines())
        if found["severity"] == "error"
    ]


def pyright(workplace: Workplace) -> Findings:
    """Everything that pyright finds."""
    project = workplace.scripts / "pyrightconfig.json"
    settings = {
        "include": [os.path.relpath(path, project.parent) for path in workplace.checked],
        "exclude": ["**/__pycache__"],
        "extraPaths": list(map(str, workplace.checked)),
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
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
    return [
        (found["file"], found["range"]["start"]["line"] + 1, found["message"])
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    ]


Checker = Callable[[Workplace], Findings]


@pytest.fixture(scope="session", params=[mypy, pyright], ids=lambda checker: checker.__name__)
def findings(request: pytest.FixtureRequest, workplace: Workplace) -> Findings:
    """Everything that a checker finds. It runs once, however many processes ask."""
    checker: Checker = request.param

    def check(folder: Path) -> None:
        (folder / "found.json").write_text(json.dumps(checker(workplace)), encoding="utf-8")

    folder = once(workplace.folder / checker.__name__, check)
    return [(f, n, m) for f, n, m in json.loads((folder / "found.json").read_text("utf-8"))]


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_nothing_is_found_in_what_is_shipped(
    findings: Findings, folder: Path, workplace: Workplace
) -> None:
    files = {str(workplace.site / file.relative_to(folder)) for file in folder.rglob("*.py*")}

    assert [found for found in findings if found[0] in files] == []


@pytest.mark.parametrize("package", CORRECT)
def test_a_correct_script_is_typed_without_any(
    findings: Findings, package: str, workplace: Workplace
) -> None:
    script = str(workplace.script(package, "correct"))

    assert [found for found in findings if found[0] == script] == []


@pytest.mark.parametrize("package", MISTAKES)
def test_each_mistake_of_a_caller_is_found(
    findings: Findings, package: str, workplace: Workplace
) -> None:
    script = workplace.script(package, "mistakes")
    lines = script.read_text(encoding="utf-8").splitlines()
    wrong = [line for line in lines if line.endswith("# wrong")]

    found = {line for file, line, _ in findings if file == str(script)}

    assert [lines[line - 1] for line in sorted(found)] == wrong
