"""Packages of the style `native` for documents with security, against a real authorization server."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from clientloom.api import SecurityScheme
from clientloom.plan.native_credentials import secret_keywords
from own import Package, installed, tree_of
from runtime.authority import CLIENT_ID, CLIENT_SECRET, Authority

HERE = Path(__file__).parent
SPEC = HERE / "native" / "security.yaml"
CORPUS = Path("/work/shared/corpus/dev/32-oas-security.yaml")
CREDENTIALS = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with installed(tree_of(SPEC, "guarded"), "guarded", tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def authority() -> Iterator[Authority]:
    running = Authority()
    yield running
    running.close()


@pytest.fixture
def guarded(package: Package, authority: Authority) -> Any:
    """Makes clients of the package for the server."""

    def make(prefix: str = "", **arguments: Any) -> Any:
        kind = getattr(package.root, f"{prefix}Client")
        return kind(base_url=f"{authority.url}/v1", retries=0, **arguments)

    return make


def test_what_a_client_takes(package: Package) -> None:
    signature = inspect.signature(package.root.Client.__init__)

    assert {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if name not in ("self", "options")
    } == {
        "token": "Secret | None",
        "client_id": "str | None",
        "client_secret": "str | None",
        "refresh_token": "str | None",
        "username": "str | None",
        "password": "str | None",
        "device_prompt": "Callable[[DevicePrompt], object] | None",
        "scopes": "Sequence[str] | None",
        "key": "Secret | None",
        "session": "Secret | None",
        "authorization": "Secret | None",
    }


def test_the_readme_names_what_the_environment_can_have(package: Package) -> None:
    readme = package.tree["README.md"]

    for name in ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "USERNAME", "PASSWORD", "SCOPES"):
        assert f"`GUARDED_{name}`" in readme
    assert "DEVICE_PROMPT`" not in readme
    assert "`admin` | Do anything" in readme
    assert "A client certificate" in readme


@pytest.mark.parametrize(
    ("arguments", "grant"),
    [
        (CREDENTIALS, "client_credentials"),
        ({"username": "ann", "password": "p&ss wörd"}, "password"),
        ({"refresh_token": "refresh-0", "client_id": CLIENT_ID}, "refresh_token"),
        (
            {"client_id": CLIENT_ID, "device_prompt": lambda prompt: None},
            "urn:ietf:params:oauth:grant-type:device_code",
        ),
    ],
)
def test_each_flow_of_the_document(
    guarded: Any, authority: Authority, arguments: dict[str, Any], grant: str
) -> None:
    with guarded(**arguments) as client:
        assert client.doors.token_or_key() == {"ok": True}

    assert authority.grants == [grant]
    asked = {form.get("scope") for form in authority.forms}
    assert asked <= {"read write", None}
    assert ("read write" in asked) == (grant != "refresh_token")


def test_a_flow_renews_where_it_says(guarded: Any, authority: Authority) -> None:
    with guarded(username="ann", password="p&ss wörd") as client:
        client.doors.token_or_key()
        authority.revoke()
        client.doors.token_or_key()

    assert [form["(path)"] for form in authority.forms] == ["/token", "/renew"]


def test_secrets_of_the_environment(
    guarded: Any, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUARDED_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("GUARDED_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("GUARDED_SCOPES", "admin")

    async def main() -> Any:
        async with guarded("Async") as client:
            return await client.doors.token_or_key()

    assert asyncio.run(main()) == {"ok": True}
    assert [form["scope"] for form in authority.forms] == ["admin"]


@pytest.fixture
def sent(guarded: Any, authority: Authority) -> Any:
    """Makes a call with some secrets, and returns its address and what was sent to authorize it."""

    def call(method: str, **arguments: Any) -> tuple[str, str | None]:
        authority.valid |= {"t", "d"}
        client = guarded(**arguments)
        try:
            getattr(client.doors, method)()
        except Exception as error:
            assert "401" in str(error)
        client.close()
        return authority.calls[-1]

    return call


def test_and_or_optional_and_none(sent: Any, authority: Authority) -> None:
    bearer = "Bearer t"

    assert sent("token_or_key", token="t") == ("/v1/token-or-key", bearer)
    assert sent("token_or_key", token="t", key="k") == ("/v1/token-or-key", bearer)
    assert sent("token_or_key", key="k k") == ("/v1/token-or-key?api%20key=k%20k", None)
    assert sent("token_or_key") == ("/v1/token-or-key", None)

    assert sent("token_and_key", token="t", key="k") == ("/v1/token-and-key?api%20key=k", bearer)
    assert sent("token_and_key", token="t") == ("/v1/token-and-key", None)

    assert sent("several", key="k", authorization="d") == ("/v1/several", "Digest d")
    assert sent("several", key="k", session="s", authorization="d") == (
        "/v1/several?api%20key=k",
        None,
    )

    assert sent("maybe", token="t") == ("/v1/maybe", bearer)
    assert sent("maybe", key="k") == ("/v1/maybe", None)
    assert sent("open", token="t", key="k", authorization="d") == ("/v1/open", None)
    assert sent("certificate", token="t") == ("/v1/certificate", bearer)
    assert sent("certificate") == ("/v1/certificate", None)


def test_tokens_may_be_functions(guarded: Any, authority: Authority) -> None:
    authority.valid |= {"1", "2"}
    made = iter("12")

    async def awaited() -> str:
        await asyncio.sleep(0)
        return next(made)

    async def main() -> None:
        async with guarded("Async", token=awaited) as client:
            await client.doors.token_or_key()
            await client.doors.token_or_key()

    asyncio.run(main())

    assert [value for _, value in authority.calls] == ["Bearer 1", "Bearer 2"]
    with pytest.raises(TypeError, match="asynchronous client"):
        guarded(token=awaited).doors.token_or_key()


def test_token_requests_go_through_the_client_of_the_program(
    guarded: Any, authority: Authority
) -> None:
    seen: list[str] = []
    with (
        httpx2.Client(event_hooks={"request": [lambda r: seen.append(r.url.path)]}) as own,
        guarded(http_client=own, **CREDENTIALS) as client,
    ):
        client.doors.token_or_key()

    assert seen == ["/token", "/v1/token-or-key"]


def test_the_sources_of_a_package(package: Package, authority: Authority, guarded: Any) -> None:
    source = package.root.auth.ClientCredentials(
        CLIENT_ID, CLIENT_SECRET, client_authentication="client_secret_post", scopes="one two"
    )

    with guarded(token=source) as client, guarded(token=source) as other:
        client.doors.token_or_key()
        other.doors.token_or_key()

    assert [(f["client_secret"], f["scope"]) for f in authority.forms] == [
        (CLIENT_SECRET, "one two")
    ]


def test_an_endpoint_that_refuses(
    package: Package, guarded: Any, authority: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = guarded(client_id=CLIENT_ID, client_secret="wr0ng s3cret", key="k3y")

    with pytest.raises(package.root.TokenError) as caught:
        client.doors.token_and_key()

    error = caught.value
    assert (error.error, error.status_code, error.attempts) == ("invalid_client", 401, 1)
    assert isinstance(error, package.root.AuthenticationError)
    everything = f"{client!r} {error!r} {error} {vars(error)} {caplog.text}"
    assert "wr0ng" not in everything
    assert "k3y" not in everything
    assert authority.calls == []


def test_an_overloaded_endpoint_is_asked_again(guarded: Any, authority: Authority) -> None:
    authority.answers = [(503, b"busy"), (503, b"busy")]
    client = guarded(**CREDENTIALS)

    assert client.doors.token_or_key(retries=2) == {"ok": True}
    assert len(authority.forms) == 3


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_several_schemes_are_named_after_themselves(tmp_path: Path, authority: Authority) -> None:
    spec = tmp_path / "security.yaml"
    text = CORPUS.read_text().replace("http://alt.example.com/oauth/", f"{authority.url}/")
    spec.write_text(text.replace("https://example.com/.well-known", f"{authority.url}/.well-known"))

    with installed(tree_of(spec, "many"), "many", tmp_path / "site") as many:
        client = many.root.Client(
            base_url=authority.url,
            api_key_query="q",
            bearer_jwt="jwt",
            oauth2_client_credentials_client_id=CLIENT_ID,
            oauth2_client_credentials_client_secret=CLIENT_SECRET,
            open_id_connect_client_id=CLIENT_ID,
            open_id_connect_client_secret=CLIENT_SECRET,
        )
        authority.valid.add("jwt")
        operations = {key: methods[0] for key, methods in many.methods.items()}

        def call(method: str, path: str) -> tuple[str, str | None]:
            many.bound(client, operations[method, path])()
            return authority.calls[-1]

        oauth = "/anything/oauth2"
        assert call("PUT", "/anything/bearer") == ("/anything/bearer", "Bearer jwt")
        assert call("PUT", oauth) == (oauth, "Bearer token-1")
        assert call("POST", "/anything/openIdConnect")[1] == "Bearer token-2"
        assert [form.get("scope") for form in authority.forms] == ["write:things", None]
        with pytest.raises(many.root.AuthenticationError):
            call("DELETE", oauth)
        assert authority.calls[-1] == (oauth, None)


def test_a_scheme_that_is_called_api_key_gives_its_name_to_the_argument() -> None:
    schemes = [
        SecurityScheme("api-key", "apiKey", location_in="header", parameter="api-key"),
        SecurityScheme("user-id", "apiKey", location_in="header", parameter="user-id"),
    ]

    assert secret_keywords(schemes, frozenset()) == {
        "api-key": {"key": "api_key"},
        "user-id": {"key": "user_id"},
    }
    assert secret_keywords(schemes[1:], frozenset()) == {"user-id": {"key": "api_key"}}
