"""Read the nested sources of MPQA: articles, target words, and through whom each is held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from eval.said import Stretch

WRITER = "w"
"""How the corpus names the writer, the first link of every chain."""

_ESCAPED = re.compile(r"\\(.)")
_PARAGRAPH = re.compile(r"\n\s*\n")

Chain = tuple[str, ...]
"""Names of sources, outermost first, without the writer."""


@dataclass(frozen=True, slots=True)
class Target:
    """Words that somebody is said to hold something about.

    Attributes:
        place: Where they stand.
        sentence: Where their sentence stands.
        chains: Through whom they are held: any of them is right. The writer alone is ``()``.
    """

    place: Stretch
    sentence: Stretch
    chains: tuple[Chain, ...]

    @property
    def depth(self) -> int:
        """Links of its longest chain, the writer included."""
        return 1 + max(len(chain) for chain in self.chains)


@dataclass(frozen=True, slots=True)
class Nested:
    """An article with its targets, by place; paragraphs are separated by a blank line."""

    name: str
    text: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class MpqaCorpus:
    """The articles by name, and how many rows were left out as it is not clear where they stand."""

    articles: tuple[Nested, ...]
    unclear: int


class Row(msgspec.Struct, frozen=True):
    """A target (`question`) of a sentence (`text`) and its chain (`answer`)."""

    text: str
    question: str
    answer: list[str]


class Rows(msgspec.Struct, frozen=True):
    """An article as the corpus keeps it."""

    extract: list[Row]
    context: str


def read_mpqa(path: Path) -> MpqaCorpus:
    """The corpus, from ``data/mpqa-nested/mpqa_nested.json``."""
    rows = msgspec.json.decode(path.read_bytes(), type=dict[str, Rows])
    articles = []
    unclear = 0
    for name in sorted(rows):
        article, left_out = nested(name, rows[name])
        articles.append(article)
        unclear += left_out
    return MpqaCorpus(tuple(articles), unclear)


def nested(name: str, rows: Rows) -> tuple[Nested, int]:
    """One article, and how many of its rows were left out.

    A row is left out where its target stands twice in its sentence, or its sentence twice in the
    article. Rows of one target in one sentence become one target with several chains.
    """
    text = "\n\n".join(
        flat for part in _PARAGRAPH.split(_plain(rows.context)) if (flat := _flat(part))
    )
    chains: dict[tuple[Stretch, Stretch], set[Chain]] = {}
    left_out = 0
    for row in rows.extract:
        place = _place(text, _flat(_plain(row.text)), _flat(_plain(row.question)))
        if place is None:
            left_out += 1
        else:
            chains.setdefault(place, set()).add(tuple(_flat(_plain(n)) for n in row.answer[1:]))
    targets = (
        Target(place, sentence, tuple(sorted(held))) for (place, sentence), held in chains.items()
    )
    by_place = sorted(targets, key=lambda target: (target.place, target.sentence))
    return Nested(name, text, tuple(by_place)), left_out


def _plain(text: str) -> str:
    """``text`` without the escapes that the corpus carries as letters."""
    return _ESCAPED.sub(lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _place(text: str, sentence: str, target: str) -> tuple[Stretch, Stretch] | None:
    if text.count(sentence) != 1 or sentence.count(target) != 1:
        return None
    start = text.index(sentence)
    at = start + sentence.index(target)
    return (at, at + len(target)), (start, start + len(sentence))
