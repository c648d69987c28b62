from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.errors import GoldError
from tacitus.evaluate.lgl import read_lgl, score_lgl

_NAME = (
    "<toponym><start>{start}</start><end>{end}</end><phrase>{words}</phrase>"
    "<gaztag geonameid='1'><lat>{lat}</lat><lon>{lon}</lon></gaztag></toponym>"
)


def _article(text: str, *names: tuple[str, float, float], more: str = "") -> str:
    toponyms = "".join(
        _NAME.format(start=text.index(words), end=text.index(words) + len(words), words=words, lat=lat, lon=lon)
        for words, lat, lon in names
    )
    return f"<article><text><![CDATA[{text}]]></text><toponyms>{toponyms}{more}</toponyms></article>"


def _file(folder: Path, *articles: str) -> Path:
    path = folder / "lgl.xml"
    path.write_text(f"<articles>{''.join(articles)}</articles>", encoding="utf-8")
    return path


def test_names_are_counted_by_the_distance_of_their_points(tmp_path: Path) -> None:
    right = _article("A fire broke out in Glasgow, Kentucky on Monday.", ("Glasgow", 37.0, -85.91))
    wrong = _article("The mayor of Glasgow spoke.", ("Glasgow", 37.0, -85.91))
    unknown = _article("A fire in Qwertyabad.", ("Qwertyabad", 37.0, -85.91))
    score = score_lgl(_file(tmp_path, wrong, unknown))
    assert (score.all.right, score.all.count, score.resolved.right, score.resolved.count) == (0, 2, 0, 1)
    kentucky = ("Kentucky", 38.2, -84.9)
    right = _article("A fire broke out in Glasgow, Kentucky on Monday.", ("Glasgow", 37.0, -85.91), kentucky)
    score = score_lgl(_file(tmp_path, right))
    assert (score.all.right, score.all.count, score.resolved.right, score.resolved.count) == (2, 2, 2, 2)


def test_names_that_gold_leaves_open_are_not_counted(tmp_path: Path) -> None:
    bare = "<toponym><start>2</start><end>6</end><phrase>fire</phrase></toponym>"
    path = _file(tmp_path, _article("A fire in Kyiv.", ("Kyiv", 50.45, 30.52), more=bare))
    assert [name.point for name in read_lgl(path)[0].toponyms] == [None, (50.45, 30.52)]
    assert score_lgl(path).all.count == 1


def test_a_people_stands_for_its_state(tmp_path: Path) -> None:
    score = score_lgl(_file(tmp_path, _article("Russian officials met.", ("Russian", 60.0, 100.0))))
    assert score.resolved.right == 1


@pytest.mark.parametrize("content", ["", "<articles><article>", "<articles><article><toponym/></article></articles>"])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lgl.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"lgl\.xml"):
        read_lgl(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"lgl\.xml: No such file"):
        read_lgl(tmp_path / "lgl.xml")
