"""`python -m codegen.vectors [--check]`: write the computed scripts, or compare them in memory."""

import sys
from pathlib import Path

from codegen.vectors.conversions import conversions_wast
from codegen.vectors.literals import literals_wast
from codegen.vectors.relaxed import relaxed_simd_wast
from codegen.vectors.scalar import floats_wast, integers_wast
from codegen.vectors.script import Script
from codegen.vectors.simd_conversions import simd_conversions_wast
from codegen.vectors.simd_floats import simd_floats_wast
from codegen.vectors.simd_integers import simd_integers_wast
from codegen.vectors.simd_lanes import simd_lanes_wast

FOLDER = Path(__file__).parents[2] / "refwasm" / "vectors"


def scripts() -> dict[str, Script]:
    """Every computed script by its file name."""
    return {
        "integers.wast": integers_wast(),
        "floats.wast": floats_wast(),
        "conversions.wast": conversions_wast(),
        "literals.wast": literals_wast(),
        "simd_integers.wast": simd_integers_wast(),
        "simd_floats.wast": simd_floats_wast(),
        "simd_lanes.wast": simd_lanes_wast(),
        "simd_conversions.wast": simd_conversions_wast(),
        "relaxed_simd.wast": relaxed_simd_wast(),
    }


def difference(name: str, expected: str) -> str | None:
    """The first line of a file that is not what the generator writes, or None."""
    path = FOLDER / name
    actual = path.read_text(encoding="utf-8") if path.exists() else ""
    if actual == expected:
        return None
    for number, (was, now) in enumerate(
        zip(actual.split("\n"), expected.split("\n"), strict=False), 1
    ):
        if was != now:
            return f"refwasm/vectors/{name}:{number}: {was!r} should be {now!r}"
    return f"refwasm/vectors/{name}: shorter or longer than it should be"


def main(arguments: list[str]) -> int:
    """Write the files that changed; with `--check` name the first difference and fail."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m codegen.vectors [--check]", file=sys.stderr)
        return 2
    for name, script in scripts().items():
        text = script.text()
        found = difference(name, text)
        if found and arguments:
            print(found, file=sys.stderr)
            return 1
        if found:
            (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
