"""Check the ledger and its pages: row by row, file by file, and against what they follow from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath

import msgspec
from sqlalchemy import Connection, RowMapping, select

from reportedly.casefile.case import Case
from reportedly.casefile.chainlog import Chain, ChainLog, Head
from reportedly.casefile.codec import decode, unhindered
from reportedly.casefile.database import AGAIN, ROWS
from reportedly.casefile.problem import Problem, Severity
from reportedly.casefile.site import SITE, hash_file
from reportedly.casefile.spans import SpanCheck
from reportedly.casefile.tables import REPORTS, TABLES, AnyRow, Table
from reportedly.errors import CaseError, IntegrityError, ReportedlyError
from reportedly.model.canonical import encode
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report

SHOWN = 10
"""Damaged rows named at a time; the remedy is the same for all."""


def check_ledger(
    case: Case, custody: Chain | None, decisions: Chain | None, rebuilt: Ledger | None
) -> Iterator[Problem]:
    """Every problem of ``ledger.sqlite`` and ``site/``.

    Args:
        case: Opened.
        custody: Its custody log, if that holds.
        decisions: Its decision log, if that holds.
        rebuilt: What this machine makes of the case now, if it was asked to.
    """
    if case.site.unfinished:
        yield Problem(
            Severity.FINDING,
            "a build is under way, or was cut off where it could not be put in order",
            str(case.path),
            "wait for it to end, or run `reportedly build` on a copy that can be written",
        )
        return
    try:
        if not case.store.exists:
            yield _missing(case)
            return
        yield from _rows(case)
        yield from _history(case, custody, decisions)
        yield from _pages(case)
        if custody and decisions:
            yield from _stale(case)
        if rebuilt is not None:
            yield from _differences(case, rebuilt)
    except IntegrityError as error:
        yield Problem.of(error)
    except CaseError as error:
        yield Problem(Severity.FINDING, error.what, error.where, error.remedy)


def _missing(case: Case) -> Problem:
    return Problem(
        Severity.FINDING,
        "the case has no ledger yet, or it was deleted",
        str(case.store.path),
        "run `reportedly build`: nothing is lost",
    )


def _damage(case: Case, what: str) -> Problem:
    return Problem(Severity.DAMAGE, what, str(case.store.path), AGAIN)


def _rows(case: Case) -> Iterator[Problem]:
    with case.store.database.reading() as connection, unhindered():
        said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if said != "ok":
            yield _damage(case, f"the ledger is damaged: {said}")
            return
        faults = _faulty_rows(connection)
        shown = 0
        for fault in faults:
            shown += 1
            if shown <= SHOWN:
                yield _damage(case, fault)
        if shown > SHOWN:
            yield _damage(case, f"and {shown - SHOWN} rows more are damaged")
        if not shown:
            everything = rows_digest(connection)
            if case.store.notes().get("rows") != everything:
                yield _damage(case, "rows were removed from the ledger or added to it")


def rows_digest(connection: Connection) -> str:
    """Digest of the hashes of all rows, as `reportedly.casefile.difference` writes it."""
    everything = hashlib.sha256()
    for table in sorted(TABLES, key=lambda table: table is not REPORTS):
        columns = ROWS[table.name].c
        own = hashlib.sha256(table.name.encode())
        in_order = select(columns.hash).order_by(columns.report, columns.place, columns.id)
        for hashed in connection.execute(in_order).scalars():
            own.update(hashed)
        everything.update(own.digest())
    return everything.hexdigest()


def _faulty_rows(connection: Connection) -> Iterator[str]:
    """What is wrong with each row that is not what it was."""
    check = SpanCheck(dict(_whole_reports(connection)))
    for table in TABLES:
        for filed in connection.execute(select(ROWS[table.name])).mappings():
            fault = _fault(table, filed, check)
            if fault:
                yield f"{fault}: {table.name} {filed['id']}"


def _whole_reports(connection: Connection) -> Iterator[tuple[str, Report]]:
    for payload in connection.execute(select(ROWS[REPORTS.name].c.payload)).scalars():
        with suppress(msgspec.DecodeError, ValueError):
            report = decode(payload, Report)
            yield report.id, report


def _fault(table: Table[AnyRow], filed: RowMapping, check: SpanCheck) -> str:
    """What is wrong with a row as it is filed; empty if nothing is."""
    payload = str(filed["payload"])
    if hashlib.sha256(payload.encode()).digest() != filed["hash"]:
        return "a row was changed after it was written"
    try:
        row = decode(payload, table.noun)
        check.check(row)
    except (msgspec.DecodeError, ValueError) as error:
        return f"a row cannot be read ({error})"
    except ReportedlyError as error:
        return error.what
    columns = {name: value(row) for name, value in table.columns}
    if table.id:
        columns["id"] = table.id(row)
    if table.report:
        columns["report"] = table.report(row)
    if any(filed[name] != value for name, value in columns.items()):
        return "a row is filed under something it does not say"
    return ""


def _history(case: Case, custody: Chain | None, decisions: Chain | None) -> Iterator[Problem]:
    """Whether the logs still hold all lines that the ledger was built from."""
    notes = case.store.notes()
    logs: tuple[tuple[str, Chain | None, ChainLog], ...] = (
        ("custody", custody, case.custody.log),
        ("decisions", decisions, case.decisions.log),
    )
    for key, chain, log in logs:
        if chain is None or key not in notes:
            continue
        head = decode(notes[key], Head)
        if not chain.went_through(head):
            yield Problem(
                Severity.DAMAGE,
                f"{log.path.name} has lost lines or was replaced: it has {len(chain.hashes)}, and "
                f"the ledger was built when it had {head.lines} that end otherwise",
                f"{log.path}:{min(len(chain.hashes), head.lines)}",
                "put back the file from a copy of the case",
            )


def _pages(case: Case) -> Iterator[Problem]:
    for path, file in case.store.files().items():
        if not file.sha256:
            continue
        place = case.path / SITE / PurePosixPath(path)
        if place.is_symlink() or not place.is_file():
            yield Problem(
                Severity.FINDING, "a page is missing", str(place), "run `reportedly build`"
            )
        elif hash_file(place) != file.sha256:
            yield Problem(
                Severity.DAMAGE,
                "a page was changed after it was written",
                str(place),
                "delete this file and run `reportedly build`: it is made from the ledger",
            )


def _stale(case: Case) -> Iterator[Problem]:
    if case.store.notes().get("inputs") != case.inputs(case.decisions.all()):
        yield Problem(
            Severity.FINDING,
            "the ledger is out of date: something was received, decided or set since",
            str(case.store.path),
            "run `reportedly build`",
        )


def _differences(case: Case, rebuilt: Ledger) -> Iterator[Problem]:
    different = 0
    with case.store.database.reading() as connection:
        for table in TABLES:
            columns = ROWS[table.name].c
            found = connection.execute(select(columns.id, columns.hash))
            standing = {row.id: row.hash for row in found}
            for placed in table.placed(rebuilt):
                different += (
                    standing.pop(placed.id, None) != hashlib.sha256(encode(placed.row)).digest()
                )
            different += len(standing)
    if different:
        yield Problem(
            Severity.FINDING,
            f"this machine, or this version, reads {different} statements differently",
            str(case.store.path),
            "compare the versions with `reportedly doctor`; `reportedly build` takes the new reading",
        )
