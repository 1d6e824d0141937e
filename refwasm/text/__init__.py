"""The text format: characters to syntax."""
