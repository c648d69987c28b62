"""Checks: a total that the report gives against the parts it gives, or against the figures of the sides."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.extract.listed_parts import Listing, listings
from tacitus.extract.sentence_breaks import sentence_breaks
from tacitus.extract.side_totals import SideTotals
from tacitus.extract.sums import agree, below, sum_in_words, sum_of
from tacitus.model import Actor, Bounds, Check, Figure
from tacitus.model.check import CheckKind


def check_totals(text: str, figures: Sequence[Figure], actors: Sequence[Actor]) -> tuple[Check, ...]:
    """Compare every total with the parts that the report lists of it, or with the figures of the sides.

    Bounds are minded: 49 and 50 make "almost 100", which allows 90 to 100. A disagreement is only told where the report
    presents the figures as all parts of that total, or where a part alone is larger than the total it is part of.
    ``figures`` are in the order of the text; each comparison is made once. The kind is "total" for listed parts,
    "side_total" for the figures of the sides.
    """
    breaks = sentence_breaks(text)
    listed = listings(breaks, figures)
    part_ids = frozenset(part.id for listing in listed for part in listing.parts)
    speakers = {actor.id: actor.side for actor in actors if actor.side is not None}
    checks: dict[tuple[Bounds, tuple[Bounds, ...]], Check] = {}
    of_sides = SideTotals(breaks, figures, speakers, part_ids).read()
    for listing in [*listed, *of_sides]:
        check = _compare(text, "side_total" if listing in of_sides else "total", listing)
        if check is not None:
            checks.setdefault((listing.total.bounds, tuple(part.bounds for part in listing.parts)), check)
    return tuple(checks.values())


def _compare(text: str, kind: CheckKind, listing: Listing) -> Check | None:
    """The check that a listing gives, ``None`` where its parts leave open whether they agree."""
    total, whole = listing.total, sum_of(listing.parts)
    agrees = agree(whole, total.bounds)
    if listing.extent == "some":
        if not below(total.bounds, whole):
            return None
    elif listing.extent == "maybe" and not agrees:
        return None
    return Check(
        kind,
        total.id,
        tuple(part.id for part in listing.parts),
        "consistent" if agrees else "inconsistent",
        sum_in_words(text, total, listing.parts),
    )
