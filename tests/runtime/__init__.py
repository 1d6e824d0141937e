"""Tests of memories, tables, references and instantiation."""
