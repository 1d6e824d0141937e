"""Tests of the reference tier."""
