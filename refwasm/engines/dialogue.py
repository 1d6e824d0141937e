"""What is said with the process of a driver, in the driver protocol (`docs/driver-protocol.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from refwasm.engines import protocol
from refwasm.engines.process import Process
from refwasm.engines.protocol import Answer, Garbled, Hello, Object
from refwasm.errors import (
    Exhaustion,
    Invalid,
    Malformed,
    Refused,
    Trap,
    UncaughtException,
    Unlinkable,
    WasmError,
)
from refwasm.script.engine import Broken, Undefined, Unsupported

FAILURES: dict[str, type[WasmError]] = {
    "malformed": Malformed,
    "invalid": Invalid,
    "refused": Refused,
    "unlinkable": Unlinkable,
    "trap": Trap,
    "exhaustion": Exhaustion,
}


HELLO: Object = {"do": "hello"}


class Dialogue:
    """Requests to the process `argv` and its answers, with `timeout` seconds for each.

    The process starts when it is first asked for something, so that making this cannot fail.
    Requests are numbered, so that an answer too many is none to the next request, if the driver repeats
    the numbers. Of any driver `settle` finds it.
    """

    def __init__(self, argv: Sequence[str], *, timeout: float = 30):
        self.argv = argv
        self.timeout = timeout
        self._process: Process | None = None
        self._hello: Hello | None = None
        self._asked = 0

    @property
    def hello(self) -> Hello:
        """What the driver says of itself."""
        self._started()
        assert self._hello is not None
        return self._hello

    @property
    def greeted(self) -> bool:
        """Whether the driver has said hello."""
        return self._hello is not None

    def ask(self, request: Object) -> Answer:
        """The answer to `request`, whatever it says."""
        return self.ask_all(request)[0]

    def ask_all(self, *requests: Object) -> list[Answer]:
        """The answers to `requests`, which are sent together."""
        return self._ask_all(self._started(), requests)

    def settle(self) -> None:
        """Check that there was one answer to each request, and no more.

        The answer to another hello comes after all others, and looks like none but the first. Raises Broken.
        """
        if self._process is not None and self._hello is not None:
            self.ask(HELLO)
            self._process.check_quiet()

    def _ask_all(self, process: Process, requests: Sequence[Object]) -> list[Answer]:
        first = self._asked + 1
        self._asked += len(requests)
        numbered = [{**request, "id": number} for number, request in enumerate(requests, first)]
        lines = process.ask_all([*map(protocol.encode, numbered)])
        return [
            self._decode(process, number, str(request["do"]), line)
            for number, (request, line) in enumerate(zip(requests, lines, strict=True), first)
        ]

    def _decode(self, process: Process, number: int, do: str, line: bytes) -> Answer:
        """The answer in `line` to the request `number`."""
        known = self._hello
        try:
            answer = protocol.decode(do, line, number, repeats=known is not None and known.repeats)
            if do == "hello" and known is not None and protocol.hello(answer) != known:
                raise Garbled("not what it said at first")
        except Garbled as e:
            doubt = ", as if there had been an answer too many" if do == "hello" and known else ""
            process.garbled(line, f"{e}{doubt}")
        return answer

    def _started(self) -> Process:
        """The process, which has said hello."""
        if self._process is None:
            self._process = Process(self.argv, timeout=self.timeout)
        if self._hello is None:
            try:
                self._hello = self._greet(self._process)
            except Broken as e:
                e.started = False  # whatever it said, it is no answer
                raise
        return self._process

    def _greet(self, process: Process) -> Hello:
        """What the driver answers to the first hello."""
        [answer] = self._ask_all(process, [HELLO])
        self.check(answer)
        try:
            return protocol.hello(answer)
        except Garbled as e:
            self.garbled(answer, e)

    def check(self, answer: Answer) -> None:
        """Raise what the answer says went wrong."""
        match answer.outcome:
            case protocol.OK | protocol.RETURN:
                return
            case protocol.UNSUPPORTED:
                raise Unsupported(answer.text)
            case protocol.WRONG:
                raise Undefined(answer.text)
            case "exception":
                thrown = UncaughtException(None)
                thrown.message = answer.text
                raise thrown
            case failure:
                raise FAILURES[failure](answer.text)

    def garbled(self, answer: Answer, e: Garbled) -> NoReturn:
        """End the process: `answer` makes no sense, as `e` says. Raises EngineGarbled."""
        assert self._process is not None
        self._process.garbled(answer.line, str(e))

    def reset(self) -> None:
        """Forget all modules and instances; by a new process, if the driver cannot."""
        if self._process is None:
            return
        self.settle()
        if "reset" in self.hello.can:
            self.check(self.ask({"do": "reset"}))
        else:
            self.close()
            self._process = self._hello = None

    def close(self) -> None:
        if self._process is not None:
            self._process.close()
