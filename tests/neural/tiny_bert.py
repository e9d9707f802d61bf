"""A token classifier with two small layers of random weights, as `save_pretrained` would write it.

And what it computes, step by step in NumPy, from its weights under the names they have in BERT.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.neural.convert import HubFiles
from tests.neural import tiny

Floats = NDArray[np.float32]
Tensors = dict[str, Floats]

WIDTH, HEADS, FEED, LAYERS, PLACES, NARROW = 8, 2, 12, 2, 24, 6
LABELS = ("O", "B-MISC", "I-MISC", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-GPE", "I-GPE")
SAID = ("O", "B-SOURCE", "I-SOURCE", "B-Cue", "I-Cue", "B-content", "I-content")

DISTILBERT = {
    "bert.": "distilbert.",
    "encoder.layer": "transformer.layer",
    "attention.self.query": "attention.q_lin",
    "attention.self.key": "attention.k_lin",
    "attention.self.value": "attention.v_lin",
    "attention.output.dense": "attention.out_lin",
    "attention.output.LayerNorm": "sa_layer_norm",
    "intermediate.dense": "ffn.lin1",
    "output.dense": "ffn.lin2",
    "output.LayerNorm": "output_layer_norm",
}
"""What the parts of BERT are called in DistilBERT; the first that fits counts."""


def tensors(labels: int = len(LABELS), *, narrow: int = WIDTH, seed: int = 1) -> Tensors:
    """Random weights, large enough that every one of them tells.

    Args:
        labels: How many it scores.
        narrow: Width of the word vectors; where it is not that of the layers, ELECTRA's.
        seed: Of the draw.
    """
    chance = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        "bert.embeddings.word_embeddings.weight": (len(tiny.VOCABULARY), narrow),
        "bert.embeddings.position_embeddings.weight": (PLACES, narrow),
        "bert.embeddings.token_type_embeddings.weight": (2, narrow),
        **_normal("bert.embeddings.LayerNorm", narrow),
        **_linear("classifier", WIDTH, labels),
    }
    if narrow != WIDTH:
        shapes |= _linear("bert.embeddings_project", narrow, WIDTH)
    for number in range(LAYERS):
        at = f"bert.encoder.layer.{number}."
        for part in ("query", "key", "value"):
            shapes |= _linear(f"{at}attention.self.{part}", WIDTH, WIDTH)
        shapes |= _linear(f"{at}attention.output.dense", WIDTH, WIDTH)
        shapes |= _normal(f"{at}attention.output.LayerNorm", WIDTH)
        shapes |= _linear(f"{at}intermediate.dense", WIDTH, FEED)
        shapes |= _linear(f"{at}output.dense", FEED, WIDTH)
        shapes |= _normal(f"{at}output.LayerNorm", WIDTH)
    # A word must tell more than the layers' own leanings, or all words would score alike.
    made = {name: chance.normal(0, 0.6, shape) for name, shape in shapes.items()}
    for name in made:
        if name.endswith("LayerNorm.weight"):
            made[name] += 1.5
        elif name.endswith("bias"):
            made[name] /= 4
    return {name: array.astype(np.float32) for name, array in made.items()}


def _linear(name: str, given: int, made: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (made, given), f"{name}.bias": (made,)}


def _normal(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def renamed(weights: Tensors, names: Mapping[str, str]) -> Tensors:
    """The weights under the names of another architecture."""
    made = {}
    for name, array in weights.items():
        for old, new in names.items():
            name = name.replace(old, new) if new not in name else name
        made[name] = array
    return made


# --- as files ------------------------------------------------------------------------------------


def config(labels: Sequence[str] = LABELS, **changes: object) -> bytes:
    """A ``config.json``."""
    made: dict[str, object] = {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": WIDTH,
        "id2label": {str(number): label for number, label in enumerate(labels)},
        "layer_norm_eps": 1e-5,
        "max_position_embeddings": PLACES,
        "num_attention_heads": HEADS,
        "num_hidden_layers": LAYERS,
        "pad_token_id": 0,
        "transformers_version": "5.0.0",
    }
    return json.dumps(made | changes).encode()


def safetensors(weights: Mapping[str, NDArray[np.generic]], kind: str = "F32") -> bytes:
    """A ``model.safetensors``, by hand: a head of JSON with its length before it, then numbers."""
    head: dict[str, object] = {"__metadata__": {"format": "pt"}}
    body = b""
    for name, array in weights.items():
        data = array.tobytes()
        head[name] = {
            "dtype": kind,
            "shape": array.shape,
            "data_offsets": [len(body), len(body) + len(data)],
        }
        body += data
    packed = json.dumps(head).encode()
    return len(packed).to_bytes(8, "little") + packed + body


def files(
    weights: Tensors | None = None, labels: Sequence[str] = LABELS, **changes: object
) -> HubFiles:
    """The files of the tiny classifier; ``changes`` are those of its settings."""
    given = tensors(len(labels)) if weights is None else weights
    return HubFiles(config(labels, **changes), safetensors(given), tiny.tokenizer())


# --- what it computes ----------------------------------------------------------------------------


def forward(
    weights: Tensors,
    ids: NDArray[np.int64],
    *,
    bend: str = "gelu",
    first: int = 0,
    eps: float = 1e-5,
) -> Floats:
    """Scores [pieces, labels] of one window.

    Args:
        weights: Under their names in BERT.
        ids: The pieces.
        bend: The function between the halves of a layer.
        first: The row of the table of places that the first piece has.
        eps: Added to the variance.
    """
    states = (
        weights["bert.embeddings.word_embeddings.weight"][ids]
        + weights["bert.embeddings.position_embeddings.weight"][first : first + len(ids)]
        + weights["bert.embeddings.token_type_embeddings.weight"][0]
    )
    states = _normed(states, weights, "bert.embeddings.LayerNorm", eps)
    if "bert.embeddings_project.weight" in weights:
        states = _mapped(states, weights, "bert.embeddings_project")
    for number in range(LAYERS):
        at = f"bert.encoder.layer.{number}."
        mixed = _attention(states, weights, at)
        states = states + _mapped(mixed, weights, f"{at}attention.output.dense")
        states = _normed(states, weights, f"{at}attention.output.LayerNorm", eps)
        wide = _bent(_mapped(states, weights, f"{at}intermediate.dense"), bend)
        states = states + _mapped(wide, weights, f"{at}output.dense")
        states = _normed(states, weights, f"{at}output.LayerNorm", eps)
    return _mapped(states, weights, "classifier")


def _mapped(states: Floats, weights: Tensors, name: str) -> Floats:
    made: Floats = states @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return made


def _normed(states: Floats, weights: Tensors, name: str, eps: float) -> Floats:
    spread = np.sqrt(states.var(-1, keepdims=True) + eps)
    made: Floats = (states - states.mean(-1, keepdims=True)) / spread
    return made * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _attention(states: Floats, weights: Tensors, at: str) -> Floats:
    asked, held, told = (
        _mapped(states, weights, f"{at}attention.self.{part}").reshape(len(states), HEADS, -1)
        for part in ("query", "key", "value")
    )
    mixed = np.zeros_like(told)
    for head in range(HEADS):
        scores = asked[:, head] @ held[:, head].T / math.sqrt(WIDTH // HEADS)
        chances = np.exp(scores - scores.max(-1, keepdims=True))
        mixed[:, head] = chances / chances.sum(-1, keepdims=True) @ told[:, head]
    return mixed.reshape(len(states), WIDTH)


def _bent(states: Floats, bend: str) -> Floats:
    if bend == "relu":
        return np.maximum(states, np.float32(0))
    if bend == "gelu":
        share = np.vectorize(math.erf)(states / math.sqrt(2))
    else:
        share = np.tanh(math.sqrt(2 / math.pi) * (states + 0.044715 * states**3))
    made: Floats = (states * (1 + share) / 2).astype(np.float32)
    return made
