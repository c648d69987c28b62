from __future__ import annotations

import dataclasses
import json

import pytest

from tacitus.model import Coding, Report


def test_an_actor_is_found_by_its_id(coding: Coding) -> None:
    actor = coding.actor("a2")
    assert actor is not None
    assert actor.name == "Azerbaijan"
    assert coding.actor(None) is None


def test_an_id_that_is_not_there_is_an_error(coding: Coding) -> None:
    with pytest.raises(KeyError):
        coding.actor("a99")


def test_an_actor_that_is_several_means_its_members(coding: Coding) -> None:
    one, other = coding.actors[:2]
    both = dataclasses.replace(one, id="a98", name="both sides", side=None, members=(one.id, other.id))
    told = dataclasses.replace(coding, actors=(*coding.actors, both))
    assert told.meant("a98") == (one, other)
    assert told.meant(one.id) == (one,)
    assert told.meant(None) == ()


def test_an_actor_whose_members_are_not_known_means_itself(coding: Coding) -> None:
    both = dataclasses.replace(coding.actors[0], id="a98", name="both sides", side=None)
    assert dataclasses.replace(coding, actors=(both,)).meant("a98") == (both,)


def test_a_coding_cannot_be_changed(coding: Coding) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        coding.claims = ()  # type: ignore[misc]


def test_it_becomes_plain_json(coding: Coding) -> None:
    data = coding.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert list(data) == [field.name for field in dataclasses.fields(Coding)]


def test_days_are_iso_and_bounds_stand_among_the_figures_keys(coding: Coding) -> None:
    data = json.loads(json.dumps(coding.to_dict()))
    assert data["report"]["published"] == "2022-09-14"
    assert data["claims"][0]["said"] == "2022-09-13"
    figure = next(figure for figure in data["figures"] if figure["id"] == "f3")
    assert (figure["low"], figure["best"], figure["high"]) == (90, 100, 100)
    assert "bounds" not in figure
    assert figure["group"] == {"side": None, "type": "military", "actor": None}


def test_spans_point_into_the_text_that_is_given_along(coding: Coding) -> None:
    data = json.loads(json.dumps(coding.to_dict()))
    span = data["figures"][1]["span"]
    assert data["report"]["text"][span["start"] : span["end"]] == "49 of his soldiers"


def test_a_report_without_anything_has_empty_lists() -> None:
    data = Coding(Report("r", "Snow fell.")).to_dict()
    assert [data[key] for key in ("actors", "claims", "figures", "checks")] == [[], [], [], []]
