"""What the driver protocol requires, one function each; `check.py` tries them on a driver."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256

from refwasm.binary.encode_module import encode_module
from refwasm.engines import protocol
from refwasm.engines.check import Client, Requirement, Unmet, wasm
from refwasm.engines.process import Process, exit_words
from refwasm.engines.protocol import Answer, Json, Object
from refwasm.script.commands import QuotedModule
from refwasm.script.engine import Unsupported
from refwasm.script.native import load

PAGE = 65536  # bytes
I32: Object = {"type": "i32", "bits": "0x0000002a"}


# The protocol itself


def says_hello(client: Client) -> None:
    """says hello: the protocol's version, a name, a version; integers pass"""
    if missing := {"i32", "i64"} - client.engine.hello.passes:
        raise Unmet(f"does not pass {' and '.join(sorted(missing))}")


def repeats_ids(client: Client) -> None:
    """repeats the id of each request, so that an answer too many is seen at once"""
    if not client.engine.hello.repeats:
        raise Unsupported("it repeats none: an answer too many may go unseen for a while")
    process = Process(client.argv, timeout=client.timeout)
    try:
        for number, do in ((7, "hello"), (2**53 - 1, "get"), (9, "dance")):
            answer = process.ask(protocol.encode({"do": do, "instance": "none", "id": number}))
            if protocol.parse(answer).get("id") != number:
                raise Unmet(f"request {number} is answered {answer!r}")
    finally:
        process.close()


def goes_on_after_nonsense(client: Client) -> None:
    """answers lines that are no requests with "error", and goes on"""
    process = Process(client.argv, timeout=client.timeout)
    try:
        for line in (b"{", b"[]", b"5", b'"x"', b"{}", b'{"do":5}', b'{"do":"dance"}', b"\xff\xfe"):
            answer = process.ask(line + b"\n")
            outcome = protocol.decode("hello", answer).outcome
            if outcome not in (protocol.WRONG, protocol.UNSUPPORTED):
                raise Unmet(f"{line!r} is answered {answer!r}")
        protocol.hello(protocol.decode("hello", process.ask(b'{"do":"hello"}\n')))
    finally:
        process.close()


def refuses_what_is_not_there(client: Client) -> None:
    """answers requests about what is not there with "error", and goes on"""
    client.instance("i", '(module (func (export "f") (result i32) (i32.const 42)))')
    client.expect("error", "instantiate", instance="j", module="none")
    client.expect("error", "register", instance="none", **{"as": "x"})
    for do in ("invoke", "get"):
        client.expect("error", do, instance="none", name="f", args=[])
        client.expect("error", do, instance="i", name="none", args=[])
    client.expect("error", "get", instance="i", name="f")
    client.returns("i", "f", [], [I32])


def answers_in_order(client: Client) -> None:
    """takes requests without waiting for answers, and answers them in order"""
    client.instance("i", '(module (func (export "f") (param i32) (result i32) (local.get 0)))')
    requests: list[Object] = [
        {"do": "invoke", "instance": "i", "name": "f", "args": [{"type": "i32", "bits": f"{i:#x}"}]}
        for i in range(500)
    ]
    got = [protocol.values(answer.rest) for answer in client.engine.ask_all(*requests)]
    if got != [protocol.values({"values": r["args"]}) for r in requests]:
        raise Unmet("answers are in another order")


def takes_large_modules(client: Client) -> None:
    """takes a module of a megabyte"""
    module = load(QuotedModule(b'(module (memory (export "m") 16) (data (i32.const 0) ""))'))
    module.datas[0].init = bytes(range(256)) * 4096
    big = b64encode(encode_module(module)).decode()
    client.expect("ok", "module", module="m", wasm=big)
    client.expect("ok", "instantiate", instance="i", module="m")


def ends_with_its_input(client: Client) -> None:
    """ends when its input does"""
    process = Process(client.argv, timeout=client.timeout)
    process.ask(b'{"do":"hello"}\n')
    process.close()
    if code := process.exit_code:
        raise Unmet(f"the process {exit_words(code)}")


def forgets(client: Client) -> None:
    """forgets modules, instances and registered names when it is told "reset"."""
    if "reset" not in client.engine.hello.can:
        raise Unsupported("it cannot reset")
    client.instance("i", '(module (func (export "f")))')
    client.expect("ok", "register", instance="i", **{"as": "M"})
    client.expect("ok", "reset")
    client.expect("error", "invoke", instance="i", name="f", args=[])
    client.expect("error", "instantiate", instance="i", module="i module")
    client.module("m", '(module (import "M" "f" (func)))')
    client.expect("unlinkable", "instantiate", instance="j", module="m")


# Modules


def tells_malformed(client: Client) -> None:
    """answers a binary that is cut short with "malformed" or "refused", and a text"""
    data = b64decode(wasm('(module (func (export "f")))'))
    for cut in (b"", data[:4], data[:-1]):
        fields = {"module": "m", "wasm": b64encode(cut).decode()}
        said = client.expect("malformed refused", "module", **fields)
        _has_text(said)


def tells_invalid(client: Client) -> None:
    """answers a module of wrong types with "invalid" or "refused", and a text"""
    fields = {"module": "m", "wasm": wasm("(module (func (result i32)))")}
    _has_text(client.expect("invalid refused", "module", **fields))


def reads_text(client: Client) -> None:
    """reads modules as text, if it says so"""
    if not client.engine.hello.text:
        raise Unsupported("it reads no text")
    client.expect("ok", "module", module="m", text='(module (func (export "é")))')
    client.expect("ok", "instantiate", instance="i", module="m")
    client.expect("return", "invoke", instance="i", name="é", args=[])
    client.expect("malformed refused", "module", module="n", text="(module (func)")


def tells_unlinkable(client: Client) -> None:
    """answers missing and unfit imports with "unlinkable", and a text"""
    client.module("m", '(module (import "M" "f" (func)))')
    _has_text(client.expect("unlinkable", "instantiate", instance="i", module="m"))
    client.instance("j", '(module (func (export "f") (param i32)))')
    client.expect("ok", "register", instance="j", **{"as": "M"})
    _has_text(client.expect("unlinkable", "instantiate", instance="i", module="m"))


def links(client: Client) -> None:
    """imports what was registered: functions, memories, tables, globals, each shared"""
    client.script("""
        (module $a (memory (export "m") 1) (table (export "t") 1 funcref)
            (global (export "g") (mut i32) (i32.const 0)) (func $f (export "f") (result i32)
                (i32.add (i32.load (i32.const 0)) (global.get 0)))
            (elem (i32.const 0) $f))
        (register "a" $a)
        (module $b (import "a" "m" (memory 1)) (import "a" "t" (table 1 funcref))
            (import "a" "g" (global (mut i32))) (import "a" "f" (func (result i32)))
            (type $t (func (result i32)))
            (func (export "set") (i32.store (i32.const 0) (i32.const 40)) (global.set 0 (i32.const 2)))
            (func (export "call") (result i32) (call_indirect (type $t) (i32.const 0))))
        (invoke "set") (assert_return (invoke "call") (i32.const 42))
        (assert_return (get $a "g") (i32.const 2)) (assert_return (invoke $a "f") (i32.const 42))""")


def registers_anew(client: Client) -> None:
    """a name that is registered anew means the new instance"""
    client.script("""
        (module $a (func (export "f") (result i32) (i32.const 1))) (register "x")
        (module $b (func (export "f") (result i32) (i32.const 2))) (register "x")
        (module (import "x" "f" (func (result i32))) (export "f" (func 0)))
        (assert_return (invoke "f") (i32.const 2)) (assert_return (invoke $a "f") (i32.const 1))""")


def makes_instances(client: Client) -> None:
    """instances of one module have each a state of their own"""
    client.module("m", """(module (global $g (mut i32) (i32.const 41)) (func (export "f") (result i32)
        (global.set $g (i32.add (global.get $g) (i32.const 1))) (global.get $g)))""")  # fmt: skip
    for name in ("i", "j"):
        client.expect("ok", "instantiate", instance=name, module="m")
    for name in ("i", "j"):
        client.returns(name, "f", [], [I32])


# Names and values


def takes_any_names(client: Client) -> None:
    """takes any names: empty, with quotes, line ends, NUL, and characters beyond 16 bits"""
    for name in (
        "",
        '"\\',
        "a\nb\r\t",
        "\0",
        "é",
        "\u2028",
        "\U0001f600",
        "__proto__",
        "constructor",
    ):
        quoted = "".join(f"\\{byte:02x}" for byte in name.encode())
        client.instance(name, f'(module (func (export "{quoted}") (result i32) (i32.const 42)))')
        client.returns(name, name, [], [I32])
        client.expect("ok", "register", instance=name, **{"as": name})
        client.module("m", f'(module (import "{quoted}" "{quoted}" (func (result i32))))')
        client.expect("ok", "instantiate", instance="user", module="m")


VALUES = {
    "i32": ("(i32.const 0)", "(i32.const -1)", "(i32.const 0x80000000)"),
    "i64": ("(i64.const 0)", "(i64.const -1)", "(i64.const 0x8000000000000001)"),
    "f32": ("(f32.const -0)", "(f32.const 0x1p-149)", "(f32.const inf)", "(f32.const nan)",
            "(f32.const -nan:0x1)", "(f32.const nan:0x200001)", "(f32.const nan:0x7fffff)"),
    "f64": ("(f64.const -0)", "(f64.const 0x1p-1074)", "(f64.const -inf)", "(f64.const -nan)",
            "(f64.const nan:0x1)", "(f64.const -nan:0x4000000000001)", "(f64.const nan:0xfffffffffffff)"),
    "v128": ("(v128.const i64x2 0x0123456789abcdef 0xfedcba9876543210)",
             "(v128.const f32x4 nan:0x1 -nan:0x200000 -0 inf)"),
    "externref": ("(ref.null extern)", "(ref.extern 0)", "(ref.extern 7)"),
    "funcref": ("(ref.null func)",),
    "anyref": ("(ref.null any)", "(ref.host 5)"),
    "exnref": ("(ref.null exn)",),
}  # fmt: skip


def _passes(t: str) -> Requirement:
    def passes(client: Client) -> None:
        asserted = "".join(
            f'(assert_return (invoke "f" {value}) {value})'
            f'(invoke "set" {value}) (assert_return (get "g") {value})'
            f'(assert_return (invoke "both" {value} (i64.const 1)) (i64.const 1) {value})'
            for value in VALUES[t]
        )
        client.script(f"""(module (func (export "f") (param {t}) (result {t}) (local.get 0))
            (global $g (export "g") (mut {t}) ({_zero(t)}))
            (func (export "set") (param {t}) (global.set $g (local.get 0)))
            (func (export "both") (param {t} i64) (result i64 {t}) (local.get 1) (local.get 0)))
            {asserted}""")

    passes.__doc__ = (
        f"{t}: arguments, results and globals, every bit, by a wrapper where it does not pass"
    )
    return passes


def _zero(t: str) -> str:
    if t == "v128":
        return "v128.const i64x2 0 0"
    return f"ref.null {t.removesuffix('ref')}" if t.endswith("ref") else f"{t}.const 0"


def tells_references(client: Client) -> None:
    """references by what they are: func, struct, array, i31, extern"""
    client.script("""
        (module (type $s (struct)) (type $a (array i8)) (func $f (export "func") (result funcref) (ref.func $f))
            (func (export "struct") (result anyref) (struct.new $s))
            (func (export "array") (result eqref) (array.new_fixed $a 0))
            (func (export "i31") (result anyref) (ref.i31 (i32.const 5)))
            (func (export "null") (result (ref null $s)) (ref.null $s))
            (func (export "extern") (result externref) (extern.convert_any (struct.new $s))))
        (assert_return (invoke "func") (ref.func)) (assert_return (invoke "struct") (ref.struct))
        (assert_return (invoke "array") (ref.array)) (assert_return (invoke "i31") (ref.i31))
        (assert_return (invoke "null") (ref.null)) (assert_return (invoke "extern") (ref.extern))""")


# Failures


def tells_traps(client: Client) -> None:
    """answers a trap with "trap" and a text; the instance can be used on"""
    client.instance("i", """(module (global $g (mut i32) (i32.const 0)) (func (export "trap")
        (global.set $g (i32.const 42)) (unreachable)) (func (export "f") (result i32) (global.get $g)))""")  # fmt: skip
    _has_text(client.expect("trap", "invoke", instance="i", name="trap", args=[]))
    client.returns("i", "f", [], [I32])
    client.module("m", "(module (func $f (unreachable)) (start $f))")
    _has_text(client.expect("trap", "instantiate", instance="j", module="m"))
    client.module("n", '(module (memory 1) (data (i32.const 65536) "x"))')
    _has_text(client.expect("trap", "instantiate", instance="j", module="n"))


def tells_exceptions(client: Client) -> None:
    """answers an exception that nobody catches with "exception", also from a start function"""
    client.instance(
        "i", '(module (tag $t (param i32)) (func (export "f") (throw $t (i32.const 1))))'
    )
    client.expect("exception", "invoke", instance="i", name="f", args=[])
    client.module("m", "(module (tag $t) (func $f (throw $t)) (start $f))")
    client.expect("exception", "instantiate", instance="j", module="m")


def tells_exhaustion(client: Client) -> None:
    """answers calls without end with "exhaustion", and goes on"""
    client.instance("i", """(module (func $f (export "f") (call $f))
        (func (export "g") (result i32) (i32.const 42)))""")  # fmt: skip
    client.expect("exhaustion", "invoke", instance="i", name="f", args=[])
    client.returns("i", "g", [], [I32])


def shows_memories(client: Client) -> None:
    """tells of a "memory" its pages, the SHA-256 of all bytes, and those asked for"""
    if "memory" not in client.engine.hello.can:
        raise Unsupported("it shows no memory")
    client.instance("i", """(module (memory (export "m") 1 3) (data (i32.const 65533) "abc")
        (func (export "grow") (result i32) (memory.grow (i32.const 1))))""")  # fmt: skip
    contents = bytes(PAGE - 3) + b"abc"
    for pages in (1, 2):
        contents = contents.ljust(pages * PAGE, b"\0")
        fields: dict[str, Json] = {"offset": PAGE - 3, "length": 3}
        found = client.expect("ok", "memory", instance="i", name="m", **fields).rest
        digest = sha256(contents).hexdigest()
        if (protocol.natural(found, "pages"), protocol.string(found, "sha256")) != (pages, digest):
            raise Unmet(f"{found.get('pages')} pages, {found.get('sha256')}, not {pages}, {digest}")
        if b64decode(protocol.string(found, "bytes")) != b"abc":
            raise Unmet(f"bytes {found.get('bytes')!r}")
        client.expect("return", "invoke", instance="i", name="grow", args=[])
    client.expect("error", "memory", instance="i", name="none")


def _has_text(answer: Answer) -> None:
    if not answer.text:
        raise Unmet(f"{answer.outcome} without a text")


REQUIREMENTS: tuple[Requirement, ...] = (
    says_hello,
    goes_on_after_nonsense,
    refuses_what_is_not_there,
    repeats_ids,
    answers_in_order,
    takes_large_modules,
    ends_with_its_input,
    forgets,
    tells_malformed,
    tells_invalid,
    reads_text,
    tells_unlinkable,
    links,
    registers_anew,
    makes_instances,
    takes_any_names,
    *map(_passes, VALUES),
    tells_references,
    tells_traps,
    tells_exceptions,
    tells_exhaustion,
    shows_memories,
)
