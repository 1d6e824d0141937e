"""Results on disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from refwasm.harness import journal as journals
from refwasm.harness.journal import Journal
from refwasm.script.results import Result, Status

RESULTS = [
    Result("a", 0, 1, "module", Status.PASS, phrases=3, seconds=0.5),
    Result("a", 1, 2, "assert_trap", Status.PASS, "", "", ("nop", "end"), "unreachable", "nop"),
    Result("a", 2, 3, "assert_return", Status.FAIL, "\ud800 \u2028 \n", "é\x85"),
]


def test_lines_come_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "a")
    journal.begin(3)
    assert list(journal.append(RESULTS)) == RESULTS
    assert journal.read() == RESULTS
    assert len(journal.path.read_bytes().splitlines()) == 4


@pytest.mark.parametrize("cut", [1, 5, 60])
def test_a_line_cut_short_is_no_result(tmp_path: Path, cut: int) -> None:
    journal = Journal(tmp_path, "a")
    journal.begin(3)
    list(journal.append(RESULTS))
    journal.path.write_bytes(journal.path.read_bytes()[:-cut])
    assert journal.read() == RESULTS[:2]
    assert not journal.complete()
    recovered = journal.recover([(1, "module"), (2, "assert_trap"), (3, "assert_return")])
    assert [r.status for r in recovered] == [Status.PASS, Status.PASS, Status.CRASH]
    assert journal.read() == recovered
    assert journal.complete()


def test_nothing_is_complete_before_it_begins(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "a")
    assert not journal.complete()
    assert journal.recover([]) == []
    assert journal.complete()


def test_what_killed_runs_left_goes_with_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, other = journals.run_folder(), tmp_path / "other"
    other.mkdir()
    assert journals.run_folder() != left
    assert left.exists()
    monkeypatch.setattr(journals, "STALE", -1)
    new = journals.run_folder()
    assert sorted(tmp_path.iterdir()) == sorted([new, other])


def test_names_that_differ_only_in_slashes(tmp_path: Path) -> None:
    assert Journal(tmp_path, "a/b").path != Journal(tmp_path, "a-b").path
    assert Journal(tmp_path, "x/" * 300).path.name.endswith(".jsonl")
    assert len(Journal(tmp_path, "x/" * 300).path.name) < 128
