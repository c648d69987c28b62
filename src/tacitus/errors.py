"""The errors that users meet: one root, a name for each kind of trouble."""

from __future__ import annotations


class TacitusError(Exception):
    """Root of all errors that the package raises on purpose; its text is fit to show to a user."""


class SourceError(TacitusError):
    """A source of reports could not be read; the text names the source and the reason."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class GoldError(TacitusError):
    """A gold file does not have the form that it must have."""


class ModelError(TacitusError):
    """The language model's weights are missing, broken, or a pipeline lacks what is needed."""
