"""The network: a MiniLM encoder with letter case and spacing added to its input, and one small head a task."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tacitus.language.labels import Labels
from tacitus.language.pieces import CASES, GAPS

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
POSITIONS = 768  # a whole report of 500 words; the encoder came with 512
ARC, POINTER, RELATION = 256, 128, 256
SYNTAX_TAGS = ("sent", "upos", "xpos")
MEANING_TAGS = ("name", "attr", "claim", "kind", "group", "background", "stance", "event", "denied")
_RARE = -5.0  # scores of event types begin here: a word in a hundred triggers one
POINTERS = ("cue", "coref", "side", "voice", "agent", "patient")


class Layer(nn.Module):
    """One transformer layer of BERT's shape (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Attend and transform; all (windows, pieces, width)."""
        rows, length, _ = hidden.shape
        qkv = self.qkv(hidden).view(rows, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # written out: on a CPU the fused kernel's backward pass took a sixth of a training step
        weights = (query @ key.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask).softmax(-1)
        attended = weights @ value
        attended = attended.transpose(1, 2).reshape(rows, length, WIDTH)
        hidden = self.norm1(hidden + self.dropout(self.out(attended)))
        inner = self.down(functional.gelu(self.up(hidden)))
        return self.norm2(hidden + inner)


class Pointer(nn.Module):
    """Biaffine scores from each word to each word; a word that points nowhere points to itself."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tail = nn.Sequential(nn.Linear(WIDTH, width), nn.ReLU())
        self.target = nn.Sequential(nn.Linear(WIDTH, width), nn.ReLU())
        self.weight = nn.Linear(width, width, bias=False)
        self.bias = nn.Linear(width, 1, bias=False)
        self.self_bias = nn.Linear(width, 1)

    def forward(self, words: Tensor) -> Tensor:
        """Scores (windows, words, words) for word representations (windows, words, width)."""
        tail, target = self.tail(words), self.target(words)
        scores = self.weight(tail) @ target.transpose(1, 2) + self.bias(target).transpose(1, 2)
        own = torch.eye(words.shape[1], device=words.device, dtype=scores.dtype)
        return scores + own * self.self_bias(tail)


class Mix(nn.Module):
    """A learned weighting of the encoder's layers (Peters et al. 2018)."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * LAYERS + [1.0]))

    def forward(self, layers: list[Tensor]) -> Tensor:
        """The weighted sum of the layers' states."""
        shares = self.weights.softmax(0)
        mixed = shares[0] * layers[0]
        for share, layer in zip(shares[1:], layers[1:], strict=True):
            mixed = mixed + share * layer
        return mixed


class Network(nn.Module):
    """Encoder and heads; ``forward`` gives word-level scores for every task by name."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.pieces.weight.requires_grad_(False)  # half of all parameters; training them bought nothing but time
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.gaps = nn.Embedding(GAPS, WIDTH)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.gaps.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.syntax_mix, self.meaning_mix = Mix(), Mix()
        self.word_dropout = nn.Dropout(0.2)
        self.tags = nn.ModuleDict({task: nn.Linear(WIDTH, len(labels.of(task))) for task in SYNTAX_TAGS})
        for task in MEANING_TAGS:
            self.tags[task] = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Linear(192, len(labels.of(task))))
        nn.init.constant_(self.tags["event"].get_parameter("2.bias"), _RARE)
        self.arcs = Pointer(ARC)
        self.relation_tail = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(labels.deprel))
        self.pointers = nn.ModuleDict({task: Pointer(POINTER) for task in POINTERS})

    def encode(self, ids: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor) -> list[Tensor]:
        """Hidden states of the embedding and of every layer, each (windows, pieces, width)."""
        positions = self.positions.weight[: ids.shape[1]]
        hidden = self.dropout(self.norm(self.pieces(ids) + positions + self.cases(cases) + self.gaps(gaps)))
        bias = (1.0 - mask[:, None, None, :].to(self.gaps.weight.dtype)) * -1e4
        states = [hidden]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def forward(
        self, ids: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """Scores of every head by its name; inputs as in ``tacitus.language.pieces.Inputs``."""
        states = self.encode(ids, cases, gaps, mask)
        out: dict[str, Tensor] = {}
        for mix, tasks in ((self.syntax_mix, SYNTAX_TAGS), (self.meaning_mix, MEANING_TAGS)):
            mixed = mix(states)
            index = first.unsqueeze(-1).expand(-1, -1, WIDTH)
            index2 = last.unsqueeze(-1).expand(-1, -1, WIDTH)
            words = self.word_dropout((mixed.gather(1, index) + mixed.gather(1, index2)) * 0.5)
            for task in tasks:
                out[task] = self.tags[task](words)
            if mix is self.syntax_mix:
                out["head"] = self.arcs(words)
                out["relation_tail"] = self.relation_tail(words)
                out["relation_head"] = self.relation_head(words)
            else:
                for task in POINTERS:
                    out[task] = self.pointers[task](words)
        return out

    def relations(self, tail: Tensor, head: Tensor) -> Tensor:
        """Scores of relation labels between words and their heads, from the two representations."""
        scores: Tensor = self.relation(functional.relu(tail + head))
        return scores


def stretched(positions: Tensor) -> Tensor:
    """Positions for ``POSITIONS`` pieces: those given, and their second half again (as Beltagy et al. 2020 begin)."""
    missing = POSITIONS - len(positions)
    return torch.cat([positions, positions[len(positions) - missing :]]) if missing > 0 else positions


def load_encoder(network: Network, folder: Path) -> None:
    """Fill the encoder from a BERT checkpoint folder (``model.safetensors``, ``config.json``).

    Raises:
        ValueError: the checkpoint is of another shape.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if (config["hidden_size"], config["num_hidden_layers"]) != (WIDTH, LAYERS):
        raise ValueError(f"{folder}: not a {LAYERS}-layer encoder of width {WIDTH}")
    given = load_file(str(folder / "model.safetensors"))
    state = network.state_dict()

    def put(ours: str, *theirs: str) -> None:
        state[ours].copy_(torch.cat([given[name] for name in theirs]))

    put("pieces.weight", "embeddings.word_embeddings.weight")
    positions = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    state["positions.weight"].copy_(stretched(positions))
    for end in ("weight", "bias"):
        put(f"norm.{end}", f"embeddings.LayerNorm.{end}")
        for number in range(LAYERS):
            here, there = f"layers.{number}", f"encoder.layer.{number}"
            put(f"{here}.qkv.{end}", *(f"{there}.attention.self.{part}.{end}" for part in ("query", "key", "value")))
            put(f"{here}.out.{end}", f"{there}.attention.output.dense.{end}")
            put(f"{here}.norm1.{end}", f"{there}.attention.output.LayerNorm.{end}")
            put(f"{here}.up.{end}", f"{there}.intermediate.dense.{end}")
            put(f"{here}.down.{end}", f"{there}.output.dense.{end}")
            put(f"{here}.norm2.{end}", f"{there}.output.LayerNorm.{end}")
    network.load_state_dict(state)
