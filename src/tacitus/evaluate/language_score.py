"""The language model measured on the public data sets, as it runs."""

from __future__ import annotations

import logging
from pathlib import Path

from tacitus.errors import TacitusError
from tacitus.evaluate.conllu import read_documents
from tacitus.evaluate.measure import Measure
from tacitus.evaluate.names import read_uner
from tacitus.evaluate.polnear import read_polnear
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.span_score import score_attributions, score_names
from tacitus.evaluate.treebank_score import score_treebank
from tacitus.language.network import Network, default_network

_LOG = logging.getLogger(__name__)


def score_language(data: Path, *, network: Network | None = None) -> list[Measure]:
    """Scores of the network that ships with the package, or of ``network``, on the sets that lie below ``data``.

    UD English EWT and GUM, test parts (``ud_ewt/test.conllu``, ``ud_gum/test.conllu``): tags and parse on gold words in
    gold sentences, and sentence starts found without them. UNER (``uner_ewt/en_ewt-ud-test.iob2``, on EWT's words):
    exact names. PolNeAR, dev part (``polnear/dev``): exact sources, cues and contents. A set that is not there is
    logged and has no measure.

    Raises:
        TacitusError: ``data`` holds none of the sets, or one of them is not of its form.
        ModelError: the package's weights are missing or broken.
    """
    missing = {name: [path for path in paths if not path.exists()] for name, paths in _sets(data).items()}
    if all(missing.values()):
        raise TacitusError(f"{data}: none of the sets that the language model is measured on is there")
    for name, paths in missing.items():
        if paths:
            _LOG.warning("%s is not measured: %s is not there", name, paths[0])
    (ewt,), (gum,), (uner, _), (polnear,) = _sets(data).values()
    network = default_network() if network is None else network
    measures: list[Measure] = []
    if not missing["EWT"]:
        measures += _treebank("EWT test", ewt, network)
    if not missing["GUM"]:
        measures += _treebank("GUM test", gum, network)
    if not missing["UNER"]:
        names = score_names(read_documents(ewt), read_uner(uner), network)
        measures.append(_f1("UNER test, names", names))
    if not missing["PolNeAR"]:
        measures += _attributions("PolNeAR dev", polnear, network)
    return measures


def has_language_sets(data: Path) -> bool:
    """Whether any of the sets that the language model is measured on lies below ``data``."""
    return any(all(path.exists() for path in paths) for paths in _sets(data).values())


def _sets(data: Path) -> dict[str, tuple[Path, ...]]:
    ewt = data / "ud_ewt" / "test.conllu"
    return {
        "EWT": (ewt,),
        "GUM": (data / "ud_gum" / "test.conllu",),
        "UNER": (data / "uner_ewt" / "en_ewt-ud-test.iob2", ewt),
        "PolNeAR": (data / "polnear" / "dev",),
    }


def _treebank(name: str, path: Path, network: Network) -> list[Measure]:
    score = score_treebank(read_documents(path), network)
    return [
        _accuracy(f"{name}, UPOS", score.upos),
        _accuracy(f"{name}, XPOS", score.xpos),
        _accuracy(f"{name}, UAS", score.uas),
        _accuracy(f"{name}, LAS", score.las),
        _f1(f"{name}, sentence starts", score.sentence_starts),
    ]


def _attributions(name: str, folder: Path, network: Network) -> list[Measure]:
    score = score_attributions(read_polnear(folder), network)
    return [
        _f1(f"{name}, source", score.source),
        _f1(f"{name}, cue", score.cue),
        _f1(f"{name}, content", score.content),
        _accuracy(f"{name}, tokens", score.tokens),
    ]


def _accuracy(name: str, score: Accuracy) -> Measure:
    return Measure(name, score.value, score.count)


def _f1(name: str, score: PRF) -> Measure:
    return Measure(name, score.f1, score.gold)
