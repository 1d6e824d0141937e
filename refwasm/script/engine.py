"""What a script needs of an engine, and the engine that refwasm is.

An engine answers in the values of `script/values.py` and fails with the classes of `errors.py`, so
whoever runs a script knows nothing of how the engine holds modules, instances and values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar, runtime_checkable

from refwasm.script.commands import Const, Definition
from refwasm.script.results import Status
from refwasm.script.values import Value

M = TypeVar("M")
I = TypeVar("I")  # an instance


class Unsupported(Exception):
    """The engine cannot run this command, for the reason given."""


class Undefined(Exception):
    """A script names a module, an instance or an export that is not there."""


class Broken(Exception):
    """The engine itself failed, and nothing can be asked of it any more; the text is the evidence.

    `status` is what becomes of the command under way. One that was not `started` never answered
    anything, so it is in vain to start another.
    """

    status = Status.CRASH

    def __init__(self, evidence: str, *, started: bool = True):
        super().__init__(evidence)
        self.started = started


class Engine(Protocol, Generic[M, I]):
    """Modules `M` and instances `I` are the engine's own; nobody else looks into them.

    `texts` is whether its failures must begin with the words that a script asserts; otherwise their
    class alone decides. Whatever is asked of it may raise Unsupported, and Broken.
    """

    @property
    def texts(self) -> bool: ...

    def define(self, definition: Definition, *, customs: bool = False) -> M:
        """Read and validate; `customs` also checks the custom sections and annotations it knows.

        Raises Malformed, Invalid, or Refused.
        """

    def instantiate(self, module: M) -> I:
        """A new instance, its imports taken from what was registered.

        Raises Unlinkable, Trap, UncaughtException, Exhaustion.
        """

    def register(self, name: str, instance: I) -> None:
        """Make the exports of `instance` available for import under `name`."""

    def invoke(self, instance: I, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        """Call an exported function. Raises Trap, UncaughtException, Exhaustion, Undefined."""

    def get(self, instance: I, name: str) -> Value:
        """The value of an exported global. Raises Undefined."""

    def executed(self) -> tuple[str, ...]:
        """The keys of the rows that ran since the last call, if the engine can tell; then forget."""

    def close(self) -> None:
        """The script is over; what the engine holds can go."""


@runtime_checkable
class Answering(Protocol):
    """An engine that answers from elsewhere, so that answers and questions may come apart."""

    def settle(self) -> None:
        """Check that there was one answer to each question, and no more. Raises Broken."""
