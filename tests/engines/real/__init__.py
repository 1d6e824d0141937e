"""Tests against real engines, which `tox run -e engines` installs; nothing else collects them."""
