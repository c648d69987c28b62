"""Events by rules, over parses made by hand: who did what to whom in every construction."""

from __future__ import annotations

import pytest

from tacitus.extract.event_candidates import EventCandidate, event_candidates, main_event
from tacitus.model import Aspect, EventType
from tacitus.resolve.syntax import Range, Syntax
from tests.parses import syntax_of

ACTIVE = (
    "Norland|PROPN|nmod:poss|3 's|PART|case|1 guns|NOUN|nsubj|4 shelled|VERB|root|0 Karsk|PROPN|obj|4 on|ADP|case|7 "
    "Monday|PROPN|obl:unmarked|4 .|PUNCT|punct|4"
)
PASSIVE = (
    "The|DET|det|2 depot|NOUN|nsubj:pass|4 was|AUX|aux:pass|4 bombed|VERB|root|0 by|ADP|case|6 "
    "Norland|PROPN|obl:agent|4 and|CCONJ|cc|8 Sudland|PROPN|conj|6 .|PUNCT|punct|4"
)
NOMINAL = (
    "Norland|PROPN|nmod:poss|3 's|PART|case|1 shelling|NOUN|nsubj|6 of|ADP|case|5 Karsk|PROPN|nmod|3 "
    "killed|VERB|root|0 four|NUM|nummod|8 farmers|NOUN|obj|6 .|PUNCT|punct|6"
)
LIGHT = (
    "Rebels|NOUN|nsubj|2 carried|VERB|root|0 out|ADP|compound:prt|2 a|DET|det|5 raid|NOUN|obj|2 on|ADP|case|8 "
    "the|DET|det|8 barracks|NOUN|obl|2 .|PUNCT|punct|2"
)
UNDER = (
    "The|DET|det|2 convoy|NOUN|nsubj|3 came|VERB|root|0 under|ADP|case|5 fire|NOUN|obl|3 from|ADP|case|7 "
    "rebels|NOUN|obl|3 .|PUNCT|punct|3"
)
BETWEEN = (
    "Clashes|NOUN|nsubj|6 between|ADP|case|3 Norland|PROPN|nmod|1 and|CCONJ|cc|5 rebels|NOUN|conj|3 "
    "went|VERB|root|0 on|ADV|compound:prt|6 .|PUNCT|punct|6"
)
RELATIVE = (
    "The|DET|det|2 troops|NOUN|nsubj|7 who|PRON|nsubj|4 stormed|VERB|acl:relcl|2 the|DET|det|6 barracks|NOUN|obj|4 "
    "slept|VERB|root|0 .|PUNCT|punct|7"
)
ACCUSED = (
    "Norland|PROPN|nsubj|2 accused|VERB|root|0 Sudland|PROPN|obj|2 of|SCONJ|mark|5 shelling|VERB|advcl|2 "
    "Karsk|PROPN|obj|5 .|PUNCT|punct|2"
)
DENIED = "Norland|PROPN|nsubj|2 denied|VERB|root|0 shelling|VERB|xcomp|2 Karsk|PROPN|obj|3 .|PUNCT|punct|2"
DENIED_THAT = (
    "Norland|PROPN|nsubj|2 denied|VERB|root|0 that|SCONJ|mark|7 its|PRON|nmod:poss|5 troops|NOUN|nsubj|7 had|AUX|aux|7 "
    "attacked|VERB|ccomp|2 the|DET|det|9 camp|NOUN|obj|7 .|PUNCT|punct|2"
)
NOT_CROSSED = (
    "The|DET|det|2 army|NOUN|nsubj|5 has|AUX|aux|5 not|PART|advmod|5 crossed|VERB|root|0 the|DET|det|7 river|NOUN|obj|5"
)
URGED = "Norland|PROPN|nsubj|2 urged|VERB|root|0 both|DET|det|4 armies|NOUN|iobj|2 to|PART|mark|6 withdraw|VERB|xcomp|2"
WILL_BOMB = "Sudland|PROPN|nsubj|3 will|AUX|aux|3 bomb|VERB|root|0 Karsk|PROPN|obj|3 .|PUNCT|punct|3"
THREATENED = (
    "Norland|PROPN|nsubj|2 threatened|VERB|root|0 to|PART|mark|4 attack|VERB|xcomp|2 Karsk|PROPN|obj|4 .|PUNCT|punct|2"
)
IF = "If|SCONJ|mark|3 Sudland|PROPN|nsubj|3 attacks|VERB|advcl|6 ,|PUNCT|punct|3 Norland|PROPN|nsubj|6 wins|VERB|root|0"
REPORTED = (
    "Norland|PROPN|nsubj|2 promised|VERB|root|0 nothing|PRON|obj|2 and|CCONJ|cc|5 said|VERB|conj|2 "
    "rebels|NOUN|nsubj|8 had|AUX|aux|8 attacked|VERB|ccomp|5 Karsk|PROPN|obj|8"
)
MAY_HAVE = (
    "Rebels|NOUN|nsubj|4 may|AUX|aux|4 have|AUX|aux|4 "
    "shelled|VERB|root|0 the|DET|det|6 bridge|NOUN|obj|4 .|PUNCT|punct|4"
)
WEAPON = "A|DET|det|2 rocket|NOUN|nsubj|3 struck|VERB|root|0 a|DET|det|5 school|NOUN|obj|3 .|PUNCT|punct|3"
OWNED_WEAPON = "A|DET|det|3 Norlandic|ADJ|amod|3 rocket|NOUN|nsubj|4 struck|VERB|root|0 a|DET|det|6 school|NOUN|obj|4"
EACH_OTHER = (
    "Both|DET|det|2 sides|NOUN|nsubj|3 accused|VERB|root|0 each|DET|obj|3 other|ADJ|fixed|4 of|SCONJ|mark|7 "
    "lying|VERB|advcl|3 .|PUNCT|punct|3"
)
AFTERMATH = (
    "The|DET|det|2 army|NOUN|nsubj|3 shelled|VERB|root|0 the|DET|det|5 town|NOUN|obj|3 ,|PUNCT|punct|7 "
    "killing|VERB|advcl|3 12|NUM|nummod|9 people|NOUN|obj|7 .|PUNCT|punct|3"
)
TWO_DEEDS = (
    "Norland|PROPN|nsubj|2 bombed|VERB|root|0 Karsk|PROPN|obj|2 and|CCONJ|cc|6 Sudland|PROPN|nsubj|6 "
    "destroyed|VERB|conj|2 Lom|PROPN|obj|6 .|PUNCT|punct|2"
)
ALONE = (
    "Twelve|NUM|nummod|2 people|NOUN|nsubj:pass|4 were|AUX|aux:pass|4 "
    "killed|VERB|root|0 in|ADP|case|6 Karsk|PROPN|obl|4"
)
SHORT = "12|NUM|nsubj|2 killed|VERB|root|0 in|ADP|case|4 Karsk|PROPN|obl|2"
JOINED = (
    "Gunmen|NOUN|nsubj|2 attacked|VERB|root|0 Karsk|PROPN|obj|2 and|CCONJ|cc|5 kidnapped|VERB|conj|2 two|NUM|nummod|7 "
    "nurses|NOUN|obj|5 .|PUNCT|punct|2"
)
OLD = (
    "Norland|PROPN|nsubj|2 attacked|VERB|root|0 the|DET|det|4 island|NOUN|obj|2 in|ADP|case|6 1984|NUM|obl|2 "
    ".|PUNCT|punct|2"
)
CALLED_FOR = (
    "Norland|PROPN|nsubj|2 called|VERB|root|0 for|ADP|case|5 an|DET|det|5 end|NOUN|obl|2 to|ADP|case|8 the|DET|det|8 "
    "shelling|NOUN|nmod|5 .|PUNCT|punct|2"
)
SAID = "The|DET|det|2 minister|NOUN|nsubj|3 said|VERB|root|0 that|SCONJ|mark|6 rain|NOUN|nsubj|6 fell|VERB|ccomp|3"
MONTH = "Crowds|NOUN|nsubj|2 gathered|VERB|root|0 in|ADP|case|4 March|PROPN|obl|2 .|PUNCT|punct|2"
TOLD_AS = (
    "Police|NOUN|nsubj|2 watched|VERB|root|0 the|DET|det|5 "
    "ceasefire|NOUN|compound|5 monitors|NOUN|obj|2 .|PUNCT|punct|2"
)
MODIFIED = "She|PRON|nsubj|2 saw|VERB|root|0 a|DET|det|5 raid|NOUN|compound|5 survivor|NOUN|obj|2 .|PUNCT|punct|2"
TAKE_PART = "He|PRON|nsubj|2 took|VERB|root|0 cover|NOUN|obj|2 .|PUNCT|punct|2"
PRISONERS = "The|DET|det|2 rebels|NOUN|nsubj|3 released|VERB|root|0 two|NUM|nummod|5 prisoners|NOUN|obj|3"
STATEMENT = "The|DET|det|2 rebels|NOUN|nsubj|3 released|VERB|root|0 a|DET|det|5 statement|NOUN|obj|3"
EMBASSY = "Norland|PROPN|nsubj|2 expelled|VERB|root|0 two|NUM|nummod|4 diplomats|NOUN|obj|2"
FARMERS = "Norland|PROPN|nsubj|2 expelled|VERB|root|0 the|DET|det|4 farmers|NOUN|obj|2"


def words(syntax: Syntax, ranges: tuple[Range, ...]) -> list[str]:
    return [syntax.phrase(tokens) for tokens in ranges]


def only(sentence: str) -> tuple[Syntax, EventCandidate]:
    """The one candidate of a sentence."""
    syntax = syntax_of(sentence, names={"Monday": "TIME", "March": "TIME", "Karsk": "PLACE"})
    found = event_candidates(syntax)
    assert len(found) == 1, [candidate.rule for candidate in found]
    return syntax, found[0]


def of_type(sentence: str, type: EventType) -> tuple[Syntax, EventCandidate]:
    """The candidate of a type in a sentence."""
    syntax = syntax_of(sentence, names={"Karsk": "PLACE"})
    return syntax, next(candidate for candidate in event_candidates(syntax) if candidate.type == type)


@pytest.mark.parametrize(
    ("sentence", "type", "trigger", "agents", "recipients", "rule"),
    [
        (ACTIVE, "ASSAULT", "shelled", ["Norland's guns"], ["Karsk"], "shell: active"),
        (PASSIVE, "ASSAULT", "bombed", ["Norland", "Sudland"], ["The depot"], "bomb: passive"),
        (NOMINAL, "ASSAULT", "shelling", ["Norland's"], ["Karsk"], "shelling: noun"),
        (LIGHT, "ASSAULT", "raid", ["Rebels"], ["the barracks"], "raid: light verb 'carried'"),
        (UNDER, "ASSAULT", "came", ["rebels"], ["The convoy"], "come under fire: active"),
        (BETWEEN, "ASSAULT", "Clashes", ["Norland", "rebels"], [], "clash: noun"),
        (RELATIVE, "ASSAULT", "stormed", ["The troops"], ["the barracks"], "storm: active"),
        (ALONE, "ASSAULT", "killed", [], ["Twelve people"], "kill: passive"),
        (SHORT, "ASSAULT", "killed", [], ["12"], "kill: passive"),
        (PRISONERS, "RETREAT", "released", ["The rebels"], ["two prisoners"], "release: active"),
        (EMBASSY, "SANCTION", "expelled", ["Norland"], ["two diplomats"], "expel: active"),
        (FARMERS, "COERCE", "expelled", ["Norland"], ["the farmers"], "expel: active"),
    ],
)
def test_who_did_what_to_whom(
    sentence: str, type: str, trigger: str, agents: list[str], recipients: list[str], rule: str
) -> None:
    syntax, candidate = only(sentence)
    assert (candidate.type, syntax.words[candidate.trigger], candidate.rule) == (type, trigger, rule)
    assert words(syntax, candidate.agents) == agents
    assert words(syntax, candidate.recipients) == recipients
    assert candidate.aspect == "actual"


@pytest.mark.parametrize(("sentence", "agents"), [(WEAPON, []), (OWNED_WEAPON, ["Norlandic"])])
def test_a_weapon_is_nobody_but_its_owner_is(sentence: str, agents: list[str]) -> None:
    syntax, candidate = only(sentence)
    assert words(syntax, candidate.agents) == agents
    assert words(syntax, candidate.recipients) == ["a school"]
    assert candidate.mode == "heavy-weapons"


def test_fighting_has_agents_only() -> None:
    assert only(BETWEEN)[1].reciprocal
    assert not only(ACTIVE)[1].reciprocal


def test_what_is_done_to_each_other_is_reciprocal() -> None:
    syntax, candidate = only(EACH_OTHER)
    assert candidate.reciprocal
    assert words(syntax, candidate.agents) == ["Both sides"]
    assert candidate.recipients == ()


def test_an_accusation_is_an_event_beside_what_it_alleges() -> None:
    syntax, accusation = of_type(ACCUSED, "ACCUSE")
    assert words(syntax, accusation.recipients) == ["Sudland"]
    assert syntax.phrase(accusation.evidence) == "Norland accused Sudland"
    syntax, alleged = of_type(ACCUSED, "ASSAULT")
    assert words(syntax, alleged.agents) == ["Sudland"]
    assert words(syntax, alleged.recipients) == ["Karsk"]
    assert syntax.phrase(alleged.evidence) == "shelling Karsk"


@pytest.mark.parametrize(
    ("sentence", "type", "aspect"),
    [
        (DENIED, "ASSAULT", "denied"),
        (DENIED_THAT, "ASSAULT", "denied"),
        (NOT_CROSSED, "MOBILIZE", "denied"),
        (URGED, "RETREAT", "requested"),
        (URGED, "REQUEST", "actual"),
        (CALLED_FOR, "ASSAULT", "requested"),
        (THREATENED, "ASSAULT", "planned"),
        (THREATENED, "THREATEN", "actual"),
        (IF, "ASSAULT", "possible"),
        (REPORTED, "ASSAULT", "actual"),
        (MAY_HAVE, "ASSAULT", "actual"),
    ],
)
def test_aspects(sentence: str, type: EventType, aspect: Aspect) -> None:
    assert of_type(sentence, type)[1].aspect == aspect


def test_a_denial_is_no_event_of_its_own() -> None:
    assert only(DENIED)[1].type == "ASSAULT"


def test_whom_one_urges_is_asked_and_is_to_act() -> None:
    syntax, request = of_type(URGED, "REQUEST")
    assert words(syntax, request.recipients) == ["both armies"]
    syntax, withdrawal = of_type(URGED, "RETREAT")
    assert words(syntax, withdrawal.agents) == ["both armies"]


def test_announced_violence_is_a_threat() -> None:
    _, candidate = only(WILL_BOMB)
    assert (candidate.type, candidate.aspect, candidate.rule) == ("THREATEN", "actual", "bomb: announced")


@pytest.mark.parametrize("sentence", [NOMINAL, AFTERMATH])
def test_deaths_are_no_event_beside_the_attack_that_caused_them(sentence: str) -> None:
    _, candidate = only(sentence)
    assert candidate.rule.startswith("shell")


@pytest.mark.parametrize("sentence", [TWO_DEEDS, JOINED])
def test_two_deeds_are_two_events(sentence: str) -> None:
    syntax = syntax_of(sentence)
    assert len(event_candidates(syntax)) == 2


def test_joined_verbs_share_their_subject() -> None:
    syntax = syntax_of(JOINED)
    attack, kidnapping = event_candidates(syntax)
    assert words(syntax, kidnapping.agents) == words(syntax, attack.agents) == ["Gunmen"]
    assert syntax.phrase(attack.evidence) == "Gunmen attacked Karsk"


@pytest.mark.parametrize("sentence", [SAID, MONTH, TOLD_AS, MODIFIED, TAKE_PART, STATEMENT])
def test_no_event(sentence: str) -> None:
    assert event_candidates(syntax_of(sentence, names={"March": "TIME"})) == []


@pytest.mark.parametrize(("sentence", "background"), [(OLD, True), (ACTIVE, False), (SHORT, False)])
def test_background(sentence: str, background: bool) -> None:
    assert only(sentence)[1].background == background


def test_speech_is_news_beside_a_date_of_what_it_recalls() -> None:
    recalled = (
        "Norland|PROPN|nsubj|6 ,|PUNCT|punct|1 invaded|VERB|acl|1 in|ADP|case|5 1984|NUM|obl|3 "
        "condemned|VERB|root|0 the|DET|det|8 attack|NOUN|obj|6 .|PUNCT|punct|6"
    )
    assert not of_type(recalled, "ACCUSE")[1].background
    syntax = syntax_of(recalled)
    invasion = next(candidate for candidate in event_candidates(syntax) if candidate.rule.startswith("invade"))
    assert invasion.background
    assert words(syntax, invasion.recipients) == ["Norland"]


def test_the_aftermath_alone_and_the_noun_that_points_back_are_less_sure() -> None:
    pointing = "The|DET|det|2 raid|NOUN|nsubj|3 began|VERB|root|0 .|PUNCT|punct|3"
    assert only(pointing)[1].confidence < 0.5 < only(ACTIVE)[1].confidence
    assert only(ALONE)[1].confidence < only(ACTIVE)[1].confidence


def test_the_main_event_is_told_as_actual_nearest_the_root() -> None:
    syntax = syntax_of(ACCUSED)
    found = main_event(event_candidates(syntax), syntax)
    assert found is not None
    assert found.type == "ACCUSE"
    assert main_event([], syntax) is None


@pytest.mark.parametrize(("participle", "found"), [("armed", 0), ("abducted", 1)])
def test_a_participle_before_a_noun_tells_of_harm_only(participle: str, found: int) -> None:
    sentence = f"She|PRON|nsubj|2 saw|VERB|root|0 {participle}|VERB|amod|4 men|NOUN|obj|2 .|PUNCT|punct|2"
    assert len(event_candidates(syntax_of(sentence))) == found


def test_a_day_is_no_owner() -> None:
    fighting = "Monday|PROPN|nmod:poss|3 's|PART|case|1 battle|NOUN|nsubj|4 ended|VERB|root|0 .|PUNCT|punct|4"
    assert only(fighting)[1].agents == ()


def test_a_broken_truce_is_violence() -> None:
    broken = "Rebels|NOUN|nsubj|2 violated|VERB|root|0 the|DET|det|4 truce|NOUN|obj|2 .|PUNCT|punct|2"
    syntax, candidate = of_type(broken, "ASSAULT")
    assert words(syntax, candidate.agents) == ["Rebels"]
