"""Names of a treebank that has none: annotated for the project by UNER's guidelines, kept apart from its sentences.

``ewt_names.tsv`` holds no word of the treebank: for each sentence with names its id, and type, first and last word
(counted from one, as in CoNLL-U) of every name. All sentences of EWT train with a proper noun were read; the others
have no names.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tacitus.evaluate.names import UNER_TYPES

EWT_NAMES = Path(__file__).with_name("ewt_names.tsv")

Names = tuple[tuple[int, int, str], ...]
"""Word ranges of a sentence, from zero and without the last, with the type of name."""


def read_names(path: Path = EWT_NAMES) -> Mapping[str, Names]:
    """The names of every sentence that has any, by its id.

    Raises:
        ValueError: a line is not of this form; the text names the file and the line.
    """
    found: dict[str, Names] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            id, *names = line.split("\t")
            found[id] = tuple(map(_name, names))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return found


def _name(told: str) -> tuple[int, int, str]:
    kind, first, last = told.split(" ")
    return int(first) - 1, int(last), UNER_TYPES[kind]
