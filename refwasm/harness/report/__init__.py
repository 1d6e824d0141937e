"""Renderers: pure functions of the results model."""
