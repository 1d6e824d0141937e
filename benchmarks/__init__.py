"""What the README's figures come from: `python -m benchmarks`. Reads refwasm; nothing reads it."""
