"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import isnan
from typing import Concatenate, NamedTuple, ParamSpec

import click

from refwasm.syntax.features import FeatureError, Features, features_of, split

P = ParamSpec("P")


def seconds(
    option: str, default: float | None, text: str
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Give a command an `option` that is a time to wait, one that clocks can hold."""

    def number(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
        if value is not None and isnan(value):
            raise click.BadParameter("nan is not a number.", ctx, param)
        return value

    kind = click.FloatRange(0.1, 1e6)
    return click.option(
        option, type=kind, default=default, show_default=True, callback=number, help=text
    )


def with_features(run: Callable[Concatenate[Features, P], None]) -> Callable[..., None]:
    """Give the command `run` the options `--spec` and `--features`, and what they say first."""

    @click.option(
        "--spec", default="3.0", show_default=True, metavar="1.0|2.0|3.0", help="The edition."
    )
    @click.option(
        "--features",
        "changes",
        default="",
        metavar="+X,-Y",
        help="Features to switch on or off in it; `refwasm features` lists them.",
    )
    @wraps(run)
    def told(spec: str, changes: str, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            features = features_of(spec, split(changes))
        except FeatureError as e:
            raise click.UsageError(str(e)) from e
        run(features, *args, **kwargs)

    return told


def with_tier(run: Callable[P, None]) -> Callable[P, None]:
    """Give the command `run` the option `--tier`."""
    return click.option(
        "--tier",
        type=click.Choice(["interpret", "compile", "auto"]),
        default="interpret",
        show_default=True,
        help="The reference, the fast one, or the fast one where it pays.",
    )(run)


class Execution(NamedTuple):
    """Which tier executes, and what each invocation may use (see `runtime/meter.py`)."""

    tier: str
    fuel: int | None
    deadline: float | None


def with_execution(run: Callable[..., None]) -> Callable[..., None]:
    """Give the command `run` the options about execution, and what they say as `execution`."""

    @with_tier
    @click.option(
        "--fuel",
        type=click.IntRange(min=0),
        metavar="N",
        help="End each invocation after N rounds of loops (of short ones, four times as many) and calls.",
    )
    @seconds("--deadline", None, "Seconds after which to end each invocation.")
    @wraps(run)
    def told(*, tier: str, fuel: int | None, deadline: float | None, **options: object) -> None:
        run(execution=Execution(tier, fuel, deadline), **options)

    return told
