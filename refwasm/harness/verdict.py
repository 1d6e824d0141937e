"""What can be said of the scripts of a pytest run when all of it is over: as `refwasm conform` ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from refwasm.harness.asked import ASKED
from refwasm.harness.journal import Journal
from refwasm.harness.judge import settle, told_of
from refwasm.harness.model import NOT_RUN
from refwasm.harness.plugin import LABEL, NAME
from refwasm.harness.report.headings import count
from refwasm.harness.report.outcomes import describe
from refwasm.harness.subjects import Presence, unstarted
from refwasm.harness.suite import Suite, SuiteError, script_name, scripts_below
from refwasm.script.results import Result, Status
from refwasm.source import printable

LOST = 3  # the exit code where results are missing, as that of `refwasm conform`


class Verdict:
    """A plugin of the process that reports: reads the journals of scripts that ran, and may turn the run red.

    That is for what no script alone shows: expectations in vain, and engines that were asked nothing. Of one
    that does not start all results are missing.
    """

    def __init__(self, config: pytest.Config):
        self.config = config
        self.asked = config.stash[ASKED]
        self.lost = False  # whether an engine did not start
        self.ran: dict[str, set[str]] = defaultdict(set)  # scripts, by label
        self.red: list[str] = []
        self.said: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A script ended."""
        told = dict(report.user_properties)
        name, label = told.get(NAME), told.get(LABEL)
        if report.when == "call" and isinstance(name, str) and isinstance(label, str):
            self.ran[label].add(name)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """All is over: without a failure, what is red here makes the run fail."""
        if not self.ran:
            self.said.append("no script ran: name --refwasm-suite DIR, or what has .wast files")
        if not self.ran or exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return
        self.red = list(dict.fromkeys(self.wrong()))
        if self.lost or any(self.asked.presence(label).unfit for label in self.ran):
            session.exitstatus = LOST
        elif self.red:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """What was found."""
        if self.red or self.said:
            terminalreporter.section("refwasm")
        for line in self.said:
            terminalreporter.line(printable(line))
        for line in self.red:
            terminalreporter.line(printable(line), red=True)

    def wrong(self) -> Iterator[str]:
        """What is not as it should be."""
        there = {label: self.asked.presence(label) for label in self.ran}
        self.said += [f"{label} {of.missing}" for label, of in there.items() if of.absent]
        yield from (f"{label} {of.missing}" for label, of in there.items() if of.unfit)
        if all(of.absent for of in there.values()):
            yield "nothing was tested: no engine is here"
        known, apart = self.suite()
        for label, of in there.items():
            if not of.missing:
                yield from self.of(label, known, apart)

    def of(self, label: str, known: set[str], apart: set[str]) -> Iterator[str]:
        """The same, of an engine that is here."""
        results: dict[str, list[Result]] = {}
        paths = {n: self.asked.root / n for n in self.ran[label]} | self.asked.scripts
        for name in sorted(self.ran[label]):
            journal = Journal(self.config.getoption("--refwasm-run"), name, label)
            if journal.complete():
                found = self.asked.judged(label, name, paths[name], journal.read())
                results[name] = found
        if unfit := unstarted(results.values()):
            self.lost = True
            yield f"{label} {Presence(unfit=unfit).missing}"
            return
        every = known | self.ran[label]
        seen = told_of(label, results, (), self.asked.expected[label], paths, every, apart - every)
        for line in settle(results, seen):
            yield f"expected in vain: {line}"
        for r in (r for tally in seen for r in tally.unexpected):
            yield f"{label}: {r.script}:{r.line}: {describe(r)}"
        assertions = [r for rs in results.values() for r in rs if r.is_assertion]
        if assertions and all(r.status in NOT_RUN for r in assertions):
            yield f"{label}: nothing was tested: none of {len(assertions)} assertions ran"
        for status in (Status.UNSUPPORTED, Status.SKIPPED):
            of = [r for rs in results.values() for r in rs if r.status is status]
            if of:
                scripts = len({r.script for r in of})
                commands = count(len(of), "command", "commands")
                self.said.append(
                    f"{label}: {commands} {status.value}, in {count(scripts, 'script', 'scripts')}"
                )

    def suite(self) -> tuple[set[str], set[str]]:
        """The scripts of the edition, if there is a suite and expectations on it, and all that are beside them."""
        root = self.asked.root
        if not any(self.asked.expected.values()):
            return set(), set()
        try:
            given = self.config.getoption("--refwasm-suite")
            of = scripts_below(Suite(root), (), self.asked.features) if given else []
        except SuiteError:
            of = []
        apart = [path for path in root.rglob("*.wast") if path.is_file()]
        known, beside = ({script_name(root, path) for path in p} for p in (of, apart))
        return known, beside
