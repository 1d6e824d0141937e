"""Validation: syntax to `Code`, the only input of execution."""
