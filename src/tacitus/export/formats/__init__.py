"""Incidents and codings in the forms of other data sets and tools: one module a format."""
