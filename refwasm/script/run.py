"""Running a script: a result for every command, in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Generic, Protocol

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
from refwasm.script.commands import (
    Action,
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    Command,
    Get,
    InstanceCommand,
    Invoke,
    ModuleCommand,
    Register,
)
from refwasm.script.engine import Answering, Broken, Engine, I, M, Undefined, Unsupported
from refwasm.script.results import UNSTARTED, Result, Status
from refwasm.script.rules import rule_of
from refwasm.script.values import Value, matches, show_all
from refwasm.source import Source

# The class of error that each directive asserts.
ASSERTED: dict[str, tuple[type[WasmError], ...]] = {
    "assert_malformed": (Malformed, Refused),
    "assert_malformed_custom": (Malformed,),
    "assert_invalid": (Invalid, Refused),
    "assert_invalid_custom": (Invalid,),
    "assert_unlinkable": (Unlinkable,),
    "assert_trap": (Trap,),
    "assert_exhaustion": (Exhaustion,),
    "assert_exception": (UncaughtException,),
}


# The classes of errors for which a rule of the standard is the reason.
REJECTIONS = (Malformed, Invalid, Unlinkable)
LATE = "the time of the whole script was over"

# They say something of a module alone: nothing later depends on them.
WITHOUT_EFFECT = (
    "assert_malformed",
    "assert_invalid",
    "assert_malformed_custom",
    "assert_invalid_custom",
)


class CommandTimeout(BaseException):
    """Thrown into the thread that runs a command by whoever watches its time."""


class Guard(Protocol):
    """Watches the time of commands; may throw `CommandTimeout` into this thread between the two."""

    def begin(self) -> None:
        """A command starts."""

    def end(self) -> None:
        """It is over: nothing is thrown after this returns, though perhaps here."""

    def expired(self) -> bool:
        """Whether the time of the whole script is over."""


class NoGuard:
    """Lets every command take its time."""

    def begin(self) -> None: ...

    def end(self) -> None: ...

    def expired(self) -> bool:
        return False


class Stopped(Exception):
    """The engine broke under the command at `index`, so the script cannot go on with it."""

    def __init__(self, index: int, broken: Broken):
        super().__init__(str(broken))
        self.index = index
        self.broken = broken


class _Unmet(Exception):
    """The command did not do what it says; `expected` and `got` say so to a reader."""

    def __init__(self, expected: str, got: str, status: Status = Status.FAIL):
        super().__init__(f"expected {expected}, got {got}")
        self.status = status
        self.expected = expected
        self.got = got


class ScriptRunner(Generic[M, I]):
    """The state of a script under way: modules and instances by name; None is the current one."""

    def __init__(self, engine: Engine[M, I]):
        self.engine = engine
        self.modules: dict[str | None, M] = {}
        self.instances: dict[str | None, I] = {}
        self.failure: WasmError | None = None  # what the command under way ran into
        self.broken: Broken | None = None

    def run(self, command: Command) -> None:
        """Run `command`; raises `_Unmet` if an assertion fails, or whatever stopped a plain command."""
        match command:
            case ModuleCommand():
                self.define(command)
            case InstanceCommand():
                self.instantiate(command)
            case Register(_, name, module):
                self.engine.register(name, self.instance(module))
            case ActionCommand(_, action):
                self.act(action)
            case AssertReturn(_, action, results):
                got = self.act(action)
                ok = len(got) == len(results) and all(map(matches, got, results))
                if not ok:
                    raise _Unmet(show_all(results), show_all(got))
            case AssertFails(_, keyword, action, text):
                self.fails(keyword, text, lambda: show_all(self.act(action)))
            case AssertModule():
                self.refuses(command)

    def forget(self, command: Command) -> None:
        """Unbind what `command` would bind, so that nothing older is taken for it."""
        self.failure = None
        if isinstance(command, ModuleCommand | InstanceCommand):
            for name in {None, command.name}:
                if isinstance(command, ModuleCommand):
                    self.modules.pop(name, None)
                if isinstance(command, InstanceCommand) or not command.definition_only:
                    self.instances.pop(name, None)

    def define(self, command: ModuleCommand) -> None:
        """Bind a module, and an instance of it unless only the definition is wanted."""
        self.forget(command)
        names = {None, command.name}
        module = self.engine.define(command.definition)
        self.modules.update(dict.fromkeys(names, module))
        if not command.definition_only:
            instance = self.engine.instantiate(module)
            self.instances.update(dict.fromkeys(names, instance))

    def instantiate(self, command: InstanceCommand) -> None:
        """Bind another instance of a module defined before."""
        self.forget(command)
        instance = self.engine.instantiate(self.module(command.module))
        self.instances.update(dict.fromkeys({None, command.name}, instance))

    def module(self, name: str | None) -> M:
        if name not in self.modules:
            raise Undefined(f"no module ${name} defined" if name else "no module defined")
        return self.modules[name]

    def instance(self, name: str | None) -> I:
        if name not in self.instances:
            raise Undefined(f"no instance ${name} defined" if name else "no instance defined")
        return self.instances[name]

    def act(self, action: Action) -> tuple[Value, ...]:
        """The values that `action` yields."""
        match action:
            case Invoke(module, name, args):
                return self.engine.invoke(self.instance(module), name, args)
            case Get(module, name):
                return (self.engine.get(self.instance(module), name),)

    def refuses(self, command: AssertModule) -> None:
        """Check that a definition is refused, or that its instantiation fails."""
        runtime = command.keyword in ("assert_unlinkable", "assert_trap")
        if command.instance is not None:
            module = self.module(command.instance.module)
        elif runtime:
            assert command.definition is not None
            module = self.engine.define(command.definition)
        else:
            definition = command.definition
            assert definition is not None
            customs = command.keyword.endswith("_custom")

            def define() -> str:
                self.engine.define(definition, customs=customs)
                return "a valid module"

            self.fails(command.keyword, command.text, define)
            return

        def instantiate() -> str:
            self.engine.instantiate(module)
            return "an instance"

        self.fails(command.keyword, command.text, instantiate)

    def fails(self, keyword: str, text: str, attempt: Callable[[], str]) -> None:
        """Check that `attempt` fails with the class of `keyword` and a message beginning with `text`."""
        classes = ASSERTED[keyword]
        wanted = keyword.removeprefix("assert_") + (f": {text}" if text else "")
        try:
            done = attempt()
        except WasmError as e:
            self.failure = e
            if not isinstance(e, classes):
                raise _Unmet(wanted, describe(e)) from e
            if self.engine.texts and not e.message.startswith(text):
                raise _Unmet(wanted, describe(e), Status.TEXT) from e
            return
        raise _Unmet(wanted, done)


def describe(e: WasmError) -> str:
    """The class and message of `e`, as reports print it."""
    kind = "exception" if isinstance(e, UncaughtException) else type(e).__name__.lower()
    return f"{kind}: {e.message}"


def run_script(
    name: str,
    source: Source,
    commands: Sequence[Command],
    engine: Engine[M, I],
    *,
    done: int = 0,
    skip: Container[int] = (),
    guard: Guard | None = None,
    lacking: Mapping[int, str] | None = None,
    wary: bool = False,
) -> Iterator[Result]:
    """Run `commands` in order and yield a result each, for those from index `done` on.

    Earlier ones run all the same, for their effects, except those in `skip` (they took the process
    down before). When the time of the script is over, the rest is skipped. Those that `lacking` gives a
    reason for are not run: the engine does not support them. If the engine breaks, the result of that
    command is the last one: then this raises Stopped. Whether it answered each question once is seen after
    the last command, or after every one if this is `wary`.

    What ran while an instance was made, and in actions that assert nothing, counts for the next
    assertion about an action, which is the first to observe it.
    """
    runner = ScriptRunner(engine)
    guard = guard or NoGuard()
    over = False
    unobserved: dict[str, None] = {}
    for index, command in enumerate(commands):
        if index in skip:
            continue
        if index < done and (command.keyword in WITHOUT_EFFECT or guard.expired()):
            continue
        start = time.perf_counter()
        if over:
            status, expected, got = Status.SKIPPED, "", LATE
        elif over := guard.expired():
            status, expected, got = Status.TIMEOUT, "an answer", LATE
        elif lacking and index in lacking:
            runner.forget(command)
            status, expected, got = Status.UNSUPPORTED, "", lacking[index]
        else:
            status, expected, got = attempt(runner, command, guard)
            if wary or index == len(commands) - 1:
                status, expected, got = settled(runner) or (status, expected, got)
        seconds = round(time.perf_counter() - start, 6)
        ran = engine.executed()
        match command:
            case ModuleCommand(definition_only=False):
                unobserved = dict.fromkeys(ran)
            case ActionCommand():
                unobserved.update(dict.fromkeys(ran))
            case AssertReturn() | AssertFails() if unobserved:
                ran = tuple(sorted(unobserved | dict.fromkeys(ran)))
                unobserved = {}
        if index < done:
            if runner.broken:
                raise Stopped(index, runner.broken)
            continue
        failure = None if over else runner.failure
        site = (failure.instruction if failure else None) or ""
        yield Result(
            script=name,
            index=index,
            line=source.line_column(command.offset)[0],
            kind=command.keyword,
            status=status,
            expected=expected,
            got=got,
            instructions=(*ran, site) if site and site not in ran else ran,
            trap=failure.message if isinstance(failure, Trap) else "",
            site=site,
            rule=rule_of(failure) if isinstance(failure, REJECTIONS) else "",
            phrases=command.phrases if isinstance(command, ModuleCommand) else 1,
            seconds=seconds,
        )
        if runner.broken:
            raise Stopped(index, runner.broken)


def settled(runner: ScriptRunner[M, I]) -> tuple[Status, str, str] | None:
    """What becomes of the command before, if the engine did not answer each question once."""
    try:
        if not runner.broken and isinstance(runner.engine, Answering):
            runner.engine.settle()
    except Broken as e:
        runner.broken = e
        return e.status, "an answer", str(e)
    return None


def attempt(runner: ScriptRunner[M, I], command: Command, guard: Guard) -> tuple[Status, str, str]:
    """Run one command: its status, and what was expected and got instead if it did not pass."""
    runner.failure = None
    try:
        try:
            guard.begin()
            runner.run(command)
        finally:
            guard.end()
    except _Unmet as e:
        return e.status, e.expected, e.got
    except WasmError as e:
        runner.failure = e
        return Status.FAIL, "success", describe(e)
    except Undefined as e:
        return Status.FAIL, "success", str(e)
    except Unsupported as e:
        return Status.UNSUPPORTED, "", str(e)
    except Broken as e:
        runner.broken = e
        return e.status, "an answer", str(e) if e.started else f"{UNSTARTED}: {e}"
    except CommandTimeout:
        guard.end()  # it may have been thrown into the first call
        return Status.TIMEOUT, "an answer in time", "none"
    except (Exception, SystemExit) as e:  # noqa: BLE001 - a bug: the report names it, and the script goes on
        return Status.ERROR, "no internal error", f"{type(e).__name__}: {e}"
    return Status.PASS, "", ""
