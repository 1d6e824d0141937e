"""`refwasm features`: what can be switched on and off."""

from __future__ import annotations

from textwrap import wrap

import click

from refwasm.cli.editions import with_features
from refwasm.generated.features import FEATURES
from refwasm.syntax.features import DEFAULT, EDITIONS, Features, Older


@click.command(short_help="List the features of editions and proposals.")
@with_features
def command(features: Features) -> None:
    """List the features: the edition that brought each, whether it is on, what it is.

    Then the rules that only older editions have.
    """
    column = "default" if features == DEFAULT else "here"
    row("feature", "edition", column, "what it brings")
    for name, (since, _, about) in FEATURES.items():
        edition = f"{since}.0" if since in EDITIONS else since
        row(name, edition, "on" if name in features else "off", about)
    click.echo()
    row("older rule", "edition", column, "what it says")
    for rule in Older:
        name = rule.name.lower().replace("_", "-")
        row(name, f"to {rule.last}.0", "on" if rule in features else "off", _about(rule))


def _about(rule: Older) -> str:
    return f"{rule.about}; ended by {' and '.join(rule.ends)}" if rule.ends else rule.about


def row(name: str, edition: str, state: str, about: str) -> None:
    """Print a row of 80 columns at most, the last of its cells on as many lines as it takes."""
    first, *rest = wrap(about, 35)
    click.echo(f"{name:<26}{edition:<10}{state:<9}{first}")
    for line in rest:
        click.echo(f"{'':<45}{line}")
