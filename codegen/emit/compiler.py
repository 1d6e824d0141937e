"""refwasm/generated/compiler.py: what the fast tier pastes for each row, specialised."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.templates import Pasted, Templates
from codegen.writer import Writer, header, literal, tuple_of

TARGET = "refwasm/generated/compiler.py"
LONG = 60  # characters of a text on one line


def emit(templates: Templates) -> str:
    """The templates as values."""
    out = Writer()
    out.line(header("What the fast tier pastes for each row.", "codegen/emit/compiler.py"))
    out.line("from refwasm.compile.template import Effect, Step, Template")
    out.line("from refwasm.generated import opcodes as o")
    out.line("from refwasm.syntax.instructions import Op")
    with out.block("\nTEMPLATES: dict[Op, Template] = {", "}"):
        for pasted in templates.rows:
            with out.block(f"o.{pasted.row.ident}: Template(", "),"):
                for line in _arguments(pasted):
                    out.line(f"{line},")
    return out.text()


def _arguments(pasted: Pasted) -> Iterator[str]:
    operands = [o for o in pasted.row.signature.params if o.name]
    if single := [literal(str(o.name)) for o in operands if not o.many]:
        yield f"operands={tuple_of(single)}"
    for operand in operands:
        if operand.many:
            yield f"sequence={literal(str(operand.name))}"
    if pasted.statements:
        yield f"statements={tuple_of(map(_text, pasted.statements))}"
    if pasted.steps:
        steps = (
            f"Step({literal(c)}, {literal(name)}, {tuple_of(map(literal, args)) if args else '()'})"
            for c, name, args in pasted.steps
        )
        yield f"steps={tuple_of(steps)}"
    if pasted.value:
        yield f"value={_text(pasted.value)}"
    if pasted.truth:
        yield f"truth={_text(pasted.truth)}"
    if not pasted.ordered:
        yield "ordered=False"
    if pasted.atoms:
        yield f"atoms=frozenset(({', '.join(map(literal, sorted(pasted.atoms)))},))"
    if pasted.effect != "TOTAL":
        yield f"effect=Effect.{pasted.effect}"
    if pasted.constant:
        yield "constant=True"


def _text(text: str) -> str:
    """A literal; a long one as several, in parentheses."""
    if len(text) <= LONG:
        return literal(text)
    parts: list[str] = [""]
    for word in text.split(" "):
        if len(parts[-1]) + len(word) > LONG:
            parts.append("")
        parts[-1] += word + " "
    parts[-1] = parts[-1][:-1]
    return "\n".join(("(", *(f"    {literal(part)}" for part in parts), ")"))
