"""A report of six engines that fail in ways known beforehand: `python -m tests.page.synthetic FILE`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from refwasm.generated.opcodes import OPS
from refwasm.harness.make import make_report
from refwasm.harness.model import Report, Run, Subject
from refwasm.harness.report.html import render
from refwasm.script.results import Result, Status
from refwasm.syntax.features import features_of
from refwasm.syntax.instructions import Op

FOLDERS = {
    "mvp": "core",
    "simd": "core/simd",
    "gc": "core/gc",
    "exceptions": "core/exceptions",
    "bulk-memory": "core/bulk-memory",
    "relaxed-simd": "core/relaxed-simd",
}
COMMON = ("local.get", "end", "i32.const", "call")
AWAY = "no program wasm-run ($WASM_RUN may name one)"


@dataclass(frozen=True)
class Made:
    """An engine: `broken` instructions fail this often, `lacks` names features, `lost` scripts."""

    label: str
    version: str
    broken: Mapping[str, float]
    lacks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


ENGINES = (
    Made("refwasm", "refwasm 0.1.0", {}),
    Made("alpha", "alpha 50.0.1 (a1b2c3d)", {"i32.div_s": 0.9, "f32x4.min": 0.5, "table.copy": 1}),
    Made("beta", "v26.10.0, V8 15.1.27", {"i64.rem_u": 1, "array.get_s": 0.7}),
    Made("gamma", "1.9.0", {"memory.grow": 1, "f64.nearest": 0.4}, ("relaxed-simd", "gc")),
    Made("delta", "2.0.0-beta.1", {"i8x16.swizzle": 1, "throw": 0.5}, ("exceptions",), ("core/br.wast",)),
    Made("epsilon", "1.0.32", {"br_table": 0.2}, ("gc", "relaxed-simd", "exceptions", "simd")),
)  # fmt: skip

MORE = (
    Made("wasmtime-wast", "wasmtime-cli 49.0.3 (abc 2026-01-01)", {"i64.div_s": 0.9}),
    Made("wasmi", "wasmi_cli 2.0.0", {}, ("simd", "relaxed-simd", "exceptions")),
    Made("wabt", "1.0.32", {"table.fill": 0.2}, ("gc",)),
)


def folder_of(op: Op) -> str:
    return FOLDERS.get(op.feature, FOLDERS["mvp"])


def commands(count: int) -> Iterator[Result]:
    """`count` commands that pass, a script for each instruction."""
    random = Random(0)
    ops = [op for op in OPS if not op.lacks(features_of("3.0", ()).on)]
    ops = [op for op in ops if "trunc_f64x2" not in op.name or "relaxed" not in op.name]
    each = count // len(ops)
    for op in ops:
        script = f"{folder_of(op)}/{op.name.replace(' ', '_')}.wast"
        for index in range(each):
            beside = random.sample(COMMON, 3)
            if random.random() < 0.3:
                other = random.choice(ops)
                beside += [other.name] if folder_of(other) == folder_of(op) else []
            trap = op.traps[0] if op.traps and index % 5 == 4 else ""
            yield Result(
                script=script,
                index=index,
                line=2 + 3 * index,
                kind="module" if not index else "assert_trap" if trap else "assert_return",
                status=Status.PASS,
                expected="" if not index else trap or f"(i32.const {random.getrandbits(32):#010x})",
                instructions=(op.name, *beside) if index else (),
                trap=trap,
                site=op.name if trap else "",
                seconds=0.0001,
            )


def on(engine: Made, results: Sequence[Result]) -> Iterator[Result]:
    """What becomes of `results` on `engine`."""
    random = Random(engine.label)
    feature = {op.name: op.feature for op in OPS}
    for result in results:
        lacked = {feature[key] for key in result.instructions} & set(engine.lacks)
        chance = max((engine.broken.get(key, 0) for key in result.instructions), default=0)
        passed = replace(result, engine=engine.label)
        if lacked:
            yield replace(
                passed, status=Status.UNSUPPORTED, got=min(lacked), features=tuple(sorted(lacked))
            )
        elif random.random() < chance:
            excuse = "known: issue 7" if "br_table" in result.instructions else ""
            got = f"(i32.const {random.getrandbits(32):#010x})"
            status = random.choice([Status.FAIL] * 8 + [Status.CRASH, Status.TIMEOUT])
            yield replace(passed, status=status, got=got, excuse=excuse)
        else:
            yield passed


def scripts(results: Sequence[Result]) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.script, []).append(result)
    return found


def run() -> Run:
    return Run("285a9032", "", "0.1.0", "3.11.7", "Linux x86_64", 2, 61.2,
               table="a6a28337", started="2026-01-02T03:04:05+00:00")  # fmt: skip


def synthetic(count: int = 62_000, engines: Sequence[Made] = ENGINES) -> Report:
    """The report on `count` commands on each of `engines`, and on one that is not there."""
    base = list(commands(count))
    subjects: list[tuple[Subject, Mapping[str, Sequence[Result]]]] = []
    sources: dict[str, dict[int, str]] = {}
    for engine in engines:
        own = list(on(engine, base))
        for result in own:
            if result.status is not Status.PASS:
                sources.setdefault(result.script, {})[result.line] = source(result)
        lost = dict.fromkeys(engine.lost, "the process died twice")
        subject = Subject(engine.label, engine.label, engine.version, "compute_driver_argv",
                          engine.lacks, mapped=True, lost=lost)  # fmt: skip
        subjects.append((subject, scripts(own)))
    subjects.append((Subject("zeta", "zeta", "", absent=AWAY), {}))
    report = make_report(run(), subjects, sources)
    explained = tuple(
        replace(part, explained=tuple(engine.broken))
        for part, engine in zip(report.engines, engines, strict=False)
    )
    return replace(report, engines=(*explained, report.engines[-1]))


def source(result: Result) -> str:
    """What such a command may look like; one in twenty is long, and would be markup if it could."""
    name = result.script.rpartition("/")[2]
    lines = [f'(assert_return (invoke "{name}" (i32.const {result.line}))', f"  {result.expected})"]
    if result.index % 20 == 1:
        lines += [f"  ;; {n}: </script><!-- \u2028 <b>&amp;" for n in range(6)]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(synthetic()), "utf-8")
