from __future__ import annotations

import pytest

from tacitus.extract.assemble import Drafts, assemble
from tacitus.extract.claims import DraftClaim
from tacitus.extract.dates import read_times
from tacitus.extract.figures import DraftFigure
from tacitus.model import Bounds, Coding, Report, Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.places import read_places
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of, tokens_of

TOLLS = (
    "Armenia|PROPN|nsubj|2 lost|VERB|root|0 49|NUM|nummod|4 soldiers|NOUN|obj|2 ,|PUNCT|punct|7 "
    "Azerbaijan|PROPN|nsubj|7 lost|VERB|conj|2 50|NUM|nummod|9 soldiers|NOUN|obj|7 .|PUNCT|punct|2"
)
TOTAL = "Almost|ADV|advmod|2 100|NUM|nummod|3 soldiers|NOUN|nsubj|4 died|VERB|root|0 .|PUNCT|punct|4"


def drafts(syntax: Syntax, book: ActorBook, claims: list[DraftClaim], figures: list[DraftFigure]) -> Drafts:
    return Drafts(
        claims=claims,
        events=(),
        figures=figures,
        times=read_times(syntax, None),
        places=read_places(syntax, book.sides),
        territories=(),
        relations=(),
        ceasefires=(),
    )


def coded() -> Coding:
    syntax = syntax_of(TOLLS, TOTAL)
    book = ActorBook(syntax, None, read_sides(syntax, None))
    armenia, azerbaijan = (book.resolve(tokens_of(syntax, name)) for name in ("Armenia", "Azerbaijan"))
    assert armenia is not None
    assert azerbaijan is not None

    def span(words: str) -> Span:
        return syntax.span(tokens_of(syntax, words))

    def claim(speaker: int | None, words: str, *, chain: tuple[int, ...] = ()) -> DraftClaim:
        return DraftClaim(
            speaker=speaker,
            chain=chain,
            source=None,
            cue=span("lost"),
            stance="admit",
            quoted=False,
            content=(span(words),),
            tokens=(tokens_of(syntax, words),),
            confidence=0.98765,
        )

    def figure(words: str, bounds: Bounds, side: str | None, *, by: int | None, claim: int | None) -> DraftFigure:
        return DraftFigure(
            kind="killed",
            bounds=bounds,
            side=side,
            group_type="military",
            group_actor=by,
            by=by,
            claim=claim,
            event=None,
            background=False,
            denied=False,
            revises=None,
            span=span(words),
            token=tokens_of(syntax, words)[0],
            contexts=("military", "killed"),
            confidence=0.5,
        )

    claims = [
        claim(azerbaijan, "lost 49 soldiers", chain=(armenia, azerbaijan)),
        claim(None, "lost 50 soldiers"),
    ]
    figures = [
        figure("49 soldiers", Bounds(49, 49, 49), "ARM", by=armenia, claim=0),
        figure("50 soldiers", Bounds(50, 50, 50), "AZE", by=azerbaijan, claim=1),
        figure("Almost 100 soldiers", Bounds(90, 100, 100), None, by=None, claim=None),
    ]
    return assemble(Report("r", syntax.text), syntax, book, drafts(syntax, book, claims, figures))


@pytest.fixture(scope="module")
def result() -> Coding:
    return coded()


def test_everything_is_numbered_in_the_order_of_the_text(result: Coding) -> None:
    assert [actor.id for actor in result.actors] == ["a1", "a2"]
    assert [actor.side for actor in result.actors] == ["ARM", "AZE"]
    assert [claim.id for claim in result.claims] == ["c1", "c2"]
    assert [figure.id for figure in result.figures] == ["f1", "f2", "f3"]


def test_numbers_of_drafts_become_ids(result: Coding) -> None:
    first, second = result.claims
    assert (first.speaker, first.chain) == ("a2", ("a1", "a2"))
    assert (second.speaker, second.chain) == (None, ())
    assert [figure.claim for figure in result.figures] == ["c1", "c2", None]
    assert [figure.by for figure in result.figures] == ["a1", "a2", None]
    assert [figure.group.actor for figure in result.figures] == ["a1", "a2", None]


def test_confidence_has_three_digits(result: Coding) -> None:
    assert [claim.confidence for claim in result.claims] == [0.988, 0.988]


def test_checks_are_attached(result: Coding) -> None:
    (check,) = result.checks
    assert (check.figure, check.parts, check.verdict) == ("f3", ("f1", "f2"), "consistent")
    assert "49 + 50 = 99" in check.detail


def test_nothing_found_makes_an_empty_coding() -> None:
    syntax = syntax_of("Snow|NOUN|nsubj|2 fell|VERB|root|0")
    report = Report("r", syntax.text)
    book = ActorBook(syntax, None, read_sides(syntax, None))
    assert assemble(report, syntax, book, drafts(syntax, book, [], [])) == Coding(report)


def test_relative_dates_without_a_day_of_publication_are_warned_of() -> None:
    syntax = syntax_of("Snow|NOUN|nsubj|2 fell|VERB|root|0 on|ADP|case|4 Tuesday|PROPN|obl|2")
    book = ActorBook(syntax, None, read_sides(syntax, None))
    (warning,) = assemble(Report("r", syntax.text), syntax, book, drafts(syntax, book, [], [])).warnings
    assert "published date" in warning
