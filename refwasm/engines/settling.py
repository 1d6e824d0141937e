"""What became of each command of a script, by as few runs of it as that takes.

The whole script is run first. If that fails, what the engine names as failing is taken out and the rest
is run again, until all of the rest passes; where the engine names nothing, since it only has an exit
code, died or hung, halving finds the command. What the rest needs of a command that failed is kept: the
action without the assertion, as far as the engine runs that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from refwasm.engines.minimal import Dependences, Form
from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    Command,
    InstanceCommand,
    ModuleCommand,
    Register,
)
from refwasm.script.results import UNSTARTED, Status
from refwasm.script.run import LATE
from refwasm.script.values import show_all

SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a part of a script.

    Commands in `failed` did, the others passed if it is `complete`. If it is not and nothing failed
    that is known, `status` and `got` say how it ended.
    """

    failed: Mapping[int, str] = field(default_factory=dict)
    complete: bool = False
    status: Status = Status.FAIL
    got: str = ""


Attempt = Callable[[Sequence[int], Mapping[int, Form], float], Verdict]


class Settling:
    """What became of each command, as far as it is known."""

    def __init__(
        self,
        commands: Sequence[Command],
        dependences: Dependences,
        attempt: Attempt,
        *,
        timeout: float,
        end: float,
    ):
        self.commands = commands
        self.dependences = dependences
        self._attempt = attempt
        self.timeout = timeout
        self.end = end  # by the monotonic clock
        self.fates: dict[int, tuple[Status, str, str]] = {}
        self.forms: dict[int, Form] = {}  # of those that are not kept as they are
        self.sane = False  # the engine runs the least of scripts

    def settle(self, lacking: Mapping[int, str], wrong: Mapping[int, str]) -> None:
        """Find out about all of them, of which the engine cannot run those `lacking`, and `wrong` are known to fail."""
        for i, why in lacking.items():
            self.leave_out(i, Status.UNSUPPORTED, "", why)
        for i, link in enumerate(self.dependences.links):
            if link.missing and i not in self.fates:
                self.leave_out(i, Status.FAIL, SUCCESS, link.missing)
        for i, got in wrong.items():
            if i not in self.fates:
                self.fail(i, Status.FAIL, got)
        while pending := self.pending():
            if self.over():
                self.fates |= dict.fromkeys(pending, (Status.SKIPPED, "", LATE))
            else:
                self.step(pending)

    def over(self) -> bool:
        """Whether there is no time left."""
        return time.monotonic() >= self.end

    def pending(self) -> list[int]:
        """The commands of which nothing is known yet."""
        return [i for i in range(len(self.commands)) if i not in self.fates]

    def step(self, pending: list[int]) -> None:
        """Run `pending`, and settle one of them at least, or how one that failed is kept."""
        verdict = self.attempt(pending)
        if verdict.complete:
            self.accept(pending, verdict)
        elif verdict.failed:
            self.blame(verdict)
        else:
            self.search(pending, verdict)

    def attempt(self, wanted: Sequence[int]) -> Verdict:
        """Run `wanted` and what they need."""
        kept = self.dependences.needed(wanted, self.effects())
        limit = min(self.timeout, max(0.1, self.end - time.monotonic()))
        return self._attempt(kept, self.forms, limit)

    def effects(self) -> list[int]:
        """The settled commands that can run again for their effects."""
        return [i for i in self.fates if self.forms.get(i) is not Form.NOTHING]

    def accept(self, ran: Sequence[int], verdict: Verdict) -> None:
        """Settle those that `ran`, to the end: up to the first that binds something and failed."""
        for i in ran:
            if i not in self.fates:
                if i not in verdict.failed:
                    self.fates[i] = (Status.PASS, "", "")
                elif self.binds(i):
                    self.fail(i, Status.FAIL, verdict.failed[i])
                    return
                else:
                    self.fates[i] = (Status.FAIL, expectation(self.commands[i]), verdict.failed[i])

    def blame(self, verdict: Verdict) -> None:
        """Settle those that failed; what had failed before is kept in a lesser form."""
        for i, got in verdict.failed.items():
            if i in self.fates:
                form = self.forms.get(i, Form.WHOLE)
                self.forms[i] = Form(form + 1) if self.asserts_action(i) else Form.NOTHING
            else:
                self.fail(i, Status.FAIL, got)

    def search(self, pending: Sequence[int], verdict: Verdict) -> None:
        """Find by halving the first of `pending` with which the engine ends as `verdict` says."""
        if not self.sane:
            empty = self.attempt([])
            if self.over():  # what was ended for that says nothing
                return
            if not empty.complete:
                ours = "" if verdict.status is Status.ERROR else f"{UNSTARTED}: "
                said = (verdict.status, "an answer", ours + verdict.got)
                self.fates |= dict.fromkeys(pending, said)
                return
            self.sane = True
        good, bad, last = 0, len(pending), verdict
        passed = Verdict(complete=True)
        while bad - good > 1 and not self.over():
            middle = (good + bad) // 2
            verdict = self.attempt(pending[:middle])
            if verdict.complete:
                good, passed = middle, verdict
            elif verdict.failed:
                self.blame(verdict)
                return
            else:
                bad, last = middle, verdict
        if bad - good == 1 and not self.over():
            deadly = pending[good]
            self.accept(pending[:good], passed)
            if deadly not in self.fates:
                self.fail(deadly, last.status, last.got)

    def fail(self, i: int, status: Status, got: str) -> None:
        """Settle that command `i` failed, and those that need what it binds."""
        again = status is Status.FAIL and self.asserts_action(i)
        self.forms[i] = Form.ACTION if again else Form.NOTHING
        self.fates[i] = (status, expectation(self.commands[i]), got)
        if self.binds(i):
            for j in self.dependences.builds_on(i):
                if j not in self.fates:
                    self.forms[j] = Form.NOTHING
                    self.fates[j] = (Status.FAIL, SUCCESS, undefined(self.commands[j]))

    def leave_out(self, i: int, status: Status, expected: str, got: str) -> None:
        """Settle that command `i` is not run, and hence nothing that needs what it binds."""
        for j in (i, *(self.dependences.builds_on(i) if self.binds(i) else ())):
            if j not in self.fates:
                self.forms[j] = Form.NOTHING
                self.fates[j] = (status, expected, got)

    def binds(self, i: int) -> bool:
        """Whether command `i` binds a module or an instance."""
        return isinstance(self.commands[i], ModuleCommand | InstanceCommand)

    def asserts_action(self, i: int) -> bool:
        """Whether command `i` does something of which it asserts something."""
        return isinstance(self.commands[i], AssertReturn | AssertFails)


def expectation(command: Command) -> str:
    """What `command` expects, as reports say it."""
    match command:
        case AssertReturn(results=results):
            return show_all(results)
        case AssertFails(keyword=keyword, text=text) | AssertModule(keyword=keyword, text=text):
            return keyword.removeprefix("assert_") + (f": {text}" if text else "")
        case _:
            return SUCCESS


def undefined(command: Command) -> str:
    """What is said where nothing is bound to the name that `command` uses."""
    match command:
        case InstanceCommand(module=name) | AssertModule(instance=InstanceCommand(module=name)):
            kind = "module"
        case Register(module=name):
            kind = "instance"
        case ActionCommand(action=action) | AssertReturn(action=action):
            kind, name = "instance", action.module
        case AssertFails(action=action):
            kind, name = "instance", action.module
        case _:
            return ""
    return f"no {kind} ${name} defined" if name else f"no {kind} defined"
