"""What older editions and absent features refuse or do otherwise."""
