"""One module for each engine; the functions that one may have are those of `engines/adapter.py`."""
