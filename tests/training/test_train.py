"""A network of one layer learns a sentence, is taken up from its checkpoint, and runs as it ships."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")
pytest.importorskip("safetensors", reason="needed for training only")

import torch
from tokenizers import Tokenizer

from tacitus.language.labels import Labels
from tacitus.language.network import WEIGHTS, WordSequence
from tacitus.language.network import Network as ShippedNetwork
from training import network as network_module
from training.batches import Batch, make_batch, prepare, special_pieces, windows_of
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TrainingDoc
from training.losses import joint_loss
from training.network import Network, load_encoder
from training.train import Plan, Trainer, mixed, planned_steps

PLAN = Plan(steps=3, warmup=0.5, average=0.5, encoder_rate=1e-3, repeats=(("one", 2),))


@pytest.fixture
def network(labels: Labels, monkeypatch: pytest.MonkeyPatch) -> Network:
    """One layer instead of six; the shape of everything else is that of the full network."""
    monkeypatch.setattr(network_module, "LAYERS", 1)
    torch.manual_seed(5)
    return Network(labels)


@pytest.fixture
def batch(parsed: TrainingDoc, tokenizer: Tokenizer) -> Batch:
    (item,) = prepare([parsed], tokenizer)
    return make_batch(list(windows_of(item, None)), special_pieces(tokenizer), rng=None)


def trainer(network: Network, labels: Labels, tokenizer: Tokenizer, checkpoint: Path) -> Trainer:
    return Trainer(network, labels, tokenizer, PLAN, checkpoint)


def test_only_tasks_with_labels_are_learnt(network: Network, batch: Batch, labels: Labels) -> None:
    total, parts = joint_loss(network, network(*batch.inputs), batch, labels)
    assert set(parts) == {"sent", "upos", "head", "deprel", "side"}
    assert torch.isfinite(total)


def test_words_left_unmarked_may_be_names_of_kinds_that_are_not_marked(
    network: Network, batch: Batch, labels: Labels
) -> None:
    out = network.eval()(*batch.inputs)

    def loss(label: int, likely: str) -> float:
        batch.tags["name"][:] = IGNORE
        batch.tags["name"][0, 0] = label
        scores = torch.full_like(out["name"], -20.0)
        scores[0, 0, labels.name.index(likely)] = 20.0
        return joint_loss(network, out | {"name": scores}, batch, labels)[1]["name"]

    assert loss(0, "O") < 0.01
    assert loss(0, "B-WEAPON") > 10
    assert loss(OUTSIDE_OR_UNMARKED, "B-WEAPON") < 0.01
    assert loss(OUTSIDE_OR_UNMARKED, "B-PERSON") > 10


def test_heads_outside_the_sentence_cost_nothing_to_rule_out(network: Network, batch: Batch, labels: Labels) -> None:
    out = network.eval()(*batch.inputs)
    batch.sentence[0, 3:] = 1
    batch.pointers["head"][0] = torch.tensor([1, 1, 1, 5, 5, 5, 5])
    batch.pointers["head"][0, 2] = IGNORE
    scores = torch.full_like(out["head"], 9.0)
    for word, head in enumerate((1, 1, 2, 5, 5, 5, 5)):
        scores[0, word, :3] = 9.0 if word >= 3 else 0.0
        scores[0, word, head] = 30.0
    assert joint_loss(network, out | {"head": scores}, batch, labels)[1]["head"] < 0.01


def test_steps_lower_the_loss_and_move_the_average(
    network: Network, batch: Batch, labels: Labels, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    run = trainer(network, labels, tokenizer, tmp_path / "checkpoint.pt")
    frozen = run.network.pieces.weight.clone()
    run.network.eval()
    losses = [run.step(batch, 40)["upos"] for _ in range(12)]
    assert losses[-1] < losses[0]
    assert run.progress.step == 12
    assert torch.equal(run.network.pieces.weight, frozen)
    assert torch.isfinite(run.average.arcs.weight.weight).all()


def test_a_run_is_taken_up_where_it_was_cut_off(
    network: Network, batch: Batch, labels: Labels, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    first = trainer(network, labels, tokenizer, checkpoint)
    first.step(batch, 10)
    first.progress.pass_number = 2
    first.save()
    assert list(tmp_path.iterdir()) == [checkpoint]
    second = trainer(Network(labels), labels, tokenizer, checkpoint)
    assert (second.progress.step, second.progress.pass_number) == (1, 2)
    assert torch.equal(second.network.arcs.weight.weight, first.network.arcs.weight.weight)
    assert second.optimizer.state_dict()["state"].keys() == first.optimizer.state_dict()["state"].keys()


def test_a_head_added_since_begins_its_schedule_anew(
    network: Network, batch: Batch, labels: Labels, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    first = trainer(network, labels, tokenizer, checkpoint)
    first.step(batch, 10)
    first.save()
    state = torch.load(checkpoint)
    for part in ("network", "average"):
        for name in [name for name in state[part] if name.startswith("tags.stance")]:
            del state[part][name]
    torch.save(state, checkpoint)
    second = trainer(Network(labels), labels, tokenizer, checkpoint)
    assert second.progress.step == 0
    assert torch.equal(second.network.arcs.weight.weight, first.network.arcs.weight.weight)


def test_a_plan_takes_as_many_steps_as_it_says_or_as_its_data_need(parsed: TrainingDoc, tokenizer: Tokenizer) -> None:
    data = {"one": prepare([parsed] * 1000, tokenizer)}
    assert planned_steps(data, PLAN) == 3
    once = planned_steps(data, Plan(passes=1, repeats=(("one", 1),)))
    assert once == pytest.approx(planned_steps(data, Plan(passes=1, repeats=(("one", 4),))) / 4, abs=1)


def test_an_encoder_of_another_shape_is_refused(network: Network, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"hidden_size": 768, "num_hidden_layers": 12}', encoding="utf-8")
    with pytest.raises(ValueError, match="not a 1-layer encoder of width 384"):
        load_encoder(network, tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
def test_what_is_exported_scores_as_what_was_trained(
    network: Network, batch: Batch, parsed: TrainingDoc, labels: Labels, tmp_path: Path
) -> None:
    pytest.importorskip("onnx", reason="needed for export only")
    from training.export import write_weights

    with torch.no_grad():
        trained = network.eval()(*batch.inputs)
    write_weights(network, labels, WEIGHTS / "tokenizer.json", tmp_path, int8=False)
    shipped = ShippedNetwork(tmp_path, threads=1)
    assert shipped.labels == labels
    ((window,),) = shipped.score([WordSequence(parsed.words, np.asarray(parsed.gaps), parsed.breaks)])
    assert set(window.scores) == set(trained)
    for name, scores in window.scores.items():
        np.testing.assert_allclose(scores, trained[name][0].numpy(), atol=1e-3, err_msg=name)


def test_mixed_weights_lie_between_two_stages(network: Network) -> None:
    other = copy.deepcopy(network)
    with torch.no_grad():
        other.arcs.bias.weight.add_(1.0)
    between = mixed(network, other, 0.25)
    assert torch.allclose(between.arcs.bias.weight, network.arcs.bias.weight + 0.25)
    assert torch.equal(between.arcs.weight.weight, network.arcs.weight.weight)
