"""A linear-chain conditional random field: tags are judged as a sequence, not one by one."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from reportedly.neural.decode import BARRED, possible


class Chain(nn.Module):
    """Scores of going from tag to tag; what no span can make is barred for good."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        moves, first = (torch.from_numpy(part) for part in possible(tags))
        self.moves = nn.Parameter(torch.zeros(moves.shape))
        self.first = nn.Parameter(torch.zeros(first.shape))
        self.register_buffer("barred_moves", (~moves).float() * BARRED, persistent=False)
        self.register_buffer("barred_first", (~first).float() * BARRED, persistent=False)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Score of each move from tag to tag, and of each first tag."""
        return self.moves + self.barred_moves, self.first + self.barred_first

    def loss(self, logits: Tensor, right: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood, per word, of all sequences that are right.

        Args:
            logits: [lines, words, tags].
            right: [lines, words, tags] whether each tag is right there; several may be.
            mask: [lines, words] whether there is a word; lines begin with one.
        """
        every = self._total(logits, mask)
        good = self._total(logits.masked_fill(~right, BARRED), mask)
        return (every - good).sum() / mask.sum()

    def _total(self, logits: Tensor, mask: Tensor) -> Tensor:
        moves, first = self.scores()
        alpha = first + logits[:, 0]
        for at in range(1, logits.shape[1]):
            new = (alpha[:, :, None] + moves).logsumexp(1) + logits[:, at]
            alpha = torch.where(mask[:, at, None], new, alpha)
        return alpha.logsumexp(-1)
