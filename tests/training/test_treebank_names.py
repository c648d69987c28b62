from __future__ import annotations

from pathlib import Path

import pytest

from training.treebank_names import EWT_NAMES, read_names


def test_ranges_count_from_zero_and_leave_out_the_last_word(tmp_path: Path) -> None:
    file = tmp_path / "names.tsv"
    file.write_text("a-0001\tPER 1 2\tLOC 7 7\n", encoding="utf-8")
    assert read_names(file) == {"a-0001": ((0, 2, "PERSON"), (6, 7, "PLACE"))}


@pytest.mark.parametrize("line", ["a-0001\tPER 1", "a-0001\tDATE 1 2", "a-0001\tPER one two"])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "names.tsv"
    file.write_text(f"a-0000\tORG 1 1\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"names\.tsv, line 2"):
        read_names(file)


def test_names_stand_in_order_and_do_not_overlap() -> None:
    for names in read_names(EWT_NAMES).values():
        ends = [0, *(end for _, end, _ in names)]
        assert all(start >= end for (start, _, _), end in zip(names, ends, strict=False))
        assert all(start < end for start, end, _ in names)
