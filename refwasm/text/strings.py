"""String literals and what else stands between quotes (section "Strings")."""

from __future__ import annotations

import re

from refwasm.errors import Malformed, shown
from refwasm.regex import possessive

# The inside of a string literal, and the whole of one.
HEXNUM = "[0-9A-Fa-f]++" + possessive("_[0-9A-Fa-f]++", "*")
ELEMENTS = possessive(
    r"[^\"\\\x00-\x1f\x7f]++"
    rf"|\\(?:[nrt\\'\"]|[0-9A-Fa-f]{{2}}|u\{{{HEXNUM}\}})",
    "*",
)
STRING = '"' + ELEMENTS + '"'

WHOLE = re.compile(STRING)
PREFIX = re.compile('"' + ELEMENTS)
ESCAPE = re.compile(r"\\(?:u\{([^}]*)\}|([0-9A-Fa-f]{2})|(.))")
PLAIN_SINGLE = frozenset(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ()!#%&'*+-./:<=>?@\\^_`|~"
)
# How each byte is written in a literal: as itself if it is an ASCII character that shows.
BYTES = [chr(b) if 0x20 <= b < 0x7F and chr(b) not in '"\\' else f"\\{b:02x}" for b in range(256)]
SIMPLE = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\", "'": b"'", '"': b'"'}


def string_bytes(literal: str) -> bytes:
    """The bytes that the string `literal`, quotes included, stands for.

    Spec: text-string
    """
    if "\\" not in literal:
        return literal[1:-1].encode()
    parts: list[bytes] = []
    at = 1
    for escape in ESCAPE.finditer(literal, 1, len(literal) - 1):
        parts.append(literal[at : escape.start()].encode())
        code, byte, simple = escape.groups()
        if byte:
            parts.append(bytes.fromhex(byte))
        elif simple:
            parts.append(SIMPLE[simple])
        else:
            parts.append(_scalar(code))
        at = escape.end()
    parts.append(literal[at:-1].encode())
    return b"".join(parts)


def string_name(literal: str) -> str:
    """The characters that the string `literal` stands for.

    Spec: text-name
    """
    try:
        return string_bytes(literal).decode()
    except UnicodeDecodeError:
        raise Malformed("malformed UTF-8 encoding") from None


def quoted(data: bytes) -> str:
    """A string literal that stands for `data`.

    Spec: text-string
    """
    return '"' + "".join([BYTES[byte] for byte in data]) + '"'


def quoted_name(name: str) -> str:
    """A string literal that stands for the characters of `name`, which are left as they are if they show.

    Spec: text-name
    """
    return '"' + "".join([_character(c) for c in name]) + '"'


def _character(c: str) -> str:
    if c.isprintable():
        return "\\" + c if c in '"\\' else c
    return BYTES[ord(c)] if c < "\x80" else f"\\u{{{ord(c):x}}}"


def canonical(token: str) -> str:
    """`token`, which holds a quote or is an odd character, as the parser takes it; or its fault."""
    if token in PLAIN_SINGLE or WHOLE.fullmatch(token):
        return token
    if token == "$":
        return "\0empty identifier"
    if token.startswith('$"') and WHOLE.fullmatch(token, 1):
        return _identifier(token)
    if token.startswith('"') and (fault := _string_fault(token)):
        return "\0" + fault
    if len(token) == 1 and token not in ",;[]{}":
        return f"\0illegal character U+{ord(token):04X}"
    return "\0unknown operator " + shown(token)


def _identifier(token: str) -> str:
    """The identifier `$"..."` without its quotes.

    Spec: text-id
    """
    try:
        name = string_name(token[1:])
    except Malformed as error:
        return "\0" + error.message
    return "$" + name if name else "\0empty identifier"


def _string_fault(token: str) -> str | None:
    """Why `token` is no string, unless it is one followed by something else."""
    prefix = PREFIX.match(token)
    assert prefix is not None
    match token[prefix.end() : prefix.end() + 1]:
        case '"':
            return None
        case "":
            return "unclosed string literal"
        case "\\":
            return "illegal escape in string literal"
        case _:
            return "illegal control character in string literal"


def _scalar(digits: str) -> bytes:
    """The UTF-8 encoding of the scalar value that `digits` give.

    Spec: text-string
    """
    code = int(digits.replace("_", ""), 16)
    if code >= 0x110000 or 0xD800 <= code < 0xE000:
        raise Malformed("malformed UTF-8 encoding: no scalar value")
    return chr(code).encode()
