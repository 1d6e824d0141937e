"""Scripts (`.wast`): commands, and running them."""
