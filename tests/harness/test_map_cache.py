"""What is known of scripts, from one run to the next."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import pytest

from refwasm.harness import map_cache
from refwasm.harness.map_cache import Cache, sources
from refwasm.syntax.features import features_of

KNOWN: dict[str, object] = {"sets": [[]], "commands": []}


def test_there_and_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "a" / "b")
    assert cache.get("one") is None
    cache.put("one", KNOWN)
    assert (cache.get("one"), cache.get("other")) == (KNOWN, None)


def test_it_depends_on_features_and_on_refwasm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path).put("one", KNOWN)
    for features in (features_of("3.0", ["-gc"]), features_of("2.0")):
        assert Cache(tmp_path, features).get("one") is None
    monkeypatch.setattr(map_cache, "sources", lambda: "others")
    assert Cache(tmp_path).get("one") is None


def test_sources_are_all_that_a_map_depends_on() -> None:
    names = {name for name, _ in map_cache._files(resources.files("refwasm"), "")}
    assert {"generated/opcodes.py", "script/needs.py", "errors.py"} <= names
    assert not any(name.startswith(("cli/", "vectors/")) for name in names)
    assert len(sources()) == 64


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"[]", b"nothing"])
def test_a_broken_file_knows_nothing(tmp_path: Path, data: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("one", KNOWN)
    cache.path("one").write_bytes(data)
    assert cache.get("one") is None
    cache.put("one", KNOWN)
    assert cache.get("one") == KNOWN


def test_files_long_not_of_use_are_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for i in range(4):
        cache.put(str(i), KNOWN)
        os.utime(cache.path(str(i)), (i, i))
    assert cache.get("0") == KNOWN  # of use now
    cache.limit = 2 * cache.path("0").stat().st_size
    cache.trim()
    assert [cache.get(str(i)) for i in range(4)] == [KNOWN, None, None, KNOWN]


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file")
    cache.put("one", KNOWN)
    cache.trim()
    assert cache.get("one") is None


def test_nothing_is_left_of_a_write_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "replace", full)
    Cache(tmp_path).put("one", KNOWN)
    assert not list(tmp_path.iterdir())
