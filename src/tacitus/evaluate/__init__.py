"""Scorers of codings against annotated reports, and of the language model against public data."""
