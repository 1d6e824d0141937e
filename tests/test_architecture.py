"""The rules that no linter knows: layers, sizes, what a file of each kind may hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]

# From the bottom to the top; an import goes down, or stays in its package.
LAYERS = (
    ("errors", "regex", "source"),
    ("syntax",),
    ("numerics",),
    ("binary", "text", "validation", "customs"),
    ("runtime",),
    ("interpret",),
    ("compile",),
    ("embedding",),
    ("wasi", "script"),
    ("engines",),
    ("harness",),
    ("oracle", "fuzz"),
    ("diff",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}

# Generated files count as the layer that they serve.
SERVES = {
    "opcodes": "syntax",
    "features": "syntax",
    "keywords": "text",
    "decoder": "binary",
    "encoder": "binary",
    "validator": "validation",
    "interpreter": "interpret",
    "kernels": "compile",
    "compiler": "compile",
}

# Within a layer only these: custom sections have a binary form and annotations, and kinds that both
# formats look up; a text may hold a binary.
BESIDE = {
    ("binary", "customs"),
    ("text", "customs"),
    ("customs", "binary"),
    ("customs", "text"),
    ("text", "binary"),
}

LONGEST = 400  # lines
LONGER: dict[str, str] = {}  # hand-written files above that, each with the reason


def files(*folders: str) -> list[Path]:
    """The Python files of `folders`, by path from the root."""
    return sorted(
        path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py")
    )


@cache
def tree(path: Path) -> ast.Module:
    """The file at `path`, parsed."""
    return ast.parse((ROOT / path).read_text("utf-8"))


def dotted(path: Path) -> str:
    """The name of the module in the file at `path`."""
    return ".".join(path.with_suffix("").parts)


def generated(path: Path) -> bool:
    """Whether the generator wrote the file."""
    return path.parent.name == "generated" and path.name != "__init__.py"


def layer_of(module: str) -> str:
    """The layer of the dotted name `module` of something in refwasm; empty for the package itself."""
    _, first, second, *_ = [*module.split("."), "", ""]
    return SERVES.get(second, "") if first == "generated" else first.removeprefix("__init__")


def imports(path: Path, *, typing: bool = True) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of each import; without those for type checking alone if asked."""
    skip: set[ast.AST] = set()
    for node in ast.walk(tree(path)):
        if not typing and isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            skip.update(inner for statement in node.body for inner in ast.walk(statement))
    for node in ast.walk(tree(path)):
        if node in skip:
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = node.module or ""
            package = whole in ("refwasm", "refwasm.generated")
            names = [f"{whole}.{a.name}" for a in node.names] if package else [whole]
            yield from ((node.lineno, name) for name in names)


def test_every_package_has_a_layer() -> None:
    packages = {path.parts[1].removesuffix(".py") for path in files("refwasm")}
    assert packages - {"__init__", "generated", "vectors"} <= RANK.keys()
    written = {path.stem for path in files("refwasm/generated")} - {"__init__"}
    assert written <= SERVES.keys()


def test_imports_go_down_the_layers() -> None:
    wrong = []
    for path in files("refwasm"):
        here = layer_of(dotted(path))
        for line, name in imports(path, typing=False):
            there = layer_of(name) if name.partition(".")[0] == "refwasm" else ""
            judged = here and there in RANK and there != here and (here, there) not in BESIDE
            if judged and RANK[there] >= RANK[here]:
                wrong.append(f"{path}:{line}: {here} imports {name}")
    assert wrong == []


# What each part may import; everything else of refwasm needs the standard library alone.
FOREIGN = {
    "refwasm/cli": {"refwasm", "click", "rich"},
    "refwasm/engines/drivers": {"wasmtime"},  # run by themselves
    "refwasm/harness": {"refwasm", "pytest", "xdist"},
    "refwasm": {"refwasm"},
    "codegen": {"codegen", "yaml", "jsonschema"},
}


def test_each_part_imports_what_it_may() -> None:
    """refwasm the standard library, the generator nothing of what it writes, nobody the tests."""
    wrong = []
    for path in files("refwasm", "codegen"):
        part = next(part for part in FOREIGN if path.is_relative_to(part))
        for line, name in imports(path):
            if name.partition(".")[0] not in FOREIGN[part] | sys.stdlib_module_names:
                wrong.append(f"{path}:{line}: imports {name}")
    assert wrong == []


def test_importing_refwasm_imports_no_foreign_package() -> None:
    """Of the whole package in a process without site-packages, apart from what may have them."""
    modules = [
        dotted(path)
        for path in files("refwasm")
        if path.parts[1] not in ("cli", "harness", "__main__.py")
        and path.parts[-2] != "drivers"
        and path.stem != "__init__"
    ]
    program = f"import sys\nsys.path[:0] = [{str(ROOT)!r}]\nimport {', '.join(modules)}"
    subprocess.run([sys.executable, "-I", "-S", "-c", program], check=True)


def test_no_import_takes_everything() -> None:
    wrong = []
    for path in files("refwasm", "codegen"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                wrong.append(f"{path}:{node.lineno}")
    assert wrong == []


def test_every_module_says_what_it_is() -> None:
    paths = files("refwasm", "codegen")
    assert [str(path) for path in paths if not ast.get_docstring(tree(path))] == []


def test_a_package_file_holds_a_docstring() -> None:
    """Only those of refwasm itself and of the emitters say what there is, besides."""
    other = (Path("refwasm/__init__.py"), Path("codegen/emit/__init__.py"))
    paths = [p for p in files("refwasm", "codegen") if p.name == "__init__.py" and p not in other]
    assert [str(path) for path in paths if len(tree(path).body) > 1] == []


def test_lengths() -> None:
    lengths = {
        str(path): len((ROOT / path).read_text("utf-8").splitlines())
        for path in files("refwasm", "codegen", "tests", "benchmarks")
        if not generated(path)
    }
    assert {path for path, length in lengths.items() if length > LONGEST} == LONGER.keys()


def test_generated_files_say_so() -> None:
    heads = {p: (ROOT / p).read_text("utf-8")[:400].lower() for p in files("refwasm/generated")}
    wrong = [
        str(path)
        for path, head in heads.items()
        if generated(path) and not ("codegen" in head and "do not edit" in head)
    ]
    assert wrong == []


def test_nobody_patches_generated_code() -> None:
    """A module of generated code is imported and used, its names never assigned to."""
    wrong = []
    for path in files("refwasm"):
        modules = {name.rpartition(".")[2] for _, name in imports(path) if ".generated." in name}
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Assign):
                continue
            for target in node.targets:
                if isinstance(target, ast.Attribute) and ast.unparse(target.value) in modules:
                    wrong.append(f"{path}:{node.lineno}: {ast.unparse(target)}")
    assert wrong == []


def test_exceptions_to_linters_have_a_reason() -> None:
    """`# noqa: X - why`, and `# type: ignore[x]` with another comment after it."""
    wrong = []
    for path in files("refwasm", "codegen"):
        for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
            _, noqa, why = line.partition("# noqa")
            _, ignore, reason = line.partition("# type: ignore")
            no_reason = noqa and not (why.startswith(": ") and " - " in why)
            if no_reason or (ignore and not (reason.startswith("[") and "  # " in reason)):
                wrong.append(f"{path}:{number}: {line.strip()}")
    assert wrong == []
