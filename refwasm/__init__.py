"""refwasm."""
