"""Codebooks: what published rule sets make of the numbers that claimants state; their tables are data (``*.toml``)."""
