"""One module per generated file: each has `TARGET`, a path in the checkout, and `emit(table)`.

`python -m codegen` runs all whose names stand in `EMITTERS`.
"""

EMITTERS = (
    "package",
    "features",
    "opcodes",
    "decoder",
    "encoder",
    "keywords",
    "validator",
    "instructions_md",
    "interpreter",
    "kernels",
    "compiler",
)
