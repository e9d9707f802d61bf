"""Read the pairs of texts of PAN 2013 text alignment, with the passages known to be reused."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

from eval.plagdet_scores import Aligned

CLEAN = "01-no-plagiarism"
SUMMARY = "05-summary-obfuscation"
KINDS = {
    CLEAN: "nothing",
    "02-no-obfuscation": "verbatim",
    "03-random-obfuscation": "random",
    "04-translation-obfuscation": "translated",
    SUMMARY: "summary",
}
"""The kinds of pairs, and what they are called here."""


class _Text(msgspec.Struct, frozen=True):
    id: str
    text: str


class _Case(msgspec.Struct, frozen=True):
    this_offset: int
    this_length: int
    source_offset: int
    source_length: int


class _Row(msgspec.Struct, frozen=True):
    category: str
    suspicious: str
    source: str
    cases: tuple[_Case, ...]


@dataclass(frozen=True)
class Pair:
    """A later text, the one it may have taken passages from, and those it has taken.

    Attributes:
        kind: As in `KINDS`.
        name: Of the later text.
        text: The later text.
        from_text: The earlier one.
        known: The passages taken.
    """

    kind: str
    name: str
    text: str
    from_text: str
    known: tuple[Aligned, ...]

    @cached_property
    def held_back(self) -> bool:
        """Whether the pair is of the half that nothing is tuned on: by its later text's name."""
        return sha256(self.name.encode()).digest()[0] % 2 == 1


def read_pan13(folder: Path) -> tuple[Pair, ...]:
    """Every pair, in the order of the corpus.

    Args:
        folder: ``data/pan13`` of the corpora.
    """
    decode_text, decode_row = msgspec.json.Decoder(_Text), msgspec.json.Decoder(_Row)
    with gzip.open(folder / "train_docs.jsonl.gz") as file:
        texts = {item.id: item.text for item in map(decode_text.decode, file)}
    with gzip.open(folder / "train_pairs.jsonl.gz") as file:
        rows = [decode_row.decode(line) for line in file]
    return tuple(
        Pair(
            KINDS[row.category],
            row.suspicious,
            texts[row.suspicious],
            texts[row.source],
            tuple(_aligned(case) for case in row.cases),
        )
        for row in rows
    )


def _aligned(case: _Case) -> Aligned:
    return Aligned(
        case.this_offset,
        case.this_offset + case.this_length,
        case.source_offset,
        case.source_offset + case.source_length,
    )
