"""Operators of whole vectors in the place of those of their lanes."""

from __future__ import annotations

import ast

# With L, all bits of each lane but the highest, no carry or borrow leaves a lane; that bit is apart.
AT_ONCE = {
    "i1 + i2 & {mask}": "(v1 & {L}) + (v2 & {L}) ^ (v1 ^ v2) & {H}",
    "i1 - i2 & {mask}": "(v1 | {H}) - (v2 & {L}) ^ (v1 ^ ~v2) & {H}",
}
LANEWISE = (
    "int.from_bytes(ILANES_{M}.pack(*[{each} for i1, i2 in zip("
    "ILANES_{M}.unpack(v1.to_bytes(16, 'little')), "
    "ILANES_{M}.unpack(v2.to_bytes(16, 'little')))]), 'little')"
)
WIDTHS = (8, 16, 32, 64)


def _forms() -> dict[str, str]:
    forms = {}
    for M in WIDTHS:
        mask = (1 << M) - 1
        H = ((1 << 128) - 1) // mask << M - 1
        for each, at_once in AT_ONCE.items():
            text = LANEWISE.format(M=M, each=each.format(mask=mask))
            forms[text] = at_once.format(H=H, L=(1 << 128) - 1 - H)
    return forms


FORMS = _forms()


def at_once(node: ast.expr) -> ast.expr | None:
    """For a sum or difference of each pair of lanes of `v1` and `v2`, that of all of them at once."""
    text = FORMS.get(ast.unparse(ast.fix_missing_locations(node)))
    return ast.parse(text, mode="eval").body if text else None
