"""Stands in for an engine's command. Its last argument is a script, of which it reads comments:

`;; fail TEXT` on a line of a command makes that fail, `;; crash`, `;; hang`, `;; garbage` and `;; quit`
(an exit code alone) do what they say. It refuses a script of nothing, as real engines do. The first
argument is a file to which every script seen is appended; `mute` as the second makes it not say where
something failed. JSON is read as such: an invoked field names what happens, and failures do not end the
run.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time


def misbehave(what: str, text: str = "") -> None:
    if what == "crash":
        print("about to die", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
    elif what == "hang":
        subprocess.Popen([sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"])
        time.sleep(60)
    elif what == "garbage":
        sys.stdout.buffer.write(b"\xff\0 what is this\n")
        sys.exit(0)
    elif what == "quit":
        sys.exit(1)


def run_text(path: str, mute: bool) -> None:
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    if not any(map(str.strip, lines)):
        print(f"Error: expected at least one module field\n --> {path}:1:1", file=sys.stderr)
        sys.exit(1)
    for number, line in enumerate(lines, 1):
        if found := re.search(r";; (fail|crash|hang|garbage|quit)(.*)", line):
            what, text = found[1], found[2].strip()
            misbehave(what)
            if what == "fail":
                place = "" if mute else f"{path}:{number}:1: "
                print(f"Error: failed directive on {place}{text}", file=sys.stderr)
                sys.exit(1)


def run_json(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        commands = json.load(file)["commands"]
    failed = 0
    for command in commands:
        what = command.get("action", {}).get("field", "") or command.get("as", "")
        misbehave(what)
        if what == "fail":
            print(f"script.wast:{command['line']}: got nothing")
            failed += 1
    print(f"{len(commands) - failed}/{len(commands)} tests passed.")
    sys.exit(failed)


log, mute, path = sys.argv[1:]
with open(log, "a", encoding="utf-8") as out, open(path, encoding="utf-8") as given:
    out.write(given.read() + "\f")
if path.endswith(".json"):
    run_json(path)
run_text(path, mute == "mute")
