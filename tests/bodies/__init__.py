"""Random bodies on which the tiers must agree: `python -m tests.bodies --help`."""
