"""A case on disk: the folder that holds everything known about one story."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Protocol, TypeVar

from reportedly.casefile.chainlog import ChainLog
from reportedly.casefile.custody import Custody
from reportedly.casefile.decisions import Decisions
from reportedly.casefile.disk import (
    make_folder,
    printable,
    read_plain,
    telling,
    write_atomically,
)
from reportedly.casefile.holdings import holdings
from reportedly.casefile.lock import WriterLock
from reportedly.casefile.originals import Originals
from reportedly.casefile.readings import Readings
from reportedly.casefile.settings_file import NAME, first_settings, read_settings
from reportedly.casefile.site import Site, SiteFile, refuse_links_in
from reportedly.casefile.store import NAME as LEDGER
from reportedly.casefile.store import Store
from reportedly.errors import CaseError
from reportedly.model.canonical import Digests, encode
from reportedly.model.custody import CustodyAct, CustodyLine
from reportedly.model.decision import Decision
from reportedly.model.ident import digest
from reportedly.model.ledger import Ledger
from reportedly.model.report import Original
from reportedly.model.settings import Settings

ORIGINALS = "originals"
READINGS = "readings"
CUSTODY = "custody.jsonl"
DECISIONS = "decisions.jsonl"
LOCK = ".lock"
PRIVATE = 0o700
"""Mode of a new case folder: it may hold names that put people at risk."""

Progress = Callable[[str, int, int], None]


class Page(Protocol):
    """A file of the site before it is rendered.

    ``path`` is relative to the site; ``key`` is a digest of all that the file is made from, or
    empty. A page whose key and path are those of the last build, and whose file still stands, is
    not rendered again.
    """

    @property
    def path(self) -> str: ...

    @property
    def key(self) -> str: ...


P = TypeVar("P", bound=Page)


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit changed: rows deleted or inserted, pages written, pages removed."""

    rows: int
    written: int
    removed: int


class Case:
    """One case. Make it with `create` or `open`.

    Attributes:
        path: The folder.
        settings: What ``case.toml`` says.
        sealed: The originals.
        custody: The log of what was done with them.
        decisions: The log of what people decided.
        readings: What the reader made of each text.
        store: The ledger's database.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self.settings = settings
        self.sealed = Originals(path / ORIGINALS)
        custody = ChainLog(path / CUSTODY, path / CUSTODY)
        decisions = ChainLog(path / DECISIONS, path / CUSTODY)
        self.custody = Custody(custody, decisions)
        self.decisions = Decisions(decisions, custody)
        self.readings = Readings(path / READINGS)
        self.store = Store(path / LEDGER)
        self.site = Site(path)
        self._lock = WriterLock(path / LOCK)

    @classmethod
    def create(
        cls,
        path: Path,
        title: str,
        *,
        at: str,
        by: str,
        settings: bytes | None = None,
        salt: str | None = None,
    ) -> Case:
        """Make an empty case.

        Args:
            path: A folder that is not there yet, or empty.
            title: What the case is called; not looked at if ``settings`` are given.
            at: When, ISO 8601 UTC with seconds.
            by: Who makes it.
            settings: Bytes of a ``case.toml`` to use as they are.
            salt: What redacted exports hide hashes with; drawn by chance where not given.

        Raises:
            CaseError: The folder holds something, or cannot be made.
            UsageError: The settings are not what they must be, or the title is empty.
        """
        written = first_settings(printable(title)) if settings is None else settings
        read = read_settings(written, str(path / NAME))
        with telling(path):
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                raise CaseError("this is no folder", where=str(path), remedy="name a new folder")
            if path.is_dir() and any(path.iterdir()):
                raise CaseError(
                    "the folder is not empty", where=str(path), remedy="name a new or empty folder"
                )
            if not path.exists():
                path.mkdir(parents=True)
                path.chmod(PRIVATE)
        for folder in (ORIGINALS, READINGS):
            make_folder(path, PurePosixPath(folder))
        for log in (CUSTODY, DECISIONS):
            write_atomically(path / log, b"")
        case = cls(path, read)
        case.custody.append(
            [
                CustodyLine(
                    act=CustodyAct.CREATED,
                    at=at,
                    by=printable(by),
                    detail=f"salt {salt or secrets.token_hex(16)}",
                )
            ]
        )
        # Last, because it is what makes the folder a case.
        write_atomically(path / NAME, written)
        return case

    @classmethod
    def open(cls, path: Path) -> Case:
        """Open a case; what a killed build left behind is put in order first.

        Raises:
            CaseError: The folder is no case, holds links, or was made by a newer version.
            UsageError: ``case.toml`` is not what it must be.
        """
        settings = path / NAME
        if not settings.is_file():
            raise CaseError(
                "this is not a case: it has no case.toml",
                where=str(path),
                remedy="make one with `reportedly new`, or name the folder that holds case.toml",
            )
        refuse_links_in(path)
        case = cls(path, read_settings(read_plain(settings), str(settings)))
        if case.site.unfinished:
            with suppress(CaseError), case.lock():  # Taking the lock puts it in order.
                pass
        return case

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the one writer of the case for the block; may be nested.

        Whoever takes it first puts in order what a killed command left behind.

        Raises:
            CaseError: Another command is writing the case, or it cannot be written.
        """
        with self._lock.held() as first:
            if first:
                self.sealed.tidy()
                if self.site.unfinished:
                    self.site.settle(self.store.files() if self.store.exists else {})
            yield

    @property
    def salt(self) -> str:
        """What redacted exports hide hashes with, so that nobody outside can try them out.

        Raises:
            IntegrityError: The custody log is damaged.
        """
        lines = self.custody.all()
        made = lines[0].detail if lines and lines[0].act is CustodyAct.CREATED else ""
        return digest(f"salt {made}".encode())

    def record(self, act: CustodyAct, *, at: str, by: str, detail: str = "") -> None:
        """Write an act on the whole case into the custody log.

        Raises:
            IntegrityError: A log is damaged.
            CaseError: The disk refused.
        """
        self.custody.append([CustodyLine(act=act, at=at, by=printable(by), detail=detail)])

    def receipts(self) -> tuple[Original, ...]:
        """Every original that was received, without its bytes, sorted by hash.

        Raises:
            IntegrityError: The custody log is damaged.
        """
        return holdings(self.custody.all())

    def load(self, receipt: Original) -> Original:
        """The same original with its bytes, checked against their hash.

        Raises:
            IntegrityError: It is missing, or its bytes are not those that were received.
        """
        return replace(receipt, data=self.sealed.read(receipt.sha256))

    def originals(self) -> Iterator[Original]:
        """Every original that was received, with its bytes, sorted by hash.

        Raises:
            IntegrityError: One is missing or damaged, or the custody log is.
        """
        for receipt in self.receipts():
            yield self.load(receipt)

    def ledger(self) -> Ledger:
        """The last whole ledger.

        Raises:
            CaseError: There is none yet.
            IntegrityError: It is damaged, or a span does not read what it says.
        """
        return self.store.load()

    def inputs(self, decisions: Sequence[Decision]) -> str:
        """Digest of what a ledger follows from: the receipts, the decisions and the settings."""
        ids = [decision.id for decision in decisions]
        return digest(encode([self.receipts(), ids, self.settings]))

    def commit(
        self,
        ledger: Ledger,
        pages: Sequence[P],
        render: Callable[[P], bytes],
        progress: Progress | None = None,
        digests: Digests | None = None,
    ) -> Committed:
        """Make ``ledger`` the ledger of the case, with its site, whole or not at all.

        What does not differ from the last build is not written again. The order of the steps, and
        what becomes of them if the process is killed, stands in `reportedly.casefile.site`.

        Args:
            ledger: In canonical order.
            pages: Every file of the site; those of an earlier build that are not among them go.
            render: Makes the bytes of a page.
            progress: Told how many pages are done.
            digests: Of the ledger's rows, if some were taken before.

        Raises:
            SpanDriftError: A span does not read what it says; nothing was written.
            CaseError: The disk refused, or another command is writing; nothing was written.
        """
        with self.lock():
            before = self.store.files() if self.store.exists else self.site.unlisted()
            self.site.begin()
            try:
                files, written = self._stage(before, pages, render, progress)
                gone = sorted(before.keys() - {file.path for file in files})
                listed = [*files, *(SiteFile(path, "", "", 0) for path in gone)]
                rows = self.store.write(ledger, listed, self._notes(ledger), digests)
            except BaseException:
                self.site.drop()
                raise
            self.site.settle({file.path: file for file in listed})
        removed = sum(bool(before[path].sha256) for path in gone)
        return Committed(rows, written, removed)

    def _notes(self, ledger: Ledger) -> dict[str, str]:
        return {
            "inputs": self.inputs([row.decision for row in ledger.decisions]),
            "custody": encode(self.custody.head()).decode(),
            "decisions": encode(self.decisions.head()).decode(),
        }

    def _stage(
        self,
        before: dict[str, SiteFile],
        pages: Sequence[P],
        render: Callable[[P], bytes],
        progress: Progress | None,
    ) -> tuple[list[SiteFile], int]:
        files: list[SiteFile] = []
        written = 0
        for number, page in enumerate(pages, start=1):
            kept = before.get(page.path)
            if kept and page.key and kept.key == page.key and self.site.stands(kept):
                files.append(kept)
            else:
                data = render(page)
                sha256 = hashlib.sha256(data).hexdigest()
                files.append(SiteFile(page.path, page.key, sha256, len(data)))
                if not self.site.holds(page.path, data):
                    self.site.stage(page.path, data)
                    written += 1
            if progress:
                progress("publish", number, len(pages))
        return files, written
