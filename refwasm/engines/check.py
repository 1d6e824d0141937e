"""Whether a driver keeps to the protocol: a list of requirements, each tried on the driver itself.

A requirement is a function of a client that has nothing yet, whose docstring says what is required; it raises `Unmet`
with what came instead, or Unsupported where the engine lacks what it takes. `requirements.py` has them.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from refwasm.binary.encode_module import encode_module
from refwasm.engines import protocol
from refwasm.engines.driver import DriverEngine
from refwasm.engines.protocol import Answer, Garbled, Json
from refwasm.errors import Malformed, WasmError
from refwasm.script.commands import QuotedModule
from refwasm.script.engine import Broken, Undefined, Unsupported
from refwasm.script.native import load
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import describe, run_script
from refwasm.source import Source


class Unmet(Exception):
    """A requirement is not met; the text says what came instead."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a requirement: met, not met, or None where the engine lacks what it takes."""

    requirement: str
    met: bool | None
    why: str = ""


class Client:
    """Asks the driver `argv` as requirements need it."""

    def __init__(self, argv: Sequence[str], timeout: float):
        self.engine = DriverEngine(argv, timeout=timeout)
        self.argv = argv
        self.timeout = timeout

    def ask(self, do: str, **fields: Json) -> Answer:
        return self.engine.ask({"do": do, **fields})

    def expect(self, outcomes: str, do: str, **fields: Json) -> Answer:
        """The answer, whose outcome is one of `outcomes`, with spaces."""
        answer = self.ask(do, **fields)
        if answer.outcome == protocol.UNSUPPORTED and protocol.UNSUPPORTED not in outcomes:
            raise Unsupported(answer.text)
        if answer.outcome not in outcomes.split():
            shown = f"{answer.outcome} {answer.text}".strip()
            raise Unmet(f"{do}: {shown}, not {' or '.join(outcomes.split())}")
        return answer

    def module(self, name: str, text: str) -> None:
        """Define the module `text`; an engine that refuses it lacks a feature."""
        try:
            self.expect("ok", "module", module=name, wasm=wasm(text))
        except Unmet as e:
            raise Unsupported(str(e)) from e

    def instance(self, name: str, text: str) -> None:
        """Define a module, and make an instance."""
        self.module(f"{name} module", text)
        self.expect("ok", "instantiate", instance=name, module=f"{name} module")

    def returns(
        self, instance: str, name: str, args: Sequence[Json], results: Sequence[Json]
    ) -> None:
        """Require that a call gives `results`."""
        answer = self.expect("return", "invoke", instance=instance, name=name, args=[*args])
        got = protocol.values(answer.rest)
        if got != protocol.values({"values": [*results]}):
            raise Unmet(f"{json.dumps(name)} gave {json.dumps(answer.rest.get('values'))}")

    def script(self, text: str) -> None:
        """Require that all commands of the script `text` pass, what does not pass going by wrappers."""
        for result in run_script("s", Source("s", text), parse_script(text), self.engine):
            if result.status is Status.UNSUPPORTED:
                raise Unsupported(result.got)
            if result.status is not Status.PASS:
                refused = result.kind == "module" and result.got.startswith(REFUSALS)
                kind = Unsupported if refused else Unmet
                raise kind(f"expected {result.expected}, got {result.got}")


REFUSALS = ("malformed", "invalid", "refused")
Requirement: TypeAlias = Callable[[Client], None]


def wasm(text: str) -> str:
    """The binary of the module `text`, as requests have it."""
    return b64encode(encode_module(load(QuotedModule(text.encode())))).decode()


def check(
    argv: Sequence[str], requirements: Sequence[Requirement], *, timeout: float
) -> Iterator[Verdict]:
    """What becomes of each of `requirements`, on a new process wherever one was not met before.

    Where the driver does not say hello to the first of them, the others are not tried.
    """
    client, greeted = Client(argv, timeout), False
    for requirement in requirements:
        verdict = _tried(client, requirement)
        yield verdict
        greeted = greeted or client.engine.greeted
        if not greeted:
            break
        if verdict.met is False or not _cleared(client):
            client.engine.close()
            client = Client(argv, timeout)
    client.engine.close()


def _cleared(client: Client) -> bool:
    """Whether the driver forgot what there was."""
    try:
        client.engine.reset()
    except (Broken, Undefined, Unsupported):
        return False
    return True


def _tried(client: Client, requirement: Requirement) -> Verdict:
    said = " ".join((requirement.__doc__ or "").split())
    try:
        requirement(client)
        client.engine.settle()
    except Unsupported as e:
        return Verdict(said, None, str(e))
    except (Unmet, Garbled, Undefined, Malformed) as e:
        return Verdict(said, False, str(e))
    except WasmError as e:
        return Verdict(said, False, describe(e))
    except Broken as e:
        return Verdict(said, False, f"{e.status.value}: {e}")
    return Verdict(said, True)
