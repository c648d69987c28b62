"""The sections of a report's page, each a function from a coding to what Rich can print; nothing to show is empty."""
