"""A comparison of two reports, for a terminal and for a comment on a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from refwasm.harness.compare import Change, Comparison, EngineChanges, Moved
from refwasm.harness.model import Instruction
from refwasm.harness.report.headings import count, title
from refwasm.harness.report.marks import (
    COMMENT,
    Section,
    bounded,
    code,
    collapsed,
    row,
    section,
    table,
    text,
)
from refwasm.harness.report.outcomes import describe
from refwasm.harness.report.text import SHOWN, cut, wrapped
from refwasm.harness.spectrum import FAILED

KEY = 34  # the column of instructions
CELL = 22


def render(comparison: Comparison) -> str:
    """`comparison` as lines of text, at most 80 columns wide."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    for word, report in (("before", comparison.before), ("after", comparison.after)):
        yield from wrapped(f"{word}: {title(report)}")
    yield ""
    for engine in comparison.engines:
        if _changed(engine):
            yield from wrapped(f"== {_called(engine)} ==")
            yield from _of_engine(engine)
    yield from (cut(f"engine only before: {label}") for label in comparison.gone)
    yield from (cut(f"engine only after: {label}") for label in comparison.new)
    yield verdict(comparison)


def _changed(e: EngineChanges) -> bool:
    return bool(e.worse or e.better or e.new or e.gone or e.lost or e.instructions)


def _called(engine: EngineChanges) -> str:
    before, after = engine.versions
    return f"{engine.label}: {before} -> {after}" if before != after else engine.label


def verdict(comparison: Comparison) -> str:
    """One line: how much changed."""
    counts = {word: sum(len(of) for of in _lists(comparison, word)) for word in WORDS}
    counts["worse"] += sum(len(e.lost) for e in comparison.engines)
    said = ", ".join(f"{n} {word}" for word, n in counts.items() if n)
    failing = len({key for e in comparison.engines for key in e.failing})
    if failing and not counts["worse"]:
        said = f"{count(failing, 'instruction fails', 'instructions fail')} that passed, {said}"
    word = "WORSE" if not comparison.ok else "BETTER" if counts["better"] else "ok"
    return f"{word}: {said or 'nothing changed'}"


WORDS = ("worse", "better", "new", "gone")


def _lists(comparison: Comparison, word: str) -> list[tuple[Change, ...]]:
    return [
        {"worse": e.worse, "better": e.better, "new": e.new, "gone": e.gone}[word]
        for e in comparison.engines
    ]


def _of_engine(engine: EngineChanges) -> Iterator[str]:
    for name, why in engine.lost.items():
        yield cut(f"lost: {name}: {why}")
    for word, changes in (("worse", engine.worse), ("better", engine.better)):
        if changes:
            yield count(len(changes), f"command is {word}", f"commands are {word}")
        for change in changes[:SHOWN]:
            yield cut(f"  {change.script}:{change.line}: {_states(change)}")
            if change.result and word == "worse":
                yield cut(f"      {describe(change.result)}")
        if len(changes) > SHOWN:
            yield f"  ... and {len(changes) - SHOWN} more"
    for word, changes in (("new", engine.new), ("gone", engine.gone)):
        if changes:
            yield f"{count(len(changes), 'command is', 'commands are')} {word}: {_ended(changes)}"
        red = [change for change in changes if change.after in FAILED]
        yield from (cut(f"  {c.script}:{c.line}: {_states(c)}") for c in red[:SHOWN])
        if len(red) > SHOWN:
            yield f"  ... and {len(red) - SHOWN} more"
    if engine.instructions:
        yield f"{'instructions':<{KEY}}{'before':>{CELL}}{'after':>{CELL}}"
    for moved in engine.instructions[:SHOWN]:
        yield f"{moved.key:<{KEY}}{_cell(moved.before):>{CELL}}{_after(moved):>{CELL}}"
    if len(engine.instructions) > SHOWN:
        yield f"... and {len(engine.instructions) - SHOWN} more"
    for what, keys in _fewest(engine):
        yield from wrapped(f"{what}: {', '.join(keys)}")
    yield ""


def _fewest(engine: EngineChanges) -> Iterator[tuple[str, Sequence[str]]]:
    """The instructions to look at, or not any more."""
    if engine.explained:
        yield "the fewest that explain all failures", engine.explained
    if engine.mended:
        yield "no longer among them", engine.mended


def _states(change: Change) -> str:
    before, after = (s.value if s else "new" for s in (change.before, change.after))
    return f"{before} -> {after}{' as expected' if change.excused else ''}"


def _ended(changes: Sequence[Change]) -> str:
    counts = Counter((c.after or c.before) for c in changes)
    return ", ".join(f"{n} {status.value}" for status, n in counts.items() if status)


def _cell(i: Instruction) -> str:
    if i.failed:
        return f"{i.failed} of {i.assertions} fail"
    return "wrote what fails" if i.implicated else i.status


def _after(m: Moved) -> str:
    return f"{_cell(m.after)}, new" if m.new and m.after.failed else _cell(m.after)


def markdown(comparison: Comparison, limit: int = COMMENT) -> str:
    """`comparison` as Markdown in at most `limit` bytes, what is worse first."""
    mark = "\N{WHITE HEAVY CHECK MARK}" if comparison.ok else "\N{CROSS MARK}"
    titles = "".join(
        f"- {word}: {text(title(report))}\n"
        for word, report in (("before", comparison.before), ("after", comparison.after))
    )
    head = f"## {mark} WebAssembly conformance\n\n**{text(verdict(comparison))}**\n\n{titles}\n"
    return bounded([Section(head), *sections(comparison)], limit)


def sections(comparison: Comparison) -> list[Section]:
    """The changes as parts of a Markdown document, what is worse on any engine first."""
    found = [s for e in comparison.engines for s in _worse(e)]
    found += [s for e in comparison.engines for s in _instructions(e)]
    found += [s for e in comparison.engines for s in _rest(e)]
    for word, labels in (("before", comparison.gone), ("after", comparison.new)):
        if labels:
            found.append(Section(f"Engines only {word}: {', '.join(map(code, labels))}\n\n"))
    return found


def _worse(engine: EngineChanges) -> Iterator[Section]:
    if engine.lost:
        head = f"### {text(_called(engine))}: lost\n\n{table('script', 'why')}"
        lost = list(engine.lost.items())
        yield section(head, lost, lambda pair: row((code(pair[0]), text(pair[1][:300]))))
    if engine.worse:
        head = f"### {text(_called(engine))}: {len(engine.worse)} worse\n\n{_HEAD}"
        yield section(head, engine.worse, _row, most=200)


_HEAD = table("place", "directive", "before", "after", "expected", "got")


def _row(c: Change) -> str:
    said = (code(c.result.expected), code(c.result.got)) if c.result else ("", "")
    before, after = (s.value if s else "" for s in (c.before, c.after))
    if c.excused and c.result:
        after += f", as expected: {text(c.result.excuse[:200])}"
    return row((code(f"{c.script}:{c.line}"), text(c.kind), before, after, *said))


def _instructions(engine: EngineChanges) -> Iterator[Section]:
    if engine.instructions:
        head = f"### {text(_called(engine))}: instructions\n\n"
        columns = table("instruction", " implicated", "before", "after")
        fewest = frozenset((*engine.explained, *engine.mended))
        told = "In bold are the fewest that explain all failures, before or after.\n\n"
        head += told if fewest else ""
        yield section(
            head + columns, engine.instructions, lambda m: _moved(m, bold=m.key in fewest)
        )


def _moved(m: Moved, *, bold: bool) -> str:
    key = f"**{code(m.key)}**" if bold else code(m.key)
    implicated = f"{m.implicated:.2f}" if m.implicated else ""
    return row((key, implicated, _cell(m.before), _after(m)))


def _rest(engine: EngineChanges) -> Iterator[Section]:
    for word, changes in (("better", engine.better), ("new", engine.new), ("gone", engine.gone)):
        if changes:
            summary = text(f"{_called(engine)}: {len(changes)} {word}")
            yield collapsed(summary, section(_HEAD, changes, _row, "", most=100))
