"""The reader's model: one encoder, and small heads that read tags, links and sureness off it."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.crf import Chain
from training.encoder import HIDDEN, Encoder
from training.named_text import LABELS

LINK = 128
"""Width of the vectors by which a cue finds its source, and a content its cue."""

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
HEADS: dict[str, Sequence[str]] = {"attribution": TAGS, "nested": TAGS, "names": LABELS}

SEEKS = {"source": ("cue", "source"), "content": ("content", "cue")}
"""Links: a span of the first kind seeks one of the second."""


class Reader(nn.Module):
    """Scores of tags for every piece, vectors whose products score links, one number of sureness."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, len(t)) for name, t in HEADS.items()})
        self.chains = nn.ModuleDict({name: Chain(tags) for name, tags in HEADS.items()})
        self.links = nn.ModuleDict(
            {
                f"{layer}_{link}_{end}": nn.Linear(HIDDEN, LINK)
                for layer in ("attribution", "nested")
                for link in SEEKS
                for end in ("by", "to")
            }
        )
        self.certainty = nn.Linear(HIDDEN, 1)
        for layer in [*self.heads.values(), *self.links.values(), self.certainty]:
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def states(self, embeds: Tensor, shape: Tensor, quoted: Tensor, mask: Tensor | None) -> Tensor:
        """States [rows, pieces, hidden], as the heads take them; no mask: no padding."""
        return self.encoder.dropout(self.encoder(embeds, shape, quoted, mask)).float()

    def link(self, name: str, states: Tensor, rows: Tensor, places: Tensor) -> Tensor:
        """Scores [seekers, pieces] of what stands at (row, place) for all pieces of its row."""
        wanted = self.links[f"{name}_by"](states[rows, places])
        return (self.links[f"{name}_to"](states)[rows] @ wanted[:, :, None])[..., 0] / LINK**0.5


def mean(ends: Sequence[Reader]) -> Reader:
    """The mean of what the stages of one training ended in.

    It reads better than each of them (Izmailov et al. 2018, "Averaging weights leads to wider optima").
    The second layer of attributions is that of the later ones: the first does not teach it.
    """
    reader = copy.deepcopy(ends[-1])
    weights = [end.state_dict() for end in ends]
    with torch.no_grad():
        for name, weight in reader.state_dict().items():
            taught = weights[1:] if "nested" in name else weights
            weight.copy_(torch.stack([each[name].float() for each in taught]).mean(0))
    return reader
