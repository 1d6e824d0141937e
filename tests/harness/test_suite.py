"""Finding the suite and its scripts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from refwasm.harness import suite
from refwasm.harness.pinned import Pinned
from refwasm.harness.suite import (
    Suite,
    SuiteError,
    find_suite,
    revision_of,
    script_name,
    scripts_below,
    shipped_vectors,
)
from refwasm.syntax.features import features_of
from tests.harness.test_fetch import PINNED, SCRIPTS, Mirror

NOWHERE = "file:///nowhere"


def write_suite(root: Path) -> Path:
    """The suite that `PINNED` pins."""
    for name, content in SCRIPTS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Neither a suite beside the checkout nor in the cache; the place where it would be there."""
    monkeypatch.delenv("REFWASM_SUITE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr(suite, "read_pinned", lambda: PINNED)
    monkeypatch.setattr(suite, "__file__", str(tmp_path / "a" / "refwasm" / "harness" / "suite.py"))
    monkeypatch.chdir(tmp_path)
    return suite.cached_suite(PINNED)


def test_the_order_of_places(away: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the last to the first: each one that appears is preferred to those before."""
    assert find_suite(None, mirror=NOWHERE).root == shipped_vectors()
    beside = write_suite(tmp_path / "shared" / "spec-suite")
    assert find_suite(None, mirror=NOWHERE).root == beside
    write_suite(away)
    assert find_suite(None, mirror=NOWHERE).root == away
    monkeypatch.setenv("REFWASM_SUITE", str(tmp_path / "shared"))
    assert find_suite(None).root == tmp_path / "shared"
    assert find_suite(tmp_path / "cache").root == tmp_path / "cache"


def test_what_is_not_here_is_fetched(away: Path, tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "mirror").address
    assert find_suite(None, mirror=mirror) == Suite(away)
    assert find_suite(None, mirror=NOWHERE) == Suite(away)


def test_a_damaged_copy_is_fetched_again(away: Path, tmp_path: Path) -> None:
    write_suite(away)
    (away / "core" / "a.wast").write_text("damaged")
    assert find_suite(None, mirror=NOWHERE).root == shipped_vectors()
    assert find_suite(None, mirror=Mirror(tmp_path / "mirror").address) == Suite(away)
    assert (away / "core" / "a.wast").read_bytes() == SCRIPTS["core/a.wast"]


def test_the_notice_says_why_and_what_to_do(away: Path) -> None:
    found = find_suite(None, mirror=NOWHERE)
    assert "official suite is not here: cannot fetch from file:///nowhere" in found.reason
    assert "`refwasm suite fetch`" in found.notice


def test_scripts_that_are_here_need_no_suite(away: Path, tmp_path: Path) -> None:
    (tmp_path / "own.wast").touch()
    assert find_suite(None, ["own.wast"], mirror=NOWHERE) == Suite(tmp_path)


def test_what_is_named_must_be_a_folder(monkeypatch: pytest.MonkeyPatch, away: Path) -> None:
    with pytest.raises(SuiteError, match="--suite: nowhere is not a folder"):
        find_suite(Path("nowhere"))
    monkeypatch.setenv("REFWASM_SUITE", "nowhere")
    with pytest.raises(SuiteError, match="REFWASM_SUITE: nowhere is not a folder"):
        find_suite(None)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([], ["core/deep/b.wast", "core/a.wast"]),
        (["."], ["core/deep/b.wast", "core/a.wast", "more/c.wast"]),
        (["core", "core/a.wast"], ["core/deep/b.wast", "core/a.wast"]),
        (["more/c.wast"], ["more/c.wast"]),
    ],
    ids=["core", "all", "once", "file"],
)
def test_scripts_below(tmp_path: Path, paths: list[str], found: list[str]) -> None:
    """The longest first, then by name; each once."""
    root = write_suite(tmp_path)
    (root / "core" / "deep" / "b.wast").write_text(";; the longest of all")
    (root / "core" / "README").touch()
    scripts = scripts_below(Suite(root), paths)
    assert [script_name(root, script) for script in scripts] == found


@pytest.mark.parametrize(
    ("paths", "changes", "found"),
    [
        ([], [], ["a.wast"]),
        ([], ["+legacy-exceptions"], ["a.wast", "legacy-exceptions/b.wast"]),
        (["legacy-exceptions"], [], ["legacy-exceptions/b.wast"]),
    ],
    ids=["off", "on", "named"],
)
def test_scripts_of_a_proposal(
    tmp_path: Path, paths: list[str], changes: list[str], found: list[str]
) -> None:
    (tmp_path / "legacy-exceptions").mkdir()
    for name in ("a.wast", "legacy-exceptions/b.wast"):
        (tmp_path / name).touch()
    scripts = scripts_below(Suite(tmp_path), paths, features_of("3", changes))
    assert [script_name(tmp_path, script) for script in scripts] == found


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("none", "none: no such script or folder"),
        ("empty", "no .wast script in this folder"),
        ("README", "README: not a .wast script"),
    ],
)
def test_paths_without_scripts(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "README").touch()
    with pytest.raises(SuiteError, match=why):
        scripts_below(Suite(tmp_path), [path])


def test_names_of_scripts(tmp_path: Path) -> None:
    assert script_name(tmp_path / "s", tmp_path / "s" / "a" / "b.wast") == "a/b.wast"
    outside = script_name(tmp_path / "s", tmp_path / "b.wast")
    assert Path(outside) == (tmp_path / "b.wast").resolve()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize(
    ("name", "called"),
    [("a\nb", "a\\nb"), ("a\\nb", "a\\\\nb"), ("\udcff", "\\udcff"), ("é b", "é b")],
)
def test_names_are_text_on_one_line(tmp_path: Path, name: str, called: str) -> None:
    assert script_name(tmp_path, tmp_path / name) == called


def test_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the pinned suite is called by its revision, too."""
    monkeypatch.setattr(suite, "read_pinned", lambda: PINNED)
    root = write_suite(tmp_path)
    a, b = root / "core" / "a.wast", root / "core" / "deep" / "b.wast"
    assert revision_of(root, [a]) == revision_of(root, [a, b]) == "r"
    b.write_text("changed")
    assert revision_of(root, [a, b]) == "r, 1 of 2 scripts other"
    assert revision_of(root, [b, root / "gone.wast"]) == "unpinned"
    assert revision_of(shipped_vectors(), []) == "vectors"


def test_vectors_are_shipped() -> None:
    assert list(shipped_vectors().glob("*.wast"))


def test_a_revision_has_its_folder_in_the_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("refwasm.harness.suite.cache_folder", lambda: tmp_path)
    assert suite.cached_suite(Pinned("9", (), {})) == tmp_path / "suite-9"
