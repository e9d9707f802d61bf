"""A shelf in the ledger's database for results that can be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from reportedly.casefile.database import CACHE, Database

BATCH = 1 << 22
"""Bytes put before they are written: few transactions, and a killed build loses little."""

ASKED = 500
"""Keys asked for at once: asking for each alone takes ten times as long."""

_GET = select(CACHE.c.key, CACHE.c.value).where(
    CACHE.c.key.in_(bindparam("wanted", expanding=True))
)


class Shelf:
    """Bytes by key. What is put is seen at once and reaches the disk in batches.

    Args:
        database: Of the case.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._waiting: dict[str, bytes] = {}
        self._weight = 0
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The bytes under ``key``, or ``None``.

        Raises:
            IntegrityError: The database is damaged.
        """
        return self.many((key,)).get(key)

    def many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The bytes under each of ``keys`` that there are any for.

        Raises:
            IntegrityError: The database is damaged.
        """
        wanted = list(dict.fromkeys(keys))
        self._used.update(wanted)
        found = {key: self._waiting[key] for key in wanted if key in self._waiting}
        if self._connection is None:
            self._connection = self._database.glancing()
        if self._connection is None:
            return found
        asked = [key for key in wanted if key not in found]
        with self._database.told():
            for start in range(0, len(asked), ASKED):
                some = asked[start : start + ASKED]
                rows = self._connection.execute(_GET, {"wanted": some})
                found.update((row.key, bytes(row.value)) for row in rows)
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``.

        Raises:
            CaseError: The disk refused.
        """
        self._used.add(key)
        self._waiting[key] = value
        self._weight += len(value)
        if self._weight >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be written, and let go of the database.

        Raises:
            CaseError: The disk refused.
        """
        self.close()
        if self._waiting:
            with self._database.writing() as connection:
                self._write(connection)
            self._written()

    def _write(self, connection: Connection) -> None:
        rows = [{"key": key, "value": value} for key, value in sorted(self._waiting.items())]
        if rows:
            statement = insert(CACHE)
            update = {"value": statement.excluded.value}
            connection.execute(
                statement.on_conflict_do_update(index_elements=["key"], set_=update), rows
            )

    def _written(self) -> None:
        self._waiting.clear()
        self._weight = 0

    @contextmanager
    def settling(self) -> Iterator[Callable[[Connection], None]]:
        """Let go of the database while the ledger is written; what is yielded settles the shelf.

        Given the ledger's own transaction, it writes what waits, and forgets what was neither asked
        for nor put since the last time (nothing if none was). What waits goes on waiting if that
        transaction fails.
        """
        self.close()
        yield self._settle
        self._written()

    def _settle(self, connection: Connection) -> None:
        self._write(connection)
        if not self._used:
            return
        kept = connection.execute(select(CACHE.c.key)).scalars().all()
        stale = [{"gone": key} for key in kept if key not in self._used]
        if stale:
            connection.execute(delete(CACHE).where(CACHE.c.key == bindparam("gone")), stale)
        self._used.clear()

    def close(self) -> None:
        """Let go of the database; the next `get` opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
