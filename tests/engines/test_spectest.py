"""The module `spectest` as a binary has what the host module has."""

from __future__ import annotations

from refwasm.binary.decode_module import decode_module
from refwasm.engines.spectest import spectest_binary
from refwasm.runtime.instances import GlobalInst, Store
from refwasm.runtime.instantiate import externtype, instantiate
from refwasm.script.native import NativeEngine
from refwasm.script.spectest import spectest
from refwasm.syntax.features import CURRENT, features_of
from refwasm.validation.modules import validate_module


def test_it_is_the_same() -> None:
    made = validate_module(decode_module(spectest_binary(CURRENT)))
    exports = instantiate(Store(), made, [], NativeEngine().tier).exports
    host = spectest(Store())
    assert exports.keys() == host.keys()
    for name, item in host.items():
        assert externtype(exports[name]) == externtype(item)
        if isinstance(item, GlobalInst):
            other = exports[name]
            assert isinstance(other, GlobalInst)
            assert other.value == item.value


def test_what_features_lack_is_left_out() -> None:
    for edition in ("1.0", "2.0", "3.0"):
        features = features_of(edition)
        binary = spectest_binary(features.on)
        made = validate_module(decode_module(binary, features=features), features=features)
        assert ("table64" in made.exports) is (edition == "3.0")
