"""Every script of the suite: how much it holds, and that its modules go both ways and are refused."""

from __future__ import annotations

import re

import pytest

from tests.conformance.full import count, problems
from tests.conformance.suite import CURRENT, OTHERS, ROOT, needs_suite, sample, uncovered

SOURCE = ROOT / "SOURCE.md"
ROW = re.compile(r"^\| `([^`]+)` \| ([\d ]+) \| ([\d ]+) \| ([\d ]+) \|$", re.MULTILINE)
# Counted by others: folder, scripts, commands, assertions.
COUNTS = {
    row[1]: tuple(int(number.replace(" ", "")) for number in row.groups()[1:])
    for row in ROW.finditer(SOURCE.read_text("utf-8") if SOURCE.is_file() else "")
}
WHOLE = "core/"  # the sum of its folders
FOLDERS = [folder for folder in COUNTS if folder != WHOLE]


@pytest.mark.skipif(not COUNTS, reason="no SOURCE.md with counts beside the scripts")
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_command_is_accounted_for(folder: str) -> None:
    pattern = folder if folder.endswith(".wast") else folder + "**/*.wast"
    scripts = [path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)]
    with uncovered():
        counts = [count(script) for script in scripts]
    assert (len(scripts), *map(sum, zip(*counts, strict=True))) == COUNTS[folder]


@pytest.mark.skipif(not COUNTS, reason="no SOURCE.md with counts beside the scripts")
def test_the_folders_make_up_the_whole() -> None:
    parts = [COUNTS[folder] for folder in FOLDERS if folder.startswith(WHOLE)]
    assert tuple(map(sum, zip(*parts, strict=True))) == COUNTS[WHOLE]


@needs_suite
@pytest.mark.parametrize("script", CURRENT)
def test_modules_go_both_ways_and_are_refused_as_asserted(script: str) -> None:
    with uncovered():
        assert not list(problems(script))


@needs_suite
@pytest.mark.parametrize("script", sample(OTHERS, 8))
def test_modules_of_other_editions_go_both_ways(script: str) -> None:
    with uncovered():
        assert not list(problems(script))
