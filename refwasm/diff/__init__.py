"""Engines beside each other: the same steps on each, and the first one on which they do not agree."""
