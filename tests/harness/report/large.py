"""How long each form takes for the whole suite on six engines: `python -m tests.harness.report.large`.

With `hostile`, for nine on which everything fails, with long texts that are markup.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from functools import partial
from random import Random

from refwasm.generated.opcodes import OPS
from refwasm.harness.make import make_report
from refwasm.harness.model import Report
from refwasm.harness.report import junit, text
from refwasm.harness.report.cases import PER
from refwasm.harness.report.formats import FORMATS
from refwasm.harness.report.json import read
from refwasm.script.results import Result, Status
from tests.harness.report.samples import run, subject

SCRIPTS = 258
COMMANDS = 240  # of each: 61 920
BAD = (0.0, 0.002, 0.03, 0.05, 0.1, 0.3)  # the share of commands that each engine fails
LACKS = (0.0, 0.0, 0.1, 0.02, 0.2, 0.05)
SETS = 3000  # of instructions that commands exercise


def large(scripts: int = SCRIPTS, commands: int = COMMANDS, seed: int = 0) -> Report:
    """A report on six engines, which fail more and more."""
    names = [op.name for op in OPS]
    sets = [tuple(dict.fromkeys(Random(n).choices(names, k=8))) for n in range(SETS)]
    found = []
    for n, (bad, lacks) in enumerate(zip(BAD, LACKS, strict=True)):
        random = Random(seed)
        results: dict[str, list[Result]] = {}
        for s in range(scripts):
            name = f"core/folder{s % 8}/script-{s}.wast"
            results[name] = [
                result(random, sets, name, index, bad, lacks) for index in range(commands)
            ]
        label = f"engine-{n}"
        found.append((subject(label=label, name=label, version=f"{n}.0"), results))
    lines = {
        f"core/folder{s % 8}/script-{s}.wast": {
            4 * i + 1: f'(assert_return (invoke "f{i}" (i32.const {i})) (i32.const {i}))'
            for i in range(commands)
        }
        for s in range(scripts)
    }
    return make_report(run(), found, lines)


def result(
    random: Random, sets: list[tuple[str, ...]], script: str, index: int, bad: float, lacks: float
) -> Result:
    """A command that fails with the probability `bad`, and else is not supported with that of `lacks`."""
    kind = "module" if index % 20 == 0 else "assert_trap" if index % 7 == 0 else "assert_return"
    some = random.choice(sets)
    chance = random.random()
    if chance < bad:
        expected, got = f"(i32.const {random.getrandbits(32)})", "(i32.const 0x7fffffff) " * 4
        return Result(script, index, 4 * index + 1, kind, Status.FAIL, expected, got, some)
    if chance < bad + lacks:
        why = f"the engine has no {some[0]}"
        return Result(script, index, 4 * index + 1, kind, Status.UNSUPPORTED, "", why, some)
    return Result(script, index, 4 * index + 1, kind, Status.PASS, "", "", some, seconds=0.0001)


ENGINES = 9
MARKUP = (
    "]]></failure></script><script>alert(1)</script><!-- |`\x00\x1b[31m\ud800\uffff &amp; \u2028"
)
TEXTS = 1000  # texts of 10 kB


def hostile(scripts: int = SCRIPTS, commands: int = COMMANDS, texts: int = TEXTS) -> Report:
    """A report on engines that fail whatever there is, and say much that readers might take for markup."""
    random = Random(0)
    said = [(f"{n} " + "".join(random.choices(MARKUP, k=100)) + MARKUP * 200)[:10_000] for n in range(texts)]  # fmt: skip
    names = [op.name for op in OPS]
    sets = [tuple(random.sample(names, 8)) for _ in range(SETS)]
    results: dict[str, list[Result]] = {}
    for s in range(scripts):
        script = f"core/folder{s % 8}/script-{s}.wast"
        results[script] = [
            Result(script, i, 4 * i + 1, "assert_return", Status.FAIL,
                   random.choice(said), random.choice(said), random.choice(sets))
            for i in range(commands)
        ]  # fmt: skip
    lines = {name: {r.line: random.choice(said)[:2000] for r in rs} for name, rs in results.items()}
    subjects = [
        (subject(label=f"engine-{n}", version=said[0], lost={said[1]: said[2]}), results)
        for n in range(ENGINES)
    ]
    return replace(make_report(run(), subjects, lines), stale=tuple(said))


def main() -> None:
    """Print the seconds and the size of each form."""
    start = time.process_time()
    report = hostile() if sys.argv[1:] == ["hostile"] else large()
    print(f"made in {time.process_time() - start:.2f} s")
    total = 0.0
    forms = {"text": text.render, **{name: form.render for name, form in FORMATS.items()}}
    forms |= {f"junit, {per}": partial(junit.render, per=per) for per in PER[1:]}
    for name, render in forms.items():
        start = time.process_time()
        size = len(render(report).encode("utf-8", "backslashreplace"))
        spent = time.process_time() - start
        total += spent
        print(f"{name:<18}{spent:>7.2f} s {size:>12} bytes")
    print(f"{'total':<18}{total:>7.2f} s")
    written = FORMATS["json"].render(report)
    start = time.process_time()
    read(written)
    print(f"read back         {time.process_time() - start:>7.2f} s")


if __name__ == "__main__":
    main()
