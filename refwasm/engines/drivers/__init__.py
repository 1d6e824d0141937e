"""Drivers: programs for engines, each run by itself, that speak the driver protocol."""
