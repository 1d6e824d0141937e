"""Whole modules and the official suite: what must hold for every one of them."""
