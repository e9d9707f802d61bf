"""The texts a generated corpus is made of, as numbers of words: real news and web pages.

Reuters-21578, the bodies of FNC-1 and the sources of PAN 2013 in the folder that REPORTEDLY_CORPORA
names. Longer texts are cut into pieces of some four hundred words at the end of a sentence.

These corpora hold copies of their own, and forms filled in again and again. A text that shares more
than `OWN` of its runs of six words with those before it is left out, so that the copies of a generated
corpus are those that were made.
"""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]

LEAST, MOST = 60, 420
"""Words of a text that is taken up, and after which a longer one is cut."""

COMMON = 60
"""Words that all texts share, whatever they are about."""

RUN, OWN = 6, 0.03
"""See above; it leaves 17,000 texts of 23,600."""

_BODY = re.compile(r"<BODY>(.*?)</BODY>", re.DOTALL)
_BREAK = "\n\n"
_SENTENCE_END = (".", "?", "!", '."', ".''", '?"')


@dataclass(frozen=True, slots=True, eq=False)
class BaseTexts:
    """Words, and texts as places in them.

    Attributes:
        words: Every different word as written, with what stands on it; one that ends a paragraph
            carries the blank line.
        common: For each, whether it is one of the `COMMON` that occur most often.
        texts: Numbers of words, text by text.
        ends: For each word, whether it ends a sentence.
        stream: All texts in one, and `sentences` where its sentences begin.
        sentences: See `stream`.
    """

    words: tuple[str, ...]
    common: npt.NDArray[np.bool_]
    texts: tuple[Ids, ...]
    ends: npt.NDArray[np.bool_]
    stream: Ids
    sentences: npt.NDArray[np.int64]

    def text(self, ids: Ids) -> str:
        """The words of a text, written out."""
        return " ".join(map(self.words.__getitem__, ids.tolist())).replace(f"{_BREAK} ", _BREAK)


def read_base(data: Path) -> BaseTexts:
    """Read the folder ``data`` of the corpora; the same order and numbers on every machine."""
    number: dict[str, int] = {}
    texts = [
        np.array([number.setdefault(word, len(number)) for word in piece], dtype=np.int32)
        for text in _everything(data)
        for piece in _pieces(_words(text))
    ]
    texts = _of_their_own(texts)
    words = tuple(number)
    stream = np.concatenate(texts)
    counts = np.bincount(stream, minlength=len(words))
    ends = np.array([word.rstrip().endswith(_SENTENCE_END) for word in words])
    return BaseTexts(
        words=words,
        common=counts >= np.partition(counts, -COMMON)[-COMMON],
        texts=tuple(texts),
        ends=ends,
        stream=stream,
        sentences=np.concatenate((np.zeros(1, np.int64), np.flatnonzero(ends[stream][:-1]) + 1)),
    )


def _of_their_own(texts: list[Ids]) -> list[Ids]:
    """The texts that share little with those before them."""
    stream = np.concatenate(texts).astype(np.uint64)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    runs = np.zeros(len(stream) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + stream[place : len(runs) + place]
        runs ^= runs >> np.uint64(29)
    owner, last = owners[: len(runs)], owners[RUN - 1 :]
    _, first, which = np.unique(runs, return_index=True, return_inverse=True)
    again = (owner[first][which] < owner) & (owner == last)
    shared = np.bincount(owner[again], minlength=len(texts))
    whole = np.bincount(owner[owner == last], minlength=len(texts))
    return [
        text for text, part, all_of_it in zip(texts, shared, whole, strict=True)
        if part <= OWN * all_of_it
    ]  # fmt: skip


def _everything(data: Path) -> Iterator[str]:
    for path in sorted((data / "reuters21578").glob("*.sgm.gz")):
        for body in _BODY.findall(gzip.decompress(path.read_bytes()).decode("latin-1")):
            text = html.unescape(body).replace("\x03", "").rstrip()
            text = text.removesuffix("Reuter").removesuffix("REUTER")
            yield re.sub(r"\n {4,}", _BREAK, text)
    csv.field_size_limit(sys.maxsize)
    for name in ("train_bodies", "story_bodies"):
        with gzip.open(data / "fnc1" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
            yield from (row["articleBody"] for row in csv.DictReader(file))
    with gzip.open(data / "pan13" / "train_docs.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["id"].startswith("source"):
                yield record["text"]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        found = paragraph.split()
        if found:
            words += [*found[:-1], found[-1] + _BREAK]
    return words


def _pieces(words: list[str]) -> Iterator[list[str]]:
    start = 0
    for place, word in enumerate(words):
        if place - start >= MOST and word.rstrip().endswith(_SENTENCE_END):
            yield words[start : place + 1]
            start = place + 1
    if len(words) - start >= LEAST:
        yield words[start:]
