from __future__ import annotations

from tacitus.resolve.entries import Entries, Entry
from tests.parses import syntax_of, tokens_of

SENTENCE = (
    "The|DET|det|2 ministry|NOUN|nsubj|3 said|VERB|root|0 Levon|PROPN|nsubj|6 Sahakyan|PROPN|flat|4 left|VERB|ccomp|3 "
    "the|DET|det|8 ministry|NOUN|obj|6"
)


def entry(name: str, *, role: str | None = None) -> Entry:
    return Entry((name,), name, "organization", "ARM", "GOV", role)


def test_an_entry_with_the_same_key_is_put_once() -> None:
    entries = Entries()
    first = entry("ministry")
    assert (entries.put(first), entries.put(entry("army")), entries.put(entry("ministry"))) == (0, 1, 0)
    assert entries.all[0] is first


def test_tokens_of_a_mention_belong_to_the_first_who_is_named_there() -> None:
    entries = Entries()
    ministry, army = entries.put(entry("ministry")), entries.put(entry("army"))
    assert entries.mention(ministry, (0, 2)) == ministry
    entries.mention(army, (1, 4))
    assert [entries.at(token) for token in range(5)] == [0, 0, 1, 1, None]
    entries.mention(army, (1, 4))
    assert entries.all[army].mentions == [(1, 4)]


def test_a_person_takes_tokens_over() -> None:
    entries = Entries()
    state, person = entries.put(entry("Jordan")), entries.put(entry("Jordan Hale"))
    entries.mention(state, (0, 1))
    entries.claim(person, (0, 2))
    assert [entries.at(0), entries.at(1)] == [person, person]


def test_the_actor_called_last_by_a_noun_is_found_again() -> None:
    entries = Entries()
    armenian = entries.put(entry("Hakobyan", role="Armenia's defence minister"))
    other = entries.put(entry("the foreign minister"))
    entries.mention(armenian, (0, 3))
    entries.mention(other, (5, 8))
    assert entries.last_called("minister", before=9) == other
    assert entries.last_called("minister", before=4) == armenian
    assert entries.last_called("minister", before=2) is None
    assert entries.last_called("army", before=9) is None


def test_actors_are_numbered_by_their_first_mention_and_those_never_named_are_left_out() -> None:
    syntax, entries = syntax_of(SENTENCE), Entries()
    person, _, ministry = (entries.put(entry(name)) for name in ("Levon Sahakyan", "nobody", "ministry"))
    for occurrence in (2, 1):
        entries.mention(ministry, tokens_of(syntax, "ministry", occurrence=occurrence))
    entries.mention(person, tokens_of(syntax, "Levon Sahakyan"))
    actors, ids = entries.actors(syntax)
    assert [(actor.id, actor.name) for actor in actors] == [("a1", "ministry"), ("a2", "Levon Sahakyan")]
    assert ids == {ministry: "a1", person: "a2"}
    assert [span.words(syntax.text) for span in actors[0].mentions] == ["ministry", "ministry"]
    assert list(actors[0].mentions) == sorted(actors[0].mentions)
