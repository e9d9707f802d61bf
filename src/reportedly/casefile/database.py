"""The SQLite file behind a case: how it is opened, which tables it has, what its errors mean."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from reportedly.casefile.tables import TABLES
from reportedly.errors import CaseError, IntegrityError, ReportedlyError
from reportedly.model.ident import digest

WAIT = 30
"""Seconds a command waits for another to finish a transaction; the longest measured is 2."""

AGAIN = "delete this file and run `reportedly build`: all in it is made from the rest of the case"

metadata = MetaData()

ROWS: dict[str, SqlTable] = {
    table.name: SqlTable(
        table.name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("report", Text, nullable=False, index=table.report is not None),
        Column("place", Integer, nullable=False),
        *(
            Column(name, Text, index=name in {"entity", "subject", "state"})
            for name, _ in table.columns
        ),
        Column("hash", LargeBinary, nullable=False),
        Column("payload", Text, nullable=False),
    )
    for table in TABLES
}

META = SqlTable(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

FILES = SqlTable(
    "files",
    metadata,
    Column("path", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
)

CACHE = SqlTable(
    "cache",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

ENTRIES = SqlTable(
    "entries",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("report", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
)

_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(title, words, content='entries', content_rowid='key', "
    "tokenize='unicode61 remove_diacritics 2')"
)

SHAPE = digest(
    "\n".join(
        [
            _SEARCH,
            *(f"{t.name}: {', '.join(c.name for c in t.columns)}" for t in metadata.sorted_tables),
        ]
    ).encode()
)[:16]
"""Digest of the tables and their columns: a database of another shape is made anew."""


def sqlite_version() -> str:
    """Version of SQLite in use."""
    return sqlite3.sqlite_version


def searches() -> bool:
    """Whether this SQLite has the full-text search that the ledger needs."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


class Database:
    """Opens the database for reading or for writing, one transaction at a time.

    Args:
        path: ``ledger.sqlite`` of the case. It need not be there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._glancing = self._engine("")
        self._reading = self._engine("BEGIN")
        self._writing = self._engine("BEGIN IMMEDIATE")

    def _engine(self, begin: str) -> Engine:
        engine = create_engine("sqlite://", creator=self._connect, poolclass=NullPool)
        if not begin:
            return engine

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _connect(self) -> sqlite3.Connection:
        # `rw` never makes an empty file. A rollback journal, not a write-ahead log: one file, which
        # can be read from a read-only disk, and which a killed writer leaves as it was.
        # The bytes of the path, since a folder need not have a name in UTF-8.
        connection = sqlite3.connect(
            f"file:{quote(os.fsencode(self.path.absolute()))}?mode=rw",
            uri=True,
            timeout=WAIT,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    @property
    def exists(self) -> bool:
        """Whether there is a file at all."""
        return self.path.is_file()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees the last whole ledger and changes nothing.

        Raises:
            CaseError: There is no ledger yet, it is of another version, or it cannot be opened.
            IntegrityError: The file is damaged.
        """
        if not self.exists:
            raise CaseError(
                "the case has no ledger yet",
                where=str(self.path.parent),
                remedy="run `reportedly build`",
            )
        with self.told(), self._reading.begin() as connection:
            if _shape(connection) != SHAPE:
                raise CaseError(
                    "the ledger was made by another version of reportedly",
                    where=str(self.path),
                    remedy="run `reportedly build` to make it anew",
                )
            yield connection

    def glancing(self) -> Connection | None:
        """A connection for single look-ups that holds no lock between them; the caller closes it.

        ``None`` where there is no database, or one of another version.
        """
        if not self.exists:
            return None
        with self.told():
            connection = self._glancing.connect()
            if _shape(connection) == SHAPE:
                return connection
            connection.close()
            return None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is written, or nothing. Makes the tables where needed.

        Raises:
            CaseError: The disk or the operating system refused, or another command is writing.
            IntegrityError: The file is damaged.
        """
        with self.told():
            if not self.exists:
                self.path.touch()
            with self._writing.begin() as connection:
                if _shape(connection) != SHAPE:
                    _make_anew(connection)
                yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Raise every error of the database in the block as what it means to a person."""
        try:
            yield
        except DatabaseError as error:
            raise self.trouble(error.orig or error) from error
        except sqlite3.DatabaseError as error:
            raise self.trouble(error) from error
        except OSError as error:
            raise CaseError(
                f"the ledger cannot be written: {error.strerror}",
                where=str(self.path),
                remedy="check the permissions of the case folder",
            ) from error

    def trouble(self, error: BaseException) -> ReportedlyError:
        """What an error of the database means to a person."""
        said = str(error)
        where = str(self.path)
        known = {
            "locked": (
                "another command is writing the ledger",
                "run this one again when it is done",
            ),
            "full": ("the disk is full", "free some space and run the command again"),
            "readonly": (
                "the ledger cannot be written",
                "check the permissions of the case folder",
            ),
            "unable to open": ("the ledger cannot be opened", "check the permissions of the case"),
            "disk I/O": ("the disk failed", "check the disk, then run the command again"),
        }
        for part, (what, remedy) in known.items():
            if part in said and isinstance(error, sqlite3.OperationalError | OperationalError):
                return CaseError(f"{what}: {said}", where=where, remedy=remedy)
        return IntegrityError(f"the ledger is damaged: {said}", where=where, remedy=AGAIN)


def _shape(connection: Connection) -> str:
    if not inspect(connection).has_table(META.name):
        return ""
    found = connection.execute(META.select().where(META.c.key == "shape")).one_or_none()
    return str(found.value) if found else ""


def _make_anew(connection: Connection) -> None:
    master = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    names = connection.execute(text(master)).scalars().all()
    for name in sorted(names, key=lambda name: (name != "search", name)):
        quoted = name.replace('"', '""')
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{quoted}"')
    metadata.create_all(connection)
    connection.exec_driver_sql(_SEARCH)
    connection.execute(META.insert().values(key="shape", value=SHAPE))
