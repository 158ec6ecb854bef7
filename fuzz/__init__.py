"""Fuzzing of whatever reads text that people write; see fuzz/README.md."""
