"""Regular expressions for the bytes of immediates, by which a body is cut into instructions.

Most immediates have a regular spelling, so that the C code of `re` can cut thousands of
instructions in one call. Each expression matches only what is well-formed, but not all of it: what
none matches is read byte by byte instead, which also finds out what is wrong with it.
"""

from __future__ import annotations

from refwasm.regex import possessive_bytes


def _integer(longest: int, last: bytes) -> bytes:
    """A LEB of up to `longest` bytes; one of that length ends in the class `last`."""
    more = possessive_bytes(rb"[\x80-\xff]", b"{0,%d}" % (longest - 2))
    return more + rb"(?:[\x00-\x7f]|[\x80-\xff]%s)" % last


U8 = rb"[\x00-\x7f]"
U32 = _integer(5, rb"[\x00-\x0f]")
U64 = _integer(10, rb"[\x00\x01]")
I32 = _integer(5, rb"[\x00-\x07\x78-\x7f]")
I64 = _integer(10, rb"[\x00\x7f]")
BYTES4 = rb"[\x00-\xff]{4}"
BYTES8 = rb"[\x00-\xff]{8}"
BYTES16 = rb"[\x00-\xff]{16}"
LANES = rb"[\x00-\x7f]{16}"
MEMARG = rb"(?:[\x00-\x3f]|[\x40-\x7f]%s)%s" % (U32, U64)

# A type's code is one byte; a type index is an integer that is not negative.
INDEX = possessive_bytes(rb"[\x80-\xff]", b"{1,3}") + rb"[\x00-\x3f]"
HEAPTYPE = rb"(?:[\x00-\x3f\x69-\x74]|%s)" % INDEX
REFTYPE = rb"[\x63\x64]" + HEAPTYPE
BLOCKTYPE = rb"(?:[\x00-\x40\x69-\x74\x7b-\x7f]|%s|%s)" % (INDEX, REFTYPE)
RESULTTYPE = rb"\x01(?:[\x69-\x74\x7b-\x7f]|%s)" % REFTYPE
CAST = rb"[\x00-\x03]" + U32 + HEAPTYPE + HEAPTYPE
