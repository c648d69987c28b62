from __future__ import annotations

from datetime import date

import pytest

from tacitus.extract.dates import read_dates
from tacitus.extract.event_dates import event_date, said_day
from tacitus.model import Span
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of

PUBLISHED = date(2022, 9, 14)  # a Wednesday
RAID = "On|ADP|case|2 Monday|PROPN|obl|4 troops|NOUN|nsubj|4 attacked|VERB|root|0 Goris|PROPN|obj|4 .|PUNCT|punct|4"
DIED = "Ten|NUM|nummod|2 men|NOUN|nsubj|3 died|VERB|root|0 .|PUNCT|punct|3"
HAD_FLED = "They|PRON|nsubj|3 had|AUX|aux|3 fled|VERB|root|0 .|PUNCT|punct|3"
SAID = (
    "He|PRON|nsubj|2 said|VERB|root|0 on|ADP|case|4 Tuesday|PROPN|obl|2 that|SCONJ|mark|7 guns|NOUN|nsubj|7 "
    "fired|VERB|ccomp|2 .|PUNCT|punct|2"
)


def _edtf(syntax: Syntax, word: str) -> str | None:
    found = event_date(syntax, read_dates(syntax, PUBLISHED), syntax.words.index(word))
    return None if found is None else found.edtf


def _said(syntax: Syntax, word: str, content: str | None = None) -> date | None:
    start = syntax.text.index(word)
    cue = Span(start, start + len(word))
    spans = [] if content is None else [Span(syntax.text.index(content), syntax.text.index(content) + len(content))]
    return said_day(syntax, read_dates(syntax, PUBLISHED), cue, spans)


def test_a_predicate_has_the_date_of_its_clause() -> None:
    assert _edtf(syntax_of(RAID), "attacked") == "2022-09-12"


def test_a_noun_has_the_date_that_hangs_on_it() -> None:
    syntax = syntax_of(
        "Raids|NOUN|nsubj|6 on|ADP|case|3 Sunday|PROPN|nmod|1 and|CCONJ|cc|5 shelling|NOUN|conj|1 killed|VERB|root|0 "
        "two|NUM|obj|6 on|ADP|case|9 Monday|PROPN|obl|6"
    )
    assert _edtf(syntax, "Raids") == "2022-09-11"


def test_a_clause_that_continues_another_shares_its_date() -> None:
    syntax = syntax_of(
        "On|ADP|case|2 Monday|PROPN|obl|4 troops|NOUN|nsubj|4 attacked|VERB|root|0 ,|PUNCT|punct|6 "
        "killing|VERB|advcl|4 two|NUM|obj|6"
    )
    assert _edtf(syntax, "killing") == "2022-09-12"


def test_the_paragraph_passes_its_last_date_on() -> None:
    assert _edtf(syntax_of(RAID, DIED), "died") == "2022-09-12"


@pytest.mark.parametrize(
    ("sentences", "word"),
    [((RAID, f"¶{DIED}"), "died"), ((RAID, HAD_FLED), "fled"), ((SAID, DIED), "died"), ((SAID,), "fired")],
    ids=["another paragraph", "past perfect", "only a day of speech before", "said that day, not done"],
)
def test_no_date_is_passed_on(sentences: tuple[str, ...], word: str) -> None:
    assert _edtf(syntax_of(*sentences), word) is None


def test_a_date_of_history_is_passed_on_as_what_it_is() -> None:
    war = "In|ADP|case|2 2020|NUM|obl|4 they|PRON|nsubj|4 fought|VERB|root|0 .|PUNCT|punct|4"
    assert _edtf(syntax_of(RAID, f"¶{war}", DIED), "died") == "2020"


def test_what_stands_behind_two_days_after_is_dated_by_it() -> None:
    syntax = syntax_of(
        "Bombs|NOUN|nsubj|2 fell|VERB|root|0 on|ADP|case|4 Monday|PROPN|obl|2 ,|PUNCT|punct|10 two|NUM|nummod|7 "
        "days|NOUN|obl:unmarked|10 after|SCONJ|mark|10 soldiers|NOUN|nsubj|10 shot|VERB|advcl|2 him|PRON|obj|10"
    )
    assert (_edtf(syntax, "fell"), _edtf(syntax, "shot")) == ("2022-09-12", "2022-09-10")


def test_the_raid_that_something_came_after_does_not_date_it() -> None:
    syntax = syntax_of(
        "After|ADP|case|3 the|DET|det|3 raid|NOUN|obl|8 on|ADP|case|5 Monday|PROPN|nmod|3 ,|PUNCT|punct|8 "
        "men|NOUN|nsubj|8 fled|VERB|root|0"
    )
    assert (_edtf(syntax, "raid"), _edtf(syntax, "fled")) == ("2022-09-12", None)


def test_a_claim_was_said_on_the_day_of_its_cue() -> None:
    assert _said(syntax_of(SAID), "said", "guns fired") == date(2022, 9, 13)


def test_a_day_within_the_content_is_not_when_it_was_said() -> None:
    syntax = syntax_of(
        "He|PRON|nsubj|2 said|VERB|root|0 guns|NOUN|nsubj|4 fired|VERB|ccomp|2 on|ADP|case|6 Monday|PROPN|obl|4"
    )
    assert _said(syntax, "said", "guns fired on Monday") is None


def test_a_month_is_no_day_of_speech() -> None:
    syntax = syntax_of("He|PRON|nsubj|2 said|VERB|root|0 so|ADV|advmod|2 in|ADP|case|5 May|PROPN|obl|2")
    assert _said(syntax, "said") is None
