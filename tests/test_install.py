"""The distributions as people get them: built, installed into fresh environments, called there.

Environments take the time, so there are few: `newest` has the wheels with the newest dependencies,
`oldest` the sdists with the oldest that they say they take, `untyped` the plugin of waylay-sdk-core
alone, `typed` both distributions of the plugin.
"""

from __future__ import annotations

import base64
import copy
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email import message_from_bytes
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from judge import Judge, load
from once import once
from platforms import PLATFORMS, SIMPLE, SPECS, Platform, model_name

GENERATED = Path(__file__).parents[1] / "generated"


@dataclass(frozen=True)
class Project:
    """A folder with a pyproject.toml, and what that says."""

    folder: Path

    def __str__(self) -> str:
        return self.folder.name

    @property
    def metadata(self) -> dict[str, Any]:
        project: dict[str, Any] = self._pyproject["project"]
        return project

    @cached_property
    def _pyproject(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "pyproject.toml").read_text(encoding="utf-8"))

    @property
    def packages(self) -> list[str]:
        """The folders that are installed."""
        return list(self._pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])

    @property
    def version(self) -> str:
        return str(self.metadata["version"])

    @property
    def modules(self) -> list[str]:
        """Every module, by its dotted name."""
        return sorted(
            ".".join(path.relative_to(self.folder).with_suffix("").parts).removesuffix(".__init__")
            for package in self.packages
            for path in (self.folder / package).rglob("*.py")
        )

    def files(self, *folders: str) -> set[str]:
        """The files below some folders, without what Python leaves there."""
        return {
            path.relative_to(self.folder).as_posix()
            for folder in folders
            for path in (self.folder / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }


PROJECTS = [Project(path.parent) for path in sorted(GENERATED.glob("*/pyproject.toml"))]
BY_PACKAGE = {project.packages[0]: project for project in PROJECTS}
PLUGIN = [project for project in PROJECTS if "entry-points" in project.metadata]
TYPES = [project for project in PROJECTS if "waylay" in project.packages and project not in PLUGIN]

each_project = pytest.mark.parametrize("project", PROJECTS, ids=str)


@dataclass(frozen=True)
class Built:
    """What `python -m build` made of a project."""

    wheel: Path
    sdist: Path


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command without what this process knows of Python; return what it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


def build(project: Project, folder: Path) -> None:
    """Build the sdist, and from it the wheel."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, project.folder)


@pytest.fixture(scope="session")
def workers() -> Iterator[ThreadPoolExecutor]:
    """They build and install beside each other."""
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        yield pool


Dist = dict[Project, Built]


@pytest.fixture(scope="session")
def dist(shared: Path, workers: ThreadPoolExecutor) -> Dist:
    """Every distribution, built."""

    def make(project: Project) -> Built:
        folder = once(shared / "dist" / str(project), lambda f: build(project, f))
        return Built(next(folder.glob("*.whl")), next(folder.glob("*.tar.gz")))

    return dict(zip(PROJECTS, workers.map(make, PROJECTS), strict=True))


@dataclass(frozen=True)
class Environment:
    """A fresh virtual environment."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / "python"

    def install(self, *requirements: str | Path) -> None:
        run(self.python, "-m", "pip", "install", "--quiet", "--no-compile", *requirements)

    def run(self, source: str, *arguments: str) -> Any:
        """Run a program in an empty folder, and return the JSON that it prints."""
        with tempfile.TemporaryDirectory() as empty:
            return json.loads(run(self.python, "-c", source, *arguments, cwd=Path(empty)))


Environments = dict[str, Callable[[], Environment]]


@pytest.fixture(scope="session")
def environments(shared: Path, workers: ThreadPoolExecutor, dist: Dist) -> Environments:
    """All environments, being made; a call waits for one."""
    documented = [dist[BY_PACKAGE[platform.package]] for platform in PLATFORMS]
    oldest = sorted({floor for platform in PLATFORMS for floor in floors(platform)})
    wanted: dict[str, list[list[str | Path]]] = {
        "newest": [[built.wheel for built in documented]],
        "oldest": [
            ["hatchling", *oldest],
            ["--no-build-isolation", *(built.sdist for built in documented)],
        ],
    }
    for plugin, types in zip(PLUGIN, TYPES, strict=True):
        wanted["untyped"] = [[dist[plugin].wheel]]
        wanted["typed"] = [[dist[plugin].wheel, dist[types].wheel]]

    def make(name: str) -> Environment:
        def create(folder: Path) -> None:
            venv.create(folder, with_pip=True, symlinks=os.name != "nt")
            for requirements in wanted[name]:
                Environment(folder).install(*requirements)

        return Environment(once(shared / "environments" / name, create))

    return {name: workers.submit(make, name).result for name in wanted}


def floors(platform: Platform) -> list[str]:
    """The dependencies at the oldest version that a package takes."""
    return [r.replace(">=", "==") for r in BY_PACKAGE[platform.package].metadata["dependencies"]]


each_environment = pytest.mark.parametrize("name", ["newest", "oldest"])


# --- What is in the files


@each_project
def test_a_wheel_holds_the_package_and_nothing_else(project: Project, dist: Dist) -> None:
    with zipfile.ZipFile(dist[project].wheel) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert names == project.files(*project.packages)
    assert any(name.endswith("/py.typed") for name in names)
    assert any(name.endswith("/__init__.pyi") for name in names)
    assert {Path(name).suffix for name in names} <= {".py", ".pyi", ".typed"}
    # The module for tests of programs is meant to be there; tests of the package are not.
    tests = {Path(name).name for name in names if "test" in name.lower()}
    assert tests <= {"testing.py", "waylay_testing.py"}


@each_project
def test_an_sdist_holds_the_package_its_documentation_and_nothing_else(
    project: Project, dist: Dist
) -> None:
    with tarfile.open(dist[project].sdist) as sdist:
        names = {m.name.partition("/")[2] for m in sdist.getmembers() if m.isfile()}

    pages = {"README.md", "API.txt", "pyproject.toml", "PKG-INFO"}
    assert names - {".gitignore"} == project.files(*project.packages, "docs") | pages


@each_project
def test_the_metadata_says_what_people_look_for(project: Project, dist: Dist) -> None:
    with zipfile.ZipFile(dist[project].wheel) as wheel:
        path = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(wheel.read(path))

    assert metadata["Name"] == project.metadata["name"]
    assert metadata["Version"] == project.version
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Summary"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    readme = (project.folder / "README.md").read_text(encoding="utf-8")
    assert str(metadata.get_payload()).strip() == readme.strip()


@pytest.mark.parametrize("platform", PLATFORMS, ids=str)
def test_dependencies_are_floors(platform: Platform) -> None:
    """A ceiling would keep people from updates of what else they use."""
    for requirement in BY_PACKAGE[platform.package].metadata["dependencies"]:
        assert re.fullmatch(r"[\w-]+>=[\d.]+", requirement)


# --- What is in the environments

CALL = """
import importlib, json, sys
job = json.loads(sys.argv[1])
sdk = importlib.import_module(job["package"])
apis = importlib.import_module(job["apis"])
with sdk.ApiClient(sdk.Configuration(host=job["host"], **job["credentials"])) as client:
    result = getattr(getattr(apis, job["api"])(client), job["method"])(**job["arguments"])
print(json.dumps([sdk.__version__, type(result).__name__, sdk.__file__]))
"""
WALK = """
import importlib, json, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [m.name for m in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
print(json.dumps([importlib.import_module(name).__name__ for name in [package.__name__, *names]]))
"""
VERSIONS = """
import importlib.metadata as metadata, json, sys
print(json.dumps([metadata.version(name) for name in sys.argv[1:]]))
"""


@each_environment
@pytest.mark.parametrize("platform", PLATFORMS, ids=str)
def test_an_installed_package_makes_a_call(
    environments: Environments, judges: dict[Platform, Judge], platform: Platform, name: str
) -> None:
    environment, judge, case = environments[name](), judges[platform], SIMPLE[platform]
    judge.reset()
    job = {
        "package": platform.package,
        "apis": f"{platform.package}.{platform.apis}",
        "host": judge.url,
        "credentials": {**platform.credentials},
        "api": case.api,
        "method": case.name,
        "arguments": case.required(),
    }

    version, model, file = environment.run(CALL, json.dumps(job))

    judge.check()
    assert len(judge.requests) == 1
    assert judge.last.header("User-Agent") == f"{project_of(platform)}/{version} (Python)"
    assert version == BY_PACKAGE[platform.package].version
    assert model == model_name(case.success)
    assert environment.folder in Path(file).parents


def project_of(platform: Platform) -> str:
    return str(BY_PACKAGE[platform.package].metadata["name"])


@each_environment
@pytest.mark.parametrize("platform", PLATFORMS, ids=str)
def test_every_module_of_an_installed_package_can_be_imported(
    environments: Environments, platform: Platform, name: str
) -> None:
    modules = environments[name]().run(WALK, platform.package)

    assert sorted(modules) == BY_PACKAGE[platform.package].modules


def test_the_newest_environment_has_the_newest_pydantic(environments: Environments) -> None:
    [pydantic] = environments["newest"]().run(VERSIONS, "pydantic")

    assert tuple(map(int, pydantic.split(".")[:2])) >= (2, 14)


def test_the_oldest_environment_has_what_the_packages_ask_for(environments: Environments) -> None:
    floor = dict(requirement.split("==") for requirement in floors(PLATFORMS[0]))

    versions = environments["oldest"]().run(VERSIONS, *floor)

    for version, wanted in zip(versions, floor.values(), strict=True):
        assert f"{version}.".startswith(f"{wanted}.")


# --- The plugin of waylay-sdk-core

PLUGIN_CALL = """
import asyncio, json, sys
from waylay.sdk import WaylayClient

token, gateway = sys.argv[1:]

async def main():
    client = WaylayClient.from_token(token, gateway_url=gateway)
    task = await client.rules.tasks.get("a/b")
    print(json.dumps([type(client.rules).__module__, type(task).__name__, str(task)]))

asyncio.run(main())
"""
IMPORT = """
import importlib, json, sys
print(json.dumps([importlib.import_module(name).__name__ for name in sys.argv[1:]]))
"""


@pytest.mark.parametrize("name", ["untyped", "typed"])
@pytest.mark.parametrize("plugin", PLUGIN, ids=str)
def test_the_waylay_client_finds_the_plugin_and_calls(
    environments: Environments, plugin: Project, name: str
) -> None:
    with Judge(without_security(SPECS / "waylay_rules.yaml")) as judge:
        call = environments[name]().run(PLUGIN_CALL, json_web_token(), judge.url)

        judge.check()
        assert judge.sent == ["GET /rules/v1/tasks/a%2Fb"]
    module, model, text = call
    assert module.startswith("waylay.services.rules.service")
    assert (model == "TaskEntity") == (name == "typed")
    assert "ID_example" in text


def without_security(spec: Path) -> dict[str, Any]:
    """The document declares a key and secret; the core exchanges them for the token that it sends."""
    root = copy.deepcopy(load(spec).root)
    for item in root["paths"].values():
        for node in item.values():
            node.pop("security", None)
    return root


def json_web_token() -> str:
    """A token that nobody signed; waylay-sdk-core reads its claims and does not verify it."""
    claims = {"tenant": "t", "domain": "d", "sub": "users/u", "exp": 4102444800}
    parts = ({"alg": "HS256", "typ": "JWT"}, claims, {"no": "signature"})
    texts = (base64.urlsafe_b64encode(json.dumps(part).encode()) for part in parts)
    return ".".join(text.decode().rstrip("=") for text in texts)


@pytest.mark.parametrize(
    ("project", "name"),
    [*((p, "untyped") for p in PLUGIN), *((p, "typed") for p in TYPES)],
    ids=str,
)
def test_every_module_of_the_plugin_can_be_imported(
    environments: Environments, project: Project, name: str
) -> None:
    assert environments[name]().run(IMPORT, *project.modules) == project.modules


@pytest.mark.parametrize("plugin", PLUGIN, ids=str)
def test_both_distributions_of_the_plugin_have_one_version(
    environments: Environments, plugin: Project
) -> None:
    names = [str(project.metadata["name"]) for project in (plugin, *TYPES)]

    assert environments["typed"]().run(VERSIONS, *names) == [plugin.version] * 2
