"""The fast tier: functions become Python source, pasted from a template per row."""
