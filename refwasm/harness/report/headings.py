"""How reports say what was measured and how it ended."""

from __future__ import annotations

from refwasm.harness.model import EngineReport, Report
from refwasm.script.results import Status, bounded

FLAGS = 60  # characters of an engine's flags


def title(report: Report) -> str:
    """What was measured, on what."""
    run = report.run
    rules = "" if run.spec == "3.0" else f", edition {run.spec}"
    rules += "".join(f", {change}" for change in run.features)
    rules += f", part {run.shard}" if run.shard else ""
    engines = " ".join([", ".join(map(called, report.engines)), "on suite", run.suite])
    own = f"refwasm {run.version}"
    by = "" if engines.startswith(own) else f", by {own}"
    processes = count(run.workers, "process", "processes")
    return f"{engines}{rules}{by}, Python {run.python}, {processes}"


def called(engine: EngineReport) -> str:
    """The label of `engine`, its version, if that does not say the same, and its flags, in short."""
    label, version = engine.subject.label, engine.subject.version
    said = version if version.startswith(label) else f"{label} {version}".strip()
    flags = bounded(" ".join(engine.subject.flags), FLAGS)
    return f"{said} ({flags})" if flags else said


def missing(engine: EngineReport) -> str:
    """Why nothing ran on `engine`, if nothing did; one that is there and does not start has failed."""
    subject = engine.subject
    word = "not measured" if subject.absent else "does not start"
    return f"{word}: {subject.missing}" if subject.missing else ""


def explaining(engine: EngineReport) -> str:
    """What the instructions are that explain the failures of `engine`."""
    return hedge(engine) or "the fewest that explain all failures"


def hedge(engine: EngineReport) -> str:
    """The same if they may not be the fewest, or do not explain all failures; else nothing."""
    inexact, left = engine.bound > 1, engine.unexplained if engine.explained else 0
    if not (inexact or left):
        return ""
    few = "few" if inexact else "the fewest"
    but = f" but {left}, of which nothing tells what ran" if left else ""
    weight = f" (at most {engine.bound:g} times the weight of the fewest)" if inexact else ""
    return f"{few} that explain all failures{but}{weight}"


def verdict(report: Report) -> str:
    """One line: how the run ended."""
    measured = report.measured
    scripts = [(s, e) for e in measured for s in e.scripts]
    whole = sum(s.name not in e.subject.lost and s.whole for s, e in scripts)
    total = sum(e.statuses.total() for e in measured)
    passed = sum(e.statuses[Status.PASS] for e in measured)
    time = f"{report.run.seconds:.1f} s"
    unfit = ", ".join(e.subject.label for e in measured if e.subject.missing)
    if not measured:
        return f"NOTHING TESTED: no engine is here, {time}"
    if all(e.subject.missing for e in measured):
        return f"FAILED: {unfit}: does not start, {time}"
    if report.empty and not report.lost:
        return f"NOTHING TESTED: no command in {count(len(scripts), 'script', 'scripts')}, {time}"
    if report.idle and not report.lost:
        return f"NOTHING TESTED: none of {count(total, 'assertion', 'assertions')} was run, {time}"
    word = "PASSED" if report.complete else "ok" if report.ok else "FAILED"
    assertions = f"{passed} of {total} assertions" if total else "no assertion among the commands"
    without = f", {unfit}: does not start" if unfit else ""
    return f"{word}: {assertions}, {whole} of {len(scripts)} scripts whole{without}, {time}"


def passing(*engines: EngineReport) -> str:
    """The share of their assertions that `engines` pass, in per cent: 100 only where it is all."""
    total = sum(e.statuses.total() for e in engines)
    passed = sum(e.statuses[Status.PASS] for e in engines)
    if passed == total:
        return "100" if total else ""
    return f"{passed * 1000 // total / 10}"


def count(n: int, one: str, many: str) -> str:
    """`n` things, of which one is called `one`."""
    return f"{n} {one if n == 1 else many}"
