from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tacitus.export.brief import Brief, brief
from tacitus.model import Actor, Coding, Event, Relation, Span, Territory
from tacitus.model.incident import (
    Account,
    AcledEstimate,
    Estimates,
    IncidentCeasefire,
    Position,
    RangeEstimate,
    SideRange,
    Source,
    TruceStep,
    UcdpEstimate,
)
from tests.export.brief_grammar import faults
from tests.export.brief_incidents import border_clashes, sample_codings, sample_incidents
from tests.export.brief_made import TEXT, made_codings, made_incident, span_of, stated, toll, with_claim


def told(written: Brief, section: str) -> list[str]:
    """The sentences of a section."""
    found = [one for one in written.sections if one.title == section]
    return [sentence.text for one in found for paragraph in one.paragraphs for sentence in paragraph.sentences]


def test_every_incident_of_the_samples_reads_well_and_has_its_sources() -> None:
    assert {incident.title: faults(brief(incident, sample_codings())) for incident in sample_incidents()} == {
        incident.title: [] for incident in sample_incidents()
    }


def test_the_border_clashes_are_told_with_both_tolls_and_their_changes() -> None:
    written = brief(border_clashes(), sample_codings())
    dead = told(written, "The dead")
    raised = "raised the number from at least 49 on 13 September to 105 on 14 September, then to at least 135 on 16"
    assert any(text.startswith(f"Armenia {raised} September") for text in dead)
    assert "Azerbaijan said, as reported on 16 September, that 77 of its soldiers were killed." in dead
    assert any(" denied, as reported," in text for text in told(written, "Where the accounts contradict each other"))
    assert any("in 2020" in text for text in told(written, "Background"))
    assert not any("2020" in text for text in dead)


def test_a_source_gives_outlet_day_and_words() -> None:
    written = brief(made_incident(figures=(toll(stated(1, (49, 49, 49), "49")),)), made_codings())
    (sentence,) = [one for one in written.sentences() if "49" in one.text]
    (number,) = sentence.sources
    source = written.sources[number - 1]
    assert (source.number, source.outlet, source.published) == (number, "Highland Wire", date(2022, 9, 13))
    assert source.words == "49"
    assert source.span is not None
    assert source.span.words(TEXT) == "49"


def test_the_head_tells_what_it_rests_on_and_what_it_tells_of() -> None:
    written = brief(made_incident(voices=2), made_codings())
    assert told(written, "In brief")[:2] == [
        (
            "This brief rests on three reports by two outlets, published from 13 to 16 September 2022; "
            "near-copies counted once, there are two voices."
        ),
        "They tell of violence involving Armenia and Azerbaijan in Jermuk, Armenia, on 13 and 14 September 2022.",
    ]


def test_the_headline_has_the_toll_with_its_bounds() -> None:
    sources = (Source("r1", span_of("49")),)
    sides = (SideRange("ARM", 49, 105, 105), SideRange(None, 1, 1, 1))
    ucdp = UcdpEstimate(50, 106, 106, sides, "People of ARM: 105 by ARM.", sources)
    acled = AcledEstimate(50, "Combatants of ARM: 49.", sources)
    recorded = RangeEstimate(0, None, "weak", "", sources)
    written = brief(made_incident(estimates=Estimates(ucdp, acled, recorded), figures=(toll(),)), made_codings())
    assert written.headline == "Border clash: 50 to 106 people reported killed, best estimate 106"
    assert told(written, "In brief")[2:] == [
        (
            "By the rules of UCDP, the numbers stated come to 106 killed, with a low estimate of 50 and a high "
            "estimate of 106."
        ),
        "The best estimates are 105 for Armenia and one for people whose side is not told.",
        "People of Armenia: 105 by Armenia.",
        "By the rules of ACLED, which keep the most conservative number, the count is 50.",
        "Combatants of Armenia: 49.",
        (
            "Counted as casualty recorders do, without those known to have fought, the count is none or more, and its "
            "grade is weak, resting on one source."
        ),
    ]


def test_a_revised_toll_tells_when_it_changed() -> None:
    history = (
        stated(1, (49, 49, None), "49", superseded=True),
        stated(2, (49, 49, 49), "49", superseded=True),
        stated(2, (105, 105, 105), "105", superseded=True),
        stated(3, (100, 100, 100), "105"),
        stated(3, (42, 42, 42), "50", part=True),
    )
    written = brief(made_incident(figures=(toll(*history),)), made_codings())
    assert told(written, "The dead") == [
        "Armenia said, as reported on 16 September, that 100 of its soldiers were killed.",
        (
            "Armenia raised the number from at least 49 on 13 September to 105 on 14 September and lowered it to 100 "
            "on 16 September."
        ),
        "Armenia also gave a number for some of them: 42.",
    ]


def test_the_day_on_which_it_was_said_goes_before_that_of_the_report() -> None:
    codings = made_codings()
    codings["r2"] = with_claim(codings["r2"], "49, then of 105", said=date(2022, 9, 12))
    written = brief(made_incident(figures=(toll(stated(2, (105, 105, 105), "105")),)), codings)
    assert told(written, "The dead") == ["Armenia said on 12 September that 105 of its soldiers were killed."]


@pytest.mark.parametrize(
    ("changes", "bounds", "words"),
    [
        ({}, (1, 1, 1), "Armenia said, as reported on 13 September, that one of its soldiers was killed."),
        ({}, (0, 0, 0), "Armenia said, as reported on 13 September, that none of its soldiers were killed."),
        (
            {"by": "AZE", "standing": "enemy"},
            (1, 1, 1),
            "Azerbaijan said, as reported on 13 September, that one Armenian soldier was killed.",
        ),
        (
            {"by": "UN", "standing": "third_party", "side": None, "group_type": "any", "kind": "displaced"},
            (0, 0, 0),
            "The UN said, as reported on 13 September, that no people were displaced.",
        ),
        (
            {"by": "report", "standing": "report", "side": "RSF"},
            (90, 100, 100),
            (
                "Highland Wire reported on 13 September, without naming who counted, that almost 100 fighters of the "
                "RSF were killed."
            ),
        ),
        (
            {"by": "Houthis", "standing": "own", "side": "Houthis", "group_type": "civilian"},
            (20, 25, 30),
            "The Houthis said, as reported on 13 September, that between 20 and 30 of their civilians were killed.",
        ),
    ],
)
def test_people_and_verbs_agree_with_the_number(
    changes: dict[str, str], bounds: tuple[int, int, int], words: str
) -> None:
    incident = made_incident(figures=(toll(stated(1, bounds, "49"), **changes),))
    written = brief(incident, made_codings())
    assert [one.text for one in written.sentences() if "said" in one.text or "without naming" in one.text] == [words]
    assert faults(written) == []


def test_what_is_denied_is_told_as_denied() -> None:
    incident = made_incident(figures=(toll(stated(1, (50, 50, 50), "50", denied=True)),))
    assert told(brief(incident, made_codings()), "The dead") == [
        "Armenia denied, as reported on 13 September, that 50 of its soldiers were killed."
    ]


def test_dozens_stay_dozens() -> None:
    incident = made_incident(figures=(toll(stated(1, (24, 24, None), "Dozens"), by="AZE", standing="enemy"),))
    (sentence,) = told(brief(incident, made_codings()), "The dead")
    assert sentence.endswith("that dozens of Armenian soldiers were killed.")


def test_accounts_that_exclude_each_other_are_told_as_contested() -> None:
    codings = made_codings()
    codings["r1"] = with_claim(codings["r1"], "We hold 50 posts", stance="deny", quoted=True)
    codings["r2"] = with_claim(codings["r2"], "Talks began", name="Baku", side="AZE", kind="state")
    positions = tuple(
        Position(by, words, report, span_of(words))
        for by, words, report in (("ARM", "We hold 50 posts", "r1"), ("AZE", "Talks began", "r2"))
    )
    written = brief(made_incident(accounts=(Account("who attacked", positions, True),)), codings)
    (section,) = [one for one in written.sections if one.title == "Where the accounts contradict each other"]
    assert [paragraph.label for paragraph in section.paragraphs] == ["Who attacked?"]
    assert told(written, section.title) == [
        "Nikol Pashinyan (Armenia) denied this: “We hold 50 posts”.",
        "Azerbaijan said, as reported: “Talks began”.",
        "These accounts contradict each other.",
    ]


def test_an_accusation_names_the_accused() -> None:
    codings = made_codings()
    coding = with_claim(codings["r1"], "A minister denied it", stance="accuse")
    coding = with_claim(coding, "Talks began", side="AZE")
    evidence = span_of("A minister denied it")
    event = Event(
        "e1", "ACCUSE", None, ("a1",), ("a2",), None, None, None, None, "actual", False, ("c1",), evidence, evidence,
        (), "", 1.0,
    )  # fmt: skip
    codings["r1"] = replace(coding, events=(event,))
    written = brief(made_incident(), codings)
    assert "Nikol Pashinyan (Armenia) accused Azerbaijan, as reported: “A minister denied it”." in told(
        written, "What the sides say"
    )


def said_by_both(words: str, name: str = "both sides", **changes: Any) -> dict[str, Coding]:
    """The codings, of which the first has a claim by the two sides under one name."""
    codings = made_codings()
    several = with_claim(codings["r1"], words, name=name, kind="organization", side=None, **changes)
    both = replace(several.actors[0], members=("a2", "a3"))
    parties = (
        Actor("a2", "Yerevan", "state", "ARM", None, None, ()),
        Actor("a3", "Baku", "state", "AZE", None, None, ()),
    )
    codings["r1"] = replace(several, actors=(both, *parties))
    return codings


def test_what_several_say_together_is_told_once_with_their_names() -> None:
    positions = tuple(Position(by, "Talks began", "r1", span_of("Talks began")) for by in ("ARM", "AZE"))
    incident = made_incident(accounts=(Account("Does the truce hold?", positions, False),))
    assert told(brief(incident, said_by_both("Talks began")), "What the sides say") == [
        "Both sides (Armenia and Azerbaijan) said, as reported: “Talks began”."
    ]


def test_a_claim_of_both_sides_is_told_once_beside_the_accounts() -> None:
    codings = said_by_both("A minister denied it", stance="deny")
    assert told(brief(made_incident(), codings), "What the sides say") == [
        "Both sides (Armenia and Azerbaijan) denied, as reported, “A minister denied it”."
    ]


@pytest.mark.parametrize(("name", "whom"), [("both sides", "each other"), ("each side", "the other")])
def test_sides_that_accuse_each_other_are_told_so(name: str, whom: str) -> None:
    codings = said_by_both("A minister denied it", name, stance="accuse")
    evidence = span_of("A minister denied it")
    event = Event(
        "e1", "ASSAULT", None, ("a2",), (), None, None, None, None, "actual", False, ("c1",), evidence, evidence,
        (), "", 1.0,
    )  # fmt: skip
    codings["r1"] = replace(codings["r1"], events=(event,))
    assert told(brief(made_incident(), codings), "What the sides say") == [
        f"{name.capitalize()} (Armenia and Azerbaijan) accused {whom}, as reported: “A minister denied it”."
    ]


def test_the_truce_is_told_step_by_step() -> None:
    def source(report: str) -> Source:
        return Source(report, span_of("Talks began"))

    steps = (
        TruceStep("declared", date(2022, 9, 13), "RUS", None, source("r1")),
        TruceStep("in_effect", date(2022, 9, 14), None, None, source("r2")),
        TruceStep("violation", date(2022, 9, 14), "AZE", "ARM", source("r2")),
        TruceStep("violation", date(2022, 9, 14), None, "ARM", source("r2")),
        TruceStep("violation", None, "ARM", None, source("r3")),
        TruceStep("denied", date(2022, 9, 16), "ARM", None, source("r3")),
    )
    truce = IncidentCeasefire(
        ("ARM", "AZE"), ("RUS",), date(2022, 9, 13), date(2022, 9, 14), None, "violated", (steps[2],), steps
    )
    written = brief(made_incident(ceasefire=truce), made_codings())
    assert told(written, "The truce") == [
        "The reports tell of a ceasefire between Armenia and Azerbaijan mediated by Russia.",
        "Russia said that it was declared on 13 September.",
        "Valley Post reported that it took effect on 14 September.",
        "Azerbaijan accused Armenia of violating it on 14 September.",
        "Valley Post reported an alleged violation by Armenia on 14 September.",
        "Armenia denied this, as reported on 16 September: “Talks began”.",
        "Armenia said that it was violated, without naming by whom.",
        "As last reported, the ceasefire was said to have been violated.",
    ]
    assert faults(written) == []


def test_third_parties_and_territory_are_told_as_described() -> None:
    codings = made_codings()
    here = span_of("Talks began")
    coding = with_claim(codings["r1"], "We hold 50 posts", stance="urge", name="Antony Blinken", side="USA")
    codings["r1"] = replace(
        coding,
        relations=(Relation("TUR", "AZE", "backs", here), Relation("ARM", "AZE", "hostile", here)),
        territories=(Territory("Nagorno-Karabakh", None, "AZE", "Armenians", None, ("ARM",), here),),
    )
    written = brief(made_incident(), codings)
    assert told(written, "Third parties") == [
        "Antony Blinken (United States) made this appeal, as reported: “We hold 50 posts”.",
        "Highland Wire described Turkey as a backer of Azerbaijan.",
    ]
    assert told(written, "Background") == [
        (
            "Highland Wire described Nagorno-Karabakh as recognised as part of Azerbaijan, populated by Armenians and "
            "claimed by Armenia."
        )
    ]


def test_a_mediator_stands_between_the_sides_and_a_side_mediates_in_nothing() -> None:
    codings = made_codings()
    here = span_of("Talks began")
    relations = [("RUS", "AZE"), ("RUS", "ARM"), ("FRA", "AZE"), ("FRA", "ARM"), ("ARM", "Artsakh")]
    mediated = tuple(Relation(a, b, "mediates", here) for a, b in relations)
    codings["r1"] = replace(codings["r1"], relations=mediated)
    assert told(brief(made_incident(), codings), "Third parties") == [
        "Highland Wire described Russia and France as mediators between Armenia and Azerbaijan."
    ]


def test_numbers_all_replaced_by_those_of_another_type_are_not_told() -> None:
    replaced = replace(stated(1, (49, 49, 49), "49"), superseded=True)
    figures = (toll(stated(2, (105, 105, 105), "105")), replace(toll(replaced), group_type="police"))
    dead = told(brief(made_incident(figures=figures), made_codings()), "The dead")
    assert [sentence for sentence in dead if "49" in sentence] == []


def test_what_differs_and_what_nobody_tells_is_said() -> None:
    figures = (
        toll(stated(1, (49, 49, 49), "49")),
        toll(stated(2, (105, 105, None), "105"), by="AZE", standing="enemy"),
    )
    written = brief(made_incident(figures=figures, place=None), made_codings())
    assert told(written, "What is uncertain or unknown") == [
        "The last numbers of Armenian soldiers killed differ: 49 from Armenia and at least 105 from Azerbaijan.",
        "No report tells where it happened.",
        "No report gives a number of dead for Azerbaijan alone.",
    ]


def test_numbers_that_may_agree_are_not_told_to_differ() -> None:
    figures = (
        toll(stated(1, (49, 49, None), "49")),
        toll(stated(2, (105, 105, 105), "105"), by="AZE", standing="enemy"),
    )
    written = brief(made_incident(figures=figures), made_codings())
    assert not any("differ" in text for text in told(written, "What is uncertain or unknown"))


def test_a_report_that_was_not_given_is_an_error() -> None:
    codings = made_codings()
    del codings["r2"]
    with pytest.raises(KeyError, match="r2"):
        brief(made_incident(), codings)


def test_what_an_outlet_without_a_name_reports_is_told_so() -> None:
    figures = (toll(stated(3, (49, 49, 49), "49"), by="report", standing="report"),)
    (sentence,) = told(brief(made_incident(figures=figures), made_codings()), "The dead")
    assert sentence.startswith("A report without an outlet reported on 16 September")


def test_words_with_line_breaks_and_control_marks_stay_on_one_line() -> None:
    codings = made_codings()
    report = replace(codings["r1"].report, text=TEXT.replace("denied it", "denied\n\n\u202e it"))
    codings["r1"] = with_claim(
        replace(codings["r1"], report=report), "A minister denied\n\n\u202e it", stance="promise"
    )
    (sentence,) = told(brief(made_incident(), codings), "What the sides say")
    assert sentence == "Nikol Pashinyan (Armenia) made this promise, as reported: “A minister denied it”."


def test_a_number_only_repeated_beside_its_successor_is_no_change() -> None:
    history = (
        stated(1, (49, 49, 49), "49", superseded=True),
        stated(2, (105, 105, 105), "105", superseded=True),
        stated(3, (49, 49, 49), "49", superseded=True),
        stated(3, (135, 135, 135), "50"),
    )
    (_, change) = told(brief(made_incident(figures=(toll(*history),)), made_codings()), "The dead")
    assert change == (
        "Armenia raised the number from 49 on 13 September to 105 on 14 September, then to 135 on 16 September."
    )


def test_words_that_begin_with_their_verb_are_told_without_it() -> None:
    codings = made_codings()
    cue = span_of("denied it")
    codings["r1"] = with_claim(codings["r1"], "We hold 50 posts", stance="deny", cue=cue)
    span = Span(cue.start, span_of("We hold 50 posts").end)
    account = Account("Who attacked?", (Position("ARM", span.words(TEXT), "r1", span),), False)
    written = brief(made_incident(accounts=(account,)), codings)
    assert told(written, "What the sides say") == [
        "Nikol Pashinyan (Armenia) denied this, as reported: “We hold 50 posts”."
    ]


def test_history_is_told_apart_from_the_news() -> None:
    codings = made_codings()
    evidence = span_of("Dozens died")
    days = (date(2020, 1, 1), date(2020, 12, 31))
    event = Event(
        "e1", "ASSAULT", None, (), (), None, "2020", *days, "actual", True, (), evidence, evidence, (), "", 1.0
    )  # fmt: skip
    codings["r2"] = replace(codings["r2"], events=(event,))
    assert told(brief(made_incident(), codings), "Background") == [
        "Valley Post told of what happened in 2020: “Dozens died”."
    ]
    its_own = brief(made_incident(events=(("r2", "e1"),)), codings)
    assert told(its_own, "Background") == []
