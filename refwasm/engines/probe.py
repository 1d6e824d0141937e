"""What a driver says of itself, and which features its engine has: a small module for each tells.

An engine lacks a feature if it refuses the feature's module, whatever its version and its flags.
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from collections.abc import Sequence

from refwasm.binary.encode_module import encode_module
from refwasm.engines.adapter import Absent, Unfit, ends
from refwasm.generated.features import FEATURES
from refwasm.syntax.features import features_of
from refwasm.text.parse_module import parse_module

# Modules that need a feature, and no others than it needs itself. Annotations are of the text alone.
PROBES = {
    "mvp": "(func (result i32) (i32.const 0))",
    "sign-extension": "(func (param i32) (result i32) (i32.extend8_s (local.get 0)))",
    "nontrapping-float-to-int": "(func (param f32) (result i32) (i32.trunc_sat_f32_s (local.get 0)))",
    "multi-value": "(func (result i32 i32) (i32.const 0) (i32.const 0))",
    "reference-types": "(func (result externref) (ref.null extern))",
    "bulk-memory": "(memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0)))",
    "simd": "(func (result v128) (v128.const i64x2 0 0))",
    "extended-const": "(global i32 (i32.add (i32.const 1) (i32.const 2)))",
    "tail-call": "(func $f (return_call $f))",
    "function-references": "(type $f (func)) (func (param (ref $f)) (call_ref $f (local.get 0)))",
    "gc": "(type $s (struct)) (func (result i32) (ref.test (ref $s) (struct.new $s)))",
    "exceptions": "(tag $e) (func (block (try_table (catch_all 0) (throw $e))))",
    "multi-memory": "(memory 1) (memory 1)",
    "memory64": "(memory i64 1)",
    "relaxed-simd": "(func (param v128) (result v128)"
    " (i8x16.relaxed_swizzle (local.get 0) (local.get 0)))",
    "legacy-exceptions": "(tag $e) (func try throw $e catch_all end)",
}

TIMEOUT = 20.0  # seconds for all of it

HELLO = {"do": "hello"}


def probe(feature: str) -> bytes:
    """The binary of the module that needs `feature`."""
    features = features_of("3", (f"+{feature}",))
    return encode_module(parse_module(f"(module {PROBES[feature]})", features=features))


def probed(argv: Sequence[str]) -> frozenset[str]:
    """The features of the engine behind the driver `argv`. Raises Absent, Unfit."""
    requests: list[dict[str, str]] = [HELLO]
    for feature in PROBES:
        wasm = b64encode(probe(feature)).decode()
        requests.append({"do": "module", "module": feature, "wasm": wasm})
    _, *outcomes = [answer.get("outcome") for answer in _ask(argv, requests)]
    refused = {feature for feature, outcome in zip(PROBES, outcomes) if outcome != "ok"}
    return frozenset(FEATURES) - refused


def said_version(argv: Sequence[str]) -> str:
    """The version that the driver `argv` says its engine has. Raises Absent, Unfit."""
    return str(_ask(argv, [HELLO])[0].get("version"))


def _ask(argv: Sequence[str], requests: Sequence[dict[str, str]]) -> list[dict[str, object]]:
    """The answers of the driver `argv`, as far as they came.

    Raises Unfit if the first did not, Absent if there is no driver.
    """
    lines = "".join([json.dumps({**r, "id": i}) + "\n" for i, r in enumerate(requests)])
    try:
        done = subprocess.run(
            list(argv), input=lines.encode(), capture_output=True, timeout=TIMEOUT, check=False
        )
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if any(a.get("id", i) != i for i, a in enumerate(answers)) or len(answers) > len(requests):
            raise ValueError
        if answers and answers[0]["outcome"] == "ok":
            return answers
    except FileNotFoundError as e:
        raise Absent(f"{argv[0]}: {e.strerror or e}") from e
    except subprocess.TimeoutExpired:
        raise Unfit(f"{argv[0]}: the driver does not answer in time") from None
    except OSError as e:
        raise Unfit(f"{argv[0]}: {e.strerror or e}") from e
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Unfit(f"{argv[0]}: the driver does not answer as it should") from None
    said = ends(done.stderr.decode("utf-8", "replace"))
    raise Unfit("; ".join([f"{argv[0]}: the driver does not answer", *said]))
