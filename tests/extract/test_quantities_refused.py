"""Numbers that count no people are left out."""

from __future__ import annotations

import pytest

from tacitus.extract.quantities import quantities

REFUSED = {
    "years": [
        "The war began in 1998.",
        "It was the 1990s, and since about 1991 so.",
        "the war of 1994-96",
        "between 2011 and 2014",
        "from 2011 to 2014",
        "the 1973 war",
    ],
    "dates": [
        "on May 6",
        "on 6 May",
        "on Sept. 13",
        "on 13 June",
        "6-9 May",
        "May 6 to 9",
        "on 6, 7 and 8 May",
        "between 6 and 9 May",
        "Nov 10 - American marines",
        "on 12/09/2022",
        "on 9/11",
    ],
    "clock times": [
        "at 9:00",
        "at 3.20",
        "at 11.00",
        "at 0500 GMT",
        "at 5 a.m.",
        "at 11 o'clock",
        "at six in the morning",
        "At 1130 the observers saw it",
    ],
    "measures": ["30 km", "a 155 mm gun", "155mm guns", "a 12-mile road", "40 square kilometres", "3.5 tonnes", "30°"],
    "ages": [
        "a man aged 34",
        "a 34-year-old",
        "Noor Shah, 34, fled",
        "Noor Shah (23) fled",
        "boys under 12",
        "the boy of seven fled",
        "she was 34.",
        "He, 56, fled",
        "the father of three fled",
    ],
    "durations": ["12 days", "three years", "a two-hour wait", "five consecutive nights", "the past 12 months"],
    "shares": [
        "12%",
        "12 per cent",
        "12.5 percent",
        "two thirds",
        "two-thirds",
        "one in five",
        "Up to three in ten are poor",
    ],
    "money": ["$5 million", "£300", "5,000 euros", "5 million dollars", "Rs 500", "US$ 12 million"],
    "ordinals": ["the 31st communique", "3rd brigade", "the twenty-first day"],
    "names": [
        "Brigade 30",
        "M23 and F-16",
        "a T-72 and a Mi-24",
        "Resolution 598",
        "Bulletin No. 6",
        "page 12",
        "Boeing 737",
        "phase two",
        "the Group of 20",
        "Number 10",
    ],
    "things": [
        "12 tanks",
        "three villages",
        "40 shells",
        "two aircraft",
        "31 rockets",
        "12 Russian-made tanks",
        "three small fishing villages",
        "three police stations",
        "six of the rockets",
        "two dozen houses",
        "dozens of shells",
        "a couple of hours",
        "a pair of boots",
        "both sides",
        "40 more “heavy” guns",
        "thousands of homes",
        "none of the reports",
        "20 to 30 shells",
    ],
    "scores": ["they won 15-0", "the council voted 14 to one", "14 votes"],
    "telephone numbers": ["call +44 20 7946 0011", "call 555-123-4567"],
    "markers": ["1. Talks went on", "2) Talks went on", "so it said [12]", "Talks\n3. Talks went on"],
}


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{kind}: {text}") for kind, texts in REFUSED.items() for text in texts]
)
def test_is_no_number_of_people(text: str) -> None:
    assert [quantity.span.words(text) for quantity in quantities(text) if quantity.form != "article"] == []


@pytest.mark.parametrize(
    "text", ["It lost 12 in the dark.", "It put the dead at 38 a day later.", "They detained 45.", "12 went missing."]
)
def test_a_number_without_a_known_noun_is_kept(text: str) -> None:
    assert len(quantities(text)) == 1


@pytest.mark.parametrize(
    ("word", "count"), [("12 ", 0), ("12-", 0), ("a ", 0), ("“", 0), ("thousand ", 0), ("9", 0), ("dozens and ", 5000)]
)
def test_long_runs_of_one_word_are_read(word: str, count: int) -> None:
    assert len(quantities(word * 5000)) == count
