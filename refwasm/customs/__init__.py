"""Custom sections and annotations: one file for each kind (appendix "Custom Sections and Annotations")."""
