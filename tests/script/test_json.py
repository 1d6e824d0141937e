"""Scripts as JSON: what is written, and that it says the same when it is read back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from refwasm.harness.suite import shipped_vectors
from refwasm.script.commands import AssertReturn, Command, ModuleCommand
from refwasm.script.json import document_of
from refwasm.script.json_read import NoScript, read_json
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, features_of

MODULE = """(module $M (func (export "f") (param i32) (result i32 f32) (local.get 0) (f32.const 1))
  (func (export "t") (result (ref null 0)) (unreachable)) (global (export "g") i64 (i64.const 5)))"""

# A command, and what it becomes without its type and line.
COMMANDS = [
    (
        '(register "M" $M)',
        {"type": "register", "name": "$M", "as": "M"},
    ),
    (
        '(assert_return (invoke $M "f" (i32.const -1)) (i32.const -1) (f32.const nan:canonical))',
        {
            "type": "assert_return",
            "action": {
                "type": "invoke",
                "module": "$M",
                "field": "f",
                "args": [{"type": "i32", "value": "4294967295"}],
            },
            "expected": [
                {"type": "i32", "value": "4294967295"},
                {"type": "f32", "value": "nan:canonical"},
            ],
        },
    ),
    (
        '(assert_return (get "g") (either (i64.const 5) (i64.const 6)))',
        {
            "type": "assert_return",
            "action": {"type": "get", "field": "g"},
            "either": [{"type": "i64", "value": "5"}, {"type": "i64", "value": "6"}],
        },
    ),
    (
        '(invoke "f" (i32.const 0))',
        {
            "type": "action",
            "action": {"type": "invoke", "field": "f", "args": [{"type": "i32", "value": "0"}]},
            "expected": [{"type": "i32"}, {"type": "f32"}],
        },
    ),
    (
        '(get "g")',
        {
            "type": "action",
            "action": {"type": "get", "field": "g"},
            "expected": [{"type": "i64"}],
        },
    ),
    (
        '(assert_exhaustion (invoke "none") "call stack exhausted")',
        {
            "type": "assert_exhaustion",
            "action": {"type": "invoke", "field": "none", "args": []},
            "text": "call stack exhausted",
            "expected": [],
        },
    ),
    (
        '(assert_exception (invoke "f" (i32.const 0)))',
        {
            "type": "assert_exception",
            "action": {"type": "invoke", "field": "f", "args": [{"type": "i32", "value": "0"}]},
            "expected": [{"type": "i32"}, {"type": "f32"}],
        },
    ),
    (
        '(assert_malformed (module quote "(func") "unexpected \\"end\\"\\n")',
        {
            "type": "assert_malformed",
            "filename": "x.1.wat",
            "text": 'unexpected "end"\n',
            "module_type": "text",
        },
    ),
    (
        '(assert_trap (module (func unreachable) (start 0)) "unreachable")',
        {
            "type": "assert_uninstantiable",
            "filename": "x.1.wasm",
            "text": "unreachable",
            "module_type": "binary",
        },
    ),
    (
        '(assert_invalid_custom (module (func)) "annotation")',
        {
            "type": "assert_invalid_custom",
            "filename": "x.1.wat",
            "text": "annotation",
            "module_type": "text",
        },
    ),
    (
        '(module definition $D quote "(func)")',
        {"type": "module_definition", "name": "$D", "filename": "x.1.wasm"},
    ),
    (
        "(module $broken (fnc))",
        {"type": "module", "name": "$broken", "filename": "x.1.wat", "module_type": "text"},
    ),
    (
        "(module instance $I $M)",
        {"type": "module_instance", "instance": "$I", "module": "$M"},
    ),
    (
        '(assert_unlinkable (module instance $M) "unknown import")',
        {"type": "assert_unlinkable", "module": "$M", "text": "unknown import"},
    ),
]

# A result's pattern, and what it becomes.
PATTERNS = [
    ("(v128.const i8x16 1 0 0 0 2 0 0 0 3 0 0 0 0 0 0 0x80)", ["1", "2", "3", "2147483648"], "i32"),
    ("(v128.const f32x4 1 nan:canonical nan:arithmetic -0)", None, "f32"),
    ("(v128.const f64x2 1 nan:arithmetic)", ["4607182418800017408", "nan:arithmetic"], "f64"),
]
REFERENCES = [
    ("(ref.null)", {"type": "refnull"}),
    ("(ref.null func)", {"type": "funcref", "value": "null"}),
    ("(ref.null none)", {"type": "nullref", "value": "null"}),
    ("(ref.null 7)", {"type": "refnull", "heap": "7"}),
    ("(ref.func)", {"type": "funcref", "value": "0"}),
    ("(ref.extern)", {"type": "externref"}),
    ("(ref.extern 3)", {"type": "externref", "value": "3"}),
    ("(ref.host 3)", {"type": "anyref", "value": "3"}),
    ("(ref)", {"type": "anyref"}),
    ("(ref.struct)", {"type": "structref"}),
    ("(ref.exn)", {"type": "exnref"}),
]


@dataclass
class Known:
    features: tuple[str, ...]
    instructions: tuple[str, ...]


def written(text: str) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    """The commands of the JSON of the script `text`, and its files."""
    document = document_of(Source("s.wast", text), parse_script(text), "x")
    return json.loads(document.text())["commands"], document.files


def results(source: Source, commands: list[Command]) -> list[tuple[object, ...]]:
    """What is seen when the script is run."""
    ran = run_script("s", source, commands, NativeEngine(trace=True))
    return [(r.index, r.line, r.kind, r.status, r.expected, r.got, r.instructions) for r in ran]


def read_back(text: str, folder: Path) -> tuple[Source, list[Command]]:
    """The script `text`, written to `folder` and read back."""
    document = document_of(Source("s.wast", text), parse_script(text), "x")
    for name, data in document.files.items():
        (folder / name).write_bytes(data)
    (folder / "x.json").write_bytes(document.text().encode())
    return read_json(folder / "x.json")


@pytest.mark.parametrize(("command", "expected"), COMMANDS, ids=[c for c, _ in COMMANDS])
def test_commands(command: str, expected: dict[str, Any]) -> None:
    found = written(f"{MODULE}\n{command}")[0][1]
    assert found.pop("line") == 3
    assert found == expected


def test_a_module_without_a_name() -> None:
    assert written('(module)\n (register "x")')[0] == [
        {"type": "module", "line": 1, "filename": "x.0.wasm"},
        {"type": "register", "line": 2, "as": "x"},
    ]


def test_keys_come_in_the_order_that_wabts_reader_wants() -> None:
    text = document_of(Source("s", MODULE), parse_script(MODULE), "x").text()
    assert text.splitlines() == [
        '{"source_filename": "s",',
        ' "commands": [',
        '  {"type": "module", "line": 1, "name": "$M", "filename": "x.0.wasm"}]}',
    ]


def test_strings_have_only_escapes_that_wabts_reader_knows() -> None:
    text = r'(module (func (export "a\00\n\"\\\u{e9}\u{1f600}\7f"))) (invoke "a\00\n\"\\\u{e9}\u{1f600}\7f")'
    shown = document_of(Source("s", text), parse_script(text), "x").text()
    assert '"field": "a\\u0000\\u000a\\u0022\\u005cé😀\x7f"' in shown


@pytest.mark.parametrize(("pattern", "lanes", "lane_type"), PATTERNS)
def test_vectors(pattern: str, lanes: list[str] | None, lane_type: str) -> None:
    (value,) = written(f'{MODULE} (assert_return (invoke "f") {pattern})')[0][1]["expected"]
    lanes = lanes or ["1065353216", "nan:canonical", "nan:arithmetic", "2147483648"]
    assert value == {"type": "v128", "lane_type": lane_type, "value": lanes}


@pytest.mark.parametrize(("pattern", "expected"), REFERENCES)
def test_references(pattern: str, expected: dict[str, Any]) -> None:
    (value,) = written(f'{MODULE} (assert_return (invoke "f") {pattern})')[0][1]["expected"]
    assert value == expected


def test_a_nan_without_a_type_has_that_of_the_result() -> None:
    text = '(module (func (export "f") (result f64) (f64.const nan)))'
    assertion = '(assert_return_canonical_nan (invoke "{}"))'
    commands = written(f"{text} {assertion.format('f')} {assertion.format('none')}")[0]
    assert commands[1]["expected"] == [{"type": "f64", "value": "nan:canonical"}]
    assert commands[2]["expected"] == [{"type": "float", "value": "nan:canonical"}]


def test_a_choice_beside_other_results() -> None:
    either = "(either (i32.const 1) (f32.const nan:arithmetic))"
    expected = written(f'{MODULE} (assert_return (invoke "f") {either} (ref.null))')[0][1][
        "expected"
    ]
    assert expected[0] == {
        "type": "either",
        "values": [{"type": "i32", "value": "1"}, {"type": "f32", "value": "nan:arithmetic"}],
    }


def test_files_hold_what_the_script_does() -> None:
    text = (
        '(module binary "\\00asm" "\\01\\00\\00\\00") (module quote "(func)")'
        '(assert_malformed (module quote "(fun\\ff") "x") (module definition $x (fnc (;;)))'
    )
    files = written(text)[1]
    assert files["x.0.wasm"] == b"\0asm\1\0\0\0"
    assert files["x.1.wasm"].startswith(b"\0asm\1\0\0\0\1")
    assert files["x.2.wat"] == b"(fun\xff"
    assert files["x.3.wat"] == b"(module  $x (fnc (;;)))"


def test_what_is_known_of_commands_stands_last() -> None:
    commands = parse_script(MODULE)
    known = [Known(("gc",), ("i32.const", "local.get"))]
    document = document_of(Source("s", MODULE), commands, "x", entries=known)
    assert document.text().endswith(
        '"features": ["gc"], "instructions": ["i32.const", "local.get"]}]}\n'
    )


@pytest.mark.parametrize("script", sorted(shipped_vectors().glob("*.wast")), ids=lambda p: p.stem)
def test_vectors_say_the_same_when_read_back(script: Path, tmp_path: Path) -> None:
    text = script.read_text("utf-8")
    before = results(Source("s", text), parse_script(text))
    assert results(*read_back(text, tmp_path)) == before


def test_every_form_says_the_same_when_read_back(tmp_path: Path) -> None:
    lines = [MODULE, *(command for command, _ in COMMANDS)]
    lines += [f'(assert_return (invoke "f") {p})' for p, *_ in PATTERNS]
    lines += [f'(assert_return (invoke "f") {p} (either {p} (ref)))' for p, _ in REFERENCES]
    text = "\n".join(lines)
    before = results(Source("s", text), parse_script(text))
    assert results(*read_back(text, tmp_path)) == before
    assert {status for _, _, _, status, *_ in before} > {Status.PASS, Status.FAIL}


def test_what_others_write_is_read(tmp_path: Path) -> None:
    """WABT's definitions, wasm-tools' signs and names without `$`."""
    call = {"type": "invoke", "module": "M", "field": "f", "args": [{"type": "i32", "value": "-1"}]}
    lanes = [{"type": "v128", "lane_type": "i8", "value": ["-1"] * 16}]
    commands = [
        {"type": "module", "definition": "true", "line": 1, "filename": "m.wasm"},
        {"type": "module", "line": 2, "name": "M", "filename": "m.wasm", "module_type": "binary"},
        {"type": "assert_return", "line": 3, "action": call, "expected": lanes},
    ]
    (tmp_path / "m.wasm").write_bytes(b"\0asm\1\0\0\0")
    (tmp_path / "x.json").write_text(json.dumps({"source_filename": "s", "commands": commands}))
    _, (definition, module, assertion) = read_json(tmp_path / "x.json")
    text = '(assert_return (invoke $M "f" (i32.const -1)) (v128.const i64x2 -1 -1))'
    (expected,) = parse_script(text)
    assert isinstance(definition, ModuleCommand)
    assert isinstance(module, ModuleCommand)
    assert isinstance(assertion, AssertReturn)
    assert isinstance(expected, AssertReturn)
    assert (definition.definition_only, module.name, module.definition_only) == (True, "M", False)
    assert (assertion.action, assertion.results) == (expected.action, expected.results)


@pytest.mark.parametrize(
    "broken",
    [
        "[",
        "[]",
        '{"source_filename": "s"}',
        '{"source_filename": "s", "commands": [{"type": "dance", "line": 1}]}',
        '{"source_filename": "s", "commands": [{"type": "register", "line": 0, "as": "x"}]}',
        '{"source_filename": "s", "commands": [{"type": "register", "line": 1}]}',
        '{"source_filename": "s", "commands": [{"type": "assert_return", "line": 1, "action":'
        ' {"type": "get", "field": "g"}, "expected": [{"type": "i32", "value": "4294967296"}]}]}',
        '{"source_filename": "s", "commands": [{"type": "assert_return", "line": 1, "action":'
        ' {"type": "get", "field": "g"}, "expected": [{"type": "v128", "lane_type": "i64",'
        ' "value": ["1"]}]}]}',
    ],
)
def test_what_is_no_script_is_refused(broken: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(broken)
    with pytest.raises(NoScript):
        read_json(tmp_path / "x.json")


def test_features_decide_what_is_read(tmp_path: Path) -> None:
    text = "(module (func (try (do))))"
    on = features_of("3.0", ["+legacy-exceptions"])
    document = document_of(Source("s", text), parse_script(text, features=on), "x", features=on)
    assert list(document.files) == ["x.0.wasm"]
    document = document_of(Source("s", text), parse_script(text), "x", features=DEFAULT)
    assert document.files == {"x.0.wat": text.encode()}
