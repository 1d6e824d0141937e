"""Text to tokens (chapter "Text Format", section "Lexical Format").

A token is a string that tells its own kind by its first character: `(` and `)` are themselves, `"`
begins a string, `$` an identifier, anything else is a keyword or a number. Identifiers are canonical:
`$"x"` is `$x`. What is no token at all is FAULT and a message, so that the error is the parser's when
it gets there, and the rest of a script can still be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress

from refwasm.errors import Malformed
from refwasm.regex import possessive
from refwasm.syntax.features import DEFAULT, Features, off
from refwasm.text.annotations import Annotation, extract
from refwasm.text.strings import PLAIN_SINGLE, STRING, canonical
from refwasm.text.words import off_words

IDCHAR = r"[0-9A-Za-z!#$%&'*+\-./:<=>?@\\^_`|~]"

UNCLOSED = (
    '"' + possessive(r'[^"\\\n\r]++|\\[^\n\r]', "*") + '"?+'
)  # a string, or what begins like one

# Everything is possessive, so that no input makes the matcher go back. Nested comments are the one
# thing that this expression cannot see: `(;` comes out alone, and `_blank_comments` is called.
TOKEN = re.compile(
    rf"""[ \t\n\r]++
    | \((?![;@]) | \)
    | {IDCHAR}++(?!")
    | {STRING}(?!{IDCHAR}|")
    | ;;[^\n\r]*+
    | \(;{possessive(r"[^;(]++|;(?![)])|[(](?!;)", "*")};\)
    | \(;
    | \(@{possessive(f"{IDCHAR}++|{STRING}", "?")}
    | {possessive(f"{IDCHAR}++|{STRING}", "+")}
    | {UNCLOSED}
    | .""",
    re.DOTALL | re.VERBOSE,
)
COMMENT_OR_STRING = re.compile(UNCLOSED + r"|;;[^\n\r]*+|\(;")
COMMENT_DELIMITER = re.compile(r"\(;|;\)")
FAULT = "\0"
END = FAULT + "unexpected token: the text ends here"
AHEAD = 6  # more than any parser looks ahead


@dataclass(slots=True)
class Tokens:
    """Tokens and where each begins, in characters; the last AHEAD of them are END.

    Words that `features` do not know are FAULT.
    """

    texts: list[str]
    offsets: list[int]
    annotations: list[Annotation]
    features: Features = DEFAULT
    annotated: frozenset[int] = frozenset()  # the numbers of tokens before which annotations stand


def tokenize(
    text: str, *, annotations: frozenset[str] = frozenset(), features: Features = DEFAULT
) -> Tokens:
    """The tokens of `text`, without comments, and with the annotations of the kinds asked for.

    Spec: text-token
    """
    raw = TOKEN.findall(text)
    distinct = set(raw)
    unclosed = None
    if "(;" in distinct:
        blanked, unclosed = _blank_comments(text)
        raw = TOKEN.findall(blanked)
        distinct = set(raw)
    blank = {s for s in distinct if s[0] in " \t\n\r" or s.startswith((";;", "(;"))}
    wanted = [s not in blank for s in raw]
    texts = list(compress(raw, wanted))
    offsets = list(compress(accumulate(map(len, raw), initial=0), wanted))
    kept: list[Annotation] = []
    if "annotations" in features and any(s.startswith("(@") for s in distinct):
        texts, offsets, kept = extract(texts, offsets, annotations)
    if unknown := _unknown(distinct, features):
        texts = [unknown.get(s, s) for s in texts]
    odd = {s for s in distinct if '"' in s or (len(s) == 1 and s not in PLAIN_SINGLE)}
    changed = {s: c for s in odd - blank if (c := canonical(s)) != s}
    if changed:
        texts = [changed.get(s, s) for s in texts]
    if unclosed is not None:
        texts.append(FAULT + "unclosed comment")
        offsets.append(unclosed)
    texts += [END] * AHEAD
    offsets += [len(text)] * AHEAD
    return Tokens(texts, offsets, kept, features, frozenset(a.at for a in kept))


def _unknown(distinct: set[str], features: Features) -> dict[str, str]:
    """What stands for those of the tokens that `features` do not know."""
    came = {s: name for s, name in off_words(features).items() if s in distinct}
    if "annotations" not in features:
        came |= {s: "annotations" for s in distinct if s.startswith(("(@", '$"'))}
    return {s: f"{FAULT}unknown operator {s} {off(name)}" for s, name in came.items()}


def decode_source(source: bytes) -> str:
    """The characters of `source`.

    Spec: text-source
    """
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        before = source[: error.start].decode()
        raise Malformed("malformed UTF-8 encoding", offset=len(before)) from None


def _blank_comments(text: str) -> tuple[str, int | None]:
    """`text` with block comments made spaces, and where the one begins that has no end.

    Spec: text-comment
    """
    parts: list[str] = []
    done = at = 0
    while found := COMMENT_OR_STRING.search(text, at):
        at = found.end()
        if found[0] != "(;":
            continue
        depth = 1
        while depth:
            delimiter = COMMENT_DELIMITER.search(text, at)
            if delimiter is None:
                return "".join(parts) + text[done : found.start()], found.start()
            depth += 1 if delimiter[0] == "(;" else -1
            at = delimiter.end()
        parts += (text[done : found.start()], " " * (at - found.start()))
        done = at
    return "".join(parts) + text[done:], None
