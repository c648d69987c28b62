"""The word lists of ``lexicon/ceasefires.toml``, compiled once into patterns over words in lower case."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Literal, get_args

from tacitus.extract.expressions import Expressions, Forms, all_forms, expressions
from tacitus.extract.inflection import verb_forms

SignKind = Literal["made", "begun", "held", "broken", "ended", "wished", "refused"]
SIGN_KINDS: tuple[SignKind, ...] = get_args(SignKind)


@dataclass(frozen=True, slots=True)
class RivalWeights:
    """What counts for two sides being the ones at war with each other; ``ceasefire_sides`` tells what each is."""

    present: float
    weaker: float
    fighting: float
    weaker_fighting: float
    told: float
    fights: float
    behind: float
    relation: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class CeasefireLexicon:
    """The lists of the file, verbs in all their forms.

    ``halts`` are the verbs of "cease fire" with what they are said of, ``own_fire`` what one side does alone of these;
    ``no_heads`` nouns that "ceasefire" describes where there is none yet; ``breaching`` words accuse of a breach,
    ``commands`` make a truce of "cease fire" only, ``pronouns`` make "it" mean the truce named before, ``hollow`` tells
    that it holds in name only, ``afterwards`` puts what it hangs on after it; ``earlier`` and ``later`` tell two truces
    apart; ``mediating`` participles before "by", ``brokers`` verbs whose subject mediates, ``joined`` participles with
    a side before a hyphen; ``rivals`` the state that a group fights though another hosts it, ``patrons`` the states
    that stand behind a side.
    """

    truces: Expressions
    pauses: frozenset[str]
    purposes: frozenset[str]
    halts: Mapping[str, frozenset[str]]
    own_fire: frozenset[str]
    no_heads: frozenset[str]
    signs: Mapping[SignKind, Expressions]
    breaching: frozenset[str]
    commands: frozenset[str]
    pronouns: Expressions
    hollow: Expressions
    afterwards: frozenset[str]
    negations: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    unilateral: Expressions
    mediating: Expressions
    brokers: frozenset[str]
    agreeing: frozenset[str]
    accusing: frozenset[str]
    joined: frozenset[str]
    mediation: Expressions
    mediators: Expressions
    mediator_nouns: frozenset[str]
    both: Expressions
    fights: frozenset[str]
    fighters: frozenset[str]
    state_bodies: frozenset[str]
    opponents: Mapping[str, str]
    rivals: Mapping[str, str]
    patrons: Mapping[str, Sequence[str]]
    weights: RivalWeights


@cache
def ceasefire_lexicon() -> CeasefireLexicon:
    """The lexicon, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/ceasefires.toml").read_text(encoding="utf-8"))
    doubled = frozenset(raw["forms"]["doubled"].split())
    forms: Forms = partial(verb_forms, irregular=raw["forms"]["irregular"], doubled=doubled)
    halts, mediators, violence = raw["halts"], raw["mediators"], raw["violence"]
    strict = {verb: frozenset(words.split()) for verb, words in halts["strict"].items()}
    objects = frozenset(halts["objects"])
    return CeasefireLexicon(
        truces=expressions(raw["mentions"]["truces"]),
        pauses=frozenset(raw["mentions"]["pauses"]),
        purposes=frozenset(raw["mentions"]["purposes"]),
        halts={form: strict.get(verb, objects) for verb in halts["verbs"] for form in forms(verb)},
        own_fire=frozenset(halts["own"]),
        no_heads=frozenset(raw["heads"]["none"]),
        signs={kind: expressions(raw["signs"][kind], forms) for kind in SIGN_KINDS},
        breaching=all_forms(raw["signs"]["breaching"], forms),
        commands=all_forms(raw["signs"]["commands"], forms),
        pronouns=expressions(raw["signs"]["pronouns"], forms),
        afterwards=frozenset(raw["signs"]["afterwards"]),
        hollow=expressions(raw["signs"]["hollow"]),
        negations=frozenset(raw["signs"]["negations"]),
        earlier=frozenset(raw["order"]["earlier"]),
        later=frozenset(raw["order"]["later"]),
        unilateral=expressions(raw["unilateral"]["words"]),
        mediating=expressions(mediators["participles"]),
        brokers=all_forms(mediators["verbs"], forms),
        agreeing=all_forms(raw["both"]["verbs"], forms),
        accusing=all_forms(violence["accusing"], forms),
        joined=frozenset(mediators["joined"]),
        mediation=expressions(mediators["phrases"]),
        mediators=expressions(mediators["nouns"]),
        mediator_nouns=frozenset(mediators["people"]),
        both=expressions(raw["both"]["phrases"]),
        fights=all_forms(violence["verbs"], forms),
        fighters=frozenset(violence["nouns"]),
        state_bodies=frozenset(violence["state_bodies"]),
        opponents=raw["opponents"],
        rivals=raw["rivals"],
        patrons=raw["patrons"],
        weights=RivalWeights(**raw["weights"]),
    )
