"""Dividing scripts among machines."""

from __future__ import annotations

import pytest

from refwasm.harness.shard import Shard, ShardError, part, read_shard

SIZES = {f"core/{i}.wast": 1000 + 37 * i * i % 9000 for i in range(120)} | {"core/big.wast": 60_000}


def parts(sizes: dict[str, int], of: int) -> dict[str, int]:
    """The part that each script is in."""
    found = {name: n for n in range(1, of + 1) for name in part(sizes, Shard(n, of))}
    assert sum(len(part(sizes, Shard(n, of))) for n in range(1, of + 1)) == len(sizes)
    return found


@pytest.mark.parametrize("of", [1, 2, 3, 8])
def test_every_script_is_in_one_part(of: int) -> None:
    assert parts(SIZES, of).keys() == SIZES.keys()


def test_more_parts_than_scripts() -> None:
    few = dict(list(SIZES.items())[:10])
    assert parts(few, 30).keys() == few.keys()


def test_parts_are_alike_in_size() -> None:
    loads = [sum(SIZES[name] for name in part(SIZES, Shard(n, 8))) for n in range(1, 9)]
    assert max(loads) <= 1.05 * sum(SIZES.values()) / 8 + 1000


def test_few_move_when_one_is_added() -> None:
    before = parts(SIZES, 4)
    for size in (10, 5_000, 20_000):
        after = parts({**SIZES, "core/new.wast": size}, 4)
        assert sum(after[name] != before[name] for name in SIZES) < len(SIZES) / 8
    assert parts(dict(reversed(SIZES.items())), 4) == before


def test_what_names_a_part() -> None:
    assert read_shard("3/8") == (3, 8)
    assert str(read_shard("03/8")) == "3/8"


@pytest.mark.parametrize(
    "text", ["", "0/4", "5/4", "1/0", "1", "-1/4", "1/4/5", "٣/٨", "1/9999999"]
)
def test_what_names_none(text: str) -> None:
    with pytest.raises(ShardError, match="no part of a run"):
        read_shard(text)
