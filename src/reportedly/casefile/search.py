"""Full-text search over what reports, attributions, entities and questions say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, insert, select, text

from reportedly.casefile.database import ENTRIES

OPEN, CLOSE = "\x02", "\x03"
"""Marks that SQLite puts round a hit; they are taken out of every text that is indexed."""

_UNMARKED = {ord(OPEN): " ", ord(CLOSE): " "}

_FIND = text(
    f"SELECT e.kind, e.id, e.report, snippet(search, -1, '{OPEN}', '{CLOSE}', '…', 16) AS excerpt "
    "FROM search JOIN entries AS e ON e.key = search.rowid WHERE search MATCH :words "
    "ORDER BY bm25(search, 4.0, 1.0), e.kind, e.id LIMIT :limit"
)
"""A hit in a title or a source counts four times one in the words below it."""

_LEARN = text("INSERT INTO search(rowid, title, words) VALUES (:key, :title, :words)")
_FORGET = text(
    "INSERT INTO search(search, rowid, title, words) "
    "SELECT 'delete', key, title, words FROM entries WHERE kind = :kind AND id = :id"
)
_REMOVE = text("DELETE FROM entries WHERE kind = :kind AND id = :id")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: a row of a table, with the words it is found by."""

    kind: str
    id: str
    report: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    Attributes:
        kind: Name of its table.
        id: Of the row.
        report: The report it stands in; empty for reports, entities and questions.
        excerpt: Words around the hits, in pieces; True marks a piece that was searched for.
    """

    kind: str
    id: str
    report: str
    excerpt: tuple[tuple[str, bool], ...]


def learn(connection: Connection, entries: Sequence[Entry]) -> None:
    """Add entries to the index."""
    if not entries:
        return
    first = (connection.execute(select(func.max(ENTRIES.c.key))).scalar() or 0) + 1
    rows = [
        {
            **asdict(entry),
            "key": key,
            "title": entry.title.translate(_UNMARKED),
            "words": entry.words.translate(_UNMARKED),
        }
        for key, entry in enumerate(entries, start=first)
    ]
    connection.execute(insert(ENTRIES), rows)
    connection.execute(_LEARN, rows)


def forget(connection: Connection, kind: str, ids: Sequence[str]) -> None:
    """Take rows of one table out of the index."""
    if ids:
        rows = [{"kind": kind, "id": id_} for id_ in ids]
        connection.execute(_FORGET, rows)
        connection.execute(_REMOVE, rows)


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """What holds all of ``words``, best first; nothing where there are no words."""
    query = quoted(words)
    if not query:
        return ()
    rows = connection.execute(_FIND, {"words": query, "limit": limit})
    return tuple(
        Hit(row.kind, row.id, row.report, tuple(_pieces(row.excerpt or ""))) for row in rows
    )


def quoted(words: str) -> str:
    """Plain words as a query that means just them: no character of theirs is an operator."""
    parts = []
    for word in words.replace("\0", " ").split():
        stem, star = (word[:-1], "*") if word.endswith("*") else (word, "")
        if any(character.isalnum() for character in stem):
            escaped = stem.replace('"', '""')
            parts.append(f'"{escaped}"{star}')
    return " ".join(parts)


def _pieces(excerpt: str) -> Iterator[tuple[str, bool]]:
    for number, part in enumerate(excerpt.split(OPEN)):
        hit, close, rest = part.partition(CLOSE) if number else ("", "", part)
        if hit and close:
            yield hit, True
        elif hit:
            yield hit, False
        if rest:
            yield rest, False
