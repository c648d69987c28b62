"""Codings for people and for programs: a page in the terminal, JSON, and the schema of that JSON."""
