"""Build-time only: reads opcodes.yaml and writes refwasm/generated; imports nothing of refwasm."""
