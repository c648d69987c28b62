"""Reading reports: files, folders, web pages and standard input become ``Report`` objects."""

from tacitus.ingest.options import ReadOptions
from tacitus.ingest.sources import read_sources

__all__ = ["ReadOptions", "read_sources"]
