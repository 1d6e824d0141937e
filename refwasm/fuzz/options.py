"""What random modules may hold."""

from __future__ import annotations

from dataclasses import dataclass

from refwasm.syntax.features import DEFAULT, Features

SHAPES = ("mixed", "straight", "nested", "deep", "wide")


@dataclass(frozen=True, slots=True)
class Options:
    """`features` are those of which rows and types may be; relaxed vectors, say, or 64-bit addresses.

    Of `functions` random bodies, each has about `size` instructions. Without `nans`, each result
    whose NaN the standard leaves open is made canonical at once. With `numbers`, functions that are
    exported take and give numbers only, so that any host can call them. `shape` is one for all
    bodies: long sequences, nested blocks, deep expressions, many locals; or a mixture of all.
    """

    features: Features = DEFAULT
    functions: int = 8
    size: int = 24
    nans: bool = True
    numbers: bool = False
    shape: str = "mixed"
