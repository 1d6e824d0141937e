"""The report in the form of the wasi-testsuite's runner, which the JSON has beside its own.

A suite is a folder of scripts on an engine, a test is a script.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from refwasm.harness.model import EngineReport, Report, Run, Script
from refwasm.harness.report.outcomes import Outcome, by_script, describe, is_red, of_script
from refwasm.script.results import Result

MOST = 10  # failures told of a test
LONGEST = 200  # characters of each

Keys: TypeAlias = dict[str, object]


def execution(run: Run) -> Keys:
    """When the run began and ended."""
    if not run.started:
        return {"start_timestamp": "", "finish_timestamp": ""}
    start = datetime.fromisoformat(run.started)
    return {
        "start_timestamp": _timestamp(start),
        "finish_timestamp": _timestamp(start + timedelta(seconds=run.seconds)),
    }


def _timestamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def results(report: Report) -> list[Keys]:
    """The folders of each engine."""
    return [suite for engine in report.measured for suite in _suites(engine)]


def _suites(engine: EngineReport) -> list[Keys]:
    folders: defaultdict[str, list[Script]] = defaultdict(list)
    for script in engine.scripts:
        folders[script.folder].append(script)
    failures = by_script(engine)
    return [_suite(name, folders[name], engine, failures) for name in sorted(folders)]


def _suite(
    name: str,
    scripts: Sequence[Script],
    engine: EngineReport,
    failures: Mapping[str, Sequence[Result]],
) -> Keys:
    outcomes = {s.name: of_script(s, engine, failures.get(s.name, ())) for s in scripts}
    counts = Counter(outcomes.values())
    return {
        "name": name,
        "runtime": {"name": engine.subject.label, "version": engine.subject.version},
        "duration_s": round(sum(script.seconds for script in scripts), 4),
        "failed": counts[Outcome.FAIL],
        "skipped": counts[Outcome.SKIP],
        "passed": counts[Outcome.PASS],
        "xfailed": counts[Outcome.XFAIL],
        "xpassed": counts[Outcome.XPASS],
        "tests": [
            {
                "name": script.name,
                "executed": outcomes[script.name] is not Outcome.SKIP,
                "outcome": outcomes[script.name].value,
                "duration_s": round(script.seconds, 4),
                "failures": _messages(script, engine, failures.get(script.name, ())),
            }
            for script in scripts
        ],
    }


def _messages(script: Script, engine: EngineReport, failures: Sequence[Result]) -> list[str]:
    """The first failures in a line each, and how many more there are."""
    red = [r for r in failures if is_red(r)]
    said = [f"line {r.line}: {describe(r)}"[:LONGEST] for r in red[:MOST]]
    said += [f"{len(red) - MOST} more"] if len(red) > MOST else []
    lost = engine.subject.lost.get(script.name)
    return [*([f"lost: {lost}"[:LONGEST]] if lost is not None else []), *said]
