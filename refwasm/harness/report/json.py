"""The report as JSON, described by `report.schema.json` beside this file."""

from __future__ import annotations

import json
from collections import Counter

from refwasm.harness.model import FORMAT, Report
from refwasm.script.results import Status


def render(report: Report) -> str:
    """`report` as one JSON document."""
    run = report.run
    return json.dumps(
        {
            "format": FORMAT,
            "refwasm": run.version,
            "engine": run.engine,
            "suite": run.suite,
            "notice": run.notice,
            "spec": run.spec,
            "features": run.features,
            "tier": run.tier,
            "traced": run.traced,
            "python": run.python,
            "platform": run.platform,
            "workers": run.workers,
            "seconds": round(run.seconds, 3),
            "lost": [{"script": name, "why": why} for name, why in run.lost.items()],
            "assertions": _counts(report.statuses),
            "other_commands": _counts(report.other),
            "scripts": [
                {
                    "script": s.name,
                    "commands": s.commands,
                    "assertions": s.assertions,
                    "statuses": _counts(s.statuses),
                    "seconds": round(s.seconds, 3),
                }
                for s in report.scripts
            ],
            "instructions": [
                {
                    "instruction": i.key,
                    "opcode": i.opcode,
                    "edition": i.edition,
                    "assertions": i.assertions,
                    "passed": i.passed,
                    "failed": i.failed,
                    "implicated": i.implicated,
                    "traps": i.traps,
                }
                for i in report.instructions
            ],
            "failures": [
                {
                    "script": r.script,
                    "index": r.index,
                    "line": r.line,
                    "kind": r.kind,
                    "status": r.status.value,
                    "expected": r.expected,
                    "got": r.got,
                    "instructions": r.instructions,
                }
                for r in report.failures
            ],
        },
        indent=1,
        ensure_ascii=False,
    )


def _counts(statuses: Counter[Status]) -> dict[str, int]:
    return {status.value: statuses[status] for status in Status}
