"""A driver that does as the name of the function says that it is asked to call.

Its first argument is what it passes, with commas; those after it are `fixed`, if it cannot reset, `ids`, if it
repeats ids, and `shy`, if it does so in its first answer alone. It knows no WebAssembly: every module is fine,
every function returns how many calls there were. After a call of `again`, or a registration as that, it gives the same answer once more,
as soon as there is another request.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

HELLO = {"outcome": "ok", "protocol": 1, "name": "rogue", "version": "1", "can": ["reset"]}
ALL = ["i32", "i64", "f32", "f64", "v128", "ref"]
SLEEPER = "import time; time.sleep(600)"


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def die() -> None:
    sys.stderr.write("my last words\n")
    sys.stderr.flush()
    os._exit(3)


def close() -> None:
    os.close(1)
    time.sleep(600)


def flood() -> None:
    """More on standard error than a pipe holds, then a fine answer."""
    sys.stderr.write("x" * 300_000 + "the end")
    sys.stderr.flush()


def child() -> None:
    """Leaves a process behind that holds the pipes, and says which."""
    started = subprocess.Popen([sys.executable, "-c", SLEEPER])
    sys.stderr.write(f"child {started.pid}\n")
    sys.stderr.flush()
    os._exit(4)


def half() -> None:
    say('{"outcome":')
    os._exit(0)


def endless() -> None:
    for _ in range(200):
        say("y" * 1_000_000)


def undecodable() -> None:
    sys.stdout.buffer.write(b"\xff\xfe\n")
    sys.stdout.flush()


DEEDS: dict[str, Callable[[], object]] = {
    "die": die,
    "abort": os.abort,
    "hang": lambda: time.sleep(600),
    "close": close,
    "flood": flood,
    "child": child,
    "garbage": lambda: say("Segmentation what?\n"),
    "half": half,
    "twice": lambda: say('{"outcome":"return","values":[]}\n'),
    "endless": endless,
    "bytes": undecodable,
}


def main() -> None:
    calls = 0
    more = ""
    for number, line in enumerate(sys.stdin):
        say(more)
        more = ""
        request = json.loads(line)
        answer: dict[str, object] = {"outcome": "ok"}
        if request["do"] == "hello":
            passes = sys.argv[1].split(",") if sys.argv[1:] else ALL
            answer = {**HELLO, "passes": passes}
            if "fixed" in sys.argv:
                answer["can"] = []
        elif request["do"] == "invoke":
            calls += 1
            DEEDS.get(request["name"], int)()
            value = {"type": "i32", "bits": hex(calls)}
            answer = {"outcome": "return", "values": [value]}
        if "ids" in sys.argv and not (number and "shy" in sys.argv):
            answer["id"] = request.get("id")
        say(json.dumps(answer) + "\n")
        if "again" in (request.get("name"), request.get("as")):
            more = json.dumps(answer) + "\n"


if __name__ == "__main__":
    main()
