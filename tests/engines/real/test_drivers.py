"""What drivers do besides running scripts: memories, forgetting, requests that are wrong."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterator

import pytest

from refwasm.engines.check import check
from refwasm.engines.driver import DriverEngine
from refwasm.engines.make import make_engine
from refwasm.engines.protocol import Object
from refwasm.engines.requirements import REQUIREMENTS
from refwasm.errors import Refused, Trap, UncaughtException, Unlinkable
from refwasm.script.commands import BinaryModule, NumConst, QuotedModule
from refwasm.script.engine import Undefined
from refwasm.syntax.features import DEFAULT
from refwasm.syntax.types import I32
from tests.engines.real.conftest import present

PAGE = 65536
SHARED = b"\0asm\1\0\0\0\5\4\1\3\1\2\7\5\1\1m\2\0"  # one page, two at most


@pytest.fixture(params=["node", "wasmtime", "wazero"])
def driver(request: pytest.FixtureRequest) -> Iterator[DriverEngine]:
    engine = make_engine(present(request.param), features=DEFAULT, timeout=60)
    assert isinstance(engine, DriverEngine)
    yield engine
    engine.close()


def test_it_keeps_to_the_protocol(driver: DriverEngine) -> None:
    verdicts = [*check(driver.argv, REQUIREMENTS, timeout=60)]
    assert [verdict for verdict in verdicts if verdict.met is False] == []
    assert driver.hello.repeats


def digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()


@pytest.mark.parametrize("address", ["", "i64"])
def test_memories(driver: DriverEngine, address: str) -> None:
    text = f'(module (memory (export "m") {address} 2 3) (data ({address or "i32"}.const 3) "abc"))'
    try:
        module = driver.define(QuotedModule(text.encode()))
    except Refused:
        assert address
        pytest.skip("it has no such memories")
    instance = driver.instantiate(module)
    contents = b"\0\0\0abc".ljust(2 * PAGE, b"\0")
    found = driver.memory(instance, "m")
    assert (found.pages, found.sha256) == (2, digest(contents))


def test_shared_memories(driver: DriverEngine) -> None:
    instance = driver.instantiate(driver.define(BinaryModule(SHARED)))
    found = driver.memory(instance, "m")
    assert (found.pages, found.sha256) == (1, digest(bytes(PAGE)))


def test_a_part_of_a_memory(driver: DriverEngine) -> None:
    text = b'(module (memory (export "m") 1) (data (i32.const 3) "abc"))'
    instance = driver.instantiate(driver.define(QuotedModule(text)))
    request: Object = {
        "do": "memory", "instance": instance.id, "name": "m", "offset": 4, "length": 3,
    }  # fmt: skip
    assert b64decode(str(driver.ask(request).rest["bytes"])) == b"bc\0"


def test_classes_of_failure(driver: DriverEngine) -> None:
    with pytest.raises(Refused):
        driver.define(BinaryModule(b"\0asm\2\0\0\0"))
    with pytest.raises(Unlinkable):
        driver.instantiate(driver.define(QuotedModule(b'(module (import "no" "f" (func)))')))
    starts = b"(module (func $f unreachable) (start $f))"
    with pytest.raises(Trap):
        driver.instantiate(driver.define(QuotedModule(starts)))
    throws = b"(module (tag $e) (func $f (throw $e)) (start $f))"
    try:
        module = driver.define(QuotedModule(throws))
    except Refused:
        pytest.skip("it has no exceptions")
    with pytest.raises(UncaughtException):
        driver.instantiate(module)


def test_it_forgets(driver: DriverEngine) -> None:
    text = b'(module (func (export "f") (result i32) (i32.const 7)))'
    instance = driver.instantiate(driver.define(QuotedModule(text)))
    driver.register("M", instance)
    assert driver.invoke(instance, "f", ()) == (NumConst(I32, 7),)
    driver.reset()
    with pytest.raises(Undefined):
        driver.invoke(instance, "f", ())
    user = driver.define(QuotedModule(b'(module (import "M" "f" (func (result i32))))'))
    with pytest.raises(Unlinkable):
        driver.instantiate(user)


def test_requests_that_are_wrong(driver: DriverEngine) -> None:
    answers = driver.ask_all(
        {"do": "invoke", "instance": "none", "name": "f", "args": []},
        {"do": "instantiate", "instance": "i", "module": "none"},
        {"do": "hello"},
    )
    assert [answer.outcome for answer in answers] == ["error", "error", "ok"]
