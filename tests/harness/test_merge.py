"""Reports on parts of a run as one: the same as that on the whole."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from refwasm.generated.opcodes import OPS
from refwasm.harness import make, table
from refwasm.harness.expect import read as read_expected
from refwasm.harness.judge import judged, settle, tallies
from refwasm.harness.make import make_report
from refwasm.harness.merge import MergeError, merged
from refwasm.harness.model import EVERYTHING, EngineReport, Report, Subject
from refwasm.harness.report.json import read, render
from refwasm.harness.shard import Shard, part
from refwasm.script.results import Result, Status
from tests.harness.report.samples import run, subject

UNEXPECTED = {Status.UNEXPECTED}
KEYS = ["i32.add", "i32.sub", "table.get", "table.set", "local.get", "i64.mul"]
OTHER = subject(label="other", name="other", version="1.2", traced=False, mapped=True)
AWAY = subject(label="gone", name="gone", version="", traced=False, absent="no program gone")


def results(script: str, seed: int, bad: str) -> list[Result]:
    """Some that pass, and those that exercise `bad`, which do not."""
    found = []
    for i in range(30):
        keys = ("local.get", KEYS[(seed + i * i) % 6], KEYS[(seed * i) % 6], "end")
        fails = bad in keys
        status = Status.FAIL if fails else Status.PASS
        kind = "assert_return" if i else "module"
        found.append(Result(script, i, i + 1, kind, status, instructions=tuple(dict.fromkeys(keys)),
                            got="0" if fails else "", seconds=0.25))  # fmt: skip
    return found


SCRIPTS = {f"core/{i}.wast": i for i in range(9)}


def report(names: list[str], shard: str, subjects: dict[str, Subject] | None = None) -> Report:
    """The report on some scripts, written and read again."""
    there = subjects or {"i64.mul": subject(), "table.set": OTHER, "": AWAY}
    of = run(shard=shard, workers=8 if not shard else 2)
    found = [
        (s, {} if s.absent else {n: results(n, SCRIPTS[n], bad) for n in names})
        for bad, s in there.items()
    ]
    failing = {n for _, scripts in found for n, rs in scripts.items() if any(r.got for r in rs)}
    return read(
        render(
            make_report(
                of,
                found,
                {
                    n: {
                        r.line: "text"
                        for _, scripts in found
                        if n in scripts
                        for r in scripts[n]
                        if r.got
                    }
                    for n in failing
                },
            )
        )
    )


def parts(of: int = 4) -> list[tuple[str, Report]]:
    """The reports on all parts, by the file's name."""
    sizes = dict.fromkeys(SCRIPTS, 10)
    return [
        (f"{n}.json", report(sorted(part(sizes, Shard(n, of))), f"{n}/{of}"))
        for n in range(1, of + 1)
    ]


def test_it_is_the_report_on_the_whole() -> None:
    whole = report(list(SCRIPTS), "")
    assert whole.engines[0].explained == ("i64.mul",)
    assert merged(parts()) == whole
    assert merged(parts()[::-1]) == replace(whole, engines=merged(parts()[::-1]).engines)
    assert not whole.lost


def test_what_ran_is_what_tells() -> None:
    """A reader fails for what a writer did in a command before, which counts in the whole as in parts."""
    [_, other, _] = merged(parts()).engines
    scores = {i.key: i.implicated for i in other.instructions}
    assert scores["table.set"] > scores["table.get"] > 0


def test_a_missing_part_is_lost() -> None:
    found = merged([p for p in parts() if p[0] not in ("2.json", "4.json")])
    assert found.lost
    assert not found.ok
    first, _, away = found.engines
    said = "there is no report"
    assert first.subject.lost == {"part 2/4": said, "part 4/4": said}
    assert away == EngineReport(AWAY)


def test_an_engine_that_was_not_everywhere() -> None:
    [(name, last), *rest] = reversed(parts())
    away = EngineReport(replace(OTHER, absent="no program other"))
    found = merged([*rest, (name, replace(last, engines=(last.engines[0], away, last.engines[2])))])
    assert found.engines[1].subject.lost == {"part 4/4": "no program other"}
    assert not found.engines[0].subject.lost


def test_flags_of_an_engine_that_did_not_start_somewhere() -> None:
    """Nothing came of them, so that they may be others."""
    [(name, last), *rest] = reversed(parts())
    unfit = EngineReport(replace(OTHER, flags=("-x",), lost={EVERYTHING: "exit code 2"}))
    there = (name, replace(last, engines=(last.engines[0], unfit, last.engines[2])))
    assert merged([*rest, there]).engines[1].subject.flags == ()


def test_an_engine_that_did_not_start_everywhere() -> None:
    """Where it did not is missing, whatever its version was elsewhere."""
    [(name, last), *rest] = reversed(parts())
    unfit = EngineReport(replace(OTHER, version="", lost={EVERYTHING: "exit code 2"}))
    there = (name, replace(last, engines=(last.engines[0], unfit, last.engines[2])))
    for order in ([*rest, there], [there, *rest]):
        found = merged(order).engines[1]
        assert found.subject.lost == {"part 4/4": "exit code 2"}
        assert (found.subject.version, found.ok) == (OTHER.version, False)


def changed(number: int, **changes: object) -> list[tuple[str, Report]]:
    """The parts, one of another run."""
    found = parts()
    name, last = found[number]
    found[number] = (name, replace(last, run=replace(last.run, **changes)))  # type: ignore[arg-type]  # fields of Run
    return found


WORDS = {1: "(module)", **{n: f'(invoke "{n % 4}")' for n in range(2, 31)}}
SELECTORS = [
    *("line = 3", "line = [4, 5]", "line = [7, 99]", "text = 'invoke \"3\"'", "text = 'none'"),
    *(f"instruction = '{key}'" for key in ("i32.add", "i32.sub", "table.*", "f64.mul")),
    *("", "kind = 'assert_trap'", "kind = 'module'"),
]


def expecting(rng: random.Random) -> str:
    """Some entries for scripts of `SCRIPTS`, and for others."""
    names = ["*", "1", "[2-5]", "?", "0", "[678]", "none"]
    entries = [
        f'[[suite.test]]\nname = "{rng.choice(names)}"\nexpected = "{rng.choice(["fail", "fail", "fail", "pass"])}"\n'
        f"{rng.choice(SELECTORS)}\n"
        for _ in range(rng.randrange(1, 5))
    ]
    return '[[suite]]\nname = "core"\n' + "".join(entries)


def judged_report(names: Sequence[str], shard: str, entries: str, bad: str) -> Report:
    """The report on some scripts, where `entries` hold."""
    expected = list(read_expected(entries, "e.toml"))
    found: dict[str, list[Result]] = {}
    for name in names:
        of = [e for e in expected if e.holds_for(name)]
        found[name] = judged(results(name, SCRIPTS[name], bad), of, WORDS)
    seen = list(tallies("refwasm", found, expected, list(SCRIPTS), lambda name: WORDS))
    stale = tuple(dict.fromkeys(settle(found, seen)))
    texts = {
        name: {r.line: "text" for r in rs if r.status is not Status.PASS}
        for name, rs in found.items()
    }
    for tally in seen if shard else ():
        for right in tally.passing if tally.partial else ():
            texts[right.script][right.line] = "text"
    made = make_report(
        run(shard=shard), [(subject(), found)], {k: v for k, v in texts.items() if v}
    )
    pending = tuple(tally for tally in seen if shard and tally.partial)
    return read(render(replace(made, stale=stale, pending=pending)))


@pytest.mark.parametrize("of", [2, 3])
def test_expectations_say_of_parts_what_they_say_of_the_whole(
    of: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever part a command is in that an entry selects. A table of the rows that run is read sooner."""
    few = tuple(op for op in OPS if op.name in KEYS)
    monkeypatch.setattr(make, "OPS", few)
    monkeypatch.setattr(table, "OPS", few)
    verdicts = set()
    for seed in range(60):
        rng = random.Random(seed)
        entries, bad = expecting(rng), rng.choice([*KEYS, "none"])
        whole = judged_report(list(SCRIPTS), "", entries, bad)
        shares = [sorted(part(dict.fromkeys(SCRIPTS, 10), Shard(n, of))) for n in range(1, of + 1)]
        found = merged(
            [
                (str(n), judged_report(share, f"{n}/{of}", entries, bad))
                for n, share in enumerate(shares, 1)
            ]
        )
        assert sorted(found.stale) == sorted(whole.stale), (seed, entries)
        assert replace(found, stale=whole.stale, run=whole.run) == whole, (seed, entries)
        verdicts.add(
            (whole.ok, bool(whole.stale), bool(UNEXPECTED & set(whole.engines[0].statuses)))
        )
    assert len(verdicts) >= 5


def test_what_awaits_a_missing_part_is_not_judged() -> None:
    entries = '[[suite]]\nname = "core"\n[[suite.test]]\nname = "*"\nexpected = "fail"\n'
    shares = [sorted(part(dict.fromkeys(SCRIPTS, 10), Shard(n, 2))) for n in (1, 2)]
    reports = [judged_report(share, f"{n}/2", entries, "none") for n, share in enumerate(shares, 1)]
    alone = merged([("1", reports[0])])
    assert not alone.engines[0].statuses[Status.UNEXPECTED]
    assert not alone.pending
    both = merged([("1", reports[0]), ("2", reports[1])])
    [first] = both.engines[0].failures
    assert (first.script, first.status) == ("core/0.wast", Status.UNEXPECTED)


FIRST = parts()[0][1]


def flagged(*flags: str) -> Report:
    """A report on part 2 of 4, where the environment gave an engine `flags`."""
    return report([], "2/4", {"": subject(), "a": replace(OTHER, flags=flags), "b": AWAY})


@pytest.mark.parametrize(
    ("reports", "line"),
    [
        (changed(3, suite="abc"), "4.json: no part of the same run: suite abc, and 285a9032 in 1"),
        (changed(3, table="abc"), "4.json: no part of the same run: table abc, and a6a28337 in 1"),
        (changed(1, features=("+x",)), r"features \+x, and none changed in 1.json"),
        (changed(2, shard="3/5"), "3.json: no part of the same run: number of parts 5, and 4 in"),
        (changed(2, shard="2/4"), "3.json: part 2/4, as 2.json is"),
        (changed(0, shard=""), "1.json: a report on a whole run, no part of one"),
        (
            [*parts()[:1], ("x", replace(FIRST, run=run(shard="2/4")))],
            "x: has core/[0-9].wast, as 1.json has",
        ),
        (
            [*parts()[:1], ("x", replace(FIRST, run=run(shard="2/4"), engines=FIRST.engines[:1]))],
            "x: no part of the same run: engines refwasm, and refwasm, other, gone in 1.json",
        ),
        (
            [*parts()[:1], ("x", report([], "2/4", {"": subject(version="9"), "a": OTHER, "b": AWAY}))],
            "x: no part of the same run: refwasm is 9, and is 0.1.0 in 1.json",
        ),
        (
            [*parts()[:1], ("x", flagged("-W", "a b"))],
            "x: no part of the same run: other has the flags -W 'a b', and has no flags in 1.json",
        ),
        (
            [("x", flagged("-W", "a")), ("y", replace(FIRST, run=run(shard="3/4")))],
            "y: no part of the same run: other has no flags, and has the flags -W a in x",
        ),
    ],
)  # fmt: skip
def test_what_does_not_belong_together(reports: list[tuple[str, Report]], line: str) -> None:
    with pytest.raises(MergeError, match=line):
        merged(reports)
