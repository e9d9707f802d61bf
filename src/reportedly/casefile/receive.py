"""Receive files into a case: seal the bytes first, then write the receipts, then nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.casefile.case import Case, Progress
from reportedly.casefile.custody import check_moment
from reportedly.casefile.disk import open_plain, printable, telling
from reportedly.casefile.given import checked
from reportedly.casefile.manifest import Named, read_manifest
from reportedly.errors import CaseError, UsageError
from reportedly.model.custody import CustodyAct, CustodyLine
from reportedly.model.report import Given


@dataclass(frozen=True, slots=True)
class Receipt:
    """One file that was received.

    Attributes:
        sha256: Of its bytes.
        name: The name it came under.
        size: Bytes.
        new: False if the case had these bytes already; the receipt is written all the same.
    """

    sha256: str
    name: str
    size: int
    new: bool


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Something in a folder that was not received, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Received:
    """What receiving came to. Iterates over the receipts.

    Attributes:
        receipts: In the order in which the files were named, folders in the order of their names.
        left_alone: What stood in the named folders and was not received.
    """

    receipts: tuple[Receipt, ...]
    left_alone: tuple[LeftAlone, ...]

    def __iter__(self) -> Iterator[Receipt]:
        return iter(self.receipts)

    def __len__(self) -> int:
        return len(self.receipts)


def receive(
    case: Case,
    paths: Sequence[Path],
    given: Given,
    *,
    manifest: Path | None = None,
    by: str,
    at: str,
    progress: Progress | None = None,
) -> Received:
    """Seal files into the case and write one receipt for each.

    Everything that can be checked is checked before the first byte is copied. Killed in the
    middle, some bytes may be sealed without a receipt; the same command run again writes it.

    Args:
        case: Where to.
        paths: Files, and folders with all that is in them, in sorted order.
        given: What is stated about all of ``paths``.
        manifest: A table of further files with what is stated about each.
        by: Who received them.
        at: When, ISO 8601 UTC with seconds.
        progress: Told how many files are sealed.

    Raises:
        UsageError: A path is missing or a link, a stated date is none, or the manifest has faults;
            nothing was received.
        CaseError: The disk refused; files sealed before have no receipt yet.
        IntegrityError: A log is damaged, or the case's copy of one of the files is.
    """
    check_moment(at)
    stated = checked(given, "what is stated about the files")
    named: list[Named] = []
    left_alone: list[LeftAlone] = []
    for path in paths:
        _walk(path, stated, case.path.resolve(), (named, left_alone))
    if manifest is not None:
        named += read_manifest(manifest)
    with case.lock():
        had = {line.sha256 for line in case.custody.all() if line.act is CustodyAct.RECEIVED}
        lines: list[CustodyLine] = []
        receipts: list[Receipt] = []
        for number, one in enumerate(named, start=1):
            receipt = _seal(case, one, had, left_alone)
            if progress:
                progress("receive", number, len(named))
            if receipt is None:
                continue
            had.add(receipt.sha256)
            receipts.append(receipt)
            lines.append(
                CustodyLine(
                    act=CustodyAct.RECEIVED,
                    at=at,
                    by=printable(by),
                    sha256=receipt.sha256,
                    name=receipt.name,
                    size=receipt.size,
                    given=one.given,
                )
            )
        case.sealed.settle()
        case.custody.append(lines)
    return Received(tuple(receipts), tuple(left_alone))


def _seal(case: Case, one: Named, had: set[str], left_alone: list[LeftAlone]) -> Receipt | None:
    try:
        handle = open_plain(one.path)
    except CaseError as error:
        left_alone.append(LeftAlone(one.name, error.what))
        return None
    try:
        sealed = case.sealed.seal(handle)
    finally:
        os.close(handle)
    return Receipt(sealed.sha256, one.name, sealed.size, sealed.sha256 not in had)


def _walk(path: Path, given: Given, case: Path, into: tuple[list[Named], list[LeftAlone]]) -> None:
    """List one named path; what is wrong with it is an error, what is odd inside it is listed."""
    where = printable(str(path))
    with telling(where):
        _walk_named(path, where, given, case, into)


def _walk_named(
    path: Path, where: str, given: Given, case: Path, into: tuple[list[Named], list[LeftAlone]]
) -> None:
    if path.is_symlink():
        raise UsageError("this is a link", where=where, remedy="name what it points to")
    if not path.exists():
        raise UsageError("there is no such file or folder", where=where, remedy="check the path")
    if path.resolve().is_relative_to(case):
        raise UsageError(
            "this stands inside the case itself", where=where, remedy="add files from elsewhere"
        )
    if path.is_dir():
        _walk_folder(path, path, given, case, into)
    elif path.is_file() and os.access(path, os.R_OK):
        into[0].append(Named(path, printable(path.name), given))
    else:
        raise UsageError(
            "this is no plain file, or may not be read", where=where, remedy="name a plain file"
        )


def _walk_folder(
    folder: Path, top: Path, given: Given, case: Path, into: tuple[list[Named], list[LeftAlone]]
) -> None:
    named, left_alone = into
    for entry in sorted(folder.iterdir()):
        name = printable(entry.relative_to(top).as_posix())
        why = _odd(entry, case)
        if why:
            left_alone.append(LeftAlone(name, why))
        elif entry.is_dir():
            _walk_folder(entry, top, given, case, into)
        else:
            named.append(Named(entry, name, given))


def _odd(entry: Path, case: Path) -> str:
    """Why an entry of a folder is left alone; empty if it is not."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_symlink():
        return "a link"
    if entry.is_dir():
        return "the case itself" if entry.resolve() == case else ""
    return "" if entry.is_file() else "no plain file"
