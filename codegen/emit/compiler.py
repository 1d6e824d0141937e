"""refwasm/generated/compiler.py: what the fast tier pastes for each row, specialised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.templates import Pasted, Templates
from codegen.writer import Writer, header, literal, tuple_of

TARGET = "refwasm/generated/compiler.py"
LONG = 60  # characters of a text on one line


def emit(templates: Templates) -> str:
    """The templates as values."""
    out = Writer()
    out.line(header("What the fast tier pastes for each row.", "codegen/emit/compiler.py"))
    out.line("from refwasm.compile.template import Effect, Loose, Step, Sure, Template")
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
        yield f"atoms={_names(pasted.atoms)}"
    if pasted.effect != "TOTAL":
        yield f"effect=Effect.{pasted.effect}"
    if pasted.constant:
        yield "constant=True"
    if pasted.free:
        yield f"free={_names(pasted.free)}"
    if loose := pasted.loose:
        parts = [_text(loose.text)]
        parts += [f"free={_names(loose.free)}"] if loose.free else []
        parts += [f"mask={literal(loose.mask)}"] if loose.mask else []
        parts += [f"bounds={_names(loose.bounds)}"] if loose.bounds else []
        parts += [f"slack={loose.slack}"] if loose.slack else []
        inner = ",\n".join(parts).replace("\n", "\n    ")
        yield f"loose=Loose(\n    {inner},\n)"
    if pasted.sure:
        yield f"sure=Sure({', '.join(map(literal, pasted.sure))})"


def _names(names: Iterable[str]) -> str:
    """A set of names."""
    return f"frozenset({tuple_of(map(literal, sorted(names)))})"


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
