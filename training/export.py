"""Write a trained reader as the files the run time takes, in 8 bits, with a card."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reportedly.neural.windows import CONTEXT, LONGEST
from training.encoder import HIDDEN, Table, pretrained
from training.model import HEADS, LINK, SEEKS, Reader


class Graph(nn.Module):
    """The reader as one function from the inputs of the run time to its outputs, by name."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, embeds: Tensor, shape: Tensor, quoted: Tensor) -> list[Tensor]:
        """Every output, in the order of `outputs`.

        Without a mask: the run time reads one window at a time, and a window has no padding.
        """
        reader = self.reader
        states = reader.states(embeds, shape, quoted, None)
        heads = [*reader.heads.values(), reader.certainty, *reader.links.values()]
        return [head(states) for head in heads]


def outputs(reader: Reader) -> list[str]:
    """The names of the outputs: those of the heads, `certainty`, and the vectors of links."""
    return [*reader.heads, "certainty", *reader.links]


def export(reader: Reader, words: Table, out: Path, *, whole: bool = False) -> None:
    """Write ``reader.onnx``, ``labels.json``, ``tokenizer.json`` and ``embeddings.npz``.

    Args:
        reader: In full precision.
        words: The word table.
        out: A folder.
        whole: Keep 32 bits, to see what 8 bits cost.
    """
    out.mkdir(parents=True, exist_ok=True)
    graph = out / "reader.onnx"
    _write_graph(reader.eval(), graph)
    if not whole:
        # Weights of 8 bits with a scale for each column; the inputs of each product are rounded
        # over one window, so the run time asks for one window at a time.
        logging.disable(logging.WARNING)
        quantize_dynamic(
            graph, graph, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )  # fmt: skip
        logging.disable(logging.NOTSET)
    (out / "labels.json").write_text(json.dumps(_labels(reader)), encoding="utf-8")
    (out / "tokenizer.json").write_bytes((pretrained() / "tokenizer.json").read_bytes())
    packed = io.BytesIO()
    np.savez_compressed(packed, rows=words.rows.numpy(), scales=words.scales.numpy())
    (out / "embeddings.npz").write_bytes(packed.getvalue())


def _write_graph(reader: Reader, path: Path) -> None:
    names = outputs(reader)
    given = ["embeds", "shape", "quoted"]
    axes = {name: {0: "batch", 1: "pieces"} for name in [*given, *names]}
    ids = torch.zeros(1, 8, dtype=torch.int64)
    with warnings.catch_warnings(), torch.no_grad():
        # The newer exporter needs a library that changes under it every month.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(reader), (torch.zeros(1, 8, HIDDEN), ids, ids), str(path),
            input_names=given, output_names=names, dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
    onnx.checker.check_model(str(path))


def _labels(reader: Reader) -> dict[str, Any]:
    heads = {}
    for name, tags in HEADS.items():
        moves, first = (part.detach().tolist() for part in reader.chains[name].scores())
        rounded = [[round(score, 5) for score in row] for row in [*moves, first]]
        heads[name] = {"output": name, "labels": tags, "moves": rounded[:-1], "first": rounded[-1]}
    links = {}
    for head in ("attribution", "nested"):
        for link, (of, to) in SEEKS.items():
            links[link if head == "attribution" else f"{head}_{link}"] = {
                "by": f"{head}_{link}_by", "to": f"{head}_{link}_to", "head": head,
                "from_kind": of, "to_kind": to, "none": link == "source",
                "scale": round(LINK**-0.5, 8),
            }  # fmt: skip
    return {
        "heads": heads, "links": links, "certainty": "certainty",
        "longest": LONGEST, "context": CONTEXT,
    }  # fmt: skip


def write_card(out: Path, card: dict[str, Any]) -> str:
    """Write ``card.json`` with the digest of each file beside it; returns that of the card."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.iterdir())
        if path.suffix in {".onnx", ".json", ".npz"} and path.name != "card.json"
    }
    written = json.dumps(card | {"sha256": digests}, indent=1, ensure_ascii=False) + "\n"
    (out / "card.json").write_text(written, encoding="utf-8")
    return hashlib.sha256(written.encode()).hexdigest()
