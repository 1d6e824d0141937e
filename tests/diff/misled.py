"""An adapter whose driver is the oracle, but for one deed: `$DEED` names it, then a function, then which call of that, or 0.

It knows no details, and passes what `$PASSES` says, or everything. With `$NO_IDS` it repeats no ids.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from refwasm.oracle.oracle import Oracle


def get_name() -> str:
    return "misled"


def get_version() -> str:
    return "1"


def compute_driver_argv() -> list[str]:
    return [sys.executable, __file__]


def misbehave(deed: str, answer: dict[str, Any]) -> None:
    match deed:
        case "wrong":
            value = answer["values"][0]
            value["bits"] = hex(int(value["bits"], 16) ^ 1)
        case "ungrown":
            answer["values"][0]["bits"] = "0xffffffff"
        case "exhaust":
            answer.update(outcome="exhaustion", text="call stack exhausted")
            answer.pop("values", None)
        case "die":
            print("my last words", file=sys.stderr, flush=True)
            os._exit(3)
        case "hang":
            time.sleep(600)
        case "garble":
            print("what?", flush=True)
        case "again":
            print(json.dumps(answer), flush=True)


def main() -> None:
    deed, function, number = os.environ.get("DEED", "none - 1").split()
    left = int(number)
    oracle = Oracle()
    for line in sys.stdin:
        request = json.loads(line)
        answer: dict[str, Any] = dict(oracle.answer(request))
        if answer["outcome"] == "ok" and request["do"] == "hello" and "PASSES" in os.environ:
            answer["passes"] = os.environ["PASSES"].split(",")
        if "NO_IDS" in os.environ:
            answer.pop("id", None)
        if request.get("name") == function and request["do"] == "invoke":
            left -= 1
            if left == 0 or number == "0":
                misbehave(deed, answer)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
