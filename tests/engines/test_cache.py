"""Where refwasm keeps things, by the habits of each platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.engines.cache import cache_folder


def test_it_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("refwasm.engines.cache.sys.platform", "linux")
    assert cache_folder() == tmp_path / "refwasm"
    monkeypatch.setattr("refwasm.engines.cache.sys.platform", "darwin")
    assert "Caches" in cache_folder().parts
