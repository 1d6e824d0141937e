"""Written by `python -m codegen` from opcodes.yaml; never edited by hand."""
