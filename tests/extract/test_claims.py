"""Claims from given attributions, over parses made by hand and without the language model."""

from __future__ import annotations

import pytest

from tacitus.extract.claims import DraftClaim, draft_claims
from tacitus.language.reading import Attribution
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

SAID = (
    "Armenia|PROPN|nsubj|2 said|VERB|root|0 that|SCONJ|mark|6 Azerbaijan|PROPN|nsubj|6 had|AUX|aux|6 "
    "fired|VERB|ccomp|2 first|ADV|advmod|6 .|PUNCT|punct|2"
)
QUOTED = (
    "“|PUNCT|punct|4 They|PRON|nsubj|4 have|AUX|aux|4 fired|VERB|ccomp|7 ,|PUNCT|punct|4 ”|PUNCT|punct|4 "
    "said|VERB|root|0 Armenia|PROPN|nsubj|7 .|PUNCT|punct|7"
)
GOES_ON = (
    "“|PUNCT|punct|4 We|PRON|nsubj|4 will|AUX|aux|4 answer|VERB|root|0 soon|ADV|advmod|4 .|PUNCT|punct|4 "
    "”|PUNCT|punct|4"
)
OWN_VOICE = "Snow|NOUN|nsubj|2 fell|VERB|root|0 on|ADP|case|5 the|DET|det|5 pass|NOUN|obl|2 .|PUNCT|punct|2"
ADDING = (
    "Armenia|PROPN|nsubj|2 denied|VERB|root|0 the|DET|det|4 raid|NOUN|obj|2 today|ADV|advmod|2 ,|PUNCT|punct|7 "
    "adding|VERB|advcl|2 that|SCONJ|mark|10 Baku|PROPN|nsubj|10 lied|VERB|ccomp|7 .|PUNCT|punct|2"
)
STATES = (
    "Azerbaijan|PROPN|nsubj|2 urged|VERB|root|0 the|DET|det|4 U.S.|PROPN|obj|2 and|CCONJ|cc|7 the|DET|det|7 "
    "U.N.|PROPN|conj|4 to|PART|mark|9 help|VERB|xcomp|2 the|DET|det|11 U.S.|PROPN|obj|9"
)
TOLD = (
    "Armenia|PROPN|nsubj|2 said|VERB|root|0 Georgia|PROPN|nsubj|5 had|AUX|aux|5 admitted|VERB|ccomp|2 "
    "that|SCONJ|mark|9 its|PRON|nmod:poss|8 troops|NOUN|nsubj|9 fired|VERB|ccomp|5 first|ADV|advmod|9 "
    ".|PUNCT|punct|2"
)
Part = tuple[str, int] | str


class Case:
    """Sentences, and attributions between words of them; a word with a number is that occurrence."""

    def __init__(self, *sentences: str) -> None:
        self.syntax = syntax_of(*sentences)
        self.book = ActorBook(self.syntax, None, read_sides(self.syntax, None))
        self.attributions: list[Attribution] = []

    def attribute(self, source: Part | None, cue: Part | None, *content: Part) -> Case:
        at = [None if part is None else self._at(part) for part in (source, cue)]
        self.attributions.append(Attribution(at[0], at[1], tuple(self._at(part) for part in content), 0.8))
        return self

    def _at(self, part: Part) -> tuple[int, int]:
        words, occurrence = (part, 1) if isinstance(part, str) else part
        return tokens_of(self.syntax, words, occurrence=occurrence)

    def claims(self) -> list[DraftClaim]:
        return draft_claims(self.syntax, None, tuple(self.attributions), self.book)

    def speaker(self, claim: DraftClaim) -> str | None:
        return None if claim.speaker is None else self.book.entries[claim.speaker].side

    def content(self, claim: DraftClaim) -> list[str]:
        return [span.words(self.syntax.text) for span in claim.content]


def test_source_cue_and_content_are_the_very_words() -> None:
    case = Case(SAID).attribute("Armenia", "said", "that Azerbaijan had fired first.")
    (claim,) = case.claims()
    assert claim.source is not None
    assert claim.cue is not None
    words = [span.words(case.syntax.text) for span in (claim.source, claim.cue, *claim.content)]
    assert words == ["Armenia", "said", "Azerbaijan had fired first"]
    assert (case.speaker(claim), claim.chain, claim.stance, claim.quoted) == ("ARM", (claim.speaker,), "assert", False)
    assert claim.confidence == pytest.approx(0.8)


def test_quotation_marks_are_no_part_of_what_is_said() -> None:
    case = Case(QUOTED).attribute("Armenia", "said", "“They have fired,”")
    (claim,) = case.claims()
    assert (case.content(claim), claim.quoted) == (["They have fired"], True)


def test_the_stop_of_an_abbreviation_is_kept() -> None:
    case = Case(STATES).attribute("Azerbaijan", "urged", ("the U.S. and the U.N. to help the U.S."))
    assert case.content(case.claims()[0]) == ["the U.S. and the U.N. to help the U.S."]


@pytest.mark.parametrize("gap", ["", "¶"])
def test_a_quotation_that_goes_on_without_a_cue_keeps_its_speaker(gap: str) -> None:
    case = Case(QUOTED, gap + GOES_ON).attribute("Armenia", "said", "“They have fired,”")
    case.attribute(None, None, "“We will answer soon.”")
    first, second = case.claims()
    assert second.speaker == first.speaker is not None
    assert (second.source, second.cue, second.quoted) == (None, None, True)


@pytest.mark.parametrize(
    "between", [(f"¶{OWN_VOICE}", f"¶{GOES_ON}"), (f"¶{OWN_VOICE}", f"¶{OWN_VOICE}", f"¶{GOES_ON}")]
)
def test_further_on_nobody_is_known_to_speak(between: tuple[str, ...]) -> None:
    case = Case(QUOTED, *between).attribute("Armenia", "said", "“They have fired,”")
    case.attribute(None, None, "“We will answer soon.”")
    assert case.speaker(case.claims()[1]) is None


def test_a_cue_of_its_own_keeps_nobody() -> None:
    case = Case(SAID, "¶Reports|NOUN|nsubj|2 told|VERB|root|0 of|ADP|case|4 fires|NOUN|obl|2 nearby|ADV|advmod|4")
    case.attribute("Armenia", "said", "that Azerbaijan had fired first")
    case.attribute(None, "of", "fires nearby")
    assert [case.speaker(claim) for claim in case.claims()] == ["ARM", None]


def test_a_cue_without_words_for_its_source_takes_the_subject_of_its_clause() -> None:
    case = Case(ADDING).attribute("Armenia", "denied", "the raid").attribute(None, "adding", "that Baku lied")
    claims = case.claims()
    assert [case.speaker(claim) for claim in claims] == ["ARM", "ARM"]
    assert [claim.stance for claim in claims] == ["deny", "assert"]
    assert claims[1].source == claims[0].source


def test_the_subject_within_the_content_is_not_the_speaker() -> None:
    passive = (
        "The|DET|det|2 raid|NOUN|nsubj:pass|4 was|AUX|aux:pass|4 denied|VERB|root|0 and|CCONJ|cc|6 "
        "condemned|VERB|conj|4 .|PUNCT|punct|4"
    )
    case = Case(passive).attribute(None, "denied", "The raid")
    assert [case.speaker(claim) for claim in case.claims()] == [None]


def test_claims_come_in_the_order_of_the_text() -> None:
    case = Case(SAID, ADDING).attribute(None, "adding", "that Baku lied")
    case.attribute(("Armenia", 2), "denied", "the raid").attribute("Armenia", "said", "that Azerbaijan had fired first")
    starts = [claim.content[0].start for claim in case.claims()]
    assert starts == sorted(starts)


def test_content_in_parts_keeps_its_parts() -> None:
    case = Case(ADDING).attribute("Armenia", "denied", "the raid", "Baku lied.")
    assert case.content(case.claims()[0]) == ["the raid", "Baku lied"]


@pytest.mark.parametrize("content", ["lied", ".", "that", ", adding"])
def test_less_than_two_words_are_no_claim(content: str) -> None:
    assert Case(ADDING).attribute("Armenia", "denied", content).claims() == []


def test_a_report_in_its_own_voice_claims_nothing() -> None:
    assert Case(OWN_VOICE).claims() == []


def test_a_claim_within_a_claim_follows_it_with_its_chain() -> None:
    case = Case(TOLD).attribute("Armenia", "said", "Georgia had admitted that its troops fired first")
    outer, inner = case.claims()
    assert (case.speaker(outer), case.speaker(inner)) == ("ARM", "GEO")
    assert inner.chain == (outer.speaker, inner.speaker)
    assert inner.stance == "admit"
    assert case.content(inner) == ["its troops fired first"]
    assert inner.confidence < outer.confidence


def test_a_speaker_is_remembered_for_the_pronouns_after_it() -> None:
    it_said = "It|PRON|nsubj|2 said|VERB|root|0 calm|NOUN|nsubj|4 returned|VERB|ccomp|2 .|PUNCT|punct|2"
    case = Case(SAID, it_said).attribute("Armenia", "said", "that Azerbaijan had fired first")
    case.attribute("It", ("said", 2), "calm returned")
    first, second = case.claims()
    assert second.speaker == first.speaker


ACCUSED = (
    "Armenia|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 accused|VERB|root|0 by|ADP|case|5 Azerbaijan|PROPN|obl:agent|3 "
    "of|SCONJ|mark|7 shelling|VERB|advcl|3 Ganja|PROPN|obj|7 .|PUNCT|punct|3"
)
ACCUSED_BY_NOBODY = (
    "Armenia|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 accused|VERB|root|0 of|SCONJ|mark|5 shelling|VERB|advcl|3 "
    "Ganja|PROPN|obj|5 .|PUNCT|punct|3"
)
QUOTED_AS = (
    "Armenia|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 quoted|VERB|root|0 as|SCONJ|mark|5 saying|VERB|advcl|3 "
    "Ganja|PROPN|nsubj|7 burned|VERB|ccomp|5 .|PUNCT|punct|3"
)


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "side"),
    [
        (ACCUSED, "accused", "shelling Ganja", "AZE"),
        (ACCUSED_BY_NOBODY, "accused", "shelling Ganja", None),
        (QUOTED_AS, "quoted as saying", "Ganja burned", "ARM"),
    ],
    ids=["by another", "by nobody told", "quoted himself"],
)
def test_who_is_accused_does_not_speak(sentence: str, cue: str, content: str, side: str | None) -> None:
    case = Case(sentence).attribute("Armenia", cue, content)
    (claim,) = case.claims()
    assert case.speaker(claim) == side
