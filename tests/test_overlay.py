"""An overlay changes what it says, nothing else, and answers for what it has changed."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from clientloom.cli import main
from clientloom.document import Document, load, validate
from clientloom.errors import ClientloomError

API = """\
openapi: 3.0.3
info: {title: Tasks, version: "1"}
tags:
  - name: Tasks
  - name: Drafts
  - name: Old
paths:
  /tasks:
    get:
      operationId: listTasks
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: dummy, in: query, schema: {type: string}}
      responses: {"200": {description: OK}}
    post:
      operationId: createTask
      responses: {"201": {description: Created}}
"""

HEAD = 'overlay: 1.1.0\ninfo: {title: Corrections, version: "1"}\nactions:\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("api.yaml").write_text(API)
    return tmp_path


def overlaid(*actions: str, api: str = API) -> Document:
    """The document after actions, each the text of one list item."""
    Path("api.yaml").write_text(api)
    Path("overlay.yaml").write_text(HEAD + "".join(map(dedent, actions)))
    return load(Path("api.yaml"), [Path("overlay.yaml")])


def refused(*actions: str) -> str:
    with pytest.raises(ClientloomError) as caught:
        overlaid(*actions)
    return str(caught.value)


def complaint(text: str) -> str:
    """What is said about a file that is no overlay."""
    Path("overlay.yaml").write_text(text)
    with pytest.raises(ClientloomError) as caught:
        load(Path("api.yaml"), [Path("overlay.yaml")])
    return str(caught.value)


def get(document: Document) -> Any:
    return document.root["paths"]["/tasks"]["get"]


def test_an_update_is_merged_into_what_it_finds() -> None:
    document = overlaid(
        """\
        - target: $.paths['/tasks'].get
          update:
            operationId: findTasks
            summary: Find tasks
            parameters:
              - {name: page, in: query, schema: {type: string}}
            responses: {"200": {description: Found}, "404": {description: Not found}}
        """
    )

    assert [p["name"] for p in get(document)["parameters"]] == ["limit", "dummy", "page"]
    assert get(document)["operationId"] == "findTasks"
    assert get(document)["summary"] == "Find tasks"
    assert get(document)["responses"] == {
        "200": {"description": "Found"},
        "404": {"description": "Not found"},
    }
    assert document.root["paths"]["/tasks"]["post"]["operationId"] == "createTask"


def test_one_action_changes_everything_that_it_selects() -> None:
    document = overlaid("- {target: '$.paths.*.*', update: {x-safe: true, tags: [Tasks]}}\n")

    operations = document.root["paths"]["/tasks"].values()
    assert [operation["x-safe"] for operation in operations] == [True, True]
    assert [operation["tags"] for operation in operations] == [["Tasks"], ["Tasks"]]


def test_lists_take_one_entry_or_several() -> None:
    document = overlaid(
        "- {target: $.tags, update: {name: One}}\n",
        "- {target: $.tags, update: [{name: Two}, {name: Three}]}\n",
    )

    names = [tag["name"] for tag in document.root["tags"]]
    assert names == ["Tasks", "Drafts", "Old", "One", "Two", "Three"]


def test_what_is_removed_is_gone() -> None:
    document = overlaid(
        "- {target: '$.tags[0:2]', remove: true}\n",
        "- {target: \"$.paths.*.get.parameters[?@.name == 'dummy']\", remove: true}\n",
        "- {target: \"$.paths['/tasks'].post\", remove: true, update: {ignored: true}}\n",
    )

    assert document.root["tags"] == [{"name": "Old"}]
    assert [p["name"] for p in get(document)["parameters"]] == ["limit"]
    assert list(document.root["paths"]["/tasks"]) == ["get"]


def test_a_replaced_value_is_removed_and_added() -> None:
    document = overlaid(
        "- {target: $.paths.*.get.responses, remove: true}\n",
        "- {target: $.paths.*.get, update: {responses: {'204': {description: Nothing}}}}\n",
    )

    assert get(document)["responses"] == {"204": {"description": "Nothing"}}


def test_single_values_are_replaced_and_removed() -> None:
    document = overlaid(
        "- {target: $.info.title, update: Jobs}\n",
        "- {target: $.paths.*.get, update: {tags: [a, b, c]}}\n",
        "- {target: \"$.paths.*.get.tags[?@ == 'b']\", remove: true}\n",
        "- {target: $..limit, remove: true}\n",
    )

    assert document.root["info"]["title"] == "Jobs"
    assert get(document)["tags"] == ["a", "c"]


def test_nodes_are_copied() -> None:
    document = overlaid(
        "- {target: $.paths, update: {/jobs: {}}}\n",
        "- {target: \"$.paths['/jobs']\", copy: \"$.paths['/tasks']\"}\n",
        "- {target: \"$.paths['/jobs'].get\", update: {operationId: listJobs}}\n",
        "- {target: \"$.paths['/jobs'].post\", remove: true}\n",
    )

    assert list(document.root["paths"]["/jobs"]) == ["get"]
    assert document.root["paths"]["/jobs"]["get"]["operationId"] == "listJobs"
    assert get(document)["operationId"] == "listTasks"


def test_overlays_are_applied_in_their_order() -> None:
    for name, title in (("one", "First"), ("two", "Second")):
        Path(f"{name}.yaml").write_text(
            HEAD + f"- {{target: $.info, update: {{title: {title}}}}}\n"
        )
    Path("three.json").write_text(
        json.dumps(
            {
                "overlay": "1.0.0",
                "info": {"title": "More", "version": "1"},
                "extends": "api.yaml",
                "x-reason": "none",
                "actions": [{"target": "$.info", "update": {"x-more": 1}, "description": "d"}],
            }
        )
    )
    paths = [Path("one.yaml"), Path("two.yaml"), Path("three.json")]

    document = load(Path("api.yaml"), paths)

    assert document.root["info"] == {"title": "Second", "version": "1", "x-more": 1}
    assert [path.name for path in document.contents] == [
        "api.yaml", "one.yaml", "three.json", "two.yaml"
    ]  # fmt: skip


def test_places_that_share_a_node_are_changed_one_by_one() -> None:
    shared = API.replace("get:", "get: &get", 1) + "  /jobs:\n    get: *get\n"

    document = overlaid(
        "- {target: \"$.paths['/jobs'].get\", update: {summary: Jobs}}\n", api=shared
    )

    assert "summary" not in get(document)
    assert document.root["paths"]["/jobs"]["get"]["summary"] == "Jobs"


def test_the_file_that_was_read_stays_as_it_was() -> None:
    overlaid("- {target: $.info, update: {title: Other}}\n")

    assert load(Path("api.yaml")).root["info"]["title"] == "Tasks"


def test_a_message_leads_to_the_file_that_has_the_place() -> None:
    document = overlaid(
        "- {target: '$.tags[0]', remove: true}\n",
        "- {target: $.tags, update: {name: New, description: [wrong]}}\n",
        "- target: $.paths.*.get\n  update:\n    parameters:\n      - {name: page, in: query}\n",
    )

    def place(*pointer: str | int) -> str:
        return str(document.where(document.location.child(*pointer)))

    assert place("tags", 0) == "api.yaml:5:5 #/tags/1"
    assert place("tags", 1, "name") == "api.yaml:6:5 #/tags/2/name"
    assert place("tags", 2, "description") == ("overlay.yaml:5:40 #/actions/1/update/description")
    assert place("paths", "/tasks", "get", "parameters", 1, "name") == (
        "api.yaml:13:12 #/paths/~1tasks/get/parameters/1/name"
    )
    assert place("paths", "/tasks", "get", "parameters", 2, "in") == (
        "overlay.yaml:9:22 #/actions/2/update/parameters/0/in"
    )
    with pytest.raises(ClientloomError) as caught:
        validate(
            overlaid("- {target: $.paths.*.get, update: {requestBody: {$ref: '#/nowhere'}}}\n")
        )
    assert str(caught.value) == (
        'overlay.yaml:4:50 #/actions/0/update/requestBody/$ref: there is no "#/nowhere".'
    )


def test_what_is_gone_is_reported_where_it_stood() -> None:
    document = overlaid("- {target: $.paths.*.get.responses, remove: true}\n")

    place = document.where(document.location.child("paths", "/tasks", "get", "responses"))

    assert str(place) == "api.yaml:9:5 #/paths/~1tasks/get/responses"


def test_overlays_change_swagger_as_it_is_written() -> None:
    swagger = dedent(
        """\
        swagger: "2.0"
        info: {title: Old, version: "1"}
        paths:
          /pets:
            get:
              responses: {"200": {description: OK}}
        """
    )

    document = overlaid(
        "- target: $.paths.*.get\n  update:\n    parameters: [{name: q, in: query, type: strin}]\n",
        api=swagger,
    )

    parameter = document.root["paths"]["/pets"]["get"]["parameters"][0]
    assert parameter["schema"] == {"type": "strin"}
    pointer = ("paths", "/pets", "get", "parameters", 0, "schema", "type")
    assert str(document.where(document.location.child(*pointer))) == (
        "overlay.yaml:6:39 #/actions/0/update/parameters/0/type"
    )


def test_an_action_that_selects_nothing_is_noted() -> None:
    document = overlaid("- {target: \"$.paths['/nowhere']\", update: {summary: S}}\n")

    assert [(note.kind, str(note.problem)) for note in validate(document)] == [
        ("unused", "overlay.yaml:4:4 #/actions/0/target: \"$.paths['/nowhere']\" selects nothing.")
    ]


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        (
            "- {target: $.info, update: text}",
            "overlay.yaml:4:20 #/actions/0/update: a string cannot be merged into an object, #/info.",
        ),
        (
            "- {target: $.paths, update: {/tasks: {get: {parameters: {name: q}}}}}",
            "overlay.yaml:4:21 #/actions/0/update: an object cannot be merged into a list, "
            "#/paths/~1tasks/get/parameters.",
        ),
        (
            "- {target: $.info.title, update: {a: 1}}",
            "overlay.yaml:4:26 #/actions/0/update: an object cannot be merged into a string, #/info/title.",
        ),
        (
            "- {target: $, remove: true}",
            "overlay.yaml:4:4 #/actions/0/target: the whole document cannot be removed.",
        ),
        (
            "- {target: $.info, copy: $.tags.*}",
            '#/actions/0/copy: "$.tags.*" selects 3 nodes and not a single node.',
        ),
        ("- {target: $.info, copy: $.a}", '"$.a" selects nothing and not a single node.'),
        ("- {target: 'paths', remove: true}", '#/actions/0/target: "paths" is not a JSONPath: '),
        ("- {target: '$.a[', remove: true}", '"$.a[" is not a JSONPath: unexpected end of query.'),
        ("- {target: 5, remove: true}", "expected a JSONPath, not an integer."),
        ("- {update: {}}", 'overlay.yaml:4:3 #/actions/0: "target" must be a JSONPath.'),
        ("- {target: $.info}", '#/actions/0: an action needs "update", "copy" or "remove".'),
        ("- {target: $, remove: perhaps}", '#/actions/0/remove: "remove" must be true or false.'),
        (
            "- {target: $, updat: {}}",
            'overlay.yaml:4:15 #/actions/0/updat: "updat" is not a field of an overlay.',
        ),
        ("- text", "overlay.yaml:4:3 #/actions/0: expected an action, not a string."),
    ],
)
def test_an_action_that_cannot_be_applied_is_an_error(actions: str, message: str) -> None:
    assert message in refused(f"{actions}\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "overlay.yaml:1:1 #: this is not an overlay, but a list."),
        ("openapi: 3.0.3", 'overlay.yaml:1:1 #: this is not an overlay: "overlay" is missing.'),
        ("overlay: 2.0.0", 'overlay.yaml:1:1 #/overlay: Overlay "2.0.0" is not supported.'),
        ("overlay: 1.0.0\ninfo: {title: T}\nactions: []", '#/info: "version" is missing.'),
        ("overlay: 1.0.0\ninfo: {title: T}\nactions: []", '"actions" must be a list of at least'),
        ("overlay: 1.0.0\nactions: {}", '"info" must be an object with "title" and "version".'),
        ("a: [", "not valid YAML"),
    ],
)
def test_a_file_that_is_no_overlay_is_an_error(text: str, message: str) -> None:
    assert message in complaint(text)


def test_a_file_that_is_absent_is_an_error() -> None:
    with pytest.raises(ClientloomError, match=r"absent\.yaml: there is no such file\."):
        load(Path("api.yaml"), [Path("absent.yaml")])


def test_overlays_cannot_make_a_document_grow_without_end() -> None:
    doubling = "- {target: $, update: {x-0: {}}}\n" + "".join(
        f"- {{target: $, update: {{x-{n}: {{a: {{}}, b: {{}}}}}}}}\n"
        f"- {{target: '$.x-{n}.*', copy: '$.x-{n - 1}'}}\n"
        for n in range(1, 40)
    )
    nesting = "- {target: $, update: {x-0: {}}}\n" + "".join(
        f"- {{target: $..x-{n}, update: {{x-{n + 1}: {{}}}}}}\n" for n in range(210)
    )

    assert "the overlays add more than 500,000 nodes." in refused(doubling)
    assert "the document gets more than 200 levels deep." in refused(nesting)
    assert "selects more than 100,000 nodes." in refused(
        "- {target: '$" + "[*,*,*,*,*,*,*,*,*]" * 5 + "', remove: true}\n"
    )


def config(overlays: str) -> None:
    Path("clientloom.toml").write_text(
        dedent(
            f"""\
            [clients.tasks]
            spec = "api.yaml"
            style = "prior"
            package = "tasks"
            distribution = "tasks"
            version = "1.0.0"
            overlays = {overlays}
            """
        )
    )


def test_a_client_names_its_overlays(capsys: pytest.CaptureFixture[str]) -> None:
    overlay = Path("overlay.yaml")
    overlay.write_text(HEAD + "- {target: $.paths.*.get, update: {operationId: findTasks}}\n")
    config('["overlay.yaml"]')

    assert main(["generate"]) == 0
    assert "def find_tasks" in Path("generated/tasks/tasks/api/default_api.py").read_text()
    assert main(["check", "--quiet"]) == 0
    lock = json.loads(Path("clientloom.lock").read_text())
    assert list(lock["clients"]["tasks"]["documents"]) == ["api.yaml", "overlay.yaml"]

    overlay.write_text(overlay.read_text().replace("findTasks", "seekTasks"))
    assert main(["check"]) == 1
    assert main(["generate"]) == 0
    assert "def seek_tasks" in Path("generated/tasks/tasks/api/default_api.py").read_text()

    config("[]")
    assert main(["generate"]) == 0
    assert "def list_tasks" in Path("generated/tasks/tasks/api/default_api.py").read_text()
    capsys.readouterr()


@pytest.mark.parametrize(
    ("overlays", "message"),
    [
        (
            '"overlay.yaml"',
            'clientloom.toml:7:1 #/clients/tasks/overlays: "overlays" must be a list of strings.',
        ),
        ("[1]", '"overlays" must be a list of strings.'),
        (
            '["no.yaml"]',
            'clientloom.toml:7:1 #/clients/tasks/overlays: there is no file "no.yaml".',
        ),
    ],
)
def test_overlays_of_a_client_are_files(
    overlays: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config(overlays)

    assert main(["check"]) == 1
    assert message in capsys.readouterr().err


def test_overlays_of_a_document_are_named_on_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("one.yaml").write_text(HEAD + "- {target: $.info.title, update: Jobs}\n")
    Path("two.yaml").write_text(HEAD + "- {target: $.nothing, remove: true}\n")
    arguments = [
        "generate",
        "api.yaml",
        "-o",
        "out",
        "--overlay",
        "one.yaml",
        "--overlay",
        "two.yaml",
    ]

    assert main(arguments) == 0
    assert Path("out/jobs/jobs/__init__.py").is_file()
    printed = capsys.readouterr().out
    assert "  1 unused overlay action; --strict makes them errors:\n" in printed
    assert '  two.yaml:4:4 #/actions/0/target: "$.nothing" selects nothing.\n' in printed

    assert main([*arguments, "--strict"]) == 1
    assert '"$.nothing" selects nothing.' in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["generate", "--overlay", "one.yaml"])
