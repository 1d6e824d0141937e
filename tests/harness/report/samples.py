"""Reports to render."""

from __future__ import annotations

from collections.abc import Iterable

from refwasm.harness.model import Report, Run, make_report
from refwasm.harness.suite import NOTICE
from refwasm.script.results import Result, Status


def run(**changes: object) -> Run:
    """The circumstances, which never change unless a sample says so."""
    fields: dict[str, object] = {
        "suite": "285a9032",
        "notice": "",
        "engine": "refwasm",
        "version": "0.1.0",
        "python": "3.11.2",
        "platform": "Linux x86_64",
        "workers": 2,
        "seconds": 12.34,
    }
    return Run(**{**fields, **changes})  # type: ignore[arg-type]  # the fields of Run


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
    return make_report(run(), by_script(results) | {"core/idle.wast": []})


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
    return make_report(run(lost=lost), by_script(results) | {"core/z.wast": []})


def unfetched() -> Report:
    """The shipped vectors stand in."""
    return make_report(
        run(suite="vectors", notice=NOTICE, workers=1),
        by_script(
            [Result("floats.wast", 0, 1, "assert_return", Status.SKIPPED, "", "time was over")]
        ),
    )


def fast() -> Report:
    """A tier that does not tell what ran, and a script that asserts nothing."""
    result = Result("core/a.wast", 0, 1, "module", Status.PASS)
    return make_report(run(tier="auto"), by_script([result]))


def empty() -> Report:
    """No script had a command."""
    return make_report(run(), {f"core/{i}.wast": [] for i in range(30)})


SAMPLES = {
    "passing": passing,
    "failing": failing,
    "unfetched": unfetched,
    "fast": fast,
    "empty": empty,
}
