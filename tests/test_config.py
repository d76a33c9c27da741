"""clientloom.toml becomes values; what is wrong with it is said at its line, all in one run."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from clientloom.config import Client, find_config, load_project
from clientloom.errors import ClientloomError

COMPLETE = """\
output = "packages"
formatter = "ruff"

[clients.ica]
spec = "specs/ica.yaml"
style = "prior"
package = "ICA_SDK"
distribution = "ica-sdk"
version = "1.0.0"

[clients."waylay rules"]
spec = "specs/ica.yaml"
style = "waylay"
package = "waylay.services.rules"
distribution = "waylay-sdk-rules"
version = "6.1.2.post4+local.1"
title = "Rules"
description = "Rules and tasks."
line_length = 120
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "ica.yaml").write_text("openapi: 3.0.3\n")
    return tmp_path


def complaint(text: str) -> str:
    Path("clientloom.toml").write_text(text)
    with pytest.raises(ClientloomError) as caught:
        load_project(Path("clientloom.toml"))
    return str(caught.value)


def test_a_configuration_becomes_values(folder: Path) -> None:
    Path("clientloom.toml").write_text(COMPLETE)

    project = load_project(Path("clientloom.toml"))

    assert project.root == folder
    assert project.output == folder / "packages"
    assert project.clients == (
        Client(
            name="ica",
            spec=folder / "specs" / "ica.yaml",
            style="prior",
            package="ICA_SDK",
            distribution="ica-sdk",
            version="1.0.0",
            output=folder / "packages",
            formatter="ruff",
        ),
        Client(
            name="waylay rules",
            spec=folder / "specs" / "ica.yaml",
            style="waylay",
            package="waylay.services.rules",
            distribution="waylay-sdk-rules",
            version="6.1.2.post4+local.1",
            output=folder / "packages",
            formatter="ruff",
            title="Rules",
            description="Rules and tasks.",
            line_length=120,
        ),
    )


def test_packages_go_to_generated_unless_something_else_is_said(folder: Path) -> None:
    Path("clientloom.toml").write_text(COMPLETE.replace('output = "packages"\n', ""))

    assert load_project(Path("clientloom.toml")).output == folder / "generated"


def test_the_nearest_configuration_counts(folder: Path) -> None:
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    (folder / "clientloom.toml").touch()

    assert find_config(inner) == folder / "clientloom.toml"
    (inner.parent / "clientloom.toml").touch()
    assert find_config(inner) == inner.parent / "clientloom.toml"


def test_no_configuration_is_an_error_that_shows_one(folder: Path) -> None:
    with pytest.raises(ClientloomError) as caught:
        find_config(folder)

    assert str(caught.value) == dedent(
        f"""\
        there is no clientloom.toml in {folder} or above.
          Create one, for example:
          [clients.petstore]
          spec = "specs/petstore.yaml"
          style = "prior"
          package = "petstore"
          distribution = "petstore-sdk"
          version = "1.0.0\""""
    )


def test_everything_that_is_wrong_is_said_in_one_run() -> None:
    text = dedent(
        """\
        outptu = "x"
        output = "../packages"
        formatter = "gofmt"
        [clients.one]
        spec = "specs/none.yaml"
        style = "modern"
        package = "my-package"
        distribution = "../one"
        version = "v1"
        http = "httpx"
        line_length = 7
        colour = "red"

        [clients.two]
        spec = 1
        style = "prior"
        package = "a.class"
        version = true
        line_length = "100"

        [clients]
        three = 3
        four.spec = "specs/ica.yaml"
        """
    )

    assert complaint(text) == dedent(
        """\
        clientloom.toml:1:1 #/outptu: "outptu" is not an option.
          There are "output", "formatter", "clients" and "diff".
        clientloom.toml:2:1 #/output: "../packages" is outside the folder of clientloom.toml.
        clientloom.toml:3:1 #/formatter: there is no formatter "gofmt".
          There are: black, ruff.
        clientloom.toml:5:1 #/clients/one/spec: there is no file "specs/none.yaml".
          The path is relative to clientloom.toml.
        clientloom.toml:6:1 #/clients/one/style: there is no style "modern".
          There are: STYLES.
        clientloom.toml:7:1 #/clients/one/package: "my-package" cannot be imported.
          It takes identifiers that are no keywords, with dots between them.
        clientloom.toml:8:1 #/clients/one/distribution: "../one" is no name for a distribution.
          It takes letters, digits, - _ .
        clientloom.toml:9:1 #/clients/one/version: "v1" is not a version.
          Write it like "1.0.0" (PEP 440).
        clientloom.toml:10:1 #/clients/one/http: "http" is not an option.
          There are: spec, style, package, distribution, version, title, description, line_length, pagination, overlays.
        clientloom.toml:11:1 #/clients/one/line_length: 7 is not a length for lines of code.
          It takes 40 to 320.
        clientloom.toml:12:1 #/clients/one/colour: "colour" is not an option.
          There are: spec, style, package, distribution, version, title, description, line_length, pagination, overlays.
        clientloom.toml:14:2 #/clients/two: "distribution" is missing.
        clientloom.toml:15:1 #/clients/two/spec: "spec" must be a string.
        clientloom.toml:17:1 #/clients/two/package: "a.class" cannot be imported.
          It takes identifiers that are no keywords, with dots between them.
        clientloom.toml:18:1 #/clients/two/version: "version" must be a string.
        clientloom.toml:19:1 #/clients/two/line_length: "line_length" must be a whole number.
        clientloom.toml:22:1 #/clients/three: "three" must be a table.
          For example:
          [clients.petstore]
          spec = "specs/petstore.yaml"
          style = "prior"
          package = "petstore"
          distribution = "petstore-sdk"
          version = "1.0.0"
        clientloom.toml:23:1 #/clients/four: "style" is missing.
        clientloom.toml:23:1 #/clients/four: "package" is missing.
        clientloom.toml:23:1 #/clients/four: "distribution" is missing.
        clientloom.toml:23:1 #/clients/four: "version" is missing."""
    ).replace("STYLES", ", ".join(_styles()))


def _styles() -> tuple[str, ...]:
    from clientloom.styles import style_names

    return style_names()


def test_two_clients_need_two_distributions() -> None:
    text = COMPLETE.replace("waylay-sdk-rules", "ICA_sdk")

    assert complaint(text) == (
        'clientloom.toml:15:1 #/clients/waylay rules/distribution: the distribution "ICA_sdk" is'
        ' that of "ica" too.\n  Give each client a distribution of its own.'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = \n", "clientloom.toml:1:5: not valid TOML: invalid value."),
        ("a = 1\na = 2\n", "clientloom.toml:2:6: not valid TOML: cannot overwrite a value."),
        ("a = [1\n", "clientloom.toml:1:1: not valid TOML: unclosed array."),
        ("clients = []\n", 'clientloom.toml:1:1 #/clients: "clients" must be tables.'),
        ("", "clientloom.toml:1:1 #: there are no clients."),
    ],
)
def test_a_file_of_another_form_is_said_at_its_place(text: str, message: str) -> None:
    assert complaint(text).splitlines()[0] == message


def test_a_file_that_cannot_be_read_is_said_plainly() -> None:
    with pytest.raises(ClientloomError, match=r"^none\.toml: no such file or directory\.$"):
        load_project(Path("none.toml"))
    Path("latin.toml").write_bytes(b"a = '\xe9'\n")
    with pytest.raises(ClientloomError, match=r"^latin\.toml: the file is not UTF-8\.$"):
        load_project(Path("latin.toml"))
