"""What the wheel holds is stated by hand in one place; here it is compared with what there is."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETUPTOOLS = SETTINGS["tool"]["setuptools"]


def test_no_package_is_missing() -> None:
    folders = {path.parent for path in (ROOT / "refwasm").rglob("*.py")}
    names = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert set(SETUPTOOLS["packages"]) == names | {"refwasm.spec", "refwasm.vectors"}
    assert SETUPTOOLS["packages"] == sorted(SETUPTOOLS["packages"])


def test_no_file_that_is_read_at_run_time_is_missing() -> None:
    found = set()
    for package, patterns in SETUPTOOLS["package-data"].items():
        folder = ROOT / SETUPTOOLS["package-dir"].get(package, package.replace(".", "/"))
        for pattern in patterns:
            matches = list(folder.glob(pattern))
            assert matches, f"{package}: {pattern}"
            found.update(matches)
    other = {
        path
        for path in (ROOT / "refwasm").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    pinned = {ROOT / "spec" / "PINNED.toml", ROOT / "spec" / "suite.sha256"}
    assert found == other | pinned


def test_the_source_distribution_holds_everything() -> None:
    """Whatever stands at the top and is not ignored: by `MANIFEST.in`, or because it always is."""
    lines = [line.split() for line in (ROOT / "MANIFEST.in").read_text("utf-8").splitlines()]
    held = {name for words in lines if words[0] in ("include", "graft") for name in words[1:]}
    always = {"LICENSE", "MANIFEST.in", "README.md", "pyproject.toml", "refwasm"}
    made = {".git", "PKG-INFO", "setup.cfg"}  # by git, and for an archive
    patterns = (ROOT / ".gitignore").read_text("utf-8").split()
    names = {
        path.name
        for path in ROOT.iterdir()
        if not any(fnmatch(path.name, pattern.rstrip("/")) for pattern in patterns)
    }
    assert names - made == held | always


def test_the_runtime_depends_on_little() -> None:
    names = {line.partition(">")[0] for line in SETTINGS["project"]["dependencies"]}
    assert names == {"click", "rich"}
