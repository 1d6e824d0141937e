"""The recipes for CI: their commands are run, in order, as the services would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CI = ROOT / "examples" / "ci"
SUITE = {
    "core/add.wast": """(module (func (export "add") (param i32 i32) (result i32)
  (i32.add (local.get 0) (local.get 1))))
(assert_return (invoke "add" (i32.const 1) (i32.const 2)) (i32.const 3))
""",
    "core/mul.wast": """(module (func (export "mul") (param i32 i32) (result i32)
  (i32.mul (local.get 0) (local.get 1))))
(assert_return (invoke "mul" (i32.const 3) (i32.const 2)) (i32.const 7))
""",
}
EXPECT = """version = 1
[[suite]]
name = "core"
[[suite.test]]
name = "mul"
expected = "fail"
line = 3
reason = "the script is wrong"
"""

pytestmark = pytest.mark.skipif(
    os.name != "posix" or shutil.which("bash") is None, reason="the recipes' shell is a POSIX one"
)


class Machine:
    """A folder with what a job needs; pip does nothing, and refwasm is this one."""

    def __init__(self, folder: Path):
        self.folder = folder
        bin_ = folder / "bin"
        bin_.mkdir()
        for name, line in {
            "pip": "exit 0",
            "refwasm": f'exec "{sys.executable}" -m refwasm "$@"',
        }.items():
            (bin_ / name).write_text(f"#!/bin/sh\n{line}\n")
            (bin_ / name).chmod(0o755)
        for name, text in SUITE.items():
            path = folder / "suite" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (folder / "expect.toml").write_text(EXPECT)
        self.env = {
            **os.environ,
            "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "REFWASM_SUITE": str(folder / "suite"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def run(self, script: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run `script` as a step does."""
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.folder,
            env={**self.env, **env},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def filled(text: str, values: dict[str, str]) -> str:
    """`text` with GitHub's expressions replaced."""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda m: values[m[1]], text)


def test_github(machine: Machine) -> None:
    workflow: dict[Any, Any] = yaml.safe_load((CI / "github.yml").read_text())
    inputs = workflow[True]["workflow_call"]["inputs"]  # YAML 1.1 takes `on` for a truth value
    values = {f"inputs.{name}": str(of.get("default", "")) for name, of in inputs.items()}
    values |= {"inputs.engine": "refwasm refwasm-compile", "inputs.expect": "expect.toml"}
    run, report = workflow["jobs"]["run"], workflow["jobs"]["report"]
    shards = run["strategy"]["matrix"]["shard"]
    for shard in shards:
        values["matrix.shard"] = str(shard)
        env = {name: filled(value, values) for name, value in run["env"].items()}
        for step in run["steps"]:
            if "run" in step:
                done = machine.run(filled(step["run"], values), **env)
                # A part without a script tests nothing.
                assert done.returncode == 0 or "NOTHING TESTED" in done.stdout, done.stdout
    summary = machine.folder / "summary"
    for step in report["steps"]:
        if "run" in step:
            if step["name"] == "Compare":
                shutil.copy(machine.folder / "conformance.json", machine.folder / "base.json")
            done = machine.run(filled(step["run"], values), GITHUB_STEP_SUMMARY=str(summary))
            assert done.returncode == 0, done.stdout + done.stderr
    check(machine)
    assert "refwasm-compile" in summary.read_text()


def test_gitlab(machine: Machine) -> None:
    jobs = yaml.safe_load((CI / "gitlab.yml").read_text())
    env = {**jobs["variables"], "EXPECT": "expect.toml", "ENGINES": "refwasm refwasm-compile"}
    job, report = jobs["wasm-conformance"], jobs["wasm-report"]
    for node in range(1, job["parallel"] + 1):
        place = {"CI_NODE_INDEX": str(node), "CI_NODE_TOTAL": str(job["parallel"])}
        for script in [*job["before_script"], *job["script"]]:
            done = machine.run(script, **env, **place)
            assert done.returncode == 0 or "NOTHING TESTED" in done.stdout, done.stdout
    for script in [*report["before_script"], *report["script"]]:
        done = machine.run(script, **env)
        assert done.returncode == 0, done.stdout + done.stderr
    check(machine)


def check(machine: Machine) -> None:
    """Both engines ran both scripts, and the failure is expected."""
    report = json.loads((machine.folder / "conformance.json").read_text())
    assert [e["subject"]["label"] for e in report["engines"]] == ["refwasm", "refwasm-compile"]
    for engine in report["engines"]:
        assert {s["name"] for s in engine["scripts"]} == set(SUITE)
        [failure] = engine["failures"]
        assert failure["excuse"] == "the script is wrong"
    for name in ("conformance.html", "conformance.xml", "badge.json", "summary.md"):
        assert (machine.folder / name).stat().st_size
