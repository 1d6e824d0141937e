"""What expectations say of results: failures that are excused, passes that are not, entries that fit nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

from refwasm.errors import Malformed
from refwasm.harness.expect import Expected
from refwasm.harness.model import Stretch
from refwasm.harness.spectrum import FAILED
from refwasm.harness.tally import Tally
from refwasm.harness.texts import command_texts
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.source import Source
from refwasm.syntax.features import Features
from refwasm.text.lexer import decode_source

PASSED = "it passed"


def texts_of(path: Path, results: Sequence[Result]) -> dict[int, str]:
    """The texts of the commands of the script at `path`, by line."""
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return {}
    return command_texts([Stretch(0, "", tuple(r.line for r in results))], text)


def skipped(entries: Iterable[Expected], path: Path, features: Features) -> dict[int, str]:
    """The commands of the script at `path`, by index, that `entries` for it skip, with the reasons."""
    skips = [entry for entry in entries if entry.skip]
    if not skips:
        return {}
    try:
        text = decode_source(path.read_bytes())
        commands = parse_script(text, features=features)
    except (OSError, Malformed):
        return {}
    source = Source(path.name, text)
    results = [
        Result("", i, source.line_column(c.offset)[0], c.keyword, Status.SKIPPED)
        for i, c in enumerate(commands)
    ]
    texts = texts_of(path, results)
    found = {}
    for result in results:
        for entry in skips:
            if entry.selects(result, texts.get(result.line, "")):
                found[result.index] = entry.excuse
    return found


def judged(
    results: Sequence[Result], entries: Sequence[Expected], texts: Mapping[int, str]
) -> list[Result]:
    """The results of a script as `entries` for it say: failures excused, passes of what should fail unexpected.

    Where an entry says that commands pass, what those before it say does not hold for them.
    """
    found = []
    failing: set[tuple[str, int]] = set()  # place of an entry, and line
    said: list[list[Expected]] = []
    for result in results:
        of = meant(result, entries, texts.get(result.line, ""))
        said.append(of)
        if result.status in FAILED:
            failing.update((entry.place, result.line) for entry in of)
    for result, of in zip(results, said, strict=True):
        judgement = _judged(result, of, failing)
        failing.update((entry.place, result.line) for entry in of)  # what is said once of a line
        found.append(judgement)
    return found


def meant(result: Result, entries: Iterable[Expected], text: str) -> list[Expected]:
    """Those of `entries` that say how the command with `result` ends if it does not pass."""
    found: list[Expected] = []
    for entry in entries:
        if entry.selects(result, text):
            found = [*found, entry] if entry.statuses or entry.skip else []
    return found


def _judged(
    result: Result, entries: Sequence[Expected], failing: Collection[tuple[str, int]]
) -> Result:
    for entry in reversed(entries):
        if result.status in entry.statuses:
            return replace(result, excuse=entry.excuse)
        if entry.skip and result.status is Status.UNSUPPORTED and result.got == entry.excuse:
            return replace(result, status=Status.SKIPPED, excuse=entry.excuse)
        exact = entry.exact and (entry.place, result.line) not in failing
        if exact and entry.statuses and result.status is Status.PASS:
            return unexpected(result, entry)
    return result


def unexpected(result: Result, entry: Expected) -> Result:
    """`result`, which passed though `entry` says that it does not."""
    said = " or ".join(sorted(status.value for status in entry.statuses))
    why = f": {entry.excuse}" if entry.excuse != entry.place else ""
    return replace(
        result, status=Status.UNEXPECTED, expected=f"{said}, says {entry.place}{why}", got=PASSED
    )


def tallies(
    label: str,
    results: Mapping[str, Sequence[Result]],
    entries: Iterable[Expected],
    whole: Collection[str],
    texts: Callable[[str], Mapping[int, str]],
    apart: Collection[str] = (),
) -> Iterator[Tally]:
    """What `entries` have seen of `results` of the engine `label`, by script, if the suite has the scripts `whole`.

    Scripts `apart` are there, too, but no run of the suite without paths has them; what is about these alone
    is not judged. An entry that does not name commands one by one says that some of what it selects fails. If all
    passed, that is unexpected of the first.
    """
    for entry in entries:
        every = _of(entry, {*whole, *results}) or _of(entry, apart)
        ran = [name for name in every if _ran(results.get(name))]
        selected = [
            result
            for name in ran
            for result in results[name]
            if entry.selects(result, texts(name).get(result.line, "") if entry.text else "")
        ]
        group = entry.statuses and not entry.exact
        right = (unexpected(r, entry) for r in selected if group and r.status is Status.PASS)
        yield Tally(
            engine=label,
            place=entry.place,
            script=entry.script,
            awaited=tuple(name for name in every if name not in ran),
            missing=tuple(sorted({*entry.lines} - {r.line for r in selected})),
            selected=len(selected),
            failing=sum(r.status in FAILED for r in selected),
            passing=tuple(islice(right, 1)),
            scripts=len(every),
        )


def _of(entry: Expected, scripts: Iterable[str]) -> list[str]:
    """Those of `scripts` that `entry` says something of."""
    return sorted(name for name in scripts if entry.holds_for(name))


def settle(results: dict[str, list[Result]], found: Iterable[Tally]) -> list[str]:
    """What is wrong with the entries of which `found` tells; what is unexpected is changed in `results`."""
    stale: list[str] = []
    for tally in found:
        stale += tally.stale
        for result in tally.unexpected:
            if results[result.script][result.index].status is Status.PASS:
                results[result.script][result.index] = result
    return stale


def told_of(
    label: str,
    results: Mapping[str, Sequence[Result]],
    lost: Container[str],
    expected: Sequence[Expected],
    paths: Mapping[str, Path],
    every: Collection[str],
    apart: Collection[str] = (),
) -> list[Tally]:
    """What those `expected` of an engine have seen of its `results` on scripts, which are at `paths`.

    Those in `lost` did not run whole; the suite has `every` script, and those `apart`.
    """
    there = {name: rs for name, rs in results.items() if name not in lost}
    texts = cache(lambda name: texts_of(paths[name], there[name]))
    return list(tallies(label, there, expected, every, texts, apart))


def _ran(results: Sequence[Result] | None) -> bool:
    return results is not None and not any(r.kind == "script" for r in results)
