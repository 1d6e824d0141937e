"""Inputs changed at random, and where they come from."""

from __future__ import annotations

import random
import re

from refwasm.binary.encode_module import encode_module
from refwasm.errors import Malformed
from refwasm.script.commands import BinaryModule
from refwasm.text.lexer import END, tokenize
from tests.conformance.suite import ROOT, cases

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+|\s+|"', re.DOTALL)
ODD = [
    "(",
    ")",
    '"',
    "$",
    "(;",
    ";)",
    ";;",
    "(@a",
    "(@",
    "\\",
    "\0",
    "é",
    '"\\',
    "_",
    "0x",
    "-",
    "nan:0x0",
]
WORDS = [
    "end",
    "else",
    "then",
    "if",
    "block",
    "(then)",
    "(else)",
    "param",
    "result",
    "(type 0)",
    "4294967296",
]
BYTES = (0, 1, 0x0B, 0x40, 0x60, 0x6F, 0x70, 0x7F, 0x80, 0xFB, 0xFC, 0xFD, 0xFF)


def mutated_bytes(rng: random.Random, data: bytes) -> bytes:
    """`data` with one to three of its bytes changed, put in, taken out, doubled, or the rest cut off."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        at = rng.randrange(len(out)) if out else 0
        byte = rng.choice((rng.randrange(256), rng.choice(BYTES)))
        match rng.randrange(7):
            case 0 if out:
                out[at] ^= 1 << rng.randrange(8)
            case 1:
                out[at : at + 1] = bytes([byte])
            case 2:
                out.insert(at, byte)
            case 3:
                del out[at : at + rng.choice((1, 1, 2, 8))]
            case 4:
                out[at:at] = out[at : at + rng.randrange(1, 9)]
            case 5:
                to = rng.randrange(len(out) + 1)
                out[at : at + 4] = out[to : to + 4]
            case _:
                del out[rng.randrange(len(out) + 1) :]
    return bytes(out)


def mutated_text(rng: random.Random, text: str) -> str:
    """`text` with one to three of its tokens left out, doubled, swapped, replaced, or broken."""
    tokens = TOKEN.findall(text)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        at, to = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        match rng.randrange(8):
            case 0 if len(tokens) > 1:
                del tokens[at]
            case 1:
                tokens.insert(at, tokens[at])
            case 2:
                tokens[at], tokens[to] = tokens[to], tokens[at]
            case 3:
                tokens[at] = tokens[to]
            case 4:
                tokens.insert(at, " " + rng.choice(WORDS + ODD) + " ")
            case 5:
                tokens[at] = rng.choice(WORDS + ODD)
            case 6:
                cut = rng.randrange(len(tokens[at]) + 1)
                tokens[at] = tokens[at][:cut] + rng.choice(ODD) + tokens[at][cut:]
            case _ if at:
                del tokens[at:]
    return "".join(tokens)


def texts_of(script: str) -> list[str]:
    """The modules that `script` writes out, as they stand there."""
    source = (ROOT / script).read_text("utf-8")
    tokens = tokenize(source)
    found: list[str] = []
    depth, begin = 0, None
    for i, token in enumerate(tokens.texts):
        if token == "(":
            if begin is None and depth < 2 and tokens.texts[i + 1] == "module":
                begin = (tokens.offsets[i], depth)
            depth += 1
        elif token == ")":
            depth -= 1
            if begin is not None and depth == begin[1]:
                found.append(source[begin[0] : tokens.offsets[i] + 1])
                begin = None
        elif token == END:
            break
    return [
        text
        for text in found
        if not re.match(r"\(module\s+(\$\S+\s+)?(binary|quote|definition|instance)\b", text)
    ]


def binaries_of(script: str) -> list[bytes]:
    """The modules of `script` as binaries."""
    found = []
    for case in cases(script):
        try:
            module = case.load()
        except Malformed:
            continue
        written = isinstance(case.definition, BinaryModule)
        found.append(case.definition.data if written else encode_module(module))  # type: ignore[union-attr]  # as written says
    return found
