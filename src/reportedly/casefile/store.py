"""The ledger in its database: written by difference in one transaction, read whole or row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Row, Select, or_, select

from reportedly.casefile import search, tables
from reportedly.casefile.codec import decode_all, unhindered
from reportedly.casefile.database import AGAIN, FILES, META, ROWS, Database
from reportedly.casefile.difference import write_files, write_meta, write_rows
from reportedly.casefile.shelf import Shelf
from reportedly.casefile.site import SiteFile
from reportedly.casefile.spans import check_spans
from reportedly.casefile.tables import REPORTS, TABLES, AnyRow, Table
from reportedly.errors import IntegrityError, UsageError
from reportedly.model.canonical import Digests, encode
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report

NAME = "ledger.sqlite"
Noun = TypeVar("Noun")

FACTS = ("title", "software", "reader", "originals", "schema")
"""Fields of `Ledger` that are no rows."""

LOCAL = frozenset({"shape", "inputs", "custody", "decisions"})
"""Keys of the table ``meta`` that speak of this folder's logs and not of the ledger."""

SOME = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A row found by the beginning of its id: the table it stands in, and its whole id."""

    kind: str
    id: str


class Store:
    """``ledger.sqlite`` of a case.

    Args:
        path: The file. It need not be there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(path)
        self._shelf: Shelf | None = None

    @property
    def exists(self) -> bool:
        """Whether a whole ledger was ever written here."""
        if not self.database.exists:
            return False
        connection = self.database.glancing()
        if connection is None:
            return False
        with connection:
            return "title" in _meta(connection)

    def shelf(self) -> Shelf:
        """The shelf for results that can be made again."""
        if self._shelf is None:
            self._shelf = Shelf(self.database)
        return self._shelf

    def write(
        self,
        ledger: Ledger,
        files: Sequence[SiteFile],
        notes: Mapping[str, str],
        digests: Digests | None = None,
    ) -> int:
        """Make ``ledger`` the ledger, in one transaction, touching only rows that differ.

        Args:
            ledger: In canonical order.
            files: Everything the site must hold, and what is to be removed from it.
            notes: What else to keep in ``meta``.
            digests: Of the ledger's rows, if some were taken before.

        Returns:
            How many rows were deleted or inserted.

        Raises:
            SpanDriftError: A span does not read what it says; nothing was written.
            ValueError: The ledger is not in canonical order, or two rows have one id.
            CaseError: The disk refused; nothing was written.
        """
        facts = {name: str(getattr(ledger, name)) for name in FACTS}
        with self.shelf().settling() as settle, self.database.writing() as connection, unhindered():
            touched, rows = write_rows(connection, ledger, digests or Digests())
            write_files(connection, files)
            write_meta(connection, {**facts, **notes, "rows": rows})
            settle(connection)
        return touched

    def load(self) -> Ledger:
        """The whole ledger, every span checked against its text.

        Raises:
            CaseError: There is none yet.
            IntegrityError: A row is damaged, or a span does not read what it says.
        """
        with self.database.reading() as connection:
            ledger = self._assembled(connection)
        reports = {report.id: report for report in ledger.reports}
        for table in TABLES:
            check_spans(table.rows(ledger), reports)
        return ledger

    def _assembled(self, connection: Connection) -> Ledger:
        facts = _meta(connection)
        if not facts.keys() >= set(FACTS):
            raise IntegrityError(
                "the ledger holds no whole build", where=str(self.path), remedy=AGAIN
            )

        def of(table: Table[Noun]) -> tuple[Noun, ...]:
            return self._rows(connection.execute(_ordered(table)).all(), table.noun)

        return Ledger(
            title=facts["title"],
            software=facts["software"],
            reader=facts["reader"],
            originals=int(facts["originals"]),
            containers=of(tables.CONTAINERS),
            outlets=of(tables.OUTLETS),
            reports=of(tables.REPORTS),
            left_out=of(tables.LEFT_OUT),
            attributions=of(tables.ATTRIBUTIONS),
            mentions=of(tables.MENTIONS),
            details=of(tables.DETAILS),
            credits=of(tables.CREDITS),
            entities=of(tables.ENTITIES),
            claims=of(tables.CLAIMS),
            questions=of(tables.QUESTIONS),
            derivations=of(tables.DERIVATIONS),
            origins=of(tables.ORIGINS),
            decisions=of(tables.DECISIONS),
            schema=facts["schema"],
        )

    def _rows(self, rows: Sequence[Row[str, str]], noun: type[Noun]) -> tuple[Noun, ...]:
        try:
            return decode_all((row.payload for row in rows), noun)
        except (msgspec.DecodeError, ValueError) as error:
            raise IntegrityError(
                f"a row of the ledger cannot be read: {error}", where=str(self.path), remedy=AGAIN
            ) from error

    def rows(self, table: Table[Noun], **equal: str) -> tuple[Noun, ...]:
        """The rows of one table whose columns equal what is given, in canonical order.

        Args:
            table: One of `reportedly.casefile.tables`.
            equal: Name and value of a column of the table: ``id``, ``report`` or its own.

        Raises:
            KeyError: The table has no such column.
            IntegrityError: A row is damaged, or a span does not read what it says.
        """
        columns = ROWS[table.name].c
        wanted = [columns[name] == value for name, value in sorted(equal.items())]
        with self.database.reading() as connection:
            found = self._rows(connection.execute(_ordered(table).where(*wanted)).all(), table.noun)
            reports = self._reports(connection, found)
        check_spans(found, reports)  # type: ignore[arg-type]  # every noun of a table is a row
        return found

    def _reports(self, connection: Connection, rows: Iterable[object]) -> dict[str, Report]:
        ids = {
            getattr(row, name)
            for row in rows
            for name in ("report", "child", "parent")
            if getattr(row, name, "")
        }
        reports = {row.id: row for row in rows if isinstance(row, Report)}
        columns = ROWS[REPORTS.name].c
        for some in _batches(sorted(ids - reports.keys())):
            rest = connection.execute(_ordered(REPORTS).where(columns.id.in_(some))).all()
            reports |= {report.id: report for report in self._rows(rest, Report)}
        return reports

    def find(self, beginning: str) -> tuple[Found, ...]:
        """Rows whose id is ``beginning`` or begins with it; at most six, sorted.

        A row whose id is exactly that comes alone.
        """
        with self.database.reading() as connection:
            found: list[Found] = []
            for table in TABLES:
                id_ = ROWS[table.name].c.id
                fits = or_(id_ == beginning, id_.startswith(beginning, autoescape=True))
                ids = connection.execute(select(id_).where(fits).order_by(id_).limit(SOME))
                found += [Found(table.name, row) for row in ids.scalars()]
        exact = [one for one in found if one.id == beginning]
        return tuple(exact or sorted(found, key=lambda one: one.id)[:SOME])

    def row(self, beginning: str) -> AnyRow:
        """The one row whose id is ``beginning`` or alone begins with it.

        Raises:
            UsageError: No row does, or several do.
        """
        found = self.find(beginning) if beginning else ()
        if not found:
            raise UsageError(
                f"no line of the ledger has the id {beginning!r}",
                where=str(self.path),
                remedy="`reportedly show CASE question` (or report, entity ...) lists the ids",
            )
        if len(found) > 1:
            some = ", ".join(one.id for one in found)
            raise UsageError(
                f"several lines of the ledger begin with {beginning!r}: {some}",
                where=str(self.path),
                remedy="give more of the id",
            )
        table = next(table for table in TABLES if table.name == found[0].kind)
        return self.rows(table, id=found[0].id)[0]

    def search(self, words: str, limit: int = 50) -> tuple[search.Hit, ...]:
        """Reports, attributions, entities and questions that hold all of ``words``, best first.

        Args:
            words: Plain words; ``explo*`` finds every word that begins so. Case and accents do not
                matter.
            limit: At most so many.
        """
        with self.database.reading() as connection:
            return search.find(connection, words, limit)

    def files(self) -> dict[str, SiteFile]:
        """What the site must hold, and what is still to be removed from it, by path."""
        with self.database.reading() as connection:
            rows = connection.execute(select(FILES).order_by(FILES.c.path)).all()
        return {row.path: SiteFile(row.path, row.key, row.sha256, row.size) for row in rows}

    def notes(self) -> dict[str, str]:
        """The table ``meta``: facts about the ledger and notes about the build."""
        with self.database.reading() as connection:
            return _meta(connection)

    def dump(self) -> bytes:
        """Every row of every table but the cache, one JSON line each, in canonical order.

        Leaves out what speaks of this folder's logs, and the search index, which follows from the
        rows. Two cases with the same truth have the same dump, byte for byte.
        """
        with self.database.reading() as connection:
            return b"".join(_dumped(connection))


def _ordered(table: Table[Noun]) -> Select[str, str]:
    columns = ROWS[table.name].c
    return select(columns.id, columns.payload).order_by(columns.report, columns.place, columns.id)


def _batches(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _meta(connection: Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.execute(select(META))}


def _dumped(connection: Connection) -> Iterator[bytes]:
    facts = {key: value for key, value in _meta(connection).items() if key not in LOCAL}
    yield encode(["meta", facts]) + b"\n"
    for row in connection.execute(select(FILES).where(FILES.c.sha256 != "").order_by(FILES.c.path)):
        yield encode(["files", row.path, row.sha256]) + b"\n"
    for table in TABLES:
        sql = ROWS[table.name]
        own = [name for name, _ in table.columns]
        in_order = select(sql).order_by(sql.c.report, sql.c.place, sql.c.id)
        for filed in connection.execute(in_order).mappings():
            values = encode([filed[name] for name in ("id", "report", "place", *own)])
            yield b'["%b",%b,%b]\n' % (table.name.encode(), values, filed["payload"].encode())
