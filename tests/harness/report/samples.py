"""Reports to render."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from refwasm.harness.make import make_report
from refwasm.harness.model import EVERYTHING, Report, Run, Subject
from refwasm.harness.suite import NOTICE
from refwasm.harness.texts import snippets
from refwasm.script.results import Result, Status


def run(**changes: object) -> Run:
    """The circumstances, which never change unless a sample says so."""
    fields: dict[str, object] = {
        "suite": "285a9032",
        "notice": "",
        "version": "0.1.0",
        "python": "3.11.2",
        "platform": "Linux x86_64",
        "workers": 2,
        "seconds": 12.34,
        "table": "a6a28337",
        "started": "2026-01-02T03:04:05+00:00",
    }
    return Run(**{**fields, **changes})  # type: ignore[arg-type]  # the fields of Run


def subject(**changes: object) -> Subject:
    """The engine, likewise."""
    fields: dict[str, object] = {
        "label": "refwasm",
        "name": "refwasm",
        "version": "0.1.0",
        "way": "make_engine",
        "traced": True,
    }
    return Subject(**{**fields, **changes})  # type: ignore[arg-type]  # the fields of Subject


def one(run: Run, scripts: dict[str, list[Result]], **changes: object) -> Report:
    """The report on one engine."""
    return make_report(run, [(subject(**changes), scripts)])


def by_script(results: Iterable[Result]) -> dict[str, list[Result]]:
    """`results` as a report takes them."""
    scripts: dict[str, list[Result]] = {}
    for result in results:
        scripts.setdefault(result.script, []).append(result)
    return scripts


def passing() -> Report:
    """Everything passed."""
    results = [
        Result("core/a.wast", 0, 1, "module", Status.PASS, phrases=3, seconds=0.1),
        Result("core/a.wast", 1, 9, "assert_return", Status.PASS, instructions=("nop", "end")),
    ]
    return one(run(), by_script(results) | {"core/idle.wast": []})


def failing() -> Report:
    """Each status, names and values too long for a line, more failures than are shown."""
    long = "core/proposals/a-folder-with-a-long-name/and-a-script-with-a-name-that-is-long.wast"
    results = [
        Result("core/a.wast", 0, 1, "module", Status.PASS, seconds=1.25),
        Result(
            *("core/a.wast", 1, 2, "assert_return", Status.FAIL),
            *("(i32.const 1)", "(i32.const 2)", ("i32.add", "local.get")),
        ),
        Result("core/a.wast", 2, 3, "assert_return", Status.PASS, "", "", ("local.get",)),
        Result(
            *("core/a.wast", 3, 4, "assert_trap", Status.PASS, "", "", ("i32.div_s",)),
            *("integer divide by zero", "i32.div_s"),
        ),
        Result("core/b.wast", 0, 1, "assert_trap", Status.UNSUPPORTED, "", "no such feature"),
        Result("core/b.wast", 1, 2, "assert_return", Status.CRASH, "an answer", "the process died"),
        Result("custom/c.wast", 0, 1, "action", Status.ERROR, "no internal error", "KeyError: 'x'"),
        Result(long, 0, 12345, "assert_malformed_custom", Status.FAIL, "text " * 30, "a\nb" * 50),
    ]
    results += [
        Result("core/many.wast", i, i + 1, "assert_exhaustion", Status.TIMEOUT, "an answer", "none")
        for i in range(30)
    ]
    lost = {"core/z.wast": "No space left on device"}
    text = "line 1\nline 2\n  more of it\nline 4\n"
    sources = {"core/a.wast": snippets(text, [r for r in results if r.script == "core/a.wast"])}
    scripts = by_script(results) | {"core/z.wast": []}
    return make_report(run(), [(subject(lost=lost), scripts)], sources)


def unfetched() -> Report:
    """The shipped vectors stand in."""
    return one(
        run(suite="vectors", notice=NOTICE, workers=1),
        by_script(
            [Result("floats.wast", 0, 1, "assert_return", Status.SKIPPED, "", "time was over")]
        ),
    )


def fast() -> Report:
    """A tier that does not tell what ran, and a script that asserts nothing."""
    result = Result("core/a.wast", 0, 1, "module", Status.PASS)
    changes = {"label": "refwasm-auto", "name": "refwasm-auto", "traced": False}
    return one(run(), by_script([result]), **changes)


def beside() -> Report:
    """Several engines: one passes, one lacks a feature, one is not there."""
    good = [
        Result("core/a.wast", 0, 1, "module", Status.PASS, seconds=0.1),
        Result("core/a.wast", 1, 2, "assert_return", Status.PASS, instructions=("i32.add", "end")),
        Result("core/a.wast", 2, 4, "assert_return", Status.PASS, instructions=("struct.get",)),
    ]
    lack = replace(good[2], status=Status.UNSUPPORTED, got="gc", features=("gc",))
    wrong = replace(good[1], status=Status.FAIL, expected="(i32.const 1)", got="(i32.const 2)")
    away = "no program wasm-run ($WASM_RUN may name one)"
    scripts = {"core/a.wast": [good[0], wrong, lack]}
    other = subject(label="other", name="other", version="other 1.2", traced=False, mapped=True)
    return make_report(
        run(),
        [
            (subject(), {"core/a.wast": good}),
            (other, scripts),
            (subject(label="gone", name="gone", version="", traced=False, absent=away), {}),
        ],
        {"core/a.wast": snippets("one\ntwo\nthree\nfour", scripts["core/a.wast"])},
    )


def unfit() -> Report:
    """Two engines: one passes, one is there and does not start."""
    why = "wasm-run -W odd --version: exit code 2; error: no option `odd` <here>"
    other = subject(label="other", name="other", version="", traced=False, lost={EVERYTHING: why})
    good = passing().engines[0]
    return make_report(
        run(),
        [
            (good.subject, by_script([Result("core/a.wast", 0, 1, "assert_trap", Status.PASS)])),
            (other, {}),
        ],
    )


def many() -> Report:
    """Eight engines, each of which fails or lacks something else, with names too long for a column."""
    keys = [
        "i32.add",
        "i32x4.relaxed_trunc_f64x2_s_zero",
        "v128.not",
        "struct.get",
        "ref.test null",
    ]
    subjects = []
    for n in range(8):
        results = [
            Result("core/a.wast", i, i + 1, "assert_return", Status.PASS, "", "", (key, "end"))
            for i, key in enumerate(keys * 30)
        ]
        bad = keys[n % 5]
        status = Status.UNSUPPORTED if n % 3 else Status.FAIL
        results = [
            replace(r, status=status, got="no such feature") if bad in r.instructions else r
            for r in results
        ]
        label = f"an-engine-with-a-long-name-{n}"
        subjects.append((subject(label=label, name=label, version=f"{n}.0"), by_script(results)))
    return make_report(run(), subjects)


def expected() -> Report:
    """Expectations: one holds, one does not any more, two fit nothing; names that are markup; two reasons."""
    odd = 'core/<b>|`a`&"x\x01.wast'
    bad = Result("core/a.wast", 1, 2, "assert_return", Status.FAIL, "1", "2", ("i32.add",))
    results = [
        Result("core/a.wast", 0, 1, "module", Status.PASS),
        replace(bad, excuse="known, see issue 7"),
        Result("core/b.wast", 0, 1, "assert_return", Status.PASS, "", "", ("i32.add", "end")),
        Result("core/b.wast", 1, 2, "assert_trap", Status.UNEXPECTED, "", "passed", ("i32.sub",)),
        replace(bad, script=odd, expected="<&>", got="a|b`c`\x00</failure>]]>\n\tlast"),
        Result("core/s.wast", 0, 1, "assert_trap", Status.SKIPPED, "", "too slow here"),
    ]
    results += [
        Result("simd/u.wast", i, 1, "assert_return", Status.UNSUPPORTED, "", why, ("v128.not",))
        for i, why in enumerate(("simd", "gc", "simd"))
    ]
    stale = (
        "e.toml:3: core/a: no such command at line 5",
        f"e.toml:9: there is no script {odd}",
    )
    return replace(one(run(shard="1/2"), by_script(results)), stale=stale)


def empty() -> Report:
    """No script had a command."""
    return one(run(), {f"core/{i}.wast": [] for i in range(30)})


SAMPLES = {
    "passing": passing,
    "failing": failing,
    "unfetched": unfetched,
    "fast": fast,
    "beside": beside,
    "expected": expected,
    "unfit": unfit,
    "many": many,
    "empty": empty,
}
