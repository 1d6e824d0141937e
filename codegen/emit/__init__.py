"""One module per generated file: each has `TARGET`, a path in the checkout, and `emit`.

`python -m codegen` runs all whose names stand here: `EMITTERS` make their file of the table, `FAST` of
its templates (`codegen/templates.py`), which take long to make and serve them all.
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
)
FAST = ("kernels", "compiler")
