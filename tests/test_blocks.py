"""Finding and running the examples of a page, in this process and in another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from blocks import Block, python_blocks, redirected, run
from judge import Judge

HOST = "https://api.example.com"
HELLO: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": f"{HOST}/v1"}],
    "paths": {
        "/hello/{name}": {
            "get": {
                "operationId": "hello",
                "parameters": [
                    {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "ids", "in": "query", "schema": {"type": "array"}, "explode": False},
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {"application/json": {"schema": {"enum": ["hello"]}}},
                    }
                },
            }
        }
    },
}
PAGE = """\
# A page

```python
import httpx2

print(httpx2.get("https://api.example.com/v1/hello/a%2Fb?ids=a,b%2Cc").json())
```

```sh
exit 1
```

1. In a list, asynchronous:

   ```python title="two"
   import asyncio
   import os

   import httpx


   async def main():
       async with httpx.AsyncClient(base_url="https://api.example.com/v1") as client:
           response = await client.get(f"/hello/{os.environ['NAME']}")
           print(response.json(), response.url)


   asyncio.run(main())
   ```

````python
text = '''
```python
'''
raise ValueError(text)
````
"""
Blocks = list[Block]


@pytest.fixture
def judge() -> Iterator[Judge]:
    with Judge(HELLO) as judge:
        yield judge


@pytest.fixture
def blocks(tmp_path: Path) -> Blocks:
    page = tmp_path / "Page.md"
    page.write_text(PAGE)
    return python_blocks(page)


def block(source: str) -> Block:
    return Block(Path("Page.md"), 1, source)


def test_fenced_python_is_found_with_its_line(blocks: Blocks) -> None:
    assert [str(block) for block in blocks] == ["Page.md:4", "Page.md:16", "Page.md:32"]
    assert blocks[0].source.startswith("import httpx2\n")
    assert blocks[1].source.startswith("import asyncio\nimport os\n")
    assert blocks[2].source.startswith("text = '''\n```python\n")


@pytest.mark.parametrize("python", [None, Path(sys.executable)])
def test_blocks_run_as_printed(judge: Judge, blocks: Blocks, python: Path | None) -> None:
    with redirected(judge.origin):
        sync = run(blocks[0], python=python)
        other = run(blocks[1], environment={"NAME": "you"}, python=python)

    sync.check()
    other.check()
    judge.check()
    assert sync.stdout == "hello\n"
    assert other.stdout == f"hello {HOST}/v1/hello/you\n"
    assert judge.sent == ["GET /v1/hello/a%2Fb?ids=a,b%2Cc", "GET /v1/hello/you"]
    assert judge.last.header("Host") == "api.example.com"
    assert "NAME" not in os.environ


@pytest.mark.parametrize("python", [None, Path(sys.executable)])
def test_the_origin_can_be_an_argument(judge: Judge, blocks: Blocks, python: Path | None) -> None:
    run(blocks[0], python=python, origin=judge.origin).check()

    assert len(judge.sent) == 1


@pytest.mark.parametrize("python", [None, Path(sys.executable)])
def test_a_failure_has_the_line_of_the_page(blocks: Blocks, python: Path | None) -> None:
    result = run(blocks[2], python=python)

    assert "line 35" in result.error + result.stderr
    with pytest.raises(AssertionError, match=r"Page\.md:32\n(?s:.*)ValueError"):
        result.check()


@pytest.mark.parametrize("python", [None, Path(sys.executable)])
def test_what_an_example_catches_is_a_failure_too(python: Path | None) -> None:
    with pytest.raises(AssertionError, match="TasksApi->get_task: no"):
        run(block("print('Exception when calling TasksApi->get_task: no')"), python=python).check()


@pytest.mark.parametrize("source", ["await f()", "x = (", "raise SystemExit(3)"])
def test_what_is_no_script_fails(source: str) -> None:
    assert run(block(source)).error


def test_namespaces_and_output_are_separate(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(block("import sys; x = 1; print(x); print(2, file=sys.stderr)")).stderr == "2\n"
    assert "NameError" in run(block("print(x)")).error
    assert run(block("if __name__ == '__main__': print('main')")).stdout == "main\n"
    assert capsys.readouterr() == ("", "")


def test_substitutions_must_apply() -> None:
    assert run(block("print('a')"), substitutions={"'a'": "'b'"}).stdout == "b\n"
    with pytest.raises(ValueError, match="does not hold"):
        run(block("print('a')"), substitutions={"c": "d"})


def test_only_the_named_hosts_are_redirected(judge: Judge) -> None:
    with redirected(judge.origin, hosts=["api.example.com"]):
        assert httpx2.get(f"{HOST}/v1/hello/you").json() == "hello"
        assert httpx2.get(f"{judge.url}/hello/you").json() == "hello"
        with pytest.raises(AssertionError, match=r"a request to other\.example\.com"):
            httpx2.get("https://other.example.com/v1/hello/you")
    judge.check()


def test_a_client_sees_its_own_request(judge: Judge) -> None:
    with redirected(judge.origin):
        for response in (
            httpx2.get(f"{HOST}/v1/hello/you", auth=("me", "secret")),
            httpx.get(f"{HOST}/v1/hello/you", auth=("me", "secret")),
        ):
            assert str(response.request.url) == f"{HOST}/v1/hello/you"
            assert response.request.headers["host"] == "api.example.com"
            assert judge.last.header("Authorization") == "Basic bWU6c2VjcmV0"
    judge.check()


def test_the_transports_are_whole_again(judge: Judge) -> None:
    before = httpx2.HTTPTransport.handle_request
    with redirected(judge.origin):
        assert httpx2.HTTPTransport.handle_request is not before
    assert httpx2.HTTPTransport.handle_request is before
