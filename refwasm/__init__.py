"""refwasm: WebAssembly 3.0, driven by one table; a reference to run, and to measure engines against."""

__version__ = "0.1.0"
