"""Read PolNeAR: brat stand-off beside plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

from eval.said import Article, Said, Stretches

_DIGITS = "0123456789"
"""A second content is called `Content2`."""
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles in the order of their names, and how many spans do not read as they say."""

    articles: tuple[Article, ...]
    drifted: int


def read_polnear(folder: Path) -> Corpus:
    """The articles of one part of the corpus, each by its first annotator.

    A span that does not read in the text what it says is used as it stands, and counted.

    Args:
        folder: ``data/polnear/dev`` of the corpora.
    """
    articles = []
    drifted = 0
    for name, paths in _by_article(folder).items():
        article, off = _read(folder, name, paths[0])
        articles.append(article)
        drifted += off
    return Corpus(tuple(articles), drifted)


def read_pairs(folder: Path) -> tuple[tuple[Article, Article], ...]:
    """Each article as one annotator has it and as another has it, in every order."""
    return tuple(
        (_read(folder, name, one)[0], _read(folder, name, other)[0])
        for name, paths in _by_article(folder).items()
        for one, other in permutations(paths, 2)
    )


def _by_article(folder: Path) -> dict[str, list[Path]]:
    """The annotation files of each text: named like it, with four characters for the annotator."""
    found: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(_ANNOTATOR.sub("", path.stem), []).append(path)
    return found


@cache
def _read(folder: Path, name: str, path: Path) -> tuple[Article, int]:
    text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
    said, drifted = parsed(text, path.read_text(encoding="utf-8"))
    return Article(name, text, said), drifted


def parsed(text: str, annotations: str) -> tuple[tuple[Said, ...], int]:
    """The attributions of one annotation file, by place, and how many of its spans have drifted."""
    spans: dict[str, Stretches] = {}
    events: list[list[tuple[str, ...]]] = []
    drifted = 0
    for line in annotations.splitlines():
        ident, _, rest = line.partition("\t")
        if ident.startswith("T"):
            where, _, words = rest.partition("\t")
            stretches = _stretches(where.partition(" ")[2])
            spans[ident] = stretches
            drifted += " ".join(text[start:end] for start, end in stretches) != words
        elif ident.startswith("E"):
            events.append([tuple(part.split(":")) for part in rest.split()])
    rows = [_said(event, spans) for event in events]
    kept = [row for row in rows if row.content]
    return tuple(sorted(kept, key=lambda row: (row.content, row.cue, row.source))), drifted


def _stretches(places: str) -> Stretches:
    ends = [place.split() for place in places.split(";")]
    return tuple((int(start), int(end)) for start, end in ends)


def _said(event: list[tuple[str, ...]], spans: dict[str, Stretches]) -> Said:
    def of(role: str) -> Stretches:
        named = [spans[ident] for name, ident in event if name.rstrip(_DIGITS) == role]
        return tuple(stretch for stretches in named for stretch in stretches)

    return Said(of("Source"), of("Cue"), of("Content"))
