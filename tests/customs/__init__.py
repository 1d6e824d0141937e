"""Custom sections and annotations, kind by kind."""
