"""The binary format: bytes to syntax and back."""
