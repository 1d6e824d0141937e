"""Abstract syntax: what every phase passes to the next (chapter "Structure")."""
