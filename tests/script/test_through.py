"""Scripts go on, on a new engine, after the command under which one broke."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.script.commands import Const
from refwasm.script.engine import Broken
from refwasm.script.parse import parse_script
from refwasm.script.results import UNSTARTED, Result
from refwasm.script.through import run_through
from refwasm.script.values import Value
from refwasm.source import Source
from tests.script.test_run import Obedient


class Fragile(Obedient):
    """Breaks when a function is called `break`, or `often` after `calls` others."""

    def __init__(self, made: list[Fragile], *, starts: bool = True):
        super().__init__()
        made.append(self)
        self.starts = starts
        self.closed = False

    def invoke(self, instance: str, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        assert not self.closed
        if name == "break" or not self.starts:
            raise Broken("in pieces", started=self.starts)
        return super().invoke(instance, name, args)

    def close(self) -> None:
        self.closed = True


def run(text: str, made: list[Fragile], *, starts: bool = True, **options: int) -> list[Result]:
    source, commands = Source("s", text), parse_script(text)
    return list(
        run_through("s", source, commands, lambda: Fragile(made, starts=starts), **options)  # type: ignore[arg-type]  # of run_script
    )


def said(results: list[Result]) -> list[tuple[int, str, str]]:
    return [(r.index, r.status.value, r.got) for r in results]


ONE = '(assert_return (invoke "1") (i32.const {}))'
BREAK = '(assert_return (invoke "break"))'


def test_a_script_goes_on_after_what_broke_the_engine() -> None:
    made: list[Fragile] = []
    script = f"(module) {ONE.format(1)} {BREAK} {ONE.format(2)} {BREAK} {ONE.format(3)}"
    assert said(run(script, made)) == [
        *((0, "pass", ""), (1, "pass", ""), (2, "crash", "in pieces")),
        *((3, "pass", ""), (4, "crash", "in pieces"), (5, "pass", "")),
    ]
    assert [engine.calls for engine in made] == [1, 2, 3]
    assert all(engine.closed for engine in made)


def test_what_breaks_only_when_it_runs_again_is_left_out_too() -> None:
    made: list[Fragile] = []
    assert said(run(f"(module) {BREAK} {ONE.format(1)}", made, done=2)) == [(2, "pass", "")]
    assert len(made) == 2


def test_an_engine_that_does_not_start_is_not_tried_again() -> None:
    made: list[Fragile] = []
    results = run(f"(module) {BREAK} {BREAK} {BREAK}", made, starts=False)
    assert said(results)[1:] == [
        *(
            (1, "crash", f"{UNSTARTED}: in pieces"),
            (2, "skipped", UNSTARTED),
            (3, "skipped", UNSTARTED),
        )
    ]
    assert len(made) == 1


def test_what_has_no_effect_is_not_done_again() -> None:
    made: list[Fragile] = []
    refused = '(assert_invalid (module (func (export "module invalid"))) "text")'
    script = f"(module) {refused} {BREAK} {ONE.format(1)}"
    assert [r.status.value for r in run(script, made)] == ["pass", "pass", "crash", "pass"]
    assert [engine.defined for engine in made] == [2, 1]
