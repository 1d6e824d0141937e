"""One class of error for each way in which a script may assert that something fails.

The text of an error begins with the words that the official suite expects. An error carries its
place as an offset (bytes of a binary, characters of a text); only the command line turns that
into `file:line:column`.
"""

from __future__ import annotations

from typing import NoReturn


class WasmError(Exception):
    """What a module, or whoever runs it, may cause; never a mistake of refwasm's own."""

    def __init__(self, message: str, *, offset: int | None = None, instruction: str | None = None):
        super().__init__(message)
        self.message = message
        self.offset = offset  # bytes into a binary, characters into a text; None where unknown
        self.instruction = instruction  # the key of the row at which the error arose

    def __str__(self) -> str:
        return self.message


class Malformed(WasmError):
    """The bytes or the characters do not form a module (chapters "Binary Format", "Text Format")."""


class Invalid(WasmError):
    """The module breaks a rule of validation (chapter "Validation")."""


class Refused(WasmError):
    """The module is malformed or invalid, and an engine that is measured does not say which."""


class Unlinkable(WasmError):
    """The imports given do not match those declared (section "Instantiation")."""


class Trap(WasmError):
    """Execution aborted as the semantics demands (section "Traps")."""


class Exhaustion(WasmError):
    """A limit of this implementation was reached; the standard allows it anywhere."""


class UncaughtException(WasmError):
    """A WebAssembly exception left the outermost function. Its one argument is the instance.

    Each that is caught was made, too, hence what is common to all is the class's.
    """

    message = "uncaught exception"
    offset = None
    instruction = None

    __init__ = Exception.__init__

    @property
    def exception(self) -> object:
        """The exception instance."""
        return self.args[0]


class EmbeddingError(WasmError):
    """An embedder asked for what an instance does not have or admit (appendix "Embedding")."""


class Crash(Exception):
    """Something that validation rules out happened all the same: a bug in refwasm. Never caught."""


class HostError(Crash):
    """A function of the host's broke its own type: a mistake of the embedder's. Never caught."""


def trap(text: str) -> NoReturn:
    """Abort execution with the trap `text`."""
    raise Trap(text)


def trap_if(condition: bool, text: str) -> None:
    """Abort execution with the trap `text` if `condition` holds."""
    if condition:
        raise Trap(text)


def require(condition: bool, text: str) -> None:
    """Reject the module as invalid with `text` unless `condition` holds."""
    if not condition:
        raise Invalid(text)


def shown(words: str) -> str:
    """What somebody else wrote, as messages show it: on one line, and not too long."""
    words = words if len(words) <= 60 else words[:57] + "..."
    return "".join([c if c.isprintable() else ascii(c)[1:-1] for c in words])
