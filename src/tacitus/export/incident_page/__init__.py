"""Incidents for the terminal: the list of them, and one with all that its reports tell of it."""
