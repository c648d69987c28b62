from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from tacitus.coder import tokenizer
from tacitus.extract.dates import read_dates, read_times, unresolved
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.model import DateExpression
from tacitus.resolve.syntax import Syntax, read_syntax
from tests.parses import syntax_of

PUBLISHED = date(2022, 9, 14)  # a Wednesday


def _unparsed(text: str) -> Syntax:
    """A text cut into sentences at its full stops, whose parse tells nothing: each word hangs on the first."""
    doc = tokenizer().make_doc(text)
    starts = [index == 0 or (doc[index - 1].text == "." and token.text[0].isupper()) for index, token in enumerate(doc)]
    heads = [max(start for start in range(index + 1) if starts[start]) for index in range(len(doc))]
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    deps = ["ROOT" if head == index else "dep" for index, head in enumerate(heads)]
    return read_syntax(Doc(doc.vocab, words=words, spaces=spaces, pos=["X"] * len(doc), deps=deps, heads=heads))


def _told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(found.span.words(text), found.edtf) for found in read_dates(_unparsed(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It began on Tuesday.", "Tuesday", "2022-09-13"),
        ("It fell on Wednesday.", "Wednesday", "2022-09-14"),
        ("Thursday's raid failed.", "Thursday's", "2022-09-08"),
        ("Guns fired on Monday night.", "Monday night", "2022-09-12"),
        ("It fell early on Tuesday morning.", "early on Tuesday morning", "2022-09-13"),
        ("It fell in the early hours of Friday.", "early hours of Friday", "2022-09-09"),
        ("They came last Wednesday.", "last Wednesday", "2022-09-07"),
        ("They met on Thursday night last week.", "Thursday night last week", "2022-09-08"),
        ("On Friday, September 9, they met.", "Friday, September 9", "2022-09-09"),
        ("On Tues 6 Sept. they met.", "Tues 6 Sept.", "2022-09-06"),
        ("On the 13th of September it rained.", "13th of September", "2022-09-13"),
        ("On 19 November he left.", "19 November", "2021-11-19"),
        ("It was signed on February 5, 1994, there.", "February 5, 1994", "1994-02-05"),
        ("On April 4 last year it began.", "April 4 last year", "2021-04-04"),
        ("On 2022-09-13 it rained.", "2022-09-13", "2022-09-13"),
        ("On 13/9/2022 it rained.", "13/9/2022", "2022-09-13"),
        ("On the 12th he left.", "the 12th", "2022-09-12"),
        ("He said so yesterday evening.", "yesterday evening", "2022-09-13"),
        ("They came the day before yesterday.", "the day before yesterday", "2022-09-12"),
        ("It was shelled overnight.", "overnight", "2022-09-13/2022-09-14"),
        ("It fell on the night of 9 September.", "night of 9 September", "2022-09-09/2022-09-10"),
        ("He sang on New Year's Eve 1994.", "New Year's Eve 1994", "1994-12-31"),
        ("They prayed on Easter Sunday.", "Easter Sunday", "2022-04-17"),
        ("He left three weeks ago.", "three weeks ago", "2022-08-24"),
        ("He left two decades ago.", "two decades ago", "2002"),
        ("It fell last month.", "last month", "2022-08"),
        ("It fell last week.", "last week", "2022-09-05/2022-09-11"),
        ("It fell at the weekend.", "the weekend", "2022-09-10/2022-09-11"),
        ("It fell last October.", "last October", "2021-10"),
        ("It fell last winter.", "last winter", "2021-12/2022-02"),
        ("It lasted over the past month.", "the past month", "2022-08-14/2022-09-14"),
        ("Ten died in the past 24 hours.", "the past 24 hours", "2022-09-13/2022-09-14"),
        ("In May it began.", "May", "2022-05"),
        ("In December it began.", "December", "2021-12"),
        ("It began in mid-May.", "mid-May", "2022-05-11/2022-05-20"),
        ("It ended in late 2014.", "late 2014", "2014-10/2014-12"),
        ("In the first half of this year 20 died.", "first half of this year", "2022-01/2022-06"),
        ("In the last week of July it began.", "last week of July", "2022-07-25/2022-07-31"),
        ("It ended by the end of the month.", "end of the month", "2022-09-30"),
        ("A six-week war in 2020 killed 6,500.", "2020", "2020"),
        ("The 1998 war began there.", "1998", "1998"),
        ("In November 1991 soldiers fired.", "November 1991", "1991-11"),
        ("In the winter of 2014-15 they froze.", "winter of 2014-15", "2014-12/2015-02"),
        ("He fought in the 90s.", "90s", "199X"),
    ],
)
def test_an_expression_is_found_and_resolved(text: str, words: str, edtf: str) -> None:
    assert _told(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Fighting on 13-14 September killed 49.", "2022-09-13/2022-09-14"),
        ("Between 18 and 22 July they met.", "2022-07-18/2022-07-22"),
        ("They met from May 2 to May 5.", "2022-05-02/2022-05-05"),
        ("They met on May 6-7, 2021.", "2021-05-06/2021-05-07"),
        ("They met from 31 August to 2 September.", "2022-08-31/2022-09-02"),
        ("They met between Friday and Sunday.", "2022-09-09/2022-09-11"),
        ("They met on Friday and Saturday.", "2022-09-09/2022-09-10"),
        ("They fought from January to September 1993.", "1993-01/1993-09"),
        ("They fought between 1992 and 1995.", "1992/1995"),
        ("They fought in 1994-96.", "1994/1996"),
        ("They bled in March and April 1988.", "1988-03/1988-04"),
    ],
)
def test_a_range_is_one_expression(text: str, edtf: str) -> None:
    assert [found for _, found in _told(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("They fought in the 1980s and 1990s.", ["198X", "199X"]),
        ("They met on Friday and Sunday.", ["2022-09-09", "2022-09-11"]),
        ("They met in 1427 and in 1789.", ["1427", "1789"]),
    ],
)
def test_what_does_not_follow_on_the_other_stands_for_itself(text: str, edtfs: list[str]) -> None:
    assert [found for _, found in _told(text)] == edtfs


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It has lasted since the end of 1991.", "1991-12-31/2022-09-14"),
        ("It has lasted since April 1992.", "1992-04/2022-09-14"),
        ("It has lasted since 5 October.", "2021-10-05/2022-09-14"),
        ("It has lasted since at least 2011.", "2011/2022-09-14"),
        ("It has lasted since Monday.", "2022-09-12/2022-09-14"),
        ("It has lasted since Ramadan.", "2022-04-03~/2022-09-14"),
    ],
)
def test_since_reaches_to_publication(text: str, edtf: str) -> None:
    assert [found for _, found in _told(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "He may march second in line.",
        "May the dead rest.",
        "The 10-year-old boy lived for three hours under a 24-hour curfew.",
        "Some 2,000 troops and 1500 men held for 300 days.",
        "The 14 September Movement and the 14th Brigade fought.",
        "Resolution 1701 and Flight 1995 were named.",
        "The Sunday Times and Bloody Sunday were named.",
        "It struck on 9/10/2022.",
        "He left on the second day.",
        "Every Friday they pray.",
        "Years later and in recent weeks they fled.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("On Monday they crossed. Two days earlier they had left.", ("Two days earlier", "2022-09-10")),
        ("On 5 June 2008 they crossed. The next day they left.", ("The next day", "2008-06-06")),
        ("On Sunday they met. The same day they signed.", ("The same day", "2022-09-11")),
        ("On Sunday they met. That evening they signed.", ("That evening", "2022-09-11")),
        ("On Sunday they met. Hours later they signed.", ("Hours later", "2022-09-11")),
        ("In 1991 they met. The following January they signed.", ("The following January", "1992-01")),
        ("On Friday they met, two days after the raid.", ("two days after", "2022-09-07")),
        ("They met in 2003. Two years later they signed.", ("Two years later", "2005")),
        ("It burned. Two days earlier it stood.", ("Two days earlier", "2022-09-12")),
    ],
)
def test_some_expressions_count_from_the_story(text: str, last: tuple[str, str]) -> None:
    assert _told(text)[-1] == last


def _times(text: str, published: date | None = PUBLISHED) -> tuple[list[DateExpression], list[DateExpression]]:
    times = read_times(_unparsed(text), published)
    return list(times.dates), list(times.hours)


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("It held at 9:00 a.m. Moscow time on Sept. 13.", "9:00 a.m. Moscow time on Sept. 13", "09:00+03:00"),
        ("It held at 2.30 p.m. on Tuesday.", "2.30 p.m. on Tuesday", "14:30"),
        ("It held at 0800 on Tuesday.", "0800 on Tuesday", "08:00"),
        ("It held at 21:30 GMT on Tuesday.", "21:30 GMT on Tuesday", "21:30+00:00"),
        ("It held at noon on Tuesday.", "noon on Tuesday", "12:00"),
        ("It held at two in the morning on Tuesday.", "two in the morning on Tuesday", "02:00"),
    ],
)
def test_an_hour_is_told_with_its_day(text: str, words: str, time: str) -> None:
    (found,), hours = _times(text)
    assert not hours
    assert (found.span.words(text), found.edtf, found.precision, found.time) == (words, "2022-09-13", "hour", time)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("On Monday it began. At 5 a.m. it stopped.", "05:00"),
        ("On Monday it began. By nightfall it stopped.", None),
        ("On Monday it began. At midnight it stopped.", "00:00"),
    ],
)
def test_an_hour_alone_belongs_to_the_day_of_the_story(text: str, time: str | None) -> None:
    dates, (hour,) = _times(text)
    assert [found.edtf for found in dates] == ["2022-09-12"]
    assert (hour.edtf, hour.time) == ("2022-09-12", time)


def test_dates_and_hours_together_stand_in_order() -> None:
    times = read_times(_unparsed("At 5 a.m. it began. On Monday it stopped. By nightfall it burned."), PUBLISHED)
    assert [found.precision for found in times.all] == ["hour", "day", "part_of_day"]


def test_a_dateline_tells_when_the_report_was_written() -> None:
    text = "ANKARA, Sept 13 (Reuters) - Turkey struck yesterday."
    times = read_times(_unparsed(text), PUBLISHED)
    assert times.written == date(2022, 9, 13)
    assert [(found.span.words(text), found.edtf) for found in times.dates] == [("yesterday", "2022-09-12")]


def test_without_a_day_of_publication_relative_dates_stay_unresolved() -> None:
    text = "It began on Tuesday, in April, last week and on 5 May 2019. Two days later it ended."
    dates = read_dates(_unparsed(text), None)
    assert [(found.edtf, found.start, found.end) for found in dates[:3]] == [(None, None, None)] * 3
    assert [found.edtf for found in dates[3:]] == ["2019-05-05", "2019-05-07"]
    assert unresolved(dates)
    assert not unresolved(dates[3:])


def test_a_story_that_tells_no_day_leaves_no_day_to_count_from() -> None:
    assert _told("Two days later it ended.", None) == []


def test_since_is_open_where_the_day_of_publication_is_unknown() -> None:
    (found,) = read_dates(_unparsed("It has lasted since April 1992."), None)
    assert (found.edtf, found.start, found.end) == ("1992-04/..", date(1992, 4, 1), None)


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Talks|NOUN|nsubj|3 will|AUX|aux|3 resume|VERB|root|0 on|ADP|case|5 Friday|PROPN|obl|3", "2022-09-16"),
        ("Talks|NOUN|nsubj|2 resumed|VERB|root|0 on|ADP|case|4 Friday|PROPN|obl|2", "2022-09-09"),
        ("He|PRON|nsubj|3 is|AUX|cop|3 due|ADJ|root|0 on|ADP|case|5 Friday|PROPN|obl|3", "2022-09-16"),
        (
            "He|PRON|nsubj|2 agreed|VERB|root|0 to|PART|mark|4 meet|VERB|xcomp|2 on|ADP|case|6 Friday|PROPN|obl|4",
            "2022-09-16",
        ),
        ("They|PRON|nsubj|3 will|AUX|aux|3 vote|VERB|root|0 in|ADP|case|5 January|PROPN|obl|3", "2023-01"),
        ("They|PRON|nsubj|2 voted|VERB|root|0 in|ADP|case|4 November|PROPN|obl|2", "2021-11"),
    ],
)
def test_a_clause_that_looks_ahead_means_the_coming_day(sentence: str, edtf: str) -> None:
    assert [found.edtf for found in read_dates(syntax_of(sentence), PUBLISHED)] == [edtf]


def test_would_looks_ahead_from_the_day_told_in_the_sentence() -> None:
    syntax = syntax_of(
        "He|PRON|nsubj|2 said|VERB|root|0 on|ADP|case|4 Thursday|PROPN|obl|2 talks|NOUN|nsubj|7 would|AUX|aux|7 "
        "resume|VERB|ccomp|2 on|ADP|case|9 Friday|PROPN|obl|7"
    )
    assert [found.edtf for found in read_dates(syntax, date(2022, 9, 18))] == ["2022-09-15", "2022-09-16"]


def test_a_persons_name_is_no_date() -> None:
    syntax = syntax_of(
        "April|PROPN|nsubj|3 Jones|PROPN|flat|1 left|VERB|root|0 on|ADP|case|5 Monday|PROPN|obl|3",
        names={"April Jones": "PERSON"},
    )
    assert [found.span.words(syntax.text) for found in read_dates(syntax, PUBLISHED)] == ["Monday"]


def test_every_edtf_string_is_valid() -> None:
    edtf = pytest.importorskip("edtf")
    text = (
        "On Tuesday, overnight, last week, in the 1990s, in the spring of 1941, since April 1992, in late 2014, last "
        "winter, on 13-14 September, in 2020, since the 1970s, since last summer, last month and during Ramadan."
    )
    found = [expression.edtf for expression in read_dates(_unparsed(text), PUBLISHED)]
    assert len(found) == 14
    for string in found:
        assert edtf.parse_edtf(string) is not None


def test_the_language_model_and_the_dates_go_together() -> None:
    text = "Talks that broke down on Monday will resume in Geneva on Friday, the ministry said."
    doc = tokenizer().make_doc(text)
    annotate([doc], default_network())
    found = read_dates(read_syntax(doc), PUBLISHED)
    assert [expression.edtf for expression in found] == ["2022-09-12", "2022-09-16"]
