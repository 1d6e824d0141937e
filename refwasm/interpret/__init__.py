"""The reference tier: an explicit machine over one handler per row of the table."""
