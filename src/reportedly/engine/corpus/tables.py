"""The tables of a corpus: what is written of some documents, and how it is read again.

Each function that makes one takes its places as plain text and writes to its own table, so that any
process can do it; a table that is there is not made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from reportedly.engine.columns import Column, has_columns, read_column, write_columns
from reportedly.trace.corpus.naming import Sameness, same_texts
from reportedly.trace.corpus.passages import Passages, joined_passages, passages
from reportedly.trace.corpus.postings import (
    Groups,
    Postings,
    groups_of,
    joined_groups,
    sorted_postings,
)
from reportedly.trace.corpus.prints import Numbers, print_texts
from reportedly.trace.hashing import Hashes, hash_word

SHARDS = 64
_SHARD_BITS = 6
PIECE = 16 << 20
"""Bytes of a file that are read and fingerprinted together."""


class Document(msgspec.Struct, frozen=True):
    """One line of a file of documents; other fields are passed over."""

    id: str
    text: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a file, and where what becomes of them goes."""

    path: str
    start: int
    end: int
    table: str


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """What is known of every text, by its number.

    Attributes:
        wholes: A hash of all its words.
        words: How many it has.
        lengths: Its code points.
        outlets: A hash of its outlet's name, 0 if it has none.
    """

    wholes: Hashes
    words: Numbers
    lengths: Numbers
    outlets: Numbers

    def same(self) -> Sameness:
        """Which of them have the same words."""
        return same_texts(self.wholes, self.words, self.outlets)


# --- pieces of files -----------------------------------------------------------------------------


def pieces_of(files: Sequence[Path], work: Path) -> Iterator[Piece]:
    """Cut files at the ends of lines."""
    number = 0
    for path in files:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = 0
            while start < size:
                file.seek(min(start + PIECE, size))
                file.readline()
                end = file.tell()
                yield Piece(str(path), start, end, str(work / f"piece-{number:06}"))
                start, number = end, number + 1


def print_piece(piece: Piece) -> None:
    """Read the documents of a piece and write their fingerprints, sorted."""
    table = Path(piece.table)
    if has_columns(table):
        return
    with Path(piece.path).open("rb") as file:
        file.seek(piece.start)
        lines = file.read(piece.end - piece.start).splitlines()
    read = msgspec.json.Decoder(Document).decode
    documents = [read(line) for line in lines if line.strip()]
    found = print_texts([document.text for document in documents])
    order = np.argsort(found.hashes)
    hashes = found.hashes[order]
    write_columns(
        table,
        {
            "hashes": hashes,
            "texts": found.owners[order],
            "places": found.places[order],
            "shards": np.searchsorted(hashes, _BOUNDS),
            "wholes": found.wholes,
            "words": found.words,
            "lengths": found.lengths,
            "outlets": np.array([outlet_number(one.outlet) for one in documents], dtype=np.uint32),
            "ids": _packed(document.id for document in documents),
        },
    )


_BOUNDS = np.arange(SHARDS, dtype=np.uint64) << np.uint64(64 - _SHARD_BITS)
"""The smallest hash of each shard."""


@lru_cache(maxsize=100_000)
def outlet_number(name: str) -> int:
    """A number for an outlet's name, 0 for none."""
    return hash_word(name) >> 32 | 1 if name else 0


def _packed(ids: Iterator[str]) -> Numbers:
    return np.frombuffer("\n".join(ids).encode(), dtype=np.uint8)


# --- texts ---------------------------------------------------------------------------------------


def write_texts(table: Path, pieces: Sequence[Path]) -> None:
    """What is known of each text of several pieces, in their order."""
    names = ("wholes", "words", "lengths", "outlets")
    columns = {
        name: np.concatenate([read_column(piece, name, mapped=False) for piece in pieces])
        for name in names
    }
    ids = [read_column(piece, "ids", mapped=False).tobytes() for piece in pieces]
    columns["ids"] = np.frombuffer(b"\n".join(one for one in ids if one), dtype=np.uint8)
    write_columns(table, columns)


def read_texts(parts: Sequence[Path]) -> Texts:
    """The texts of several parts, in their order."""
    return Texts(
        *(
            np.concatenate([read_column(part / "texts", name, mapped=False) for part in parts])
            for name in ("wholes", "words", "lengths", "outlets")
        )
    )


def read_ids(part: Path) -> list[str]:
    """The ids of the texts of a part."""
    packed = read_column(part / "texts", "ids", mapped=False).tobytes()
    return packed.decode().split("\n") if packed else []


# --- postings ------------------------------------------------------------------------------------


def postings_table(part: Path, shard: int) -> Path:
    """Where the fingerprints of a shard are."""
    return part / f"postings-{shard:02}"


@dataclass(frozen=True, slots=True)
class Shard:
    """Fingerprints to be brought together.

    Attributes:
        work: Where the pieces are, and the part to be written.
        pieces: How many pieces there are.
        number: Which shard.
        old: The parts there are already.
    """

    work: str
    pieces: int
    number: int
    old: tuple[str, ...]


def write_shard(shard: Shard) -> None:
    """Bring the fingerprints of a shard together, those of texts that are compared."""
    work = Path(shard.work)
    table = postings_table(work / "part", shard.number)
    if has_columns(table):
        return
    same, known = _sameness(shard.work, shard.old)
    slices: list[Postings] = []
    number = known
    for piece in (work / f"piece-{place:06}" for place in range(shard.pieces)):
        bounds = read_column(piece, "shards", mapped=False)
        hashes, texts, places = (read_column(piece, name) for name in _POSTINGS)
        stop = bounds[shard.number + 1] if shard.number + 1 < SHARDS else len(hashes)
        some = slice(int(bounds[shard.number]), int(stop))
        own = texts[some] + np.uint32(number)
        kept = np.flatnonzero(same.compared[own])
        slices.append(Postings(hashes[some][kept], own[kept], places[some][kept]))
        number += len(read_column(piece, "words"))
    postings = sorted_postings(slices)
    if not shard.old:
        groups = groups_of(postings, same)
        columns: dict[str, Column] = {name: getattr(groups, name) for name in _GROUPS}
        write_columns(work / f"groups-{shard.number:02}", columns)
    write_columns(table, {name: getattr(postings, name) for name in _POSTINGS})


_POSTINGS = ("hashes", "texts", "places")
_GROUPS = ("hashes", "sizes", "texts", "places", "later")


def read_postings(part: Path, shard: int) -> Postings:
    """The fingerprints of a shard of a part."""
    return Postings(*(read_column(postings_table(part, shard), name) for name in _POSTINGS))


def postings_with(part: Path, shard: int, hashes: Hashes) -> Postings:
    """Those with one of some hashes (ascending, different)."""
    postings = read_postings(part, shard)
    low = np.searchsorted(postings.hashes, hashes, "left")
    count = np.searchsorted(postings.hashes, hashes, "right") - low
    return postings.only(
        np.repeat(low - np.cumsum(count) + count, count) + np.arange(int(count.sum()))
    )


def shard_of(hashes: Hashes) -> Hashes:
    """The shard that each hash is in."""
    return hashes >> np.uint64(64 - _SHARD_BITS)


@lru_cache(maxsize=1)
def _sameness(work: str, old: tuple[str, ...]) -> tuple[Sameness, int]:
    """Kept by each process from one shard to the next; and how many texts were there before."""
    before = [Path(part) for part in old]
    known = len(read_texts(before).words) if before else 0
    return read_texts([*before, Path(work) / "part"]).same(), known


@lru_cache(maxsize=1)
def all_groups(work: str) -> Groups:
    """The groups of all shards; kept by each process from one range of texts to the next."""
    tables = [Path(work) / f"groups-{shard:02}" for shard in range(SHARDS)]
    return joined_groups(
        [Groups(*(read_column(table, name) for name in _GROUPS)) for table in tables]
    )


def forget() -> None:
    """Forget what this process has kept of another run."""
    _sameness.cache_clear()
    all_groups.cache_clear()


# --- passages ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Range:
    """Texts to be compared with those of greater numbers.

    Attributes:
        work: Where the groups are.
        low: The first of the texts.
        high: One past the last.
        table: Where what they share is written.
    """

    work: str
    low: int
    high: int
    table: str


def compare_range(texts: Range) -> None:
    """Write the passages of some texts, by ranks."""
    if not has_columns(Path(texts.table)):
        found = joined_passages(list(passages(all_groups(texts.work), texts.low, texts.high)))
        write_columns(Path(texts.table), found.columns())


def write_passages(table: Path, found: Passages, same: Sameness) -> None:
    """Write passages with the texts' numbers in the place of their ranks."""
    columns = found.columns()
    for name in ("first", "second"):
        columns[name] = same.firsts[columns[name]].astype(np.uint32)
    write_columns(table, columns)


def read_passages(table: Path) -> Passages:
    """The passages of a table."""
    return Passages(*(read_column(table, name, mapped=False) for name in Passages.names()))
