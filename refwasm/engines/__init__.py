"""Engines that can be measured: adapters, the driver protocol, and what runs scripts through them."""
