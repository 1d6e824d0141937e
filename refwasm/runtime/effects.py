"""What the functions of this package do to the store, as far as the generator asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])


def reads(function: F) -> F:
    """The function itself, which changes no instance and makes none that has an identity.

    The generator takes every other function of the package to change all that it can reach.
    """
    return function
