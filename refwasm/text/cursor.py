"""A place among tokens, and the smallest phrases that parsers read there."""

from __future__ import annotations

from refwasm.errors import Malformed, shown
from refwasm.generated.keywords import KEYWORDS
from refwasm.syntax.features import lacking
from refwasm.text.lexer import END, FAULT, Tokens
from refwasm.text.numbers import NAT, NUMBER, float_bits, integer_bits, natural
from refwasm.text.strings import string_bytes, string_name
from refwasm.text.words import SHAPES, WORDS

SIZES = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "f32": 32, "f64": 64}


class Cursor:
    """Reads tokens one after the other; `i` is the number of the next."""

    __slots__ = ("_numbers", "features", "i", "offsets", "tokens")

    def __init__(self, tokens: Tokens):
        self.tokens = tokens.texts
        self.offsets = tokens.offsets
        self.features = tokens.features
        self.i = 0
        self._numbers: dict[tuple[str, str], int] = {}

    def error(self, text: str, at: int | None = None) -> Malformed:
        """The error `text` at token `at`, else at the next one."""
        return Malformed(text, offset=self.offsets[self.i if at is None else at])

    def unexpected(self, expected: str, at: int | None = None) -> Malformed:
        """The error that token `at`, else the next one, is not what was `expected`."""
        token = self.tokens[self.i if at is None else at]
        if token[0] == FAULT:
            return self.error(token[1:] + (f", expected {expected}" if token == END else ""), at)
        if not _known(token):
            return self.error(f"unknown operator {shown(token)}", at)
        return self.error(f"unexpected token `{shown(token)}`, expected {expected}", at)

    def lacks(self, name: str, expected: str, at: int | None = None) -> Malformed:
        """The error that token `at`, else the next one, may stand there only with the feature `name`."""
        error = self.unexpected(expected, at)
        unknown = self.tokens[self.i if at is None else at][0] == FAULT  # which says so itself
        return error if unknown else lacking(error, name)

    def opens(self, word: str) -> bool:
        """Whether `(word` follows."""
        return self.tokens[self.i] == "(" and self.tokens[self.i + 1] == word

    def accept(self, word: str) -> bool:
        """Go past `word` if it follows."""
        if self.tokens[self.i] != word:
            return False
        self.i += 1
        return True

    def accept_open(self, word: str) -> bool:
        """Go past `(word` if it follows."""
        if self.tokens[self.i] == "(" and self.tokens[self.i + 1] == word:
            self.i += 2
            return True
        return False

    def open(self, word: str) -> None:
        """Go past `(word`, which must follow."""
        if self.tokens[self.i] != "(":
            raise self.unexpected(f"`({word}`")
        self.i += 1
        if self.tokens[self.i] != word:
            raise self.unexpected(f"`{word}`")
        self.i += 1

    def close(self) -> None:
        """Go past `)`, which must follow."""
        if self.tokens[self.i] != ")":
            raise self.unexpected("`)`")
        self.i += 1

    def identifier(self) -> str | None:
        """The identifier that follows, with its `$`, if one does.

        Spec: text-id
        """
        token = self.tokens[self.i]
        if token[0] != "$":
            return None
        self.i += 1
        return token

    def strings(self) -> bytes:
        """The bytes of the strings that follow, joined.

        Spec: text-datastring
        """
        parts: list[bytes] = []
        while self.tokens[self.i][0] == '"':
            parts.append(self.string())
        return b"".join(parts)

    def string(self) -> bytes:
        """The bytes of a string.

        Spec: text-string
        """
        token = self.tokens[self.i]
        if token[0] != '"':
            raise self.unexpected("a string")
        try:
            data = string_bytes(token)
        except Malformed as error:
            raise self.error(error.message) from None
        self.i += 1
        return data

    def name(self) -> str:
        """The characters of a string.

        Spec: text-name
        """
        token = self.tokens[self.i]
        if token[0] != '"':
            raise self.unexpected("a name")
        try:
            name = string_name(token)
        except Malformed as error:
            raise self.error(error.message) from None
        self.i += 1
        return name

    def natural(self, N: int) -> int:
        """An unsigned number of N bits.

        Spec: text-int
        """
        token = self.tokens[self.i]
        if not NAT.fullmatch(token):
            raise self.unexpected("a natural number")
        return self._in_range(token, N)

    def assigned(self, prefix: str, N: int) -> int | None:
        """The N-bit number after `prefix` ("offset=", "align="), if that follows.

        Spec: text-memarg
        """
        token = self.tokens[self.i]
        if not token.startswith(prefix) or not NAT.fullmatch(token, len(prefix)):
            return None
        return self._in_range(token[len(prefix) :], N)

    def _in_range(self, literal: str, N: int) -> int:
        value = natural(literal, 2**N)
        if value is None:
            raise self.error(f"i{N} constant out of range: {shown(literal)}")
        self.i += 1
        return value

    def number(self, kind: str) -> int:
        """The bit pattern of a literal of `kind`: i8, i16, i32, i64, f32 or f64.

        Spec: text-num
        """
        token = self.tokens[self.i]
        bits = self._numbers.get((kind, token))
        if bits is None:
            bits = self._number(kind, token)
        self.i += 1
        return bits

    def lanes(self, shape: str) -> list[int]:
        """The bit patterns of the lanes of a vector of `shape`, lowest first.

        Spec: text-vec
        """
        kind, count = SHAPES[shape]
        found = [self._numbers.get((kind, t)) for t in self.tokens[self.i : self.i + count]]
        bits = [n for n in found if n is not None]
        if len(bits) < count or self.tokens[self.i + count] != ")":
            self._count_lanes(count)
            return [self.number(kind) for _ in range(count)]
        self.i += count
        return bits

    def _count_lanes(self, count: int) -> None:
        """Check that the number of numbers that follow is `count`."""
        i = self.i
        while NUMBER.fullmatch(self.tokens[i]):
            i += 1
        if i - self.i != count:
            if not _known(self.tokens[i]):
                raise self.unexpected("a number", i)
            raise self.error(f"wrong number of lane literals: {i - self.i} of {count}")

    def shape(self) -> str:
        """The name of a shape of vectors.

        Spec: text-vec
        """
        token = self.tokens[self.i]
        if token not in SHAPES:
            raise self.unexpected("a shape of vectors")
        self.i += 1
        return token

    def _number(self, kind: str, token: str) -> int:
        if not NUMBER.fullmatch(token):
            raise self.unexpected("a number")
        value = (integer_bits if kind[0] == "i" else float_bits)(token, SIZES[kind])
        if value is None:
            raise self.error(f"constant out of range: {shown(token)} is no {kind}")
        self._numbers[kind, token] = value
        return value

    def skip(self, i: int) -> int:
        """The number of the token after the `)` that matches the `(` at `i`, or of the last END."""
        tokens = self.tokens
        depth = 0
        while (token := tokens[i]) != END:
            i += 1
            if token == "(":
                depth += 1
            elif token == ")":
                depth -= 1
                if depth == 0:
                    break
        return i


def _known(token: str) -> bool:
    """Whether `token` belongs to the grammar at all."""
    if token[0] == FAULT:
        return False
    if token[0] in '()"$' or token in KEYWORDS or token in WORDS:
        return True
    word, equals, literal = token.partition("=")
    if equals:
        return word in ("offset", "align") and NAT.fullmatch(literal) is not None
    return NUMBER.fullmatch(token) is not None
