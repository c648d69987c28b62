from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tacitus.extract.attribution_rules import rule_attributions
from tacitus.language.reading import Range

Words = tuple[str | None, str | None, tuple[str, ...]]

_PARAGRAPH = "¶"


def parsed(*sentences: str) -> Doc:
    """A document of sentences whose tokens are "word/UPOS/relation/head", heads counted from 1, 0 for the root.

    A pilcrow before a sentence begins a new paragraph.
    """
    words: list[str] = []
    tags: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    for sentence in sentences:
        if sentence.startswith(_PARAGRAPH):
            words.append("\n\n")
            tags.append("SPACE")
            relations.append("dep")
            heads.append(len(words) - 2)
        first = len(words)
        for token in sentence.lstrip(_PARAGRAPH).split():
            word, tag, relation, head = token.split("/")
            words.append(word)
            tags.append(tag)
            relations.append("ROOT" if head == "0" else relation)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
    return Doc(Vocab(), words=words, pos=tags, deps=relations, heads=heads)


def read(*sentences: str) -> list[Words]:
    """Source, cue and contents of each attribution found, in words."""
    doc = parsed(*sentences)

    def text(part: Range | None) -> str | None:
        return None if part is None else " ".join(token.text for token in doc[part[0] : part[1]])

    return [
        (text(item.source), text(item.cue), tuple(str(text(part)) for part in item.content))
        for item in rule_attributions(doc)
    ]


CLAUSE_AFTER = """The/DET/det/2 army/NOUN/nsubj/3 said/VERB/root/0 that/SCONJ/mark/8 49/NUM/nummod/6
    soldiers/NOUN/nsubj:pass/8 were/AUX/aux:pass/8 killed/VERB/ccomp/3 ./PUNCT/punct/3"""
CLAUSE_BEFORE = """49/NUM/nummod/2 soldiers/NOUN/nsubj/3 died/VERB/root/0 ,/PUNCT/punct/6 Yerevan/PROPN/nsubj/6
    says/VERB/parataxis/3"""
QUOTE_INVERTED = """"/PUNCT/punct/4 We/PRON/nsubj/4 are/AUX/cop/4 ready/ADJ/ccomp/7 ,/PUNCT/punct/4 "/PUNCT/punct/4
    said/VERB/root/0 Kenan/PROPN/nsubj/7 Aliyar/PROPN/flat/8 ,/PUNCT/punct/12 a/DET/det/12
    spokesman/NOUN/appos/8 ./PUNCT/punct/7"""
INTERRUPTED = """“/PUNCT/punct/4 The/DET/det/3 army/NOUN/nsubj/4 left/VERB/root/0 ,/PUNCT/punct/8 ”/PUNCT/punct/4
    he/PRON/nsubj/8 said/VERB/parataxis/4 ,/PUNCT/punct/8 “/PUNCT/punct/11 without/ADP/case/13 a/DET/det/13
    fight/NOUN/obl/4 ./PUNCT/punct/4 ”/PUNCT/punct/4"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (CLAUSE_AFTER, ("The army", "said", ("49 soldiers were killed",))),
        (CLAUSE_BEFORE, ("Yerevan", "says", ("49 soldiers died",))),
        (QUOTE_INVERTED, ("Kenan Aliyar , a spokesman", "said", ('" We are ready , "',))),
        (INTERRUPTED, ("he", "said", ("“ The army left , ”", "“ without a fight . ”"))),
    ],
)
def test_what_is_said_before_after_and_around_the_cue(sentence: str, expected: Words) -> None:
    assert read(sentence) == [expected]


ACCORDING_CASE = """According/VERB/case/4 to/ADP/fixed/1 the/DET/det/4 ministry/NOUN/obl/7 ,/PUNCT/punct/4
    civilians/NOUN/nsubj/7 fled/VERB/root/0 ./PUNCT/punct/7"""
ACCORDING_VERB = """Civilians/NOUN/nsubj/2 fled/VERB/root/0 ,/PUNCT/punct/2 according/VERB/advcl/2 to/ADP/case/7
    the/DET/det/7 ministry/NOUN/obl/4 ./PUNCT/punct/2"""
IN_THE_WORDS = """In/ADP/case/3 the/DET/det/3 words/NOUN/obl/10 of/ADP/case/6 the/DET/det/6 general/NOUN/nmod/3
    ,/PUNCT/punct/3 the/DET/det/9 truce/NOUN/nsubj/10 collapsed/VERB/root/0 ./PUNCT/punct/10"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (ACCORDING_CASE, ("the ministry", "According to", ("civilians fled",))),
        (ACCORDING_VERB, ("the ministry", "according to", ("Civilians fled",))),
        (IN_THE_WORDS, ("the general", "In the words of", ("the truce collapsed",))),
    ],
)
def test_phrases(sentence: str, expected: Words) -> None:
    assert read(sentence) == [expected]


QUOTED_AS_SAYING = """He/PRON/nsubj:pass/3 was/AUX/aux:pass/3 quoted/VERB/root/0 as/SCONJ/mark/5 saying/VERB/advcl/3
    that/SCONJ/mark/9 the/DET/det/8 truce/NOUN/nsubj/9 failed/VERB/ccomp/5 ./PUNCT/punct/3"""
REPORTED_BY = """It/PRON/expl/3 was/AUX/aux:pass/3 reported/VERB/root/0 by/ADP/case/5 Baku/PROPN/obl:agent/3
    that/SCONJ/mark/8 nine/NUM/nsubj/8 died/VERB/ccomp/3 ./PUNCT/punct/3"""
BELIEVED_TO = """Thousands/NOUN/nsubj:pass/3 are/AUX/aux:pass/3 believed/VERB/root/0 to/PART/mark/6 have/AUX/aux/6
    fled/VERB/xcomp/3 ./PUNCT/punct/3"""
ACCUSED_BY = """Armenia/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 accused/VERB/root/0 by/ADP/case/5 Baku/PROPN/obl:agent/3
    of/SCONJ/mark/7 laying/VERB/advcl/3 mines/NOUN/obj/7 ./PUNCT/punct/3"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (QUOTED_AS_SAYING, ("He", "was quoted as saying", ("the truce failed",))),
        (REPORTED_BY, ("Baku", "reported", ("nine died",))),
        (BELIEVED_TO, (None, "believed", ("Thousands", "to have fled"))),
        (ACCUSED_BY, ("Baku", "accused", ("Armenia", "of laying mines"))),
    ],
)
def test_passives(sentence: str, expected: Words) -> None:
    assert read(sentence) == [expected]


TOLD = """Officials/NOUN/nsubj/2 told/VERB/root/0 reporters/NOUN/iobj/2 that/SCONJ/mark/6 it/PRON/nsubj/6
    ended/VERB/ccomp/2 ./PUNCT/punct/2"""
ACCUSED = """Baku/PROPN/nsubj/2 accused/VERB/root/0 Armenia/PROPN/obj/2 of/SCONJ/mark/5 laying/VERB/advcl/2
    mines/NOUN/obj/5 ./PUNCT/punct/2"""
CALLED_ON = """Russia/PROPN/nsubj/2 called/VERB/root/0 on/ADP/case/5 both/DET/det/5 sides/NOUN/obl/2 to/PART/mark/7
    stop/VERB/xcomp/2 ./PUNCT/punct/2"""
DENIED_GERUND = """Kyiv/PROPN/nsubj/2 denied/VERB/root/0 firing/VERB/xcomp/2 first/ADV/advmod/3 ./PUNCT/punct/2"""
DENIED_NOUN = """Kyiv/PROPN/nsubj/2 denied/VERB/root/0 the/DET/det/4 allegation/NOUN/obj/2 ./PUNCT/punct/2"""
WARNED_OF = """Baku/PROPN/nsubj/2 warned/VERB/root/0 of/ADP/case/4 consequences/NOUN/obl/2 ./PUNCT/punct/2"""
VOWED = """Baku/PROPN/nsubj/2 vowed/VERB/root/0 to/PART/mark/4 respond/VERB/xcomp/2 ./PUNCT/punct/2"""
TOLL = """Medics/NOUN/nsubj/2 put/VERB/root/0 the/DET/det/4 toll/NOUN/obj/2 at/ADP/case/6 30/NUM/obl/2 on/ADP/case/8
    Monday/PROPN/obl/2 ./PUNCT/punct/2"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (TOLD, ("Officials", "told", ("it ended",))),
        (ACCUSED, ("Baku", "accused", ("Armenia of laying mines",))),
        (CALLED_ON, ("Russia", "called on", ("both sides to stop",))),
        (DENIED_GERUND, ("Kyiv", "denied", ("firing first",))),
        (DENIED_NOUN, ("Kyiv", "denied", ("the allegation",))),
        (WARNED_OF, ("Baku", "warned of", ("consequences",))),
        (VOWED, ("Baku", "vowed", ("to respond",))),
        (TOLL, ("Medics", "put", ("the toll at 30",))),
    ],
)
def test_frames_other_than_a_clause(sentence: str, expected: Words) -> None:
    assert read(sentence) == [expected]


def test_coordinated_cues_share_their_subject() -> None:
    sentence = """Baku/PROPN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 won/VERB/ccomp/2 and/CCONJ/cc/6
        denied/VERB/conj/2 any/DET/det/8 losses/NOUN/obj/6 ./PUNCT/punct/2"""
    assert read(sentence) == [("Baku", "said", ("it won",)), ("Baku", "denied", ("any losses",))]


def test_a_participle_takes_the_source_of_its_clause() -> None:
    sentence = """The/DET/det/2 envoy/NOUN/nsubj/3 left/VERB/root/0 ,/PUNCT/punct/5 saying/VERB/advcl/3
        talks/NOUN/nsubj/7 failed/VERB/ccomp/5 ./PUNCT/punct/3"""
    assert read(sentence) == [("The envoy", "saying", ("talks failed",))]


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    sentence = """The/DET/det/2 mayor/NOUN/nsubj/8 ,/PUNCT/punct/5 who/PRON/nsubj/5 said/VERB/acl:relcl/2
        nine/NUM/nsubj/7 died/VERB/ccomp/5 wept/VERB/root/0 ./PUNCT/punct/8"""
    assert read(sentence) == [("The mayor", "said", ("nine died",))]


def test_nouns_have_a_source_by_possession_or_agent() -> None:
    possessed = """Moscow/PROPN/nsubj/2 rejected/VERB/root/0 Kyiv/PROPN/nmod:poss/5 's/PART/case/3 claim/NOUN/obj/2
        that/SCONJ/mark/8 it/PRON/nsubj/8 fled/VERB/acl/5 ./PUNCT/punct/2"""
    assert read(possessed) == [
        ("Moscow", "rejected", ("Kyiv 's claim that it fled",)),
        ("Kyiv", "claim", ("it fled",)),
    ]
    by_agent = """A/DET/det/2 denial/NOUN/nsubj/9 by/ADP/case/4 Baku/PROPN/nmod/2 that/SCONJ/mark/7 it/PRON/nsubj/7
        attacked/VERB/acl/2 was/AUX/aux/9 ignored/VERB/root/0 ./PUNCT/punct/9"""
    assert read(by_agent) == [("Baku", "denial", ("it attacked",))]


def test_a_quotation_follows_a_colon_in_the_next_sentence() -> None:
    found = read(
        "He/PRON/nsubj/2 added/VERB/root/0 :/PUNCT/punct/2",
        """“/PUNCT/punct/3 They/PRON/nsubj/3 fled/VERB/root/0 at/ADP/case/5 dawn/NOUN/obl/3 ./PUNCT/punct/3
        ”/PUNCT/punct/3""",
    )
    assert found == [("He", "added", ("“ They fled at dawn . ”",))]


def test_a_cue_after_several_quoted_sentences_takes_them_all() -> None:
    found = read(
        "“/PUNCT/punct/3 They/PRON/nsubj/3 came/VERB/root/0 ./PUNCT/punct/3",
        """They/PRON/nsubj/2 left/VERB/ccomp/6 ,/PUNCT/punct/2 ”/PUNCT/punct/2 she/PRON/nsubj/6 said/VERB/root/0
        ./PUNCT/punct/6""",
    )
    assert found == [("she", "said", ("“ They came . They left , ”",))]


def test_a_quotation_continued_in_the_next_paragraph_has_no_source_and_no_cue() -> None:
    found = read(
        """He/PRON/nsubj/2 said/VERB/root/0 :/PUNCT/punct/2 “/PUNCT/punct/6 We/PRON/nsubj/6 held/VERB/ccomp/2
        the/DET/det/8 line/NOUN/obj/6 ./PUNCT/punct/2""",
        """¶“/PUNCT/punct/4 We/PRON/nsubj/4 will/AUX/aux/4 stay/VERB/root/0 here/ADV/advmod/4 ./PUNCT/punct/4
        ”/PUNCT/punct/4""",
    )
    assert found == [("He", "said", ("“ We held the line .",)), (None, None, ("“ We will stay here . ”",))]


def test_a_headline_names_the_source_before_its_colon() -> None:
    headline = "Kyiv/PROPN/root/0 :/PUNCT/punct/1 Russia/PROPN/nsubj/4 shelled/VERB/parataxis/1 port/NOUN/obj/4"
    assert read(headline) == [("Kyiv", ":", ("Russia shelled port",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Explainer/PROPN/root/0 :/PUNCT/punct/1 Why/ADV/advmod/4 truces/NOUN/nsubj/5 fail/VERB/parataxis/1",
        "The/DET/det/2 army/NOUN/nsubj/3 attacked/VERB/root/0 the/DET/det/5 village/NOUN/obj/3 ./PUNCT/punct/3",
        "Rebels/NOUN/nsubj/2 refused/VERB/root/0 to/PART/mark/4 comment/VERB/xcomp/2 ./PUNCT/punct/2",
        "Shells/NOUN/nsubj/3 reportedly/ADV/advmod/3 fell/VERB/root/0 ./PUNCT/punct/3",
        "The/DET/det/3 alleged/ADJ/amod/3 attack/NOUN/nsubj/4 failed/VERB/root/0 ./PUNCT/punct/4",
        "A/DET/det/3 “/PUNCT/punct/3 truce/NOUN/nsubj/5 ”/PUNCT/punct/3 held/VERB/root/0 ./PUNCT/punct/5",
    ],
)
def test_what_attributes_nothing(sentence: str) -> None:
    assert read(sentence) == []


def test_thinking_aloud_in_the_first_person_is_no_attribution() -> None:
    sentence = """I/PRON/nsubj/2 think/VERB/root/0 it/PRON/nsubj/4 ended/VERB/ccomp/2 ./PUNCT/punct/2"""
    assert read(sentence) == []


def test_a_name_parted_from_its_cue_by_a_wrong_sentence_start_is_found() -> None:
    found = read(
        '"/PUNCT/punct/3 It/PRON/nsubj/3 failed/VERB/ccomp/6 ,/PUNCT/punct/3 "/PUNCT/punct/3 said/VERB/root/0',
        "Arman/PROPN/root/0 Petrosian/PROPN/flat/1 ./PUNCT/punct/1",
    )
    assert found == [("Arman Petrosian", "said", ('" It failed , "',))]


@pytest.mark.parametrize(
    "sentence", [CLAUSE_AFTER, CLAUSE_BEFORE, QUOTE_INVERTED, INTERRUPTED, ACCUSED_BY, BELIEVED_TO]
)
def test_contents_hold_neither_source_nor_cue_and_stand_in_order(sentence: str) -> None:
    for item in rule_attributions(parsed(sentence)):
        apart = {token for part in (item.source, item.cue) if part for token in range(*part)}
        inside = [token for part in item.content for token in range(*part)]
        assert not apart.intersection(inside)
        assert inside == sorted(set(inside))
        assert 0 < item.confidence <= 1


def test_an_empty_document_has_none() -> None:
    assert rule_attributions(Doc(Vocab(), words=[])) == []
