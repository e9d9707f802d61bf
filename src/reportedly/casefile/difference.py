"""Write only what differs: compare a ledger with the rows that stand, by their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, bindparam, delete, insert, select

from reportedly.casefile import search
from reportedly.casefile.database import FILES, META, ROWS
from reportedly.casefile.site import SiteFile
from reportedly.casefile.spans import check_spans
from reportedly.casefile.tables import REPORTS, TABLES, AnyRow, Placed, Table
from reportedly.model.canonical import Digests, encode
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation

Record = dict[str, str | int | bytes | None]


def write_rows(connection: Connection, ledger: Ledger, digests: Digests) -> tuple[int, str]:
    """Write what differs, after checking the spans of all it touches.

    Args:
        connection: In a transaction.
        ledger: In canonical order.
        digests: Of its rows.

    Returns:
        How many rows were deleted or inserted, and the digest of all rows.

    Raises:
        SpanDriftError: A span does not read what it says.
        ValueError: The ledger is not in canonical order, or two rows have one id.
    """
    reports = {report.id: report for report in ledger.reports}
    changed: set[str] = set()
    everything = hashlib.sha256()
    touched = 0
    for table in sorted(TABLES, key=lambda table: table is not REPORTS):
        change = _difference(connection, table, ledger, changed, digests)
        check_spans(change.suspects, reports)
        if table is REPORTS:
            changed = set(change.stale) | {str(record["id"]) for record in change.fresh}
        rows = ROWS[table.name]
        if change.stale:
            gone = [{"gone": id_} for id_ in change.stale]
            connection.execute(delete(rows).where(rows.c.id == bindparam("gone")), gone)
        if change.fresh:
            connection.execute(insert(rows), change.fresh)
        search.forget(connection, table.name, change.stale)
        search.learn(connection, change.entries)
        touched += len(change.stale) + len(change.fresh)
        everything.update(change.digest)
    return touched, everything.hexdigest()


@dataclass(frozen=True, slots=True)
class _Change:
    """What must be done to one table: ids to delete, records to insert, rows to check."""

    stale: list[str]
    fresh: list[Record]
    entries: list[search.Entry]
    suspects: list[AnyRow]
    digest: bytes


def _difference(
    connection: Connection,
    table: Table[AnyRow],
    ledger: Ledger,
    changed: set[str],
    digests: Digests,
) -> _Change:
    columns = ROWS[table.name].c
    standing = select(columns.id, columns.hash, columns.place)
    old = {id_: (hash_, place) for id_, hash_, place in connection.execute(standing)}
    change = _Change([], [], [], [], b"")
    everything = hashlib.sha256(table.name.encode())
    for placed in table.placed(ledger):
        hashed = digests.of(placed.row)
        everything.update(hashed)
        before = old.pop(placed.id, None)
        if before == (hashed, placed.place):
            if changed and not changed.isdisjoint(_reports_of(placed)):
                change.suspects.append(placed.row)
            continue
        if before:
            change.stale.append(placed.id)
        change.fresh.append(_record(table, placed, hashed))
        change.suspects.append(placed.row)
        if table.words:
            title, words = table.words(placed.row)
            change.entries.append(search.Entry(table.name, placed.id, placed.report, title, words))
    change.stale.extend(old)
    return replace(change, digest=everything.digest())


def _reports_of(placed: Placed[AnyRow]) -> tuple[str, ...]:
    row = placed.row
    return (row.child, row.parent) if isinstance(row, Derivation) else (placed.report,)


def _record(table: Table[AnyRow], placed: Placed[AnyRow], hashed: bytes) -> Record:
    own = {name: value(placed.row) for name, value in table.columns}
    return {
        **own,
        "id": placed.id,
        "report": placed.report,
        "place": placed.place,
        "hash": hashed,
        "payload": encode(placed.row).decode(),
    }


def write_files(connection: Connection, files: Sequence[SiteFile]) -> None:
    """Make ``files`` the list of what the site must hold."""
    standing = {
        SiteFile(row.path, row.key, row.sha256, row.size)
        for row in connection.execute(select(FILES))
    }
    wanted = set(files)
    gone = [{"gone": file.path} for file in sorted(standing - wanted, key=lambda file: file.path)]
    if gone:
        connection.execute(delete(FILES).where(FILES.c.path == bindparam("gone")), gone)
    fresh = sorted(wanted - standing, key=lambda file: file.path)
    if fresh:
        connection.execute(insert(FILES), [asdict(file) for file in fresh])


def write_meta(connection: Connection, facts: Mapping[str, str]) -> None:
    """Make ``facts`` all that is noted about the ledger."""
    connection.execute(delete(META).where(META.c.key != "shape"))
    rows = [{"key": key, "value": value} for key, value in sorted(facts.items())]
    connection.execute(insert(META), rows)
