from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.evaluate.annotation import Gold, GoldClaim, GoldEvent, GoldFigure, GoldPlace
from tacitus.language.labels import Labels
from tacitus.model import Bounds
from training.corpus import corpus_docs
from training.documents import IGNORE, TrainingDoc

TEXT = (
    "Armenia's minister, Vardan Hakobyan, said 49 soldiers had died. "
    "Hakobyan accused Azerbaijan of firing first. The road of 30 km is shut."
)


def claim(content: str, *, source: str | None, cue: str | None, speaker: str = "Vardan Hakobyan") -> GoldClaim:
    return GoldClaim(speaker, "ARM", "accuse" if cue == "accused" else "assert", content, source, cue)


def gold(*claims: GoldClaim) -> Gold:
    figure = GoldFigure("killed", Bounds(49, 49, 49), "ARM", "military", "ARM", False, "49 soldiers")
    return Gold("t", TEXT, None, None, None, None, claims, (figure,))


SAID = claim("49 soldiers had died", source="Vardan Hakobyan", cue="said")
ACCUSED = claim("Azerbaijan of firing first", source="Hakobyan", cue="accused")


@pytest.fixture
def doc(labels: Labels) -> TrainingDoc:
    return corpus_docs([gold(SAID, ACCUSED)], labels)[0]


def tagged(doc: TrainingDoc, column: list[int], names: tuple[str, ...]) -> dict[str, str]:
    """The words with a label, the last of each."""
    return {word: names[index] for word, index in zip(doc.words, column, strict=True) if index > 0}


def test_claims_are_marked_with_source_cue_and_content(doc: TrainingDoc, labels: Labels) -> None:
    found = tagged(doc, doc.tags["claim"], labels.claim)
    assert found["said"] == found["accused"] == "B-CUE"
    assert (found["49"], found["died"]) == ("B-CONTENT", "I-CONTENT")
    assert found["Vardan"] == "B-SOURCE"
    assert "road" not in found
    assert doc.tags["claim"][doc.words.index("road")] == 0


def test_parts_of_a_claim_point_to_its_cue(doc: TrainingDoc) -> None:
    cue = doc.words.index("accused")
    assert {doc.pointers["cue"][doc.words.index(word)] for word in ("accused", "firing", "first")} == {cue}


def test_stances_are_taught_on_the_words_that_are_said(doc: TrainingDoc, labels: Labels) -> None:
    stance = doc.tags["stance"]
    assert labels.stance[stance[doc.words.index("firing")]] == "accuse"
    assert labels.stance[stance[doc.words.index("died")]] == "assert"
    assert stance[doc.words.index("road")] == IGNORE


def test_numbers_that_count_nobody_are_taught_as_such(doc: TrainingDoc, labels: Labels) -> None:
    kind = {word: doc.tags["kind"][doc.words.index(word)] for word in ("49", "30", "road")}
    assert labels.kind[kind["49"]] == "killed"
    assert kind["road"] == IGNORE
    assert kind["30"] in (0, IGNORE)
    assert labels.group[doc.tags["group"][doc.words.index("49")]] == "military"


def test_a_side_is_revealed_by_the_words_that_name_it(doc: TrainingDoc) -> None:
    assert doc.sides[doc.words.index("49")] == (doc.words.index("Armenia"),)
    assert doc.sides[doc.words.index("Hakobyan")] == (doc.words.index("Armenia"),)


def test_names_of_speakers_are_marked_wherever_they_occur(doc: TrainingDoc, labels: Labels) -> None:
    names = [labels.name[index] if index > 0 else "" for index in doc.tags["name"]]
    marked = [(word, name) for word, name in zip(doc.words, names, strict=True) if name]
    assert marked == [("Vardan", "B-PERSON"), ("Hakobyan", "I-PERSON"), ("Hakobyan", "B-PERSON")]


def test_incomplete_gold_does_not_teach_that_words_are_outside(labels: Labels) -> None:
    found = corpus_docs([gold(SAID, claim("Azerbaijan of firing first", source=None, cue=None))], labels)[0]
    assert found.tags["claim"][found.words.index("road")] < 0


def test_a_claim_within_another_is_left_out(labels: Labels) -> None:
    inner = claim("soldiers had died", source="Hakobyan", cue="accused")
    (found,) = corpus_docs([gold(SAID, inner)], labels)
    assert "accused" not in tagged(found, found.tags["claim"], labels.claim)


SHELLED = GoldEvent("ASSAULT", ("AZE",), ("ARM",), background=False, denied=False, quote="Azerbaijan of firing first")
BLAMED = GoldEvent("ACCUSE", ("ARM",), ("AZE",), background=False, denied=True, quote="Hakobyan accused Azerbaijan")


def with_events(*events: GoldEvent, places: tuple[GoldPlace, ...] = ()) -> Gold:
    return replace(gold(SAID, ACCUSED), events=events, places=places)


def test_an_event_is_marked_with_its_trigger_and_the_words_of_its_parties(labels: Labels) -> None:
    (doc,) = corpus_docs([with_events(BLAMED)], labels)
    (mark,) = doc.events
    assert doc.words.index("accused") in mark.words
    assert labels.event[mark.type] == "ACCUSE"
    assert (mark.background, mark.denied) == (False, True)
    assert mark.recipients == ((doc.words.index("Azerbaijan"),),)
    assert mark.actors is not None
    assert doc.words.index("Armenia") in mark.actors[0]


def test_sides_that_a_report_does_not_reveal_are_not_taught(labels: Labels) -> None:
    (doc,) = corpus_docs([with_events(replace(BLAMED, actors=("FRA",), recipients=()))], labels)
    assert doc.events[0].actors is None
    assert doc.events[0].recipients == ()


@pytest.mark.parametrize(("events", "complete"), [((), False), ((BLAMED, SHELLED), True)])
def test_a_report_with_few_events_is_not_taken_for_complete(
    events: tuple[GoldEvent, ...], complete: bool, labels: Labels
) -> None:
    assert corpus_docs([with_events(*events)], labels)[0].all_events is complete


def test_who_states_a_number_is_taught(doc: TrainingDoc) -> None:
    words = [doc.words[index] for index in doc.voices[doc.words.index("49")]]
    assert words == ["Vardan", "Hakobyan"]


def test_names_of_places_are_marked_without_the_words_before_them(labels: Labels) -> None:
    place = GoldPlace("of Azerbaijan", "AZE", 40.4, 49.9)
    (doc,) = corpus_docs([replace(with_events(places=(place,)), text=TEXT + " It is a part of Azerbaijan.")], labels)
    marked = [
        word for word, tag in zip(doc.words, doc.tags["name"], strict=True) if tag == labels.name.index("B-PLACE")
    ]
    assert marked == ["Azerbaijan", "Azerbaijan"]


def test_a_side_that_no_list_holds_is_revealed_by_its_name(labels: Labels) -> None:
    text = "Gunmen of the Lions of Tarumbe killed 49 soldiers. The Lions of Tarumbe lost nine men, its spokesman said."
    lost = GoldFigure("killed", Bounds(9, 9, 9), "Lions of Tarumbe", "militant", None, False, "lost nine men")
    doc = corpus_docs([Gold("t", text, None, None, None, None, (), (lost,))], labels)[0]
    revealed = {doc.words[index] for index in doc.sides[doc.words.index("nine")]}
    assert revealed == {"Lions", "of", "Tarumbe"}
