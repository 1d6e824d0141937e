"""`refwasm features`: what can be switched on and off."""

from __future__ import annotations

import click

from refwasm.cli.editions import with_features
from refwasm.generated.features import FEATURES
from refwasm.syntax.features import DEFAULT, EDITIONS, Features, Older


@click.command()
@with_features
def command(features: Features) -> None:
    """List the features: the edition that brought each, whether it is on, what it is.

    Then the rules that only older editions have.
    """
    column = "default" if features == DEFAULT else "here"
    click.echo(f"{'feature':<26}{'edition':<10}{column:<9}what it brings")
    for name, (since, _, about) in FEATURES.items():
        edition = f"{since}.0" if since in EDITIONS else since
        state = "on" if name in features else "off"
        click.echo(f"{name:<26}{edition:<10}{state:<9}{about}")
    click.echo(f"\n{'older rule':<26}{'edition':<10}{column:<9}what it says")
    for rule in Older:
        name = rule.name.lower().replace("_", "-")
        state = "on" if rule in features else "off"
        click.echo(f"{name:<26}{f'to {rule.last}.0':<10}{state:<9}{rule.about}")
