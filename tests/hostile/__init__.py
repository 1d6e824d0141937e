"""Input that means harm: deep, long, broken, endless."""
