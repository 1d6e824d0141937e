"""The host module `spectest`, which scripts may import from without registering it."""

from __future__ import annotations
