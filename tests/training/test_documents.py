from __future__ import annotations

import pytest

from tacitus.language.labels import Labels
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TrainingDoc, write_spans


def test_a_blank_column_knows_nothing_and_lies_with_its_task(parsed: TrainingDoc) -> None:
    column, pointer = parsed.blank("name"), parsed.blank("coref")
    assert column == pointer == [IGNORE] * 7
    assert parsed.tags["name"] is column
    assert parsed.pointers["coref"] is pointer


@pytest.mark.parametrize(("outside", "rest"), [(0, 0), (OUTSIDE_OR_UNMARKED, OUTSIDE_OR_UNMARKED), (None, IGNORE)])
def test_spans_are_written_as_bio(labels: Labels, outside: int | None, rest: int) -> None:
    column = [IGNORE] * 6
    write_spans(column, [(0, 1, "ORG"), (2, 5, "PERSON")], labels.name, outside=outside)
    assert [labels.name[index] if index > 0 else index for index in column] == [
        "B-ORG",
        rest,
        "B-PERSON",
        "I-PERSON",
        "I-PERSON",
        rest,
    ]
