"""The texts of commands, as far as reports keep them."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from refwasm.harness.model import Stretch
from refwasm.script.results import Result, Status

SNIPPET = 12  # lines of a failing command that a report keeps
DIGITS = 4  # of the digest of a command's text


def sources(
    names: Mapping[Path, str],
    results: Sequence[Mapping[str, Sequence[Result]]],
    undecided: Collection[Result] = (),
) -> dict[str, dict[int, str]]:
    """The lines of the commands that did not pass on some engine, or are `undecided`, by script and line."""
    found: dict[str, dict[int, str]] = {}
    for path, name in names.items():
        also = {r.line for r in undecided if r.script == name}
        failing = [
            rs[name] for rs in results if also or any(r.status is not Status.PASS for r in rs[name])
        ]
        with contextlib.suppress(OSError):
            text = path.read_text("utf-8", "replace") if failing else ""
            for rs in failing:
                found.setdefault(name, {}).update(snippets(text, rs, also))
    return found


def with_texts(
    commands: Mapping[str, tuple[Stretch, ...]], names: Mapping[Path, str]
) -> dict[str, tuple[Stretch, ...]]:
    """`commands` of scripts that ran, with digests of their texts where the script can be read."""
    found = dict(commands)
    for path, name in names.items():
        if name in found:
            with contextlib.suppress(OSError):
                found[name] = fingerprinted(found[name], path.read_text("utf-8", "replace"))
    return found


def snippets(text: str, results: Sequence[Result], also: Collection[int] = ()) -> dict[int, str]:
    """The first lines of each of `results`, the commands of the script `text`, that did not pass or is at a line of `also`."""
    lines = text.split("\n")
    found: dict[int, str] = {}
    for result, after in zip(results, [*results[1:], None], strict=True):
        if result.status is Status.PASS and result.line not in also:
            continue
        first = result.line
        last = min(after.line - 1 if after else len(lines), first + SNIPPET - 1)
        found[first] = "\n".join(lines[first - 1 : max(last, first)]).rstrip()[:2000]
    return found


def command_texts(stretches: Sequence[Stretch], text: str) -> dict[int, str]:
    """The texts of the commands in `stretches`, those of the script `text`, by line; lines of comment are none."""
    lines = text.split("\n")
    firsts = sorted({line for stretch in stretches for line in stretch.lines})
    ends = [*firsts[1:], len(lines) + 1]
    return {
        first: "\n".join(
            line for line in lines[first - 1 : end - 1] if not line.lstrip().startswith(";;")
        )
        for first, end in zip(firsts, ends, strict=False)
    }


def fingerprinted(stretches: Sequence[Stretch], text: str) -> tuple[Stretch, ...]:
    """`stretches`, those of the script `text`, with the digests of their commands' texts, however spaced."""
    lines = [line for stretch in stretches for line in stretch.lines]
    return with_digests(stretches, _digests(stretches, text, lines))


def fingerprints(text: str, results: Sequence[Result]) -> str:
    """The digests of the texts of all commands with `results`, those of the script `text`."""
    lines = tuple(r.line for r in results)
    return _digests([Stretch(0, "", lines)], text, lines)


def with_digests(stretches: Sequence[Stretch], digests: str) -> tuple[Stretch, ...]:
    """`stretches` with their parts of `digests`, if there is one for each of their commands."""
    if len(digests) != DIGITS * sum(len(s.lines) for s in stretches):
        return tuple(stretches)
    found = []
    for stretch in stretches:
        end = DIGITS * len(stretch.lines)
        found.append(replace(stretch, texts=digests[:end]))
        digests = digests[end:]
    return tuple(found)


def _digests(stretches: Sequence[Stretch], text: str, lines: Iterable[int]) -> str:
    texts = command_texts(stretches, text)
    return "".join(_fingerprint(texts[line]) for line in lines)


def _fingerprint(text: str) -> str:
    words = " ".join(text.split())
    return f"{zlib.crc32(words.encode('utf-8', 'replace')):08x}"[-DIGITS:]
