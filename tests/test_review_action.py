"""What runs in a pull request, run: the steps of action.yml, the hooks of pre-commit, the job for GitLab.

The texts of `run:`, `entry:` and `script:` are executed as they stand, in clones of a repository whose document
changes; a server on 127.0.0.1 plays GitHub.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import forge as forges
import pytest
import yaml
from diff_cases import Spec, base, in_parameter, operation, rename_property, schema, set_in
from forge import TOKEN, Forge

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
CONFIG = """\
[clients.things]
spec = "specs/things.json"
style = "native"
package = "things"
distribution = "things-sdk"
version = "1.2.3"
"""
IDENTITY = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "a"), ("EMAIL", "a@example.com"))
}
OFFLINE = {
    "PIP_NO_DEPS": "1",
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip negates it: the environment of the tests builds
    "PYTHONPATH": sysconfig.get_paths()["purelib"],
}
"""What is installed beside clientloom comes from the environment of the tests."""


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, **IDENTITY}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def bash(
    script: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the text of a step as a runner of GitHub does: from a file, stopping at the first failure."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "CI_", "PYTHON"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env={**own, **environment}, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@dataclass(frozen=True)
class PullRequest:
    """A repository with a branch that has been merged for trial, as GitHub does, and a shallow clone of that."""

    origin: Path
    clone: Path
    base: str
    head: str

    @property
    def document(self) -> Path:
        return self.origin / "specs" / "things.json"


def generate(folder: Path) -> None:
    """Generate the packages of a repository."""
    subprocess.run(
        [sys.executable, "-m", "clientloom", "--quiet", "generate"],
        cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )  # fmt: skip


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a generated package."""
    folder = tmp_path_factory.mktemp("origin")
    (folder / "specs").mkdir()
    (folder / "specs" / "things.json").write_text(json.dumps(base(), indent=1))
    (folder / "clientloom.toml").write_text(CONFIG)
    generate(folder)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder


Open = Callable[..., PullRequest]


@pytest.fixture
def open_request(before: Path, tmp_path: Path) -> Open:
    """Return a function that changes the document in a branch, and gives the clone that a job works in."""
    origin = tmp_path / "origin"
    git(tmp_path, "clone", "--quiet", str(before), str(origin))
    clones: list[Path] = []

    def change(edit: Callable[[Spec], object], *, generated: bool = True) -> PullRequest:
        git(origin, "checkout", "--quiet", "-B", "change", "main")
        spec = deepcopy(base())
        edit(spec)
        (origin / "specs" / "things.json").write_text(json.dumps(spec, indent=1))
        if generated:
            generate(origin)
        git(origin, "add", ".")
        git(origin, "commit", "--quiet", "--allow-empty", "-m", "second")
        head = git(origin, "rev-parse", "HEAD")
        git(origin, "checkout", "--quiet", "-B", "trial", "main")
        git(origin, "merge", "--quiet", "--no-ff", "-m", "trial", "change")
        clones.append(tmp_path / f"clone {len(clones)}")
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", str(clones[-1]))
        return PullRequest(origin, clones[-1], git(origin, "rev-parse", "main"), head)

    return change


@pytest.fixture
def forge() -> Iterator[Forge]:
    with forges.running() as forge:
        yield forge


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment that the first step makes, by its Python."""
    folder = tmp_path_factory.mktemp("runner")
    job = Job(folder, folder, "http://127.0.0.1:9", installed=None)
    done = job.step("install", {"python": sys.executable})
    assert done.returncode == 0, done.stderr
    return Path(job.outputs["install"]["python"])


@dataclass
class Job:
    """A run of the action: the values of its expressions, what its steps printed and gave."""

    workspace: Path
    folder: Path
    api: str
    installed: Path | None
    event: Mapping[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)

    def run(self, **inputs: str) -> int:
        """Run all steps after the first one, until one fails."""
        self.outputs["install"] = {"python": str(self.installed)}
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        for step in STEPS[1:]:
            done = self.step(step["id"], given)
            if done.returncode != 0:
                return done.returncode
        return 0

    def step(self, name: str, inputs: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        (step,) = [step for step in STEPS if step["id"] == name]
        assert step["shell"] == "bash"
        files = {f"GITHUB_{what}": str(self.folder / f"{name}.{what}") for what in ("OUTPUT",)}
        environment = {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_API_URL": self.api,
            "GITHUB_REPOSITORY": "boats/api",
            "GITHUB_RUN_ID": "5",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "RUNNER_TEMP": str(self.folder),
            **OFFLINE,
            **files,
            **{key: self.value(text, inputs) for key, text in step["env"].items()},
        }
        done = bash(step["run"], self.workspace, environment)
        self.printed[name] = done.stdout + done.stderr
        output = Path(files["GITHUB_OUTPUT"])
        lines = output.read_text(encoding="utf-8").splitlines() if output.is_file() else []
        self.outputs[name] = dict(line.split("=", 1) for line in lines)
        return done

    def value(self, text: str, inputs: Mapping[str, str]) -> str:
        """What GitHub puts in the place of an expression; the few forms that action.yml has."""
        found = re.fullmatch(r"\$\{\{ (.+) \}\}", text)
        if found is None:
            return text
        for alternative in found[1].split(" || "):
            root, _, rest = alternative.partition(".")
            if root == "inputs":
                default = ACTION["inputs"][rest]["default"]
                value = inputs.get(rest, self.value(default, inputs))
            elif root == "steps":
                step, _, output = rest.partition(".outputs.")
                value = self.outputs[step].get(output, "")
            else:
                assert root == "github", alternative
                value = TOKEN if rest == "token" else self.event.get(rest, "")
            if value:
                return value
        return ""

    @property
    def summary(self) -> str:
        return (self.folder / "summary.md").read_text(encoding="utf-8")


@pytest.fixture
def job_for(tmp_path: Path, forge: Forge, installed: Path) -> Callable[[PullRequest], Job]:
    """Return a function that gives a job for a pull request."""
    count = iter(range(100))

    def job(request: PullRequest, number: str = "7") -> Job:
        folder = tmp_path / f"temp {next(count)}"
        folder.mkdir()
        event = {
            "event.pull_request.base.sha": request.base,
            "event.pull_request.head.sha": request.head,
            "event.pull_request.number": number,
        }
        return Job(request.clone, folder, forge.url, installed, event)

    return job


JobFor = Callable[..., Job]


def drop_nick(spec: Spec) -> None:
    del schema(spec, "Owner")["properties"]["nick"]


def nothing(_: Spec) -> None:
    """The document stays."""


# --- The action


def test_no_text_of_others_becomes_part_of_a_command() -> None:
    for step in STEPS:
        assert "${{" not in step["run"]
        assert "if" not in step, "what a step does is decided in its script, where tests see it"


def test_outputs_and_inputs_are_those_of_the_steps() -> None:
    texts = " ".join(text for step in STEPS for text in step["env"].values())
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in texts, f"the input {name} goes nowhere"
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name in [*ACTION["inputs"], *ACTION["outputs"]]:
        assert f"| `{name}` |" in page


def test_a_breaking_change(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    request = open_request(drop_nick)
    job = job_for(request)

    assert job.run() == 1
    assert job.outputs["check"] == {"state": "fresh"}
    assert job.outputs["base"] == {"base": request.base}
    found = job.outputs["diff"]
    assert (found["state"], found["level"], found["bump"]) == ("found", "breaking", "major")
    assert Path(found["html"]).read_text(encoding="utf-8").startswith("<!doctype html>")
    # The annotation stands at the line of the document that the job has checked out.
    annotation = job.printed["diff"].splitlines()[0]
    place = re.match(r"::error file=(\S+?),line=(\d+),", annotation)
    assert place is not None
    line = (request.clone / place[1]).read_text(encoding="utf-8").splitlines()[int(place[2]) - 1]
    assert '"properties"' in line or '"Owner"' in line
    (comment,) = forge.comments
    assert "`Owner.nick` is gone." in comment["body"]
    assert "https://github.example/boats/api/actions/runs/5" in comment["body"]
    assert "`Owner.nick` is gone." in job.summary
    assert "nobody has accepted" in job.printed["verdict"]


def test_the_comment_is_updated_wherever_it_is(
    open_request: Open, job_for: JobFor, forge: Forge
) -> None:
    for number in range(4):
        forge.write(f"Talk {number}", "a-person")
    first = open_request(drop_nick)
    job_for(first).run()
    for number in range(4):
        forge.write(f"More talk {number}", "a-person")
    own = forge.comments[4]
    # Somebody repeats the mark: theirs stays as it is.
    forged = forge.comments[0]
    forged["body"] = own["body"]
    before = dict(forged)

    job = job_for(open_request(rename_property("Thing", "size", "theSize")))
    assert job.run() == 1
    assert job.outputs["comment"] == {"comment": "updated"}
    assert "`Owner.nick`" not in own["body"] and "the_size" in own["body"]
    assert len(forge.comments) == 9 and forged == before

    # The change is taken back: the comment says so, instead of staying.
    job = job_for(open_request(nothing))
    assert job.run() == 0
    assert job.outputs["comment"] == {"comment": "updated"}
    assert "no changes" in own["body"]
    again = Job(job.workspace, job.folder, job.api, job.installed, job.event)
    assert again.run() == 0
    assert again.outputs["comment"] == {"comment": "unchanged"}
    assert [call for call in forge.calls if call.startswith("POST")] == [
        "POST /repos/boats/api/issues/7/comments"
    ]


def test_where_nothing_changed_nothing_is_said(
    open_request: Open, job_for: JobFor, forge: Forge
) -> None:
    job = job_for(open_request(nothing))

    assert job.run() == 0
    assert job.outputs["comment"] == {"comment": "none"}
    assert forge.comments == []
    assert "no changes" in job.summary


def test_packages_that_were_forgotten(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    edit = in_parameter("listThings", "limit", set_in("description", "x"))
    request = open_request(edit, generated=False)
    job = job_for(request)

    assert job.run() == 1
    assert job.outputs["check"] == {"state": "stale"}
    assert "out of date" in job.printed["verdict"]
    for text in (forge.comments[0]["body"], job.summary):
        assert "Run `clientloom generate` and commit the result." in text
        assert "specs/things.json" in text
    assert job_for(request).run(check="false") == 0


def test_what_a_document_says_is_no_command_to_github(
    open_request: Open, job_for: JobFor, forge: Forge
) -> None:
    def edit(spec: Spec) -> None:
        operation(spec, "listThings")["description"] = "\n::set-env name=A::b\n ##[error]c\n"
        answers = {"responses": {"200": {"description": "x"}}}
        spec["paths"]["/##[error]evil\n::error::evil"] = {"get": answers}
        rename_property("Thing", "size", "x`\n::add-mask::a\n```\n@everybody")(spec)

    job = job_for(open_request(edit, generated=False))
    job.run()
    assert "##[error]evil" in job.printed["check"]
    for text in job.printed.values():
        token = None
        for line in text.splitlines():
            if stop := re.match(r"::stop-commands::(\w{32})$", line):
                token = stop[1]
            elif line == f"::{token}::":
                token = None
            elif token is None and line.lstrip().startswith("::"):
                assert re.match(r"::(error|warning|notice) (file=specs/|title=clientloom)", line), (
                    line
                )
            else:
                assert token is not None or "##[" not in line
        assert token is None


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"fail_on": "$(touch owned)"}, "invalid choice"),
        ({"config": "`touch owned`/clientloom.toml"}, "is new"),
        ({"base": "--output=owned"}, "There is no commit"),
        ({"base": "'; touch owned; '"}, "There is no commit"),
        ({"check": "perhaps"}, '"true" or "false"'),
    ],
)
def test_inputs_are_data(
    inputs: dict[str, str], message: str, open_request: Open, job_for: JobFor
) -> None:
    job = job_for(open_request(nothing))

    assert job.run(**inputs) == 1
    assert message in "".join(job.printed.values())
    assert not list(job.workspace.rglob("owned*"))


def test_code_of_the_pull_request_does_not_run(open_request: Open, job_for: JobFor) -> None:
    request = open_request(nothing)
    for name in ("clientloom", "yaml", "json", "workflow", "message", "pathspec"):
        (request.clone / f"{name}.py").write_text("raise SystemExit('owned')")

    job = job_for(request)
    assert job.run() == 0
    assert "owned" not in "".join(job.printed.values())


def test_a_token_that_may_only_read(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    """Pull requests from forks have no other one; the summary and the annotations are enough."""
    forge.read_only = True
    job = job_for(open_request(drop_nick))

    assert job.run(fail_on="never") == 0
    assert job.outputs["comment"] == {"comment": "refused"}
    assert "pull-requests: write" in job.printed["comment"]
    assert "`Owner.nick` is gone." in job.summary


def test_a_long_report_fits(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    def edit(spec: Spec) -> None:
        for number in range(900):
            name = f"aRatherLongNameOfAPropertyWhichNobodyWouldTypeTwice{number}"
            schema(spec, "NewThing")["properties"][name] = {"type": "string"}
            schema(spec, "NewThing").setdefault("required", []).append(name)

    job = job_for(open_request(edit, generated=False))
    assert job.run() == 1
    body = forge.comments[0]["body"]
    assert 40_000 < len(body) <= 65_536
    assert body.count("```") % 2 == 0
    assert body.endswith("</sub>\n")


def test_without_a_pull_request(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    """A push has what was before; the first one of a branch has nothing to compare with."""
    request = open_request(drop_nick)
    for sha, state in ((request.base, "found"), ("0" * 40, "skipped")):
        job = job_for(request)
        job.event = {"event.before": sha}
        assert job.run() == (state == "found")
        assert job.outputs["diff"]["state"] == state
        assert job.outputs["comment"] == {"comment": "skipped"}
    assert forge.calls == []


def test_the_base_can_be_a_branch_of_the_remote(open_request: Open, job_for: JobFor) -> None:
    request = open_request(drop_nick)
    job = job_for(request)

    assert job.run(base="main", fail_on="warning") == 1
    assert job.outputs["base"] == {"base": request.base}


def test_a_project_below_the_root(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    request = open_request(drop_nick)
    git(request.origin, "checkout", "--quiet", "main")
    (request.origin / "sub").mkdir()
    for name in ("specs", "clientloom.toml", "clientloom.lock", ".clientloom", "generated"):
        git(request.origin, "mv", name, f"sub/{name}")
    git(request.origin, "commit", "--quiet", "-m", "below")
    git(request.clone, "fetch", "--quiet", "--depth=1", "origin", "main")
    git(request.clone, "checkout", "--quiet", "FETCH_HEAD")
    spec = base()
    drop_nick(spec)
    (request.clone / "sub" / "specs" / "things.json").write_text(json.dumps(spec, indent=1))
    job = job_for(request)

    assert job.run(config="sub/clientloom.toml", base="HEAD") == 1
    assert "::error file=sub/specs/things.json,line=" in job.printed["diff"]
    assert job.outputs["check"] == {"state": "stale"}


def test_a_document_that_cannot_be_read(open_request: Open, job_for: JobFor, forge: Forge) -> None:
    request = open_request(nothing)
    (request.clone / "specs" / "things.json").write_text('{"openapi": ```}')
    job = job_for(request)

    assert job.run() == 1
    assert job.outputs["check"] == {"state": "failed"}
    assert job.outputs["diff"] == {"state": "failed"}
    body = forge.comments[0]["body"]
    assert "could not be compared" in body and "specs/things.json:1:" in body
    assert body.count("```") == 4


# --- pre-commit


def hooks() -> Mapping[str, Mapping[str, Any]]:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


def test_the_hooks_of_pre_commit(open_request: Open, installed: Path) -> None:
    request = open_request(drop_nick, generated=False)

    def run(name: str) -> subprocess.CompletedProcess[str]:
        hook = hooks()[name]
        assert hook["language"] == "python" and hook["pass_filenames"] is False
        command, *arguments = shlex.split(hook["entry"])
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        return subprocess.run(
            [str(installed.parent / command), *arguments],
            cwd=request.clone, env={**environment, **OFFLINE}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    stale = run("clientloom-check")
    assert stale.returncode == 1 and "specs/things.json" in stale.stdout
    assert run("clientloom-generate").returncode == 0
    assert "API.txt" in git(request.clone, "diff", "--name-only")
    fresh = run("clientloom-check")
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (0, "", "")


# --- GitLab


@pytest.mark.parametrize(
    ("edit", "generated", "code"),
    [(drop_nick, True, 1), (nothing, True, 0), (drop_nick, False, 1)],
    ids=["breaking", "nothing", "stale"],
)
def test_the_job_for_gitlab(
    edit: Callable[[Spec], None], generated: bool, code: int, open_request: Open, installed: Path
) -> None:
    job = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text(encoding="utf-8"))[
        "clientloom"
    ]
    request = open_request(edit, generated=generated)
    environment = {
        **job["variables"],
        **OFFLINE,
        "CLIENTLOOM": str(ROOT),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": request.base,
        "PATH": f"{installed.parent}:{os.environ['PATH']}",
    }
    done = bash("\n".join(job["script"]), request.clone, environment)

    assert done.returncode == code, done.stdout + done.stderr
    assert ("out of date" in done.stdout) is not generated
    (page,) = job["artifacts"]["paths"]
    assert (request.clone / page).read_text(encoding="utf-8").startswith("<!doctype html>")
    findings = json.loads((request.clone / job["artifacts"]["reports"]["codequality"]).read_text())
    assert bool(findings) is (edit is drop_nick)
    for finding in findings:
        place = finding["location"]
        lines = (request.clone / place["path"]).read_text(encoding="utf-8").splitlines()
        assert 1 <= place["lines"]["begin"] <= len(lines)
        assert finding["severity"] in ("critical", "minor")
    assert len({finding["fingerprint"] for finding in findings}) == len(findings)


# --- What a review folds away


def folded(folder: Path, *paths: str) -> dict[str, str]:
    """Whether a review on GitHub folds files away, as git reads .gitattributes."""
    done = git(folder, "check-attr", "-z", "linguist-generated", "gitlab-generated", "--", *paths)
    cells = done.split("\0")[:-1]
    states: dict[str, str] = {}
    for path, state in zip(cells[::3], cells[2::3], strict=True):
        assert states.setdefault(path, state) == state, f"{path}: GitHub and GitLab differ"
    return states


def listed(folder: Path) -> list[str]:
    return git(folder, "ls-files", "-z").split("\0")[:-1]


def test_a_review_shows_the_surface_and_folds_the_rest() -> None:
    files = listed(ROOT)
    states = folded(ROOT, *files)
    generated = [name for name in files if name.startswith("generated/")]
    shown = {name for name in generated if states[name] != "set"}

    assert len(generated) > 100
    assert shown == {
        n for n in generated if n.count("/") == 2 and n.endswith(("/API.txt", "/pyproject.toml"))
    }
    assert states["clientloom.lock"] == states[".clientloom/ica.zip"] == "set"
    for name in ("README.md", "specs/ica.yaml", "generator/clientloom/cli.py", "tests/judge.py"):
        assert states[name] == "unspecified"


def test_the_attributes_that_the_page_recommends(before: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```gitattributes\n(.*?)```", page, re.DOTALL)
    folder = tmp_path / "own"
    git(tmp_path, "clone", "--quiet", str(before), str(folder))
    (folder / ".gitattributes").write_text(block)
    states = folded(folder, *listed(folder))

    assert {name for name, state in states.items() if state != "set"} == {
        "clientloom.toml",
        "generated/things-sdk/API.txt",
        "generated/things-sdk/pyproject.toml",
        "specs/things.json",
    }


def example() -> Any:
    """The workflow of docs/ci.md."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    (workflow,) = [block for block in blocks if "jobs" in block]
    return workflow


def own_workflow() -> Any:
    """The workflow of this repository."""
    text = (ROOT / ".github" / "workflows" / "clients.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@pytest.mark.parametrize("workflow", [example(), own_workflow()], ids=["example", "own"])
def test_workflows_fit_the_action(workflow: Any) -> None:
    (step,) = [
        step
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if step.get("id") == "review"
    ]
    assert step.get("with", {}).keys() <= ACTION["inputs"].keys()
    assert workflow[True] == "pull_request"  # what YAML 1.1 makes of `on`
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    for name in re.findall(r"steps\.review\.outputs\.(\w+)", json.dumps(workflow)):
        assert name in ACTION["outputs"]


def test_the_workflow_of_this_repository_is_that_of_the_page_with_the_action_that_is_here() -> None:
    told, own = example(), own_workflow()
    steps = told["jobs"]["review"]["steps"]
    assert [step["uses"] for step in own["jobs"]["review"]["steps"]] == [
        "./" if step["uses"].startswith("clientloom/") else step["uses"] for step in steps
    ]
    assert (ROOT / "action.yml").is_file()
    for step, other in zip(steps, own["jobs"]["review"]["steps"], strict=True):
        assert {**step, "uses": ""} == {**other, "uses": ""}


def test_the_hooks_of_the_page_are_there() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    (config,) = [block for block in blocks if "repos" in block]
    for hook in config["repos"][0]["hooks"]:
        assert hook["id"] in hooks()
