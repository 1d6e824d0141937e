"""wasmer's runner of scripts, which its command line has if it was built so. $WASMER may name it.

It compares the words of messages and knows no way not to; here the class of a failure decides. What uses
the current instance after an assertion about a module passes without being run: the runner has forgotten it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from refwasm.engines.adapter import Absent, binary, first_line, printed
from refwasm.engines.batch import Output
from refwasm.engines.scripts import BACKTRACE, Said, read_output_of
from refwasm.script.json_values import Json

COMMAND = re.compile(r"^ *wast\b", re.MULTILINE)
LISTED = "Failed directives on "
ENTRY = re.compile(r"• (.*?) \((\d+):\d+\)\s*$", re.DOTALL | re.MULTILINE)

# What was asserted came, in other words. Texts that tell another class of failure end actions too.
REFUSED = re.compile(
    "assert_invalid: expected .*, got .*instantiation failed with: Validation error"
    "|assert_unlinkable: expected .*, got instantiation failed with: "
    "(Error while importing|constant expression required)"
)
TRAPPED = re.compile(r"expected '.*', got 'RuntimeError: ")
OTHER_CLASSES = ("call stack exhausted", "uncaught exception")

ABSENT = ("module_instance", "assert_malformed_custom", "assert_invalid_custom")
OF_MODULES = ("assert_unlinkable", "assert_uninstantiable")


def get_name() -> str:
    return "wasmer"


def get_version() -> str:
    name, *_ = program()
    if not COMMAND.search(printed([name, "--help"])):
        raise Absent(f"{name} was built without `wast`; the engine wasmer-run needs none")
    return first_line([name, "--version"])


def program() -> list[str]:
    return binary("WASMER", "wasmer")


def compute_script_argv(script: str) -> list[str]:
    name, *given = program()
    return [name, "wast", "--enable-all", *given, script]


def read_output(output: Output, file: str) -> Said:
    """It goes on after a failure and lists them all, unless it cannot read the script."""
    _, listed, rest = output.stderr.partition(LISTED)
    if not listed:
        return read_output_of(output, file)
    entries = [(int(line), _shown(text)) for text, line in ENTRY.findall(rest)]
    return Said([(line, text) for line, text in entries if not in_other_words(text)], True)


def _shown(text: str) -> str:
    """`text` on one line, without a backtrace."""
    cut = BACKTRACE.search(text)
    return " ".join(text[: cut.start() if cut else None].split())


def in_other_words(text: str) -> bool:
    """Whether a directive failed, as `text` says, for the words of the engine's message alone."""
    if REFUSED.match(text):
        return True
    return bool(TRAPPED.match(text)) and not any(words in text for words in OTHER_CLASSES)


def counts_results() -> bool:
    """It compares as many results as there are, or are expected, if that is less."""
    return False


def lacks(command: Mapping[str, Json]) -> str:
    """What the runner takes as passed without a look at it, does not have, or does otherwise."""
    kind = str(command["type"])
    if kind == "assert_malformed" and command["module_type"] == "text":
        return "wasmer reads no text that is to be malformed"
    if kind == "module_definition":
        return "wasmer makes an instance of every definition"
    if kind in ABSENT or (kind in OF_MODULES and "filename" not in command):
        return f"wasmer has no {kind}"
    return ""
