from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html
from markdown_it import MarkdownIt

from tacitus.export.brief import Brief, brief, brief_html, brief_markdown, brief_text
from tacitus.export.brief.markdown import escaped
from tests.export.brief_made import made_codings, made_incident, stated, toll, with_claim

HOSTILE = "<script>alert(1)</script> & *bold* _x_ [a](b) `c` # 1. \\ | ~ ![i](http://e.vil/i.png)"


@pytest.fixture
def written() -> Brief:
    codings = made_codings()
    codings["r1"] = with_claim(codings["r1"], "49, then of 105", name=HOSTILE)
    codings["r2"] = replace(
        codings["r2"], report=replace(codings["r2"].report, url="javascript:alert(1)", title=HOSTILE)
    )
    figures = (toll(stated(1, (49, 49, 49), "49"), by=HOSTILE, standing="third_party"),)
    return brief(made_incident(figures=figures, title=HOSTILE), codings)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_markdown_shows_every_word_as_it_is(written: Brief) -> None:
    rendered = html.fromstring(f"<div>{MarkdownIt('commonmark').render(brief_markdown(written))}</div>")
    shown = words(rendered.text_content())
    for sentence in written.sentences():
        assert words(sentence.text) in shown
    assert words(written.headline) in shown
    assert not rendered.xpath("//script | //img | //a")
    assert [words(head.text_content()) for head in rendered.xpath("//h2")] == [
        *(section.title for section in written.sections),
        "Sources",
    ]
    assert len(rendered.xpath("//ol/li")) == len(written.sources)


@pytest.mark.parametrize("text", ["1. one", "12) two", "- three", "+ four", "> five", "# six", "a*b*", "&amp;", "==="])
def test_nothing_in_markdown_is_taken_for_a_mark(text: str) -> None:
    rendered = MarkdownIt("commonmark").render(escaped(text))
    assert words(html.fromstring(rendered).text_content()) == text
    assert rendered.startswith("<p>")


def test_the_page_needs_nothing_from_outside_and_runs_nothing(written: Brief) -> None:
    page = html.document_fromstring(brief_html(written))
    assert not page.xpath("//script | //img | //link | //iframe")
    assert page.get("lang") == "en"
    assert [head.tag for head in page.xpath("//h1")] == ["h1"]
    assert {link.get("href") for link in page.xpath("//ol//a")} == {"https://news.example/1", "https://news.example/3"}


def test_every_number_on_the_page_leads_to_its_source(written: Brief) -> None:
    page = html.document_fromstring(brief_html(written))
    anchors = {item.get("id") for item in page.xpath("//ol/li")}
    links = page.xpath("//sup/a")
    assert {link.get("href") for link in links} == {f"#{anchor}" for anchor in anchors}
    assert all(link.get("aria-label") == f"Source {link.text}" for link in links)
    assert sum(len(sentence.sources) for sentence in written.sentences()) == len(links)
    for section in page.xpath("//section"):
        assert page.get_element_by_id(section.get("aria-labelledby")).tag == "h2"


def test_the_page_shows_every_sentence(written: Brief) -> None:
    shown = words(html.document_fromstring(brief_html(written)).text_content())
    for sentence in written.sentences():
        assert words(sentence.text) in shown


def test_plain_text_has_sentences_with_their_numbers_and_the_sources(written: Brief) -> None:
    text = brief_text(written)
    shown = words(text)
    for sentence in written.sentences():
        assert f"{words(sentence.text)} [" in shown
    assert "[1] Highland Wire, 13 September 2022, “Title 1”. https://news.example/1" in shown
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_question_stands_before_its_answers(written: Brief) -> None:
    section = written.sections[0]
    asked = replace(section, paragraphs=(replace(section.paragraphs[0], label="Who attacked?"),))
    with_question = replace(written, sections=(asked,))
    assert "**Who attacked?** This brief rests" in brief_markdown(with_question)
    assert "\nWho attacked? This brief rests" in brief_text(with_question)
    page = html.document_fromstring(brief_html(with_question))
    assert [head.text for head in page.xpath("//h3")] == ["Who attacked?"]
