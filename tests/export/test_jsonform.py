from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tacitus.export.jsonform import json_document, json_lines
from tacitus.model import Coding


@pytest.mark.parametrize("count", [2, 3, 5])
def test_several_are_a_list(coding: Coding, count: int) -> None:
    document = json.loads("".join(json_document([coding] * count)))
    assert document == [json.loads(json.dumps(coding.to_dict()))] * count


def test_one_is_an_object_and_none_is_nothing(coding: Coding) -> None:
    assert json.loads("".join(json_document([coding])))["report"]["id"] == "r1"
    assert "".join(json_document([])) == ""


def test_lines_come_as_the_codings_do(coding: Coding) -> None:
    taken: list[int] = []

    def codings() -> Iterator[Coding]:
        for number in range(3):
            taken.append(number)
            yield coding

    lines = json_lines(codings())
    assert json.loads(next(lines))["report"]["id"] == "r1"
    assert taken == [0]
    assert [line.count("\n") for line in lines] == [1, 1]


def test_text_is_written_as_it_is(coding: Coding) -> None:
    text = "Çavuşoğlu said “no”\u2028 and left."
    (line,) = json_lines([Coding(replace(coding.report, text=text))])
    assert "Çavuşoğlu said “no”" in line
    assert json.loads(line)["report"]["text"] == text
