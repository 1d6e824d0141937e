"""Tests of the numeric operators against plain mathematics on integers and fractions."""
