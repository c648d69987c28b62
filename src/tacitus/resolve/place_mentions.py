"""The names of places in a report, before it is asked which places they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tacitus.resolve.belonging import SideMatch, Sides
from tacitus.resolve.gazetteer_entry import GazetteerPlace, PlaceKind
from tacitus.resolve.gazetteer_index import Gazetteer
from tacitus.resolve.gazetteer_names import fold
from tacitus.resolve.phrases import dateline_end
from tacitus.resolve.place_choice import PlaceName
from tacitus.resolve.place_signs import PlaceSigns, heads_paragraph, read_signs, stands_for_actor, state_before
from tacitus.resolve.place_words import place_words
from tacitus.resolve.syntax import Range, Syntax

_NEVER = frozenset(("demonym", "group", "organization", "outlet", "forces", "historic", "seat"))
_LINKS = frozenset("al el de del da do la las los le of the - ' ’ bin ibn ash as an ar az ad abu du des et y".split())
_INTO = frozenset(("into", "through", "toward", "towards", "onto"))  # what nobody does to a state that acts
_IN = frozenset(("in", "near", "outside", "inside", "around"))  # before names of places only, or nearly so
_MISTAKEN = frozenset(("PERSON", "ORG", "MILITARY", "WEAPON"))  # types that unknown places are taken for
_LONGEST = 5  # words of a listed name
_TOWNS = frozenset(("settlement", "camp", "base"))  # words that make even the name of a state another place's
_TOWN, _CITY = 5_000, 100_000  # people from which a name is believed to be a place on weaker signs


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place at ``tokens``: the name itself without the words that only describe it."""

    tokens: Range
    name: PlaceName
    signs: PlaceSigns
    country: str | None = None  # a state's code where the name is that of the state


@dataclass(frozen=True, slots=True)
class _Seen:
    """A run of tokens that may name a place.

    ``tagged`` where the language model takes it for one, ``person`` where it takes it for another kind of name.
    """

    tokens: Range
    tagged: bool
    person: bool = False


class MentionFinder:
    """Finds the mentions of one report."""

    def __init__(self, syntax: Syntax, sides: Sides, index: Gazetteer) -> None:
        self._syntax = syntax
        self._sides = sides
        self._index = index
        self._states = frozenset(match.name.side for match in sides.matches) | frozenset(
            match.name.country for match in sides.matches if match.name.country
        )

    def find(self) -> list[PlaceMention]:
        """All mentions in order; none overlaps another."""
        taken: set[int] = set()
        found: list[PlaceMention] = []
        for seen in self._seen():
            for tokens in self._cores(seen.tokens):
                if taken.isdisjoint(range(*tokens)) and (mention := self._mention(tokens, seen)):
                    taken.update(range(*mention.tokens))
                    found.append(mention)
        found.sort(key=lambda mention: mention.tokens)
        return [self._placed(mention, after) for mention, after in zip(found, [*found, None][1:], strict=True)]

    def _seen(self) -> Iterator[_Seen]:
        """Runs that may be names of places, the likelier first."""
        end = dateline_end(self._syntax)
        if end and (stop := next((i for i in range(end) if self._syntax.upos[i] == "PUNCT"), 0)):
            yield _Seen((0, stop), True)
        yield from self._headings()
        yield from self._listed()
        yield from self._known_runs()
        yield from (_Seen((name.start, name.end), True) for name in self._syntax.names if name.type == "PLACE")
        yield from (_Seen((match.start, match.end), True) for match in self._sides.matches if _nameable(match))
        yield from (
            _Seen((name.start, name.end), False, name.type in _MISTAKEN)
            for name in self._syntax.names
            if name.type != "PLACE"
        )
        yield from (_Seen(tokens, False) for tokens in self._capitalised())

    def _headings(self) -> Iterator[_Seen]:
        """Names in capitals that begin a paragraph."""
        syntax = self._syntax
        for start in range(len(syntax.words)):
            if start == 0 or syntax.upos[start - 1] == "SPACE":
                end = start
                while end < len(syntax.words) and syntax.words[end].isupper() and syntax.words[end].isalpha():
                    end += 1
                if end > start and heads_paragraph(syntax, (start, end)):
                    yield _Seen((start, end), False)

    def _listed(self) -> Iterator[_Seen]:
        """Names of the project's own lists of two and more words, the longest first."""
        syntax, keys, starts = self._syntax, self._index.listed_keys(), self._index.listed_starts()
        for start, word in enumerate(syntax.words):
            if not (word[:1].isupper() or word in place_words().parts) or fold(word).split(" ")[0] not in starts:
                continue
            for end in range(min(start + _LONGEST, len(syntax.words)), start + 1, -1):
                if syntax.words[end - 1].isalpha() and fold(syntax.phrase((start, end))) in keys:
                    if not self._goes_on(end):
                        yield _Seen((start, end), True)
                    break

    def _goes_on(self, end: int) -> bool:
        """Whether a longer name goes on behind a token ("Red Sea Mills")."""
        words, name = (
            self._syntax.words,
            next((name for name in self._syntax.names if name.start < end < name.end), None),
        )
        return name is not None and words[end][:1].isupper() and words[end].casefold() not in place_words().nouns

    def _known_runs(self) -> Iterator[_Seen]:
        """Runs of several capitalised words that are one known name, of which the language model took a part."""
        tagged = {i for name in self._syntax.names if name.type == "PLACE" for i in range(name.start, name.end)}
        for tokens in self._capitalised():
            several = tokens[1] - tokens[0] > 1 and not tagged.isdisjoint(range(*tokens))
            if several and any(self._here(place) for place in self._index.find(self._syntax.phrase(tokens))):
                yield _Seen(tokens, True)

    def _capitalised(self) -> Iterator[Range]:
        """Runs of capitalised words that are not the first of a sentence."""
        syntax, start = self._syntax, None
        for index, word in enumerate([*syntax.words, "."]):
            inside = index < len(syntax.words) and (
                (word[:1].isupper() and syntax.upos[index] == "PROPN")
                or (start is not None and syntax.lower[index] in _LINKS and word not in ("the", "of"))
            )
            if inside and start is None:
                start = index
            elif not inside and start is not None:
                yield start, index
                start = None

    def _cores(self, tokens: Range) -> Iterator[Range]:
        """The names in a run: cut at commas and behind "of", without articles and words like "eastern" before them."""
        syntax, words = self._syntax, place_words()
        start = tokens[0]
        for index in range(*tokens):
            cut = index > tokens[0] and syntax.words[index] == "of" and syntax.words[index - 1] in words.nouns
            if cut or syntax.words[index] in (",", "(", ")", ";", "/", "'s", "’s", "\n\n"):
                if index > start and not cut:
                    yield from self._trimmed((start, index))
                start = index + 1
        if start < tokens[1]:
            yield from self._trimmed((start, tokens[1]))

    def _trimmed(self, tokens: Range) -> Iterator[Range]:
        syntax, words = self._syntax, place_words()
        first, last = tokens
        while last > first and not syntax.words[last - 1][:1].isalnum() and syntax.words[last - 1] != "’":
            last -= 1
        while last > first and syntax.lower[last - 1] in ("'s", "’s", "and", "the"):
            last -= 1
        while first < last and (
            (not syntax.words[first][:1].isupper() and syntax.lower[first] not in ("al", "el"))
            or syntax.upos[first] == "DET"
            or (syntax.lower[first] in words.parts and not self._index.find(syntax.phrase((first, last))))
        ):
            first += 1
        if first < last:
            yield self._with_first_word(first, last), last

    def _with_first_word(self, first: int, last: int) -> int:
        """Where a name begins whose first word was taken for an adjective ("New York")."""
        syntax, before = self._syntax, first - 1
        if before < 0 or syntax.upos[before] not in ("ADJ", "PROPN") or not syntax.words[before][:1].isupper():
            return first
        longer = self._index.find(syntax.phrase((before, last)))
        return before if any(place.population >= _CITY for place in longer) else first

    def _mention(self, tokens: Range, seen: _Seen) -> PlaceMention | None:
        syntax, words = self._syntax, place_words()
        match = self._sides.at.get(tokens[0])
        if match is not None and (match.name.kind in _NEVER or match.start < tokens[0] or match.end > tokens[1]):
            return None
        if any(syntax.lower[index] in words.bodies for index in (tokens[1] - 1, min(tokens[1], len(syntax.words) - 1))):
            return None
        if tokens[0] and syntax.lower[tokens[0] - 1].rstrip(".") in words.titles:
            return None
        core, tokens, noun = self._noun_behind(tokens)
        signs = read_signs(syntax, core, noun)
        name = PlaceName(syntax.phrase(core), syntax.phrase(tokens), signs.noun)
        if match is not None and match.name.kind == "state" and (match.start, match.end) == core and noun not in _TOWNS:
            named = signs.preposition in words.where or signs.preposition in _INTO
            return PlaceMention(tokens, name, signs, match.name.side) if named else None
        if match is not None and match.name.kind in ("capital", "region"):
            capital = match.name.kind == "capital"
            if stands_for_actor(syntax, core, signs, capital=capital):
                return None
            if capital and (match.start, match.end) == core and not self._namesake_meant(name.name, match.name.side):
                name = replace(name, inside=(match.name.side,), capital=noun is None)
            return PlaceMention(tokens, name, signs)
        located = seen.person and (signs.preposition in _IN or signs.noun in ("settlement", "district", "region"))
        if self._believed(name, signs, tagged=seen.tagged or located, alone=not self._surname(core)):
            return PlaceMention(tokens, name, signs)
        return None

    def _namesake_meant(self, capital: str, state: str) -> bool:
        """Whether the report names the state of another town of a capital's name, and that of the capital not."""
        kinds = ("state", "demonym")
        named = {match.name.side for match in self._sides.matches if match.name.kind in kinds}
        return state not in named and any(
            place.country in named and (place.listed or place.population >= _CITY)
            for place in self._index.find(capital)
        )

    def _noun_behind(self, tokens: Range) -> tuple[Range, Range, PlaceKind | None]:
        """The name alone, the name with a noun behind it ("X district"), and the kind that the noun tells."""
        syntax, nouns = self._syntax, place_words().nouns
        first, last = tokens
        if last - first > 1 and syntax.lower[last - 1] in nouns:
            return (first, last - 1), tokens, nouns[syntax.lower[last - 1]]
        if last < len(syntax.words) and syntax.lower[last] in nouns and syntax.upos[last] in ("NOUN", "PROPN"):
            return tokens, (first, last + 1), nouns[syntax.lower[last]]
        return tokens, tokens, None

    def _believed(self, name: PlaceName, signs: PlaceSigns, *, tagged: bool, alone: bool) -> bool:
        """Whether a name is taken for a place's: on the language model's word, or a known place on other signs."""
        if not name.name[:1].isalnum() or not any(letter.isupper() for letter in name.name):
            return False
        if name.name.casefold() in place_words().others:
            return False
        if tagged and (signs.located or signs.moved):
            return name.name.casefold() not in place_words().parts
        known = [place for place in (*self._index.find(name.full), *self._index.find(name.name)) if self._here(place)]
        if tagged or signs.located or (alone and any(place.population >= _TOWN or place.listed for place in known)):
            return bool(known)
        people = max((place.population for place in known), default=0)
        return bool(known) and signs.moved and (people >= _TOWN or any(place.listed for place in known))

    def _surname(self, tokens: Range) -> bool:
        """Whether a name may be a person's: part of a longer name of one, or the subject of what people do."""
        syntax = self._syntax
        last = syntax.lower[tokens[1] - 1]
        longer = any(
            name.type == "PERSON"
            and name.end - name.start > 1
            and last in syntax.lower[name.start : name.end]
            and (name.start, name.end) != tokens
            for name in syntax.names
        )
        return longer or syntax.dep[syntax.head_of(tokens)] in ("nsubj", "nmod:poss", "appos", "flat", "iobj")

    def _here(self, place: GazetteerPlace) -> bool:
        return place.country in self._states or place.listed or place.population >= _CITY

    def _placed(self, mention: PlaceMention, after: PlaceMention | None) -> PlaceMention:
        """The mention with what it is said to be in: the name behind a comma or "in", the state before it."""
        syntax = self._syntax
        inside = list(mention.name.inside)
        if (state := state_before(syntax, self._sides, mention.tokens[0])) is not None:
            inside.append(state)
        if after is not None and self._holds(mention.tokens[1], after.tokens[0]):
            inside.append(after.country or after.name.name)
        elif (
            (match := self._sides.at.get(mention.tokens[1] + 1)) is not None
            and match.name.kind == "state"
            and syntax.lower[mention.tokens[1]] in (",", "(", "in")
        ):
            inside.append(match.name.side)
        if not inside:
            return mention
        return replace(mention, name=replace(mention.name, inside=tuple(inside)))

    def _holds(self, end: int, start: int) -> bool:
        """Whether the words between two names tell that the first lies in the second."""
        syntax = self._syntax
        between = [index for index in range(end, start) if syntax.upos[index] not in ("DET", "ADJ", "SPACE")]
        words = [syntax.lower[index] for index in between if syntax.lower[index] not in place_words().parts]
        return words in ([","], ["in"], ["of"], [",", "in"])


def _nameable(match: SideMatch) -> bool:
    return match.name.kind in ("capital", "region", "state", "town")
