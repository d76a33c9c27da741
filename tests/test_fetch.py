"""Documents on the web are copied when somebody asks for it, and are read from the copies ever after."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from clientloom.cli import main
from clientloom.document import remote


class Web(ThreadingHTTPServer):
    """A server with some documents, which remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    disable_nagle_algorithm = True  # header and body are two writes
    server: Web

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        page = self.server.pages.get(self.path)
        if page is not None and page.startswith(b"->"):
            self.send_response(302)
            self.send_header("Location", page[2:].decode())
            self.end_headers()
            return
        self.send_response(200 if page is not None else 404)
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    return tmp_path


def document(reference: str) -> Path:
    path = Path("specs/tasks.yaml")
    path.write_text(f"""\
openapi: 3.0.3
info: {{title: Tasks, version: "1"}}
paths:
  /tasks:
    get:
      operationId: getTask
      responses:
        "200":
          description: A task.
          content: {{application/json: {{schema: {{$ref: "{reference}"}}}}}}
""")
    return path


TASK = b"type: object\nproperties: {owner: {$ref: 'people/person.json?v=1#/Person'}}\n"
PERSON = b'{"Person": {"type": "object", "properties": {"boss": {"$ref": "#/Person"}}}}'


def test_nothing_is_requested_unasked(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    path = document(f"{web.url}/schemas/task.yaml")

    assert main(["generate", str(path), "-o", "out"]) == 1
    assert web.asked == []
    error = capsys.readouterr().err
    assert f'remote references are not fetched: "{web.url}/schemas/task.yaml".' in error
    assert "clientloom fetch specs/tasks.yaml" in error


def test_copies_are_read_without_the_web(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    path = document(f"{web.url}/schemas/task.yaml")
    web.pages = {"/schemas/task.yaml": TASK, "/schemas/people/person.json?v=1": PERSON}

    assert main(["fetch", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{web.url}/schemas/task.yaml    added",
        f"{web.url}/schemas/people/person.json?v=1    added",
    ]
    asked = len(web.asked)
    assert main(["generate", str(path), "-o", "out", "-q"]) == 0
    assert main(["check", str(path), "-o", "out"]) == 0
    assert len(web.asked) == asked
    assert "owner" in Path("out/tasks/API.txt").read_text()
    lock = json.loads(Path("out/clientloom.lock").read_text())
    copies = [name for name in lock["clients"]["tasks"]["documents"] if "remote" in name]
    assert len(copies) == 2

    # A copy is an input like any other: a change of it is a change of the document.
    web.pages["/schemas/people/person.json?v=1"] = PERSON.replace(b"boss", b"chief")
    capsys.readouterr()
    assert main(["fetch", str(path)]) == 0
    assert "person.json?v=1    changed" in capsys.readouterr().out
    assert main(["check", str(path), "-o", "out", "-q"]) == 1


def test_what_cannot_be_fetched_changes_nothing(
    web: Web, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = document(f"{web.url}/task.yaml")
    web.pages = {"/task.yaml": b"{$ref: 'gone.yaml'}"}

    assert main(["fetch", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"{web.url}/gone.yaml cannot be fetched: the server answers 404 Not Found.\n"
    )
    assert not (project / "specs/.clientloom").exists()


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_a_redirect_leads_to_the_web_only(
    web: Web, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = document(f"{web.url}/task.yaml")
    web.pages = {"/task.yaml": f"->{target}".encode()}

    assert main(["fetch", str(path)]) == 1
    error = capsys.readouterr().err
    assert "cannot be fetched" in error and "root:" not in error


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/../../../../etc/passwd",
        "http://example.com/a/%2e%2e/%2e%2e/b?x=../../c",
        "http://../../x",
        "https://example.com:8080",
        "http://example.com/a//b/./c/",
        "http://exam\\ple.com/C:/x",
    ],
)
def test_a_copy_stays_in_its_folder(tmp_path: Path, url: str) -> None:
    copy = remote.copy_of(url, tmp_path)

    assert copy.is_relative_to(tmp_path) and len(copy.relative_to(tmp_path).parts) >= 3
    assert not {"", ".", ".."} & set(copy.relative_to(tmp_path).parts)
    assert remote.copy_of(remote.address_of(copy, tmp_path) or "", tmp_path) == copy


def test_a_document_without_references_to_the_web_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = document("#/paths")

    assert main(["fetch", str(path)]) == 0
    assert capsys.readouterr().out == "specs/tasks.yaml    refers to nothing on the web\n"
