"""Read a manifest: a table of files with what a person states about each."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from pathlib import Path, PurePath

from reportedly.casefile.disk import printable, read_plain, telling
from reportedly.casefile.given import checked
from reportedly.errors import UsageError
from reportedly.model.report import Given

STATED = tuple(field.name for field in fields(Given))
COLUMNS = ("path", *STATED)
SHOWN = 10
"""Faults listed at a time: enough to mend a table in a few rounds."""


@dataclass(frozen=True, slots=True)
class Named:
    """One file to receive.

    Attributes:
        path: Where it is.
        name: The name it is received under.
        given: What is stated about it.
    """

    path: Path
    name: str
    given: Given


def read_manifest(manifest: Path) -> tuple[Named, ...]:
    """The files a manifest names, in its order.

    Args:
        manifest: CSV in UTF-8 with a header; columns path, outlet, url, published, captured,
            author, note in any order; only ``path`` is needed. Paths are relative to its folder
            and stay within it: a manifest that came from elsewhere must not pick other files.

    Raises:
        UsageError: There is no manifest; or a column is unknown, a file is missing, a date is
            none... with line numbers.
    """
    where = str(manifest)
    if not manifest.exists():
        raise UsageError(
            "there is no such manifest",
            where=where,
            remedy="check the path; it is read from the folder you are in",
        )
    try:
        with telling(manifest):
            text = read_plain(manifest).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"the manifest is not UTF-8: byte {error.start} cannot be read",
            where=where,
            remedy="save it as CSV in UTF-8",
        ) from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UsageError(
            f"line {reader.line_num}: {error}",
            where=f"{where}:{reader.line_num}",
            remedy="put texts with quotes or line ends in quotes, and double the quotes in them",
        ) from error
    rows = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise UsageError("the manifest is empty", where=where, remedy=_header_remedy())
    header = _header(rows[0][1], f"{where}:{rows[0][0]}")
    return _named(manifest, header, rows[1:])


def _header(row: list[str], where: str) -> tuple[str, ...]:
    header = tuple(cell.strip().casefold() for cell in row)
    for name in header:
        if name not in COLUMNS:
            raise UsageError(
                f"unknown column {printable(name)!r}", where=where, remedy=_header_remedy()
            )
    if "path" not in header or len(set(header)) < len(header):
        raise UsageError(
            "the header needs the column `path`, and each column once",
            where=where,
            remedy=_header_remedy(),
        )
    return header


def _header_remedy() -> str:
    return f"begin with a line of these columns, with commas between: {','.join(COLUMNS)}"


def _named(
    manifest: Path, header: tuple[str, ...], rows: list[tuple[int, list[str]]]
) -> tuple[Named, ...]:
    named: list[Named] = []
    faults: list[str] = []
    lines: dict[str, int] = {}
    for line, row in rows:
        try:
            one = _one(manifest, header, line, row)
            if one.name in lines:
                raise _fault(manifest, line, f"{one.name!r} stands in line {lines[one.name]} too")
        except UsageError as error:
            faults.append(f"line {line}: {error.what}")
            continue
        lines[one.name] = line
        named.append(one)
    if faults:
        more = [f"and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
        raise UsageError(
            "; ".join([*faults[:SHOWN], *more]),
            where=str(manifest),
            remedy="put these lines right and run the command again: nothing was received",
        )
    return tuple(named)


def _one(manifest: Path, header: tuple[str, ...], line: int, row: list[str]) -> Named:
    if len(row) > len(header):
        raise _fault(manifest, line, f"has {len(row)} cells for {len(header)} columns")
    cells = dict(zip(header, (*row, *[""] * (len(header) - len(row))), strict=True))
    written = cells["path"].strip()
    if not written:
        raise _fault(manifest, line, "no path")
    path = _inside(manifest, line, written)
    stated = {name: cells.get(name, "") for name in STATED}
    given = checked(Given(**stated), f"{manifest}:{line}")
    return Named(path, printable(PurePath(written).as_posix()), given)


def _inside(manifest: Path, line: int, written: str) -> Path:
    folder = manifest.parent
    if "\0" in written or PurePath(written).is_absolute() or ".." in PurePath(written).parts:
        raise _fault(manifest, line, f"{written!r} does not stay in the manifest's folder")
    path = folder / written
    try:
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            raise _fault(manifest, line, f"{written!r} is a link, or behind one")
        if path.is_dir():
            raise _fault(manifest, line, f"{written!r} is a folder; name its files")
        if not path.is_file():
            raise _fault(manifest, line, f"there is no file {written!r}")
    except (OSError, ValueError) as error:
        raise _fault(manifest, line, f"{written!r} is no path: {error}") from error
    return path


def _fault(manifest: Path, line: int, what: str) -> UsageError:
    return UsageError(what, where=f"{manifest}:{line}", remedy="put the line right")
