"""The report in the Common Test Report Format: a test for each script and directive on each engine, and
for each thing that expectations say in vain.

Form: https://github.com/ctrf-io/ctrf, its specification's version `SPEC`.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime

from refwasm.harness.model import Report
from refwasm.harness.report.cases import Case, cases, details, expectations, headline
from refwasm.harness.report.headings import hedge
from refwasm.harness.report.outcomes import Outcome, is_red

SPEC = "0.0.0"
OWN = "refwasm"  # the key of what only readers of ours know
MESSAGE = 300  # characters
TRACE = 4000

STATUSES = {
    Outcome.PASS: "passed",
    Outcome.FAIL: "failed",
    Outcome.XPASS: "failed",
    Outcome.SKIP: "skipped",
    Outcome.XFAIL: "other",
}


def render(report: Report) -> str:
    """`report` as one JSON document, a line for each test."""
    run = report.run
    found = [
        (engine.subject.label, case)
        for engine in report.engines
        for case in cases(report, engine, "kind")
    ]
    found += [("", case) for case in expectations(report)]
    tests = [_line(_test(report, label, case)) for label, case in found]
    counts = Counter(STATUSES[case.outcome] for _, case in found)
    start = round(datetime.fromisoformat(run.started).timestamp() * 1000) if run.started else 0
    duration = round(run.seconds * 1000)
    summary = {
        "tests": len(tests),
        **{word: counts[word] for word in ("passed", "failed", "pending", "skipped", "other")},
        "suites": len(report.engines) + bool(report.stale),
        "start": start,
        "stop": start + duration,
        "duration": duration,
    }
    own: dict[str, object] = {"suite": run.suite, "table": run.table, "python": run.python}
    explained = {e.subject.label: e.explained for e in report.engines if e.explained}
    hedges = {e.subject.label: hedge(e) for e in report.engines if hedge(e)}
    environment = {
        "reportName": "WebAssembly conformance",
        "osPlatform": run.platform,
        **({"shardId": run.shard} if run.shard else {}),
        "extra": {
            OWN: own
            | ({"explained": explained} if explained else {})
            | ({"explanation": hedges} if hedges else {})
        },
    }
    head = {
        "reportFormat": "CTRF",
        "specVersion": SPEC,
        "timestamp": datetime.fromtimestamp((start + duration) / 1000, UTC).isoformat(),
        "generatedBy": f"refwasm {run.version}",
    }
    results = {
        "tool": {"name": "refwasm conform", "version": run.version},
        "summary": summary,
        "environment": environment,
    }
    parts = ",\n".join(f"{_line(key)}: {_line(value)}" for key, value in results.items())
    listed = ",\n".join(tests)
    return f'{_line(head)[:-1]},\n"results": {{\n{parts},\n"tests": [\n{listed}\n]\n}}}}\n'


def _test(report: Report, label: str, case: Case) -> dict[str, object]:
    """A test of the engine called `label`, or of none."""
    test: dict[str, object] = {
        "testId": "/".join(filter(None, (label, case.of, case.name))),
        "name": f"{case.of}: {case.name}",
        "status": STATUSES[case.outcome],
        "rawStatus": case.outcome.value,
        "duration": round(case.seconds * 1000),
        "suite": [label, *case.of.split("/")[:-1]] if label else [case.of],
        "type": "conformance",
        "labels": {"engine": label, "directive": case.name} if label else {},
    }
    if label:
        test["filePath"] = case.of
    if case.outcome is not Outcome.PASS:
        test["message"] = headline(case)[:MESSAGE]
        test["trace"] = details(report, case, TRACE)[:TRACE]
    if case.suspects:
        test["tags"] = case.suspects
    red = [r for r in case.failures if is_red(r)]
    if red:
        test["line"] = red[0].line
        source = report.sources.get(red[0].script, {}).get(red[0].line)
        test |= {"snippet": source} if source else {}
    return test


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
