"""The fast tier, and the one that chooses: functions compiled on demand, others interpreted."""

from __future__ import annotations

import builtins
from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple, NoReturn, TypeAlias
from weakref import WeakKeyDictionary, ref

from refwasm.compile.adapters import bridge, gathering, settled, spreading
from refwasm.compile.entry import Call, Entry, Tail, exhausted, outside
from refwasm.compile.limits import Beyond, Limits
from refwasm.compile.load import bind, load
from refwasm.compile.places import PLACES, Lines, locate
from refwasm.compile.structure import Rest
from refwasm.compile.translate import Source, translate
from refwasm.compile.worth import Patience, Ways, loops
from refwasm.errors import Exhaustion, UncaughtException, WasmError
from refwasm.generated.kernels import NAMES
from refwasm.interpret.blocks import Block, End, Prepared, State
from refwasm.interpret.control import EXHAUSTED, cross
from refwasm.interpret.machine import MAX_DEPTH, THROUGH, Interpreter
from refwasm.interpret.prepare import CONSTANTS, REGISTERS
from refwasm.runtime.aggregates import StructInst
from refwasm.runtime.functions import call_host, function, function_at, functype
from refwasm.runtime.instances import FuncInst, HostFunc, ModuleInst, TableInst, WasmFunc
from refwasm.runtime.memories import OUTSIDE
from refwasm.runtime.meter import UNMETERED
from refwasm.runtime.room import ROOM
from refwasm.runtime.values import Ref, Value
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.types import FuncType
from refwasm.validation.code import Code

LIMITS = Limits()
PATIENCE = Patience()
UNFIT = RecursionError, MemoryError, SyntaxError, Beyond  # what has no compiled form raises one
KNOWN = 10_000  # functions that an instance has called by reference, and keeps
MACHINES = 4  # for which an instance keeps what was compiled
Known: TypeAlias = dict[FuncInst, Entry]
NO_CODE = Code(FuncType((), ()), (), [], array("Q"))


class _Shared(NamedTuple):
    """What the compiled functions of an instance share, the machine that they are for, and they."""

    state: State
    namespace: dict[str, Any]
    entries: dict[WasmFunc, Entry]


class Compiler:
    """A tier that compiles each function when it is first called; with `auto`, when it is worth it.

    `patience` tells when that is. An invocation has `fuel` units and `deadline` seconds, as with the
    interpreter. What is beyond `limits` is interpreted; `fallbacks` counts it by reason.
    """

    def __init__(
        self,
        *,
        max_depth: int = MAX_DEPTH,
        fuel: int | None = None,
        deadline: float | None = None,
        auto: bool = False,
        patience: Patience = PATIENCE,
        limits: Limits = LIMITS,
    ):
        self.max_depth = max_depth
        self.auto = auto
        self.patience = patience
        self.limits = limits
        self.fallbacks: defaultdict[str, int] = defaultdict(int)
        self.depth = 0  # frames that are there
        state = State(self._prepare, around=self._around)
        self.interpreter = Interpreter(
            max_depth=max_depth, fuel=fuel, deadline=deadline, state=state
        )
        self.meter = self.interpreter.meter
        self.ran = self.interpreter.ran

    @cached_property
    def _hosts(self) -> WeakKeyDictionary[HostFunc, Entry]:
        """The entries of functions of the host's; most tiers call none."""
        return WeakKeyDictionary()

    def invoke(self, func: FuncInst, args: Sequence[Value]) -> list[Value]:
        """The results of `func`.  Spec: exec-invocation"""
        base = max(self.depth, len(self.interpreter.state.frames))
        before = self.depth
        limit = ROOM.enter(max(self.max_depth, THROUGH))
        try:
            with self.meter or UNMETERED:
                results = settled(self.enter(func).spread(tuple(args), base), base)
        except RecursionError:
            raise Exhaustion(EXHAUSTED) from None
        except WasmError as error:
            locate(error)
            raise
        finally:
            self.depth = before
            ROOM.leave(limit)
        n = len(functype(func).results)
        return [] if n == 0 else [results] if n == 1 else list(results)

    def evaluate(self, code: Code, module: ModuleInst) -> Value:
        """The value of a constant expression of `module`.  Spec: exec-expr"""
        return self.interpreter.evaluate(code, module)

    def executed(self) -> tuple[str, ...]:
        """None: this tier does not trace."""
        return ()

    def enter(self, func: FuncInst) -> Entry:
        """How to call `func`; made when it is first asked for."""
        body = func.prepared
        if isinstance(body, Entry) and body.state is self.interpreter.state:
            return body
        if isinstance(func, HostFunc):
            return self._host(func)
        func.prepared = entry = self._entry(func)
        return entry

    def entry_of(self, f: Ref, known: Known) -> Entry:
        """How to call the function that `f` refers to, which `known` has from now on."""
        if len(known) >= KNOWN:
            known.clear()
        func = function(f)
        known[func] = entry = self._callee(func)
        return entry

    def _callee(self, func: FuncInst) -> Entry:
        """How compiled code calls `func`."""
        entry = self.enter(func)
        if entry.call is _missing:
            entry.call = gathering(entry, len(functype(func).params))
        return entry

    def entry_at(self, table: TableInst, i: int, deftype: DefType, known: Known) -> Entry:
        """How to call the function at `i`; all that `known` has are of this type."""
        return self.entry_of(function_at(table, i, deftype), known)

    def _prepare(self, func: WasmFunc) -> Prepared:
        """What the interpreter makes of a function that it calls."""
        return self._entry(func)

    # Entries

    def _blank(self, namespace: dict[str, Any], code: Code, results: int) -> Entry:
        """An entry that cannot be called yet, for `code` as far as it is known."""
        state = self.interpreter.state
        block = Block(state, code)
        return Entry(
            state, block, block, [], self.max_depth, results, _missing, _missing, namespace
        )

    def _host(self, func: HostFunc) -> Entry:
        """A function of the host's, as one of the module's."""
        found = self._hosts.get(func)
        if found is not None:
            return found
        type_ = functype(func)
        n = len(type_.results)
        entry = self._blank({}, NO_CODE, n)
        held = ref(func)

        def spread(args: tuple[Any, ...], d: int) -> Any:  # noqa: ANN401 - a value, or several
            called = held()
            assert called is not None, "whoever calls it has it"
            before, self.depth = self.depth, d
            try:
                results = cross(self.interpreter.state, called, list(args))
            finally:
                self.depth = before
            return None if n == 0 else results[0] if n == 1 else tuple(results)

        entry.spread = spread
        entry.call = gathering(entry, len(type_.params))
        self._hosts[func] = entry
        return entry

    def _around(self, func: HostFunc, args: Sequence[Value]) -> list[Value]:
        """The results of the host function `func`, which has the usual room for its own recursion."""
        state = self.interpreter.state
        calls = max(self.depth, len(state.frames))
        return ROOM.host(partial(call_host, func, args), calls, state.crossings)

    def _entry(self, func: WasmFunc) -> Entry:
        """The entry of `func`, which is compiled when it is called, or often enough."""
        shared = self._shared(func.module)
        if func in shared.entries:
            return shared.entries[func]
        code = func.code
        entry = self._blank(shared.namespace, code, len(code.type.results))
        entry.depth = self._depth(code)
        entry.credit = self.patience.calls * len(code.instrs) if self.auto else 0

        def first(
            args: tuple[Any, ...],
            d: int,
            tier: Compiler = self,
            func: WasmFunc = func,
            entry: Entry = entry,
        ) -> Any:  # noqa: ANN401 - a value, or several
            entry.credit -= len(func.code.instrs)
            if entry.credit >= 0:
                return tier._interpret(func, entry, args, d)
            tier._compile(func, entry)
            return entry.spread(args, d)

        shared.entries[func], entry.spread = entry, first
        entry.entry.end = bridge(entry, len(code.type.params))
        return entry

    def _shared(self, module: ModuleInst) -> _Shared:
        """What is kept for an instance; it keeps that of a few other machines, which may have turns."""
        state, kept = self.interpreter.state, module.prepared
        known: list[_Shared] = kept if isinstance(kept, list) else []
        for shared in known:
            if shared.state is state:
                return shared
        made = _Shared(state, {}, {})
        module.prepared = [made, *known[: MACHINES - 1]]
        return made

    def _names(self) -> dict[str, Any]:
        return {
            **NAMES,
            "__builtins__": self.meter.built_in() if self.meter else builtins,
            PLACES: {},
            "entry_at": self.entry_at,
            "entry_of": self.entry_of,
            "known": {},
            "exhausted": exhausted,
            "outside": outside,
            "StructInst": StructInst,
            "Tail": Tail,
            "OUTSIDE": OUTSIDE,
            "UncaughtException": UncaughtException,
        }

    def _depth(self, code: Code) -> int:
        """How many frames may be below that of `code`, as for the interpreter."""
        size = (
            len(code.type.params) + sum([n for n, _ in code.locals]) + code.max_height + CONSTANTS
        )
        return min(self.max_depth, REGISTERS // size)

    # Compiling

    def _compile(self, func: WasmFunc, entry: Entry) -> None:
        """Have `entry` call compiled code, or the interpreter if there cannot be any."""
        try:
            source, compiled = self._load(func, entry, _name(func))
        except UNFIT as error:
            self.fallbacks[str(error) if isinstance(error, Beyond) else type(error).__name__] += 1
            self._leave_to_interpreter(func, entry)
            return
        arity = len(functype(func).params)
        if source.tail:
            entry.spread = compiled
            entry.call = gathering(entry, arity)
        else:
            entry.call = compiled
            entry.spread = spreading(compiled, arity)
        self._publish(func, entry)

    def _publish(self, func: WasmFunc, entry: Entry) -> None:
        """Let callers in the same instance call it directly."""
        x = func.index
        if f"call{x}" in entry.namespace and func.module.funcs[x] is func:
            entry.namespace[f"call{x}"] = entry.call

    def _load(
        self, func: WasmFunc, entry: Entry, name: str, rest: Rest | None = None
    ) -> tuple[Source, Call]:
        """The compiled form of `func`, or of the rest of a call."""
        make = self._translator(func, entry, name, rest)
        source = make()
        namespace = entry.namespace
        if PLACES not in namespace:
            namespace.update(self._names())
        bind(source, func.module, namespace)
        for wanted in source.names:
            if wanted not in namespace:
                self._link(func.module, wanted, namespace)
        lines = Lines(func.code, source.text, source.lines, again=lambda: make(marking=True).text)
        return source, load(source, name, namespace, lines)

    def _rest(
        self, func: WasmFunc, entry: Entry, site: int, back: tuple[int, Block] | None
    ) -> End | None:
        """What runs the rest of an interpreted call of `func` from `site` on, if it has that form.

        It comes back to the interpreter where it reaches the site of `back`, in that block.
        """
        if entry.left:
            return None
        body, code = self._body(func, entry), func.code
        locals_ = len(code.type.params) + sum(n for n, _ in code.locals)
        registers = locals_ + code.heights[site]
        rest = self._blank(entry.namespace, NO_CODE, body.results)
        name = f"{_name(func)}_from{site}"
        if back is not None:
            there, block = back
            blank = body.blank[locals_ - len(code.type.params) + code.heights[there] :]
            again = replace(
                self._blank({}, NO_CODE, body.results),
                body=replace(body, entry=block, blank=blank),
                left=True,
            )
            entry.namespace[f"{name}_back"] = again
        try:
            _, rest.spread = self._load(func, entry, name, Rest(site, back[0] if back else None))
        except UNFIT:
            return None
        return bridge(rest, registers)

    def _translator(
        self, func: WasmFunc, entry: Entry, name: str, rest: Rest | None = None
    ) -> Callable[..., Source]:
        """What makes the source of `func`, or of the rest of a call, as often as wanted."""
        return partial(
            translate,
            func.code,
            func.module.funcs,
            func.module.types,
            entry.depth,
            name,
            self.limits,
            paying=self.meter.paying(func.code, func.index) if self.meter else None,
            rest=rest,
        )

    def _link(self, module: ModuleInst, wanted: str, namespace: dict[str, Any]) -> None:
        """Bind `wanted` to what calls a function of `module`, or to its entry."""
        space = wanted.rstrip("0123456789")
        entry = self._callee(module.funcs[int(wanted[len(space) :])])
        namespace[wanted] = entry.call if space == "call" else entry

    def _leave_to_interpreter(self, func: WasmFunc, entry: Entry) -> None:
        def spread(args: tuple[Any, ...], d: int) -> Any:  # noqa: ANN401 - a value, or several
            return self._interpret(func, entry, args, d)

        body = self._body(func, entry)
        entry.entry, entry.blank, entry.left = body.entry, body.blank, True
        entry.spread = spread
        entry.call = gathering(entry, len(functype(func).params))
        self._publish(func, entry)

    def _body(self, func: WasmFunc, entry: Entry) -> Prepared:
        """What the interpreter runs for `func`."""
        if entry.body is None:
            way = None
            if self.auto:
                found = loops(func.code)
                if found:
                    rest = partial(self._rest, func, entry)
                    way = Ways(entry, func.code, found, self.patience, rest).way
            entry.body = self.interpreter.prepare(func.code, func.module, way, x=func.index)
        return entry.body

    def _interpret(self, func: WasmFunc, entry: Entry, args: tuple[Any, ...], d: int) -> Any:  # noqa: ANN401 - a value, or several
        """Run `func` in the interpreter, above `d` frames."""
        machine = self.interpreter
        body = self._body(func, entry)
        frames = machine.state.frames
        below = len(frames)
        before, self.depth = self.depth, d
        try:
            if d > below:
                frames.extend([(body.outside, [])] * (d - below))
            results = machine._enter(body, args)  # noqa: SLF001 - its own machine
        finally:
            del frames[below:]
            self.depth = before
        n = body.results
        return None if n == 0 else results[0] if n == 1 else tuple(results)


def _missing(*args: object) -> NoReturn:
    """Stands for a call until there is one."""
    raise AssertionError


def _name(func: WasmFunc) -> str:
    """What the compiled form of `func` is called."""
    return f"f{func.index if func.index >= 0 else id(func)}"


# How the command line calls the tiers.
TIERS: dict[str, Callable[..., Interpreter | Compiler]] = {
    "interpret": Interpreter,
    "compile": Compiler,
    "auto": partial(Compiler, auto=True),
}
