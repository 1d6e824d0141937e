"""Random modules: valid, of the features asked for, and the same wherever they are made."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.fuzz.emit import OPEN_NANS
from refwasm.fuzz.module import Modules, random_module
from refwasm.fuzz.options import SHAPES, Options
from refwasm.fuzz.types import NUMBERS
from refwasm.generated import opcodes as o
from refwasm.syntax.features import features_of
from refwasm.syntax.types import FuncType, NumType
from refwasm.validation.modules import validate_module

FEATURES = [
    ("3", []),
    ("3", ["+legacy-exceptions"]),
    ("1", []),
    ("2", []),
    ("3", ["-gc"]),
    ("3", ["-function-references"]),
    ("3", ["-multi-value"]),
    ("3", ["-simd"]),
    ("3", ["-memory64", "-relaxed-simd"]),
    ("3", ["-multi-memory", "-exceptions", "-tail-call", "-bulk-memory"]),
]


@pytest.mark.parametrize(("edition", "changes"), FEATURES)
def test_modules_have_the_features_asked_for(edition, changes) -> None:
    features = features_of(edition, changes)
    for seed in range(0, 64, 8):
        module = random_module(seed, Options(features=features))
        validate_module(module, features=features)
        assert decode_module(encode_module(module), features=features) == module


@pytest.mark.parametrize("shape", SHAPES)
def test_bodies_of_every_shape_are_valid(shape) -> None:
    modules = Modules(Options(shape=shape))
    for seed in range(8):
        validate_module(modules.module(seed))


def test_a_module_depends_on_its_seed_alone() -> None:
    """Whatever Python and whatever platform make it; it changes with the table and the generator."""
    module = random_module(20)
    modules = Modules(Options())
    assert [modules.module(seed) for seed in (3, 40, 20)][2] == module
    assert hashlib.sha256(encode_module(module)).hexdigest()[:16] == "64e243f6c3d388b3"


def test_nans_are_made_canonical() -> None:
    for func in random_module(0, Options(nans=False)).funcs:
        instrs = func.body.instrs
        for instr, following in pairwise(instrs):
            assert not {*instr.op.spec} & {*OPEN_NANS} or following.op is o.LOCAL_TEE


def test_hosts_can_call_functions_of_numbers() -> None:
    valid = validate_module(random_module(0, Options(numbers=True)))
    for deftype in valid.funcs:
        assert isinstance(deftype.comp, FuncType)
        ts = (*deftype.comp.params, *deftype.comp.results)
        assert all(isinstance(t, NumType) for t in ts)
    assert len(valid.funcs) == len(NUMBERS) + Options().functions
