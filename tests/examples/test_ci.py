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

from refwasm.harness.report.marks import COMMENT, SUMMARY

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


class Workflow:
    """GitHub's recipe, and what the service knows of a run of it."""

    def __init__(self, machine: Machine, *, expect: str, event: str):
        self.machine = machine
        workflow: dict[Any, Any] = yaml.safe_load((CI / "github.yml").read_text())
        inputs = workflow[True]["workflow_call"]["inputs"]  # YAML 1.1 takes `on` for a truth value
        self.jobs = workflow["jobs"]
        self.values = {f"inputs.{name}": str(of.get("default", "")) for name, of in inputs.items()}
        self.values |= {
            "inputs.engine": "refwasm refwasm-compile",
            "inputs.expect": expect,
            "github.event_name": event,
            "steps.base.outputs.cache-hit": str((machine.folder / "base.json").exists()).lower(),
        }

    def measure(self) -> list[subprocess.CompletedProcess[str]]:
        """Each part, as a machine of its own has it: what its steps said."""
        run, done = self.jobs["run"], []
        for shard in run["strategy"]["matrix"]["shard"]:
            values = {**self.values, "matrix.shard": str(shard)}
            env = {name: filled(value, values) for name, value in run["env"].items()}
            for step in run["steps"]:
                if "run" in step:
                    done.append(self.machine.run(filled(step["run"], values), **env))
        return done

    def report(self) -> dict[str, int]:
        """The exit codes of the steps that run, by name or action."""
        codes: dict[str, int] = {}
        summary = str(self.machine.folder / "summary")
        for step in self.jobs["report"]["steps"]:
            if self.runs(step.get("if", ""), failed=any(codes.values())):
                done = self.machine.run(
                    filled(step.get("run", ":"), self.values), GITHUB_STEP_SUMMARY=summary
                )
                codes[step.get("name") or step["uses"]] = done.returncode
        return codes

    def runs(self, condition: str, *, failed: bool) -> bool:
        """Whether a step runs: without `always()` none does after one that failed."""
        terms = [term for term in condition.split(" && ") if term]
        left = [term.split(" == ") for term in terms if term != "always()"]
        holds = all(self.values[name] == value.strip("'") for name, value in left)
        return holds and (not failed or "always()" in terms)


def test_github(machine: Machine) -> None:
    workflow = Workflow(machine, expect="expect.toml", event="push")
    for done in workflow.measure():  # a part without a script tests nothing
        assert done.returncode == 0 or "NOTHING TESTED" in done.stdout, done.stdout
    codes = workflow.report()
    assert not any(codes.values())
    assert "Compare" not in codes
    check(machine)
    assert "refwasm-compile" in (machine.folder / "summary").read_text()


def test_github_keeps_what_failed_to_compare_with_it(machine: Machine) -> None:
    """A push on which the engine fails is the base of the next pull request."""
    workflow = Workflow(machine, expect="", event="push")
    workflow.measure()
    codes = workflow.report()
    assert (codes["Merge"], codes["Keep"], codes["actions/cache/save@v4"]) == (1, 0, 0)
    kept = (machine.folder / "base.json").read_bytes()
    assert kept == (machine.folder / "conformance.json").read_bytes()
    codes = Workflow(machine, expect="", event="pull_request").report()
    assert (codes["Merge"], codes["Compare"], codes["Summary"]) == (1, 0, 0)
    assert "Keep" not in codes
    changes, summary = (
        (machine.folder / name).read_text() for name in ("changes.md", "summary.md")
    )
    assert (machine.folder / "summary").read_text().endswith(changes + summary)


def test_both_summaries_fit_into_that_of_a_step() -> None:
    assert COMMENT + SUMMARY <= 1 << 20


def test_gitlab(machine: Machine) -> None:
    jobs = yaml.safe_load((CI / "gitlab.yml").read_text())
    env = {**jobs["variables"], "EXPECT": "expect.toml", "ENGINES": "refwasm refwasm-compile"}
    job, report = jobs["wasm-conformance"], jobs["wasm-report"]
    assert (job["artifacts"]["when"], report["artifacts"]["when"]) == ("always", "always")
    for node in range(1, job["parallel"] + 1):
        place = {"CI_NODE_INDEX": str(node), "CI_NODE_TOTAL": str(job["parallel"])}
        for script in [*job["before_script"], *job["script"]]:
            done = machine.run(script, **env, **place)
            assert done.returncode == 0 or "NOTHING TESTED" in done.stdout, done.stdout
    for script in [*report["before_script"], *report["script"]]:
        done = machine.run(script, **env)
        assert done.returncode == 0, done.stdout + done.stderr
    check(machine)


def test_gitlab_keeps_what_failed_to_compare_with_it(machine: Machine) -> None:
    """A branch on which the engine fails is the base of the next merge request."""
    jobs = yaml.safe_load((CI / "gitlab.yml").read_text())
    report, compare = jobs["wasm-report"], jobs["wasm-compare"]
    assert machine.run("refwasm conform --shard 1/1 --json report-1.json").returncode == 1
    assert [machine.run(script).returncode for script in report["script"]] == [1]
    [without] = [machine.run(script) for script in compare["script"]]
    assert (without.returncode, without.stdout) == (0, "no report on the target branch\n")
    assert [machine.run(script).returncode for script in report["after_script"]] == [0]
    [kept] = report["cache"]["paths"]
    assert compare["cache"]["paths"] == [kept]
    assert (machine.folder / kept).exists()
    assert [machine.run(script).returncode for script in compare["script"]] == [0]
    [changes] = compare["artifacts"]["paths"]
    assert "WebAssembly" in (machine.folder / changes).read_text()
    (machine.folder / kept).write_text("{}")
    assert [machine.run(script).returncode for script in compare["script"]] == [2]


PUSH = {"CI_PIPELINE_SOURCE": "push", "CI_DEFAULT_BRANCH": "main"}
MEASURE = {"wasm-conformance", "wasm-report"}


@pytest.mark.parametrize(
    ("variables", "names"),
    [
        ({**PUSH, "CI_COMMIT_BRANCH": "main", "CI_OPEN_MERGE_REQUESTS": "a!1"}, MEASURE),
        ({**PUSH, "CI_COMMIT_BRANCH": "topic"}, MEASURE),
        ({**PUSH, "CI_COMMIT_BRANCH": "topic", "CI_OPEN_MERGE_REQUESTS": "a!1"}, set()),
        ({**PUSH, "CI_COMMIT_TAG": "v1"}, MEASURE),
        ({**PUSH, "CI_PIPELINE_SOURCE": "merge_request_event"}, {*MEASURE, "wasm-compare"}),
    ],
)
def test_what_gitlab_runs(variables: dict[str, str], names: set[str]) -> None:
    jobs = yaml.safe_load((CI / "gitlab.yml").read_text())
    found = {n for n, job in jobs.items() if "rules" in job and chosen(job["rules"], variables)}
    assert found == names
    assert names <= MEASURE or jobs["wasm-compare"]["when"] == "always"


def chosen(rules: list[dict[str, str]], variables: dict[str, str]) -> bool:
    """Whether a job with `rules` runs: the first that holds says so."""
    held = (rule for rule in rules if holds(rule["if"], variables))
    return next(held, {"when": "never"}).get("when") != "never"


def holds(condition: str, variables: dict[str, str]) -> bool:
    """Whether GitLab takes `condition` for true; a variable that there is not is null."""
    words = re.sub(r"\$(\w+)", lambda m: repr(variables.get(m[1])), condition)
    return bool(eval(words.replace("&&", "and").replace("||", "or")))


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
