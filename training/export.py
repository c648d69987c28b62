"""From trained weights to the files that ship: ONNX, int8, labels, tokenizer."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from tacitus.language.labels import Labels
from tacitus.language.network import OUTPUTS, POINTER_OUTPUTS
from training.network import ATTENTION_HEADS, WIDTH, Network

_INPUTS = ("ids", "cases", "gaps", "mask", "first", "last")


class _Graph(nn.Module):
    """The network with its outputs as a tuple in fixed order."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        out = self.network(*inputs)
        return tuple(out[name] for name in OUTPUTS)


def to_onnx(network: Network, path: Path) -> None:
    """Write the network as an ONNX graph with free batch, piece and word dimensions."""
    network.eval()
    pieces = torch.ones((2, 32), dtype=torch.long)
    words = torch.ones((2, 20), dtype=torch.long)
    axes: dict[str, dict[int, str]] = {name: {0: "windows", 1: "pieces"} for name in _INPUTS[:4]}
    axes |= {name: {0: "windows", 1: "words"} for name in (*_INPUTS[4:], *OUTPUTS)}
    for name in POINTER_OUTPUTS:
        axes[name] = {0: "windows", 1: "words", 2: "words2"}
    torch.onnx.export(
        _Graph(network), (pieces, pieces * 0, pieces * 0, pieces, words, words), str(path),
        input_names=list(_INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Fuse, then turn weights to int8: matrices by output channel, embeddings whole."""
    with tempfile.TemporaryDirectory() as folder:
        fused = Path(folder) / "fused.onnx"
        model = optimizer.optimize_model(
            str(source), model_type="bert", num_heads=ATTENTION_HEADS, hidden_size=WIDTH, opt_level=0
        )
        model.save_model_to_file(str(fused))
        quantize_dynamic(
            fused,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def write_weights(network: Network, labels: Labels, tokenizer: Path, folder: Path, *, int8: bool = True) -> None:
    """Write all that the package needs to run the network into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    network = network.float().cpu().eval()
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "plain.onnx"
        to_onnx(network, plain)
        if int8:
            quantise(plain, folder / "model.onnx")
        else:
            shutil.copyfile(plain, folder / "model.onnx")
    onnx.checker.check_model(onnx.load(folder / "model.onnx"))
    np.savez_compressed(
        folder / "relation.npz",
        weight=network.relation.weight.detach().numpy(),
        bias=network.relation.bias.detach().numpy(),
    )
    labels.write(folder / "labels.json")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
