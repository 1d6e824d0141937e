"""Valid modules at random, made from the table: inputs on which tiers and engines must agree."""
