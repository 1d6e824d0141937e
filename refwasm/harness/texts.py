"""The texts of commands, as far as reports keep them."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from refwasm.harness.model import Stretch
from refwasm.script.results import Result, Status

SNIPPET = 12  # lines of a failing command that a report keeps
DIGITS = 4  # of the digest of a command's text


def sources(
    names: Mapping[Path, str], results: Sequence[Mapping[str, Sequence[Result]]]
) -> dict[str, dict[int, str]]:
    """The lines of the commands that did not pass on some engine, by script and line."""
    found: dict[str, dict[int, str]] = {}
    for path, name in names.items():
        failing = [rs[name] for rs in results if any(r.status is not Status.PASS for r in rs[name])]
        with contextlib.suppress(OSError):
            text = path.read_text("utf-8", "replace") if failing else ""
            for rs in failing:
                found.setdefault(name, {}).update(snippets(text, rs))
    return found


def with_texts(
    commands: Mapping[str, tuple[Stretch, ...]], names: Mapping[Path, str]
) -> dict[str, tuple[Stretch, ...]]:
    """`commands` of scripts, with digests of their texts where the script can be read."""
    found = dict(commands)
    for path, name in names.items():
        with contextlib.suppress(OSError):
            found[name] = fingerprinted(found[name], path.read_text("utf-8", "replace"))
    return found


def snippets(text: str, results: Sequence[Result]) -> dict[int, str]:
    """The first lines of each of `results`, the commands of the script `text`, that did not pass."""
    lines = text.split("\n")
    found: dict[int, str] = {}
    for result, after in zip(results, [*results[1:], None], strict=True):
        if result.status is Status.PASS:
            continue
        first = result.line
        last = min(after.line - 1 if after else len(lines), first + SNIPPET - 1)
        found[first] = "\n".join(lines[first - 1 : max(last, first)]).rstrip()[:2000]
    return found


def fingerprinted(stretches: Sequence[Stretch], text: str) -> tuple[Stretch, ...]:
    """`stretches`, those of the script `text`, with the digests of their commands' texts.

    Space and lines of comment do not count.
    """
    lines = text.split("\n")
    firsts = [line for stretch in stretches for line in stretch.lines]
    ends = iter([*firsts[1:], len(lines) + 1])
    return tuple(
        replace(
            stretch,
            texts="".join(
                _fingerprint(lines[first - 1 : max(end - 1, first)])
                for first, end in zip(stretch.lines, ends, strict=False)
            ),
        )
        for stretch in stretches
    )


def _fingerprint(lines: Sequence[str]) -> str:
    words = " ".join(
        w for line in lines if not line.lstrip().startswith(";;") for w in line.split()
    )
    return f"{zlib.crc32(words.encode('utf-8', 'replace')):08x}"[-DIGITS:]
