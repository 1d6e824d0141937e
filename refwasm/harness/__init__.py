"""The conformance harness: finding the suite, running it in parallel, reporting."""
