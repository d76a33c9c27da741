"""What calls raise: listed errors, wrong credentials, a failing network."""

from __future__ import annotations

import base64
import json
import socket
from http import HTTPStatus
from typing import Any

import pytest
from judge import example_body
from platforms import (
    ASTRONOMER,
    BY_NAME,
    ICA,
    KEY,
    LUSID,
    SIMPLE,
    TOKEN,
    Case,
    Connect,
    Platform,
    Session,
    each_error,
    each_operation,
    each_platform,
)

# --- Errors

EXCEPTIONS = {
    401: "UnauthorizedException",
    403: "ForbiddenException",
    404: "NotFoundException",
    500: "ServiceException",
    503: "ServiceException",
}


@each_error
def test_a_listed_error_raises_with_everything_that_came(
    connect: Connect, case: Case, code: str
) -> None:
    session = connect(case.platform)
    status = 418 if code == "default" else int(code)
    session.judge.answer(status, headers={"X-Trace": "t"})
    _, body = example_body(case.platform.document, case.errors[code])

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call(case, **case.required())

    error = caught.value
    assert (error.status, error.reason) == (status, HTTPStatus(status).phrase)
    assert error.headers["X-Trace"] == error.headers["x-trace"] == "t"
    assert error.body == body.decode()
    assert case.platform.wire(error.data) == json.loads(body)
    exceptions = case.platform.module("exceptions")
    for other in {*EXCEPTIONS.values()}:
        assert isinstance(error, getattr(exceptions, other)) == (other == EXCEPTIONS.get(status))
    assert [str(status) in str(error), body.decode() in str(error)] == [True, True]


@each_error
def test_the_decoded_error_is_the_declared_model(connect: Connect, case: Case, code: str) -> None:
    session = connect(case.platform)
    session.judge.status(418 if code == "default" else int(code))

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call(case, **case.required())

    schema = case.errors[code]["content"]["application/json"]["schema"]
    declared = schema.get("$ref", "/str").rpartition("/")[2]
    assert type(caught.value.data).__name__ == declared


@each_operation
def test_an_asynchronous_call_raises_the_same(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    session.judge.answer_always(403)

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call(case, **case.required())
    with pytest.raises(session.sdk.ApiException) as awaited:
        api = case.platform.api(case, "Async")
        session.awaited(api, case.name, case.required())

    assert type(awaited.value) is type(caught.value)
    assert vars(awaited.value).keys() == vars(caught.value).keys()
    for name in ("status", "reason", "body", "data"):
        assert getattr(awaited.value, name) == getattr(caught.value, name)


def test_an_undeclared_server_error_is_the_default_response(ica: Session, lusid: Session) -> None:
    for session, model in ((ica, "ErrorResponse"), (lusid, "LusidProblemDetails")):
        session.judge.status(503)
        with pytest.raises(session.platform.module("exceptions").ServiceException) as caught:
            session.call_simply()
        assert type(caught.value.data).__name__ == model


def test_an_undeclared_status_without_a_default_has_no_data(astronomer: Session) -> None:
    astronomer.judge.answer(418, {"message": "m"})

    with pytest.raises(astronomer.sdk.ApiException) as caught:
        astronomer.call_simply()
    assert (caught.value.status, caught.value.data) == (418, None)
    assert caught.value.body == '{"message": "m"}'


def test_a_404_of_lusid_is_a_text_in_json(lusid: Session) -> None:
    lusid.judge.answer(404, "There is no such task.", content_type="application/json")

    with pytest.raises(LUSID.module("exceptions").NotFoundException) as caught:
        lusid.call_simply()
    assert caught.value.data == "There is no such task."
    assert caught.value.body == '"There is no such task."'


def test_the_validation_error_of_lusid_tells_each_field(lusid: Session) -> None:
    details = {"name": "Invalid", "code": 151, "errors": {"id": ["too short", "no id"]}}
    lusid.judge.answer(400, details)

    with pytest.raises(lusid.sdk.ApiException) as caught:
        lusid.call_simply()
    assert caught.value.data.errors == {"id": ["too short", "no id"]}
    assert (caught.value.data.code, caught.value.data.title) == (151, None)


@each_platform
def test_an_error_that_is_not_what_is_declared_still_raises(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)
    session.judge.answer(404, {"unexpected": [1]})

    with pytest.raises(platform.module("exceptions").NotFoundException) as caught:
        session.call_simply()
    assert caught.value.body == '{"unexpected": [1]}'


@each_platform
def test_the_exceptions_are_those_of_rest_and_the_root(platform: Platform) -> None:
    exceptions, rest = platform.module("exceptions"), platform.module("rest")

    assert platform.sdk.ApiException is rest.ApiException is exceptions.ApiException
    assert issubclass(exceptions.ApiException, platform.sdk.OpenApiException)
    assert issubclass(platform.sdk.ApiTypeError, TypeError)
    assert issubclass(platform.sdk.ApiValueError, ValueError)
    assert issubclass(platform.sdk.ApiKeyError, KeyError)
    assert issubclass(platform.sdk.ApiAttributeError, AttributeError)


@each_platform
def test_an_exception_can_be_made_by_hand(platform: Platform) -> None:
    """Scripts do so in their own tests."""
    error = platform.sdk.ApiException(status=404, reason="Not Found")

    assert (error.status, error.reason, error.body, error.headers) == (404, "Not Found", None, None)


# --- Credentials


def basic(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()


def test_basic_authentication_sends_name_and_password(connect: Connect) -> None:
    session = connect(ICA, api_key={}, username="jörg", password="s:c")

    session.call_simply()

    session.judge.check()
    assert session.judge.last.header("Authorization") == basic("jörg", "s:c")


def test_an_api_key_is_sent_as_it_is(ica: Session, astronomer: Session) -> None:
    for session in (ica, astronomer):
        session.call_simply()
        assert session.judge.last.header("Authorization") == KEY


def test_an_api_key_can_have_a_prefix(connect: Connect) -> None:
    for platform, scheme in ((ICA, "Bearer"), (ASTRONOMER, "JWT")):
        session = connect(platform)
        session.configuration.api_key_prefix[scheme] = "Bearer"
        session.call_simply()
        assert session.judge.last.header("Authorization") == f"Bearer {KEY}"


def test_an_api_key_can_be_set_later(connect: Connect) -> None:
    session = connect(ICA, api_key={})
    session.configuration.api_key["Bearer"] = "later"

    session.call_simply()

    assert session.judge.last.header("Authorization") == "later"


def test_an_operation_without_basic_gets_the_key(connect: Connect) -> None:
    """The operations of task versions declare Bearer alone."""
    session = connect(ICA, username="u", password="p")

    session.call(BY_NAME["prior-get_task_version"], "t", "v")

    session.judge.check()
    assert session.judge.last.header("Authorization") == KEY


def test_one_of_two_configured_schemes_is_sent(connect: Connect) -> None:
    session = connect(ICA, username="u", password="p")

    session.call_simply()

    session.judge.check()
    sent = [text for name, text in session.judge.last.headers if name.lower() == "authorization"]
    assert len(sent) == 1
    assert sent[0] in (KEY, basic("u", "p"))


def test_an_access_token_is_a_bearer_token(lusid: Session) -> None:
    lusid.call_simply()

    lusid.judge.check()
    assert lusid.judge.last.header("Authorization") == f"Bearer {TOKEN}"


def test_an_access_token_can_change_between_calls(lusid: Session) -> None:
    lusid.configuration.access_token = "another"

    lusid.call_simply()

    assert lusid.judge.last.header("Authorization") == "Bearer another"


@each_platform
def test_without_credentials_the_server_decides(connect: Connect, platform: Platform) -> None:
    session = connect(platform, api_key={}, access_token=None)
    session.judge.status(401 if platform is not LUSID else 418)

    with pytest.raises(session.sdk.ApiException):
        session.call_simply()
    assert session.judge.last.header("Authorization") is None
    assert "no credentials" in "".join(session.judge.problems)


@each_platform
def test_no_secret_is_shown(connect: Connect, platform: Platform) -> None:
    session = connect(platform, username="u", password="a-password")
    session.judge.status(403)

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call_simply()
    shown = f"{caught.value}{caught.value!r}{session.configuration!r}{session.client!r}"
    for secret in (KEY, TOKEN, "a-password"):
        assert secret not in shown


# --- The network


@each_platform
def test_a_refused_connection_is_an_api_exception(connect: Connect, platform: Platform) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        session = connect(platform, host=f"http://127.0.0.1:{closed.getsockname()[1]}")

        with pytest.raises(session.sdk.ApiException) as caught:
            session.call_simply()
        assert (caught.value.status, caught.value.body) == (0, None)
        assert "ConnectError" in caught.value.reason


@each_platform
def test_an_html_error_page_is_kept_as_text(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer(500, "<h1>Störung</h1>", content_type="text/html; charset=utf-8")

    with pytest.raises(platform.module("exceptions").ServiceException) as caught:
        session.call_simply()
    assert (caught.value.body, caught.value.data) == ("<h1>Störung</h1>", None)
    assert caught.value.headers["Content-Type"] == "text/html; charset=utf-8"


@each_platform
def test_an_html_page_as_a_result_is_an_api_exception(connect: Connect, platform: Platform) -> None:
    """A proxy's log-in page, as a rule."""
    session = connect(platform)
    session.judge.answer(200, "<h1>Log in</h1>", content_type="text/html")

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call_simply()
    assert (caught.value.status, caught.value.body) == (200, "<h1>Log in</h1>")


@each_platform
def test_an_empty_204_is_none(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer_always(204)

    assert session.call_simply() is None
    assert session.call_simply(async_req=True).get(10) is None


@each_platform
def test_a_truncated_body_is_an_api_exception(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.truncate(5)

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call_simply()
    assert caught.value.status == 0


@each_platform
def test_a_dropped_connection_is_an_api_exception(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.drop()

    with pytest.raises(session.sdk.ApiException):
        session.call_simply()
    assert session.call_simply() is not None


@each_platform
def test_an_answer_that_is_not_http_is_an_api_exception(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)
    session.judge.answer(raw=b"SSH-2.0-OpenSSH_9.6\r\n\r\n")

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call_simply()
    assert caught.value.status == 0


@each_platform
def test_a_body_that_is_not_utf_8_is_an_api_exception(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer(200, b'{"name": "caf\xe9"}')

    with pytest.raises(session.sdk.ApiException) as caught:
        session.call_simply()
    assert (caught.value.status, caught.value.body) == (200, '{"name": "caf\ufffd"}')


@each_platform
def test_an_error_that_is_not_utf_8_keeps_its_status(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer(500, b"caf\xe9", content_type="text/plain")

    with pytest.raises(platform.module("exceptions").ServiceException) as caught:
        session.call_simply()
    assert caught.value.body == "caf\ufffd"


def test_the_charset_of_the_answer_is_obeyed(ica: Session) -> None:
    ica.judge.answer(200, b'{"name": "caf\xe9"}', content_type="application/json; charset=latin-1")

    assert ica.call_simply().name == "café"


@each_platform
def test_a_failing_asynchronous_call_raises_the_same_exceptions(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)
    case = SIMPLE[platform]
    api = platform.api(case, "Async")

    def fails(**options: Any) -> Any:
        with pytest.raises(session.sdk.ApiException) as caught:
            session.awaited(api, case.name, {**case.required(), **options})
        return caught.value

    session.judge.drop()
    assert fails().status == 0
    session.judge.truncate()
    assert fails().status == 0
    session.judge.answer(200, b"\xff")
    assert fails().status == 200
    session.judge.answer(delay=20)
    assert "Timeout" in fails(_request_timeout=0.1).reason
