"""The binary format."""
