"""A corpus of any size of which it is known who copied whom: seeded, streamed, the same everywhere.

    REPORTEDLY_CORPORA=... python -m lineage.corpus SIZE FOLDER     (from the folder bench)

writes `documents.jsonl` (id, outlet, published, text) and `copies.csv` (child, parent, kind, family).

45 % of the documents are originals, each the root of a family whose size follows a Zipf law up to
`LARGEST`. A copy takes from the root of its family or, one time in four, from an earlier copy of it
that still has most of the text. Every document carries a byline of its own, and the documents of one
outlet in five carry the outlet's standing last paragraph, which is no copying. The first originals
are real texts; when those are used up, texts whose telling words are exchanged (`sentences_from`).
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lineage.base_texts import BaseTexts, Ids, read_base
from lineage.edits import EDITS, Chance, scan, sentences_from

SEED = 20310630
ORIGINALS = 0.45
LARGEST = 121
AGAIN = 0.25
"""Share of copies made from a copy."""
WHOLE = ("original", "verbatim", "trimmed", "light", "moderate")
"""Kinds that are copied on."""
OUTLETS, WITH_FOOTER = 200, 0.2
SHUFFLED = 20_000
"""Documents among which the order of the stream is shuffled, so that families do not arrive whole."""
YEAR_MINUTES = 525_600


@dataclass(frozen=True, slots=True)
class Document:
    """One generated document.

    Attributes:
        id: Twelve hexadecimal digits that tell nothing.
        outlet: Who published it.
        published: Minutes since the beginning; a copy is later than its parent.
        text: What it says.
        kind: ``original``, or the kind of copy.
        parent: The document it was made from; empty for an original.
        family: The number of its family.
    """

    id: str
    outlet: str
    published: int
    text: str
    kind: str
    parent: str
    family: int


def generate(base: BaseTexts, size: int, seed: int = SEED) -> Iterator[Document]:
    """Yield ``size`` documents, families mixed."""
    order = np.random.default_rng([seed, 1]).permutation(len(base.texts))
    footers = _footers(base, seed)
    waiting: list[Document] = []
    mixing = np.random.default_rng([seed, 2])
    made = family = 0
    while made < size:
        chance = np.random.default_rng([seed, 3, family])
        real = base.texts[order[family]] if family < len(order) else None
        members = list(_family(base, family, real, footers, chance))[: size - made]
        made += len(members)
        family += 1
        waiting += members
        if len(waiting) >= SHUFFLED:
            yield from _drawn(waiting, SHUFFLED // 2, mixing)
    yield from _drawn(waiting, len(waiting), mixing)


def _drawn(waiting: list[Document], count: int, mixing: Chance) -> Iterator[Document]:
    for place in mixing.permutation(len(waiting))[:count]:
        yield waiting[place]
        waiting[place] = _GONE
    waiting[:] = [document for document in waiting if document is not _GONE]


_GONE = Document("", "", 0, "", "", "", -1)


def _sizes() -> npt.NDArray[np.float64]:
    """Chances of family sizes: a Zipf law whose mean makes the share of originals right."""
    sizes = np.arange(1, LARGEST + 1, dtype=np.float64)
    low, high = 1.0, 4.0
    for _ in range(60):
        middle = (low + high) / 2
        chances = sizes**-middle
        chances /= chances.sum()
        low, high = (middle, high) if (chances * sizes).sum() > 1 / ORIGINALS else (low, middle)
    return np.cumsum(chances)


_CHANCES = _sizes()


@dataclass(frozen=True, slots=True)
class _Member:
    ids: Ids
    id: str
    kind: str
    published: int


def _family(
    base: BaseTexts, family: int, real: Ids | None, footers: list[str], chance: Chance
) -> Iterator[Document]:
    size = int(np.searchsorted(_CHANCES, chance.random())) + 1
    words = int(np.clip(chance.lognormal(5.75, 0.5), 60, 3000))
    root = sentences_from(base, words, chance) if real is None else real
    members = [_Member(root, _name(chance), "original", int(chance.integers(0, YEAR_MINUTES)))]
    yield _document(base, members[0], "", family, footers, chance)
    shares = np.cumsum([share for share, _ in EDITS.values()])
    for _ in range(size - 1):
        kind = list(EDITS)[min(int(np.searchsorted(shares, chance.random())), len(EDITS) - 1)]
        parent = members[0]
        whole = [member for member in members if member.kind in WHOLE]
        if chance.random() < AGAIN:
            parent = whole[int(chance.integers(0, len(whole)))]
        later = parent.published + 1 + int(chance.exponential(1_000))
        ids = EDITS[kind][1](parent.ids, chance, base)
        members.append(_Member(ids, _name(chance), kind, later))
        yield _document(base, members[-1], parent.id, family, footers, chance)


def _name(chance: Chance) -> str:
    return f"{int(chance.integers(0, 1 << 48)):012x}"


def _document(
    base: BaseTexts, member: _Member, parent: str, family: int, footers: list[str], chance: Chance
) -> Document:
    outlet = int(chance.integers(0, OUTLETS))
    text = base.text(member.ids).strip()
    if member.kind == "scanned":
        text = scan(text, chance)
    name = base.words[int(base.stream[int(chance.integers(0, len(base.stream)))])].strip()
    text = f"By {name.capitalize()} {member.id[:4].upper()}, Outlet {outlet}\n\n{text}"
    if footers[outlet]:
        text = f"{text}\n\n{footers[outlet]}"
    return Document(
        member.id, f"outlet-{outlet}", member.published, text, member.kind, parent, family
    )


def _footers(base: BaseTexts, seed: int) -> list[str]:
    """The standing last paragraph of each outlet, or nothing."""
    chance = np.random.default_rng([seed, 4])
    return [
        base.text(sentences_from(base, int(chance.integers(25, 40)), chance)).strip()
        if chance.random() < WITH_FOOTER
        else ""
        for _ in range(OUTLETS)
    ]


def write(documents: Iterable[Document], folder: str) -> None:
    """Write the two files into ``folder``."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with (
        (target / "documents.jsonl").open("w", encoding="utf-8") as texts,
        (target / "copies.csv").open("w", encoding="utf-8", newline="") as copies,
    ):
        rows = csv.writer(copies)
        rows.writerow(("child", "parent", "kind", "family"))
        for one in documents:
            record = {"id": one.id, "outlet": one.outlet, "published": one.published}
            texts.write(json.dumps({**record, "text": one.text}, ensure_ascii=False) + "\n")
            rows.writerow((one.id, one.parent, one.kind, one.family))


def main() -> None:
    """Generate a corpus into a folder."""
    size, folder = int(sys.argv[1]), sys.argv[2]
    base = read_base(Path(os.environ["REPORTEDLY_CORPORA"]) / "data")
    write(generate(base, size), folder)


if __name__ == "__main__":
    main()
