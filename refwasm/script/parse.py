"""Scripts: the commands of a `.wast` file, which are not run here.

A module that is written out is read as part of its command; if it is malformed, that error takes its
place and the script goes on after it.
"""

from __future__ import annotations

from collections.abc import Callable

from refwasm.customs.registry import IDS
from refwasm.errors import Malformed
from refwasm.script.commands import (
    Action,
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    BinaryModule,
    Command,
    Definition,
    Get,
    InstanceCommand,
    Invoke,
    ModuleCommand,
    NanPattern,
    QuotedModule,
    Register,
    TextModule,
)
from refwasm.script.parse_values import const, pattern
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.text.cursor import Cursor
from refwasm.text.lexer import END, Tokens, tokenize
from refwasm.text.parse_module import parse_module_at
from refwasm.text.words import DIRECTIVES, FIELDS


def parse_script(text: str, *, features: Features = DEFAULT) -> list[Command]:
    """The commands of the script `text`; fields of a module alone are the module.

    Spec: the interpreter's manual, section "Scripts"
    """
    tokens = tokenize(text, annotations=IDS, features=features)
    p = ScriptParser(tokens)
    if p.tokens[0] == "(" and p.tokens[1] in FIELDS:
        return [p.inline_module()]
    commands: list[Command] = []
    while p.tokens[p.i] != END:
        commands.append(p.command())
    return commands


class ScriptParser(Cursor):
    """Reads commands; in all methods but `command` the `(` and the keyword have been passed."""

    __slots__ = ("_directives", "_tokens")

    def __init__(self, tokens: Tokens):
        super().__init__(tokens)
        self._tokens = tokens
        fails = self.assert_fails
        refused = self.assert_module
        self._directives: dict[str, Callable[[int, str], Command]] = {
            "module": self.module,
            "register": self.register,
            "invoke": self.action_command,
            "get": self.action_command,
            "assert_return": self.assert_return,
            "assert_return_canonical_nan": self.assert_return_nan,
            "assert_return_arithmetic_nan": self.assert_return_nan,
            "assert_trap": fails,
            "assert_exhaustion": fails,
            "assert_exception": fails,
            "assert_malformed": refused,
            "assert_invalid": refused,
            "assert_unlinkable": refused,
            "assert_malformed_custom": refused,
            "assert_invalid_custom": refused,
        }

    def command(self) -> Command:
        """One command."""
        offset = self.offsets[self.i]
        word = self.tokens[self.i + 1]
        if self.tokens[self.i] != "(" or word not in DIRECTIVES:
            raise self.unexpected("a command", self.i + (self.tokens[self.i] == "("))
        self.i += 2
        found = self._directives[word](offset, word)
        if word not in ("module", "invoke", "get"):
            self.close()
        return found

    def inline_module(self) -> ModuleCommand:
        """The module whose fields are the whole script."""
        offset = self.offsets[0]
        definition = self.text_module(0, None)
        phrases = i = 0
        while self.tokens[i] != END:
            i = self.skip(i)
            phrases += 1
        if isinstance(definition.module, Module) and self.i != i:
            definition = TextModule(self.unexpected("a module field"))
        return ModuleCommand(offset, None, definition, False, phrases)

    def module(self, offset: int, word: str) -> Command:
        """A definition, or an instance of one; its `)` is passed."""
        if self.accept("instance"):
            return self.instance(offset)
        definition_only = self.accept("definition")
        name = self.variable()
        return ModuleCommand(offset, name, self.definition(name), definition_only)

    def instance(self, offset: int) -> InstanceCommand:
        """`$name? $module?`, of which one alone is the module."""
        first, second = self.variable(), self.variable()
        self.close()
        if second is None:
            return InstanceCommand(offset, None, first)
        return InstanceCommand(offset, first, second)

    def definition(self, name: str | None) -> Definition:
        """What the module `name` is, after its identifier; its `)` is passed."""
        if self.accept("binary"):
            data = self.strings()
            self.close()
            return BinaryModule(data)
        if self.accept("quote"):
            quoted = self.strings()
            self.close()
            return QuotedModule(quoted)
        before = self.i
        module = self.text_module(before, name)
        if self.tokens[self.i] != ")" and not isinstance(module.module, Malformed):
            module = TextModule(self.unexpected("a module field"))
        self.i = before
        self._pass_close()
        return module

    def text_module(self, first: int, name: str | None) -> TextModule:
        """The module `name` whose fields begin at token `first`, or the error that it has."""
        try:
            module, self.i = parse_module_at(self._tokens, first, name and "$" + name)
        except Malformed as error:
            # The traceback would keep everything alive that was read so far.
            return TextModule(error.with_traceback(None))
        return TextModule(module)

    def _pass_close(self) -> None:
        """Go past the `)` that closes what is open, whatever stands before it."""
        while self.tokens[self.i] not in (")", END):
            self.i = self.skip(self.i) if self.tokens[self.i] == "(" else self.i + 1
        self.close()

    def variable(self) -> str | None:
        """The identifier that follows, without its `$`, if one does."""
        name = self.identifier()
        return None if name is None else name[1:]

    def register(self, offset: int, word: str) -> Command:
        """`"name" $module?`"""
        return Register(offset, self.name(), self.variable())

    def action_command(self, offset: int, word: str) -> Command:
        """An action outside an assertion; its `)` is passed."""
        self.i -= 2
        return ActionCommand(offset, self.action())

    def action(self) -> Action:
        """`(invoke $module? "name" const*)` or `(get $module? "name")`."""
        if self.accept_open("get"):
            get = Get(self.variable(), self.name())
            self.close()
            return get
        if not self.accept_open("invoke"):
            raise self.unexpected("an action", self.i + (self.tokens[self.i] == "("))
        module, name = self.variable(), self.name()
        args = []
        while not self.accept(")"):
            args.append(const(self))
        return Invoke(module, name, tuple(args))

    def assert_return(self, offset: int, word: str) -> Command:
        """An action, and a pattern for each of its results."""
        action = self.action()
        patterns = []
        while self.tokens[self.i] != ")":
            patterns.append(pattern(self))
        return AssertReturn(offset, action, tuple(patterns))

    def assert_return_nan(self, offset: int, word: str) -> Command:
        """An action whose result is a NaN, as suites before 2.0 say it."""
        canonical = word == "assert_return_canonical_nan"
        return AssertReturn(offset, self.action(), (NanPattern(None, canonical),))

    def assert_fails(self, offset: int, word: str) -> Command:
        """An action and the text of its failure; or, for traps, a module to instantiate."""
        if word == "assert_trap" and self.opens("module"):
            return self.assert_module(offset, word)
        action = self.action()
        text = "" if self.tokens[self.i] == ")" else self.message()
        return AssertFails(offset, word, action, text)

    def assert_module(self, offset: int, word: str) -> Command:
        """A module, or an instance of one, and the text of its failure."""
        place = self.offsets[self.i]
        self.open("module")
        if word in ("assert_unlinkable", "assert_trap") and self.accept("instance"):
            instance = self.instance(place)
            return AssertModule(offset, word, None, instance, self.message())
        self.accept("definition")
        definition = self.definition(self.variable())
        return AssertModule(offset, word, definition, None, self.message())

    def message(self) -> str:
        """The text that a failure is expected to begin with."""
        return self.string().decode(errors="replace")
