"""What it costs to use a package: its import, its first call, each further call; beside the peers and by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.generation import CLIENTLOOM
from bench.measure import Cost, FailedError, environment, median, run, table
from bench.peers import Peer

HERE = Path(__file__).parent
ROUNDS = 7


@contextmanager
def _server() -> Iterator[str]:
    """The address of a server that runs for as long as the block does."""
    command = [sys.executable, HERE / "server.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def start(document: Path, folder: Path) -> None:
    """Print what importing the package of a large document costs, and the way to its first answer.

    `document` is GitHub's: the call is one that it has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / "out" / "subject"
    options = ("--formatter", "ruff", "--package", "subject", document, "-o", folder / "out")
    run((*CLIENTLOOM, *options), folder)
    call = "Client(base_url=sys.argv[1]).gitignore.get_template('C')"
    programs = {
        "nothing": "pass",
        "import subject": "import subject",
        "first call by hand": (HERE / "programs" / "first_by_hand.py").read_text(),
        "first call": f"import sys\nfrom subject import Client\nprint({call}.name)",
    }
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    with _server() as url:
        for _ in range(ROUNDS + 1):
            for name, program in programs.items():
                command = (sys.executable, "-c", program, url)
                costs[name].append(run(command, folder, {"PYTHONPATH": str(package)}))
    # The first round compiled the modules.
    found = {name: median(each[1:]) for name, each in costs.items()}
    nothing, by_hand = found["nothing"], found["first call by hand"]
    rows = [
        _start_row("the bare interpreter", nothing, nothing),
        _start_row("import of the package", found["import subject"], nothing),
        _start_row("first typed answer, by hand (httpx2, pydantic)", by_hand, nothing),
        _start_row("first typed answer, from the package", found["first call"], nothing),
    ]
    over = (found["first call"].seconds - by_hand.seconds) * 1000
    table(f"Starting with {document.name}", ("", "ms over the interpreter", "MB over it"), rows)
    print(f"\nThe first typed answer takes {over:.0f} ms more than by hand.", flush=True)


def _start_row(name: str, cost: Cost, nothing: Cost) -> tuple[str, str, str]:
    seconds = (cost.seconds - nothing.seconds) * 1000
    return name, f"{seconds:.0f}", f"{cost.megabytes - nothing.megabytes:.1f}"


def calls(peers: Sequence[Peer], cache: Path, folder: Path, count: int = 300) -> None:
    """Print what a call costs, of each kind of client in turn: the best of several rounds."""
    folder.mkdir(parents=True, exist_ok=True)
    document = HERE / "items.json"
    options = ("--formatter", "ruff", "--package", "items", document, "-o", folder / "out")
    run((*CLIENTLOOM, *options), folder)
    own = (sys.executable, {"PYTHONPATH": str(folder / "out" / "items")})
    kinds: dict[str, tuple[str | Path, Mapping[str, str]]] = {}
    for end in ("", "_async"):
        for name in ("by_hand", "prepared", "ours", "ours_fast"):
            kinds[name + end] = own
        for peer in peers:
            output = folder / (peer.name + (end if peer.twice else ""))
            try:
                peer.generate(cache, document, output, asynchronous=bool(end))
            except (FailedError, OSError) as error:
                print(f"{peer.name} fails on {document.name}: {str(error).splitlines()[-1][:200]}")
                continue
            kind = peer.name.replace("-", "_").removesuffix("_cli") + end
            kinds[kind] = (peer.python(cache), {"PYTHONPATH": str(output)})
    found: dict[str, list[Mapping[str, float]]] = {kind: [] for kind in kinds}
    with _server() as url:
        for _ in range(5):
            for kind, (python, variables) in kinds.items():
                command = [str(python), str(HERE / "programs" / "calls.py"), kind, url, str(count)]
                result = subprocess.run(
                    command, env=environment(variables), capture_output=True, text=True, check=False
                )
                if result.returncode == 0:
                    found[kind].append(json.loads(result.stdout))
                elif not found[kind]:
                    print(f"{kind} fails: {result.stderr.strip().splitlines()[-1]}")
    best = {
        kind: {name: min(each[name] for each in rounds) for name in rounds[0]}
        for kind, rounds in found.items()
        if rounds
    }
    base = best["by_hand"]
    lines: list[str] = []
    rows = [
        (
            kind.replace("_", " "),
            f"{each['one']:.0f}",
            f"{each['one'] / base['one']:.2f}",
            f"{each['many'] / 1000:.1f}" if "many" in each else "",
        )
        for kind, each in best.items()
    ]
    for end in ("", "_async"):
        over = best[f"ours{end}"]["one"] - best[f"prepared{end}"]["one"]
        shares = [f"{over:+.0f} us over a prepared request"]
        for kind in ("ours", "ours_fast"):
            for other in ("by_hand", "openapi_python_client", "openapi_generator"):
                if kind + end in best and other + end in best:
                    share = best[kind + end]["one"] / best[other + end]["one"]
                    shares.append(f"{kind} is {share:.2f} of {other}".replace("_", " "))
        lines.append(f"{'Asynchronous' if end else 'Synchronous'}: {'; '.join(shares)}.")
    head = ("", "us for a small answer", "of by hand", "ms for 1 MB")
    table("Calling", head, rows)
    print("\n" + "\n".join(lines))
    decoding = {kind: best[kind]["decode"] / 1000 for kind in ("by_hand", "ours")}
    print(
        f"Decoding the megabyte takes {decoding['ours']:.1f} ms, "
        f"{decoding['ours'] / decoding['by_hand']:.2f} of a kept TypeAdapter."
    )
    print(f"A client is made in {best['ours']['construction'] / 1000:.2f} ms.", flush=True)
