"""What is measured, as it passes from the measured processes to the table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeRun:
    """One process that coded reports; ``encoder_seconds`` is the part of ``seconds`` spent in the network's runs.

    ``cpu_seconds`` is the time that the cores worked for it: with one thread, less than ``seconds`` on a busy machine.
    """

    reports: int
    words: int
    seconds: float
    encoder_seconds: float
    cpu_seconds: float
    peak_bytes: int

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds

    @property
    def outside(self) -> float:
        """Time outside the encoder as a share of the time inside it."""
        return (self.seconds - self.encoder_seconds) / self.encoder_seconds


@dataclass(frozen=True, slots=True)
class EncoderRun:
    """One process that ran an encoder alone, over windows of at most ``window`` tokens of text."""

    window: int
    reports: int
    windows: int
    tokens: int
    seconds: float

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


@dataclass(frozen=True, slots=True)
class OneMore:
    """Storing and linking one report that comes alone to nearly ``reports`` others: medians, in seconds.

    ``linking`` is the whole of it, from reading what is near to writing the incidents; ``linking_cpu`` the time that a
    core worked for it.
    """

    reports: int
    adding: float
    linking: float
    linking_cpu: float


@dataclass(frozen=True, slots=True)
class ArchiveRun:
    """A store filled with the codings of ``reports`` reports, linked and asked; times are seconds.

    ``adding`` and ``linking`` are of the ``in_bulk`` reports that came many at once, ``singles`` of those that came
    alone, ``page`` of a page of incidents. ``size`` is the database's, in bytes.
    """

    reports: int
    in_bulk: int
    adding: float
    incidents: int
    linking: float
    singles: list[OneMore]
    page: float
    size: int


@dataclass(frozen=True, slots=True)
class IngestRun:
    """One ``tacitus ingest`` of a file of reports, from the start of the process to its end."""

    reports: int
    seconds: float
    incidents: int
    size: int

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


@dataclass(slots=True)
class Findings:
    """All that was measured so far; what was skipped stays empty, with its reason in ``skipped``."""

    reports: int = 0
    words: int = 0
    cores: int = 0
    one_core: CodeRun | None = None
    threads: CodeRun | None = None
    processes: list[CodeRun] = field(default_factory=list)
    start_seconds: float | None = None
    encoder: EncoderRun | None = None
    roberta: list[EncoderRun] = field(default_factory=list)
    ingest: IngestRun | None = None
    archive: ArchiveRun | None = None
    skipped: list[str] = field(default_factory=list)
