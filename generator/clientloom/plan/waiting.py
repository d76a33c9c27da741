"""Waiters as Python source: methods that repeat an operation until its result has a wanted state."""

from __future__ import annotations

from collections.abc import Sequence

from clientloom.api import Wait
from clientloom.escape import line, literal
from clientloom.naming import snake
from clientloom.plan.contexts import Waiter


def waiter(
    wait: Wait,
    name: str,
    owner: str,
    of: str,
    signature: Sequence[str],
    arguments: Sequence[str],
    returns: str,
) -> Waiter:
    """A method that repeats another one.

    :param signature: that of the other, without its options; `arguments` pass it on
    """
    required = [part for part in signature if "=" not in part and part != "*"]
    options = [part for part in signature if part.startswith("**")]
    others = [part for part in signature if part not in (*required, *options, "*")]
    timeout = "None" if wait.timeout is None else f"{wait.timeout}"
    states = " or ".join(line(str(each)) for each in wait.success)
    failures = " or ".join(line(str(each)) for each in wait.failure)
    facts = [
        f":param wait_interval: seconds between two calls{'' if wait.factor == 1 else ', at first'}",
        ":param wait_timeout: seconds in all; None waits for ever",
        ":raises WaitTimeoutError: when time is up; `last` is the last result",
        *([f":raises WaitFailedError: {failures}; `last` is the result"] if failures else []),
    ]
    field = line(wait.field.strip("/").replace("/", "."))
    until = [literal(wait.field), _states(wait.success)]
    until += [f"failure={_states(wait.failure)}"] if wait.failure else []
    until += [f"factor={wait.factor}"] if wait.factor != 1 else []
    until += [f"longest={wait.longest}"] if wait.longest != 60 else []
    return Waiter(
        name=name,
        of=f"{owner}.{of}",
        signature=(
            *(part for part in required if not part.startswith("**")),
            "*",
            *others,
            f"wait_interval: float = {wait.interval}",
            f"wait_timeout: float | None = {timeout}",
            *options,
        ),
        returns=returns,
        doc="\n\n".join([f"Repeat `{of}` until its {field} is {states}.", "\n".join(facts)]),
        until=f"Until({', '.join(until)})",
        arguments=tuple(arguments),
    )


def _states(values: Sequence[object]) -> str:
    return f"({''.join(f'{literal(each)}, ' for each in values).rstrip()})"


def names_of(wishes: Sequence[str], method: str, taken: set[str]) -> list[str]:
    """The names of the waiters of an operation. One that is taken says what it repeats.

    :param wishes: what they would be called
    :param method: what the operation is called
    """
    found = [f"{wish}_of_{method}" if wish in taken else wish for wish in wishes]
    taken.update(found)
    return found


def until_name(wait: Wait) -> str:
    """`wait_until_done`, for a method of a resource."""
    return f"wait_until_{snake(wait.name or 'done')}"


def for_name(wait: Wait, method: str) -> str:
    """`wait_for_task_run`, for a method beside `get_task_run`."""
    subject = method.removeprefix("get_")
    return f"wait_for_{subject}_{snake(wait.name)}" if wait.name else f"wait_for_{subject}"
