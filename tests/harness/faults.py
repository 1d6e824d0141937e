"""Seeded faults: refwasm with one function changed, and whether the report implicates what uses it.

`python -m tests.harness.faults` tries them on the official suite: it runs scripts that use the function,
and takes from the suite's map what the others exercise, which pass.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from refwasm.generated import interpreter
from refwasm.generated.interpreter import FORMS
from refwasm.harness.attribution import Map
from refwasm.harness.make import make_report
from refwasm.harness.map_cache import Cache
from refwasm.harness.model import EngineReport, Run, Subject
from refwasm.harness.spectrum import FAILED, explanation, implicated, spectrum
from refwasm.harness.suite import find_suite, script_name, scripts_below
from refwasm.harness.suite_map import suite_map
from refwasm.script.commands import Command
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.text.lexer import decode_source

Function = Callable[..., Any]
BYSTANDERS = {"local.get", "i32.const", "call"}
LOW = int.from_bytes(bytes([0x0F] * 16), "little")  # the low bits of lanes


class Fault(NamedTuple):
    """What becomes of `function`, a name of `generated/interpreter.py`."""

    function: str
    what: str
    broken: Callable[[Function], Function]

    def __str__(self) -> str:
        return f"{self.function}: {self.what}"


def after(change: Callable[..., Any]) -> Callable[[Function], Function]:
    """The result goes through `change`, which is given the arguments too."""
    return lambda f: lambda *args: change(f(*args), *args)


def like(name: str) -> Callable[[Function], Function]:
    """Another function of the same file in its place."""
    return lambda f: getattr(interpreter, name)


def with_args(change: Callable[..., Sequence[Any]]) -> Callable[[Function], Function]:
    """The arguments go through `change`."""
    return lambda f: lambda *args: f(*change(*args))


def nothing(f: Function) -> Function:
    """It does nothing."""
    return lambda *args: None


def to_last(i: int, ls: Any, l: Any, here: Any) -> Function:
    """The maker of a `br_table` whose last label is never taken."""
    return lambda R: ls[R[i]] if R[i] < len(ls) - 1 else l


def unchecked(f: Function) -> Function:
    """The function at an index of a table, whatever its type."""
    return lambda table, i, deftype: f(table, i, deftype_of(table, i, deftype))


def deftype_of(table: Any, i: int, other: Any) -> Any:
    """The type of the function at `i`, or `other` if there is none."""
    found = table.elems[i] if i < len(table.elems) else table.rest if i < table.size else None
    return found.type if found is not None else other


FAULTS = (
    Fault("idiv_s", "one more", after(lambda q, N, i1, i2: (q + 1) % 2**N)),
    Fault("irem_s", "that of unsigned numbers", like("irem_u")),
    Fault("irotl", "to the right", like("irotr")),
    Fault("ishr_s", "without the sign", like("ishr_u")),
    Fault("iclz", "one less", after(lambda n, N, i: max(n - 1, 0))),
    Fault("ictz", "of zero it is 0", after(lambda n, N, i: 0 if i == 0 else n)),
    Fault("ilt_u", "signed", like("ilt_s")),
    Fault("fmul", "negated", after(lambda z, N, *zs: -z)),
    Fault("fnearest", "down", like("ffloor")),
    Fault("fcopysign", "the other sign", with_args(lambda N, z1, z2: (N, z1, -z2))),
    Fault("fmin", "the greater", like("fmax")),
    Fault("trunc_sat_s", "unsigned", like("trunc_sat_u")),
    Fault("iadd_sat_s", "without a limit", like("iadd")),
    Fault("ivswizzle", "modulo the number of lanes", with_args(lambda M, v1, v2: (M, v1, v2 & LOW))),
    Fault("vnarrow_s", "unsigned", like("vnarrow_u")),
    Fault("i16x8_extmul_low_i8x16_s", "unsigned", like("i16x8_extmul_low_i8x16_u")),
    Fault("ibitselect", "the other way", with_args(lambda N, v1, v2, v3: (N, v2, v1, v3))),
    Fault("memory_grow", "the size after", after(lambda n, mem, by: n + by)),
    Fault("memory_fill", "one byte less", with_args(lambda mem, i, c, n: (mem, i, c, max(n - 1, 0)))),
    Fault("memory_copy", "the last byte stays", with_args(lambda m1, m2, i, j, n: (m1, m2, i, j, max(n - 1, 0)))),
    Fault("i32_load16_s", "unsigned", like("i32_load16_u")),
    Fault("table_set", "nothing", nothing),
    Fault("table_grow", "one element more", with_args(lambda table, n, r: (table, n + 1, r))),
    Fault("elem_drop", "nothing", nothing),
    Fault("function_at", "no check of the type", unchecked),
    Fault("br_table", "the default for the last label", lambda f: to_last),
    Fault("select", "the first always", lambda f: lambda d, v1, v2, c: f(d, v1, v1, c)),
    Fault("ref_test", "null never matches", after(lambda found, r, rt: found and r is not None)),
    Fault("ref_eq", "always", after(lambda found, r1, r2: 1)),
    Fault("struct_get", "the first field", lambda f: lambda d, s, x, i: f(d, s, x, 0)),
    Fault("array_len", "one more", after(lambda n, a: n + 1)),
    Fault("array_set", "nothing", nothing),
    Fault("i31_get_s", "unsigned", like("i31_get_u")),
    Fault("global_set", "nothing", lambda f: lambda *args: lambda R: None),
)  # fmt: skip


@contextmanager
def seeded(fault: Fault) -> Iterator[None]:
    """The function is changed, wherever refwasm has it by its name."""
    users(fault.function)  # while it is whole
    original = getattr(interpreter, fault.function)
    broken = fault.broken(original)
    places = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("refwasm.") and vars(module).get(fault.function) is original
    ]
    forms = dict(FORMS)
    try:
        for module in places:
            setattr(module, fault.function, broken)
        for op, form in forms.items():
            if form.step is original:
                FORMS[op] = replace(form, step=broken)
            if form.end is original:
                FORMS[op] = replace(form, end=broken)
        yield
    finally:
        for module in places:
            setattr(module, fault.function, original)
        FORMS.update(forms)


@cache
def users(function: str) -> frozenset[str]:
    """The keys of the rows whose execution uses `function`, by the names in the code of their makers."""
    wanted = getattr(interpreter, function)
    return frozenset(
        op.name
        for op, form in FORMS.items()
        if reaches(form.step, wanted) or reaches(form.end, wanted)
    )


def reaches(maker: object, wanted: object) -> bool:
    """Whether `maker` is, or is made of functions of refwasm of which one is, what is `wanted`."""
    found: list[object] = [maker]
    for f in found:
        f = getattr(f, "__wrapped__", f)
        if isinstance(f, FunctionType) and f.__module__.startswith("refwasm."):
            named = (f.__globals__.get(name) for name in sorted(names_in(f.__code__)))
            found += [g for g in named if callable(g) and not any(g is h for h in found)]
    return any(f is wanted for f in found)


def names_in(code: CodeType) -> set[str]:
    """The names that `code` and the functions within it look up."""
    return {*code.co_names}.union(*(names_in(c) for c in code.co_consts if isinstance(c, CodeType)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the report says of a fault; `misled` is why that is wrong, if it is."""

    fault: Fault
    failures: int
    top: tuple[str, ...]  # those most implicated
    explained: tuple[str, ...]
    misled: str


def judge(fault: Fault, results: Sequence[Result]) -> Verdict:
    """Whether `results`, of refwasm with `fault`, implicate the instructions that use the function.

    As many as use it and failed must be those most implicated, the explanation must name no other, and
    the bystanders must be in neither.
    """
    ran = spectrum(results)
    explained = explanation(ran).instructions
    scores = implicated(ran, explained)
    using = users(fault.function)
    order = sorted(scores, key=lambda key: (-scores[key], key not in using, key))
    top = tuple(order[: max(1, len(using & scores.keys()))])
    misled = ""
    if not ran.failures:
        misled = "nothing failed"
    elif others := set(explained) - using:
        misled = f"explained by {', '.join(sorted(others))}"
    elif order[0] not in using:
        misled = f"most implicated is {order[0]}"
    elif others := BYSTANDERS & set(top) - using:
        misled = f"implicated is {', '.join(sorted(others))}"
    failures = sum(r.status in FAILED for r in results)
    return Verdict(fault, failures, top, explained, misled)


@cache
def read(path: Path) -> tuple[Source, list[Command]]:
    """The script at `path`."""
    text = decode_source(path.read_bytes())
    return Source(path.name, text), parse_script(text)


def run(paths: Sequence[Path]) -> Iterator[Result]:
    """The results of scripts, here and now."""
    for path in paths:
        yield from run_script(path.name, *read(path), NativeEngine(trace=True))


def exercising(fault: Fault, passing: Mapping[Path, Sequence[Result]]) -> list[Path]:
    """The scripts that use the function when refwasm is whole, those first in which most commands do."""
    using = users(fault.function)
    counts = {
        path: sum(not using.isdisjoint(r.instructions) for r in results)
        for path, results in passing.items()
    }
    return sorted((path for path, n in counts.items() if n), key=lambda path: (-counts[path], path))


def results_with(
    fault: Fault, passing: Mapping[Path, Sequence[Result]], most: int | None = None
) -> list[Result]:
    """The results of refwasm with `fault`: others than `passing` where scripts use the function.

    With `most`, so many of these scripts are run, and the rest of them left out.
    """
    using = exercising(fault, passing)
    rest = [r for path in passing if path not in using for r in passing[path]]
    with seeded(fault):
        return [*run(using[:most]), *rest]


def report(results: Sequence[Result]) -> EngineReport:
    """What is reported of the engine that gave `results`."""
    by_script: dict[str, list[Result]] = {}
    for result in results:
        by_script.setdefault(result.script, []).append(result)
    run = Run("", "", "", "", "", 1, 0.0)
    subject = Subject("broken", "broken", "", traced=True)
    return make_report(run, [(subject, by_script)]).engines[0]


def passed(known: Map, paths: Mapping[str, Path]) -> dict[Path, list[Result]]:
    """What the map says of scripts that pass."""
    return {
        path: [
            Result(name, i, e.line, e.kind, Status.PASS, instructions=e.instructions)
            for i, e in enumerate(known.of(name) or ())
        ]
        for name, path in paths.items()
    }


def main(most: int = 12) -> None:
    """Try all faults on the official suite, a line each."""
    suite = find_suite(None)
    scripts = scripts_below(suite, ())
    known = suite_map(suite, scripts, cache=Cache())
    passing = passed(known, {script_name(suite.root, path): path for path in scripts})
    right = 0
    for fault in FAULTS:
        verdict = judge(fault, results_with(fault, passing, most))
        right += not verdict.misled
        shown = ", ".join(verdict.explained[:6])
        print(f"{fault}: {verdict.failures} failures: {verdict.misled or 'right'}: {shown}")
        sys.stdout.flush()
    print(f"{right} of {len(FAULTS)} right")


if __name__ == "__main__":
    main()
