"""Many modules in several processes; one that dies, or does not end, costs its module alone."""

from __future__ import annotations

import multiprocessing as mp
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from time import monotonic

from tests.bodies.check import Check, Verdict

HANGS = 120.0  # seconds after which a module is given up


def work(connection: Connection, check: Check) -> None:
    """Judge the modules whose seeds come over `connection`, until None does."""
    connection.send(None)  # it is ready
    while (seed := connection.recv()) is not None:
        connection.send(check.judge(seed))


@dataclass(slots=True, eq=False)
class Worker:
    """A process, the seed that it is about, and since when."""

    process: mp.process.BaseProcess
    connection: Connection
    seed: int = -1
    since: float = 0.0

    def begin(self, seed: int) -> None:
        """Have it judge module `seed`."""
        self.seed, self.since = seed, monotonic()
        self.connection.send(seed)

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.terminate()
        self.process.join()
        self.connection.close()


def started(check: Check) -> Worker:
    """A new process."""
    context = mp.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=work, args=(there, replace(check, made={})), daemon=True)
    process.start()
    there.close()
    here.recv()
    return Worker(process, here)


def run(
    check: Check, seed: int, count: int, jobs: int, hangs: float = HANGS
) -> Iterator[tuple[int, Verdict]]:
    """The verdicts on modules from `seed` on, as they come, until `count` bodies are judged."""
    seeds = iter(range(seed, 2**63))
    workers = [started(check) for _ in range(jobs)]
    try:
        for worker in workers:
            worker.begin(next(seeds))
        while count > 0:
            wait([worker.connection for worker in workers], timeout=1.0)
            for k, worker in enumerate(workers):
                verdict = _answer(worker, hangs)
                if verdict is None:
                    continue
                done = worker.seed
                if verdict.bodies < 0:  # the process is lost
                    worker.end()
                    workers[k] = worker = started(check)
                    verdict.bodies = 0
                worker.begin(next(seeds))
                count -= verdict.bodies or 1  # what gives none must not go on for ever
                yield done, verdict
    finally:
        for worker in workers:
            worker.end()


def _answer(worker: Worker, hangs: float) -> Verdict | None:
    """What there is to say of the worker's module, if anything yet; -1 bodies if it is lost."""
    try:
        if worker.connection.poll():
            verdict: Verdict = worker.connection.recv()
            return verdict
    except (EOFError, OSError):
        worker.process.join()
        return Verdict(-1, f"the process died (exit code {worker.process.exitcode})")
    if monotonic() - worker.since > hangs:
        return Verdict(-1, f"no end within {hangs:g} seconds")
    return None
