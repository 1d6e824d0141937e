"""`refwasm diff --random N`: random modules, refwasm against each engine."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from refwasm.cli.diff_report import folded, report
from refwasm.cli.files import WriteError, write_bytes
from refwasm.diff.campaign import Finding, Tally, campaign, seeds
from refwasm.diff.compare import REFERENCE
from refwasm.diff.plan import commands, script
from refwasm.engines.adapter import Adapter
from refwasm.engines.make import make_engine
from refwasm.fuzz.module import Modules
from refwasm.fuzz.options import Options
from refwasm.script.commands import BinaryModule
from refwasm.script.engine import Broken
from refwasm.source import Source, printable
from refwasm.syntax.features import Features

ENGINE_FAILED = 3


class Wishes(NamedTuple):
    """How many modules, from which seed, how large, and what to do with what is found."""

    modules: int
    seed: int
    size: int
    functions: int
    save: Path | None
    timeout: float
    last: int


def run_random(adapters: Sequence[Adapter], features: Features, wishes: Wishes) -> int:
    """Print what is found, then how much was compared; the exit code."""
    for adapter in adapters:
        if adapter.label == REFERENCE or adapter.way not in ("make_engine", "compute_driver_argv"):
            raise click.UsageError(
                f"{adapter.label}: name engines with a driver, or tiers of refwasm"
            )
    common = shared(adapters, features)
    engines = {
        adapter.label: partial(
            make_engine, adapter, features=common, timeout=wishes.timeout, trace=False
        )
        for adapter in adapters
    }
    options = Options(common, functions=wishes.functions, size=wishes.size, nans=False)
    tally, start, findings = Tally(), time.perf_counter(), 0
    try:
        trials = seeds(Modules(options), wishes.seed, wishes.modules)
        for finding in campaign(trials, engines, tally, features=common):
            findings += 1
            tell(finding, wishes, common)
    except Broken as e:
        click.echo(printable(f"refwasm: {e}"), err=True)
        return ENGINE_FAILED
    taken = time.perf_counter() - start
    click.echo(summary(tally, [*engines], findings, taken))
    for line in left_out(tally):
        click.echo(line)
    if not tally.calls:
        click.echo("nothing was tested: no call was compared")
    return 1 if findings or not tally.calls else 0


def shared(adapters: Sequence[Adapter], features: Features) -> Features:
    """`features`, of those that all engines have; relaxed instructions alone differ by right."""
    lacking = features.on - frozenset.intersection(*(a.features() for a in adapters))
    return Features(features.edition, features.on - lacking - {"relaxed-simd"})


def summary(tally: Tally, labels: Sequence[str], findings: int, taken: float) -> str:
    """What was compared, in a line."""
    found = f"{findings} difference{'' if findings == 1 else 's'}" if findings else "no difference"
    rate = tally.modules / taken if taken else 0
    return (
        f"{found} in {tally.modules} modules, {tally.calls} calls: refwasm, {', '.join(labels)};"
        f" {taken:.1f} s, {rate:.1f} modules a second"
    )


def left_out(tally: Tally) -> list[str]:
    """What was not compared to its end, and why."""
    lines = [
        f"{x} could not be asked everything of {n} modules" for x, n in tally.unsupported.items()
    ]
    if tally.exhausted:
        lines.append(
            f"comparing a module ended early {tally.exhausted} times: resources were exhausted"
        )
    return lines


def tell(finding: Finding, wishes: Wishes, features: Features) -> None:
    """Print a finding, and write it if that is wished."""
    trial = finding.trial
    for line in folded(f"seed {trial.seed}: {finding.what}", ""):
        click.echo(printable(line))
    steps = commands(BinaryModule(trial.binary), trial.calls)
    source = Source(f"{trial.seed}.wasm", "")
    labels = [REFERENCE, finding.label]
    for line in report(finding.comparison, labels, source, steps, wishes.last, features):
        click.echo(f"  {printable(line)}" if line else "")
    if wishes.save is not None:
        save(finding, wishes.save)
    click.echo()


def save(finding: Finding, folder: Path) -> None:
    """Write the module and a script of the same steps, and say how to run that. Raises WriteError."""
    trial = finding.trial
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise WriteError(f"{folder}: cannot write: {e.strerror}") from e
    written = folder / f"{trial.seed}.wast"
    write_bytes(folder / f"{trial.seed}.wasm", trial.binary)
    write_bytes(written, script(trial.binary, trial.calls).encode())
    click.echo(f"  again: refwasm diff --engine {finding.label} {written}")
