"""What a trained reader is, for `doctor`: its digest, its size, its licences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from reportedly.errors import ReportedlyError
from reportedly.neural import Model, ModelFiles
from reportedly.neural.card import Card, TrainingSet, read_card

GRAPH = "reader.onnx"
WORDS = "embeddings.npz"
SENTENCE = "It rained, the mayor said."


@dataclass(frozen=True, slots=True)
class Trained:
    """The trained reader.

    Attributes:
        digest: SHA-256 over its files: part of what every reading is filed under.
        bytes: Of its files.
        licence: What may be done with its weights, in a line.
        sets: What it was trained on.
        works: Whether its files are those of its card, and read a sentence.
    """

    digest: str
    bytes: int
    licence: str
    sets: tuple[TrainingSet, ...]
    works: bool


def trained(folder: Traversable, shared: Traversable | None = None) -> Trained | None:
    """The trained reader in a folder; ``None`` if there is none.

    Args:
        folder: Where it stands.
        shared: Where the tokenizer and the words stand that it shares with another, if it does.
    """
    if not folder.joinpath(GRAPH).is_file():
        return None
    own = (GRAPH, "labels.json", "card.json", "WEIGHTS-LICENSE")
    graph, labels, card, licence = (_bytes(folder.joinpath(name)) for name in own)
    tokenizer, words = (
        _bytes((shared or folder).joinpath(name)) for name in ("tokenizer.json", WORDS)
    )
    files = ModelFiles(graph, tokenizer, labels, words)
    told = _card(card)
    return Trained(
        digest=files.digest(),
        bytes=sum(map(len, (graph, tokenizer, labels, words))),
        licence=licence.decode().partition("\n")[0],
        sets=told.sets if told else (),
        works=told is not None and _fits(told, files) and _reads(files),
    )


def _bytes(path: Traversable) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _card(data: bytes) -> Card | None:
    try:
        return read_card(data)
    except ReportedlyError:
        return None


def _fits(card: Card, files: ModelFiles) -> bool:
    """Whether the files are those that the card was written for."""
    held = {
        GRAPH: files.graph,
        "tokenizer.json": files.tokenizer,
        "labels.json": files.labels,
        WORDS: files.words,
    }
    return card.sha256 == {
        name: hashlib.sha256(data).hexdigest() for name, data in held.items() if data
    }


def _reads(files: ModelFiles) -> bool:
    try:
        Model.load(files).read(SENTENCE)
    except ReportedlyError:
        return False
    return True
