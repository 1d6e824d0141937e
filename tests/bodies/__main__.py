"""The command: judge many modules, or show one."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from time import monotonic

from refwasm.fuzz.options import SHAPES, Options
from refwasm.syntax.features import features_of, split
from refwasm.syntax.modules import Module
from refwasm.text.print_module import print_module
from tests.bodies.check import PLANS, Check
from tests.bodies.minimise import minimise
from tests.bodies.runner import run

EVERY = 10.0  # seconds between lines on progress


def parsed(args: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        "python -m tests.bodies", description="Do the tiers agree about random function bodies?"
    )
    parser.add_argument("--count", type=int, default=10_000, help="bodies to judge")
    parser.add_argument("--seed", type=int, default=0, help="of the first module")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--print", action="store_true", help="show the module and judge none")
    parser.add_argument("--features", help="+NAME or -NAME, with commas: one plan for all modules")
    parser.add_argument("--shape", choices=SHAPES, help="one shape for all bodies")
    parser.add_argument("--size", type=int, help="about how many instructions a body has")
    return parser.parse_args(args)


def plans(found: argparse.Namespace) -> tuple[Options, ...]:
    """With what modules are made."""
    if found.features is None and found.shape is None and found.size is None:
        return PLANS
    features = features_of("3", split(found.features or ""))
    size = found.size or Options().size
    return (Options(features=features, shape=found.shape or "mixed", size=size),)


def faulty(check: Check, seed: int, module: Module) -> bool:
    """Whether anything is wrong with `module`, in the tier for `seed`."""
    return bool(check.fault(module, seed))


def main(args: list[str] | None = None) -> int:
    """1 if the tiers disagree anywhere."""
    found = parsed(args)
    check = Check(plans(found))
    if found.print:
        print(print_module(check.module(found.seed)))
        return 0
    bodies = modules = faults = 0
    began = said = monotonic()
    for seed, verdict in run(check, found.seed, found.count, found.jobs):
        bodies += verdict.bodies
        modules += 1
        if verdict.fault:
            faults += 1
            print(f"seed {seed}: {verdict.fault}", flush=True)
            if verdict.bodies:
                module = check.module(seed)
                print(print_module(minimise(module, partial(faulty, check, seed))), flush=True)
        if monotonic() - said > EVERY:
            said = monotonic()
            rate = bodies / (said - began)
            print(f"{bodies} bodies, {rate:.0f} a second, {faults} faults", flush=True)
    print(f"{bodies} bodies in {modules} modules, {faults} faults, {monotonic() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
