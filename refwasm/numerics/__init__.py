"""The standard's numeric operators as pure functions: between syntax and everything that computes."""
