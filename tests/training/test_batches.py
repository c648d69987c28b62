from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")

from tokenizers import Tokenizer

from training.batches import SpecialPieces, batches, make_batch, prepare, special_pieces, windows_of
from training.documents import IGNORE, TrainingDoc


@pytest.fixture
def special(tokenizer: Tokenizer) -> SpecialPieces:
    return special_pieces(tokenizer)


def long(parsed: TrainingDoc, times: int) -> TrainingDoc:
    doc = TrainingDoc("long", parsed.words * times, parsed.gaps * times, [7 * number for number in range(times)])
    doc.tags["sent"] = parsed.tags["sent"] * times
    doc.pointers["head"] = [head + 7 * number for number in range(times) for head in parsed.pointers["head"]]
    doc.pointers["coref"] = [0 if index else IGNORE for index in range(7 * times)]
    doc.deprel, doc.sentence = parsed.deprel * times, [number for number in range(times) for _ in range(7)]
    doc.sides = {7 * times - 1: (0,)}
    return doc


def test_a_tokenizer_without_its_special_pieces_is_refused() -> None:
    from tokenizers.models import WordLevel

    with pytest.raises(ValueError, match="lacks"):
        special_pieces(Tokenizer(WordLevel({"[CLS]": 0}, unk_token="[CLS]")))


def test_documents_without_words_are_left_out(parsed: TrainingDoc, tokenizer: Tokenizer) -> None:
    assert len(prepare([parsed, TrainingDoc("empty", [], [], [])], tokenizer)) == 1


def test_labels_lie_where_their_words_do(parsed: TrainingDoc, tokenizer: Tokenizer, special: SpecialPieces) -> None:
    (item,) = prepare([parsed], tokenizer)
    batch = make_batch(list(windows_of(item, None)), special, rng=None)
    assert batch.tags["upos"].tolist() == [parsed.tags["upos"]]
    assert batch.pointers["head"].tolist() == [parsed.pointers["head"]]
    assert batch.deprel.tolist() == [parsed.deprel]
    assert batch.sides == [(0, 3, (0,))]
    assert (batch.tags["name"] == IGNORE).all()
    ids, *_, mask, first, last = batch.inputs
    assert ids[0, 0] == special.cls
    assert int(mask.sum()) == int(last[0, -1]) + 2
    assert (first <= last).all()


def test_pointers_out_of_a_window_point_to_the_word_itself(
    parsed: TrainingDoc, tokenizer: Tokenizer, special: SpecialPieces
) -> None:
    (item,) = prepare([long(parsed, 60)], tokenizer)
    windows = list(windows_of(item, None))
    assert len(windows) > 1
    batch = make_batch(windows, special, rng=None)
    assert batch.pointers["coref"][1, :3].tolist() == [0, 1, 2]
    assert (batch.pointers["head"][1] >= 0).any()
    row, word, targets = batch.sides[0]
    assert targets == (word,), f"the revealing word lies before window {row}"


def test_a_batch_stays_within_its_budget(parsed: TrainingDoc, tokenizer: Tokenizer, special: SpecialPieces) -> None:
    items = prepare([long(parsed, times) for times in (1, 30, 2, 60, 1, 9)], tokenizer)
    found = list(batches(items, special, rng=None, budget=600))
    assert all(batch.inputs[0].numel() <= 600 for batch in found)
    words = sum(int((batch.tags["sent"] != IGNORE).sum()) for batch in found)
    assert words == 7 * (1 + 30 + 2 + 60 + 1 + 9)


def test_shuffled_batches_hold_every_word_once(
    parsed: TrainingDoc, tokenizer: Tokenizer, special: SpecialPieces
) -> None:
    items = prepare([long(parsed, 40)] * 5, tokenizer)
    found = list(batches(items, special, rng=random.Random(3)))
    assert sum(int((batch.tags["sent"] == 1).sum()) for batch in found) == 200
    again = list(batches(items, special, rng=random.Random(3)))
    assert all((one.inputs[0] == two.inputs[0]).all() for one, two in zip(found, again, strict=True))


def test_augmenting_hides_words_but_never_the_frame(
    parsed: TrainingDoc, tokenizer: Tokenizer, special: SpecialPieces
) -> None:
    (item,) = prepare([long(parsed, 20)], tokenizer)
    window = next(windows_of(item, None))
    plain = make_batch([window] * 20, special, rng=None)
    noisy = make_batch([window] * 20, special, rng=random.Random(1))
    changed = plain.inputs[0] != noisy.inputs[0]
    assert changed.any()
    assert (noisy.inputs[0][changed] == special.mask).all()
    assert (noisy.inputs[0][:, 0] == special.cls).all()
    assert (noisy.tags["sent"] == plain.tags["sent"]).all()
