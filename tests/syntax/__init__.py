"""Syntax: what every phase shares."""
