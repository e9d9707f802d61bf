r"""A log to which lines are only ever added, each one bound to all before it.

A line is ``{"entry":E,"hash":"H","prev":"P","seq":N}`` with exactly these bytes between its parts:
N is the number of the line, P the hash of the line before (64 zeros for the first), and H the
SHA-256 of the 64 digits of P followed by the bytes of E. So `sha256sum` alone can check a log.
Changing, removing, adding or moving a line breaks the chain at that line. Cutting lines off the
end breaks nothing within the log: that is why each entry also notes the head of the log beside it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from reportedly.casefile.codec import decode
from reportedly.casefile.disk import read_plain, telling, write_all
from reportedly.errors import CaseError, IntegrityError
from reportedly.model.canonical import encode

Entry = TypeVar("Entry")

NO_HASH = "0" * 64
_LINE = re.compile(
    rb'\{"entry":(?P<entry>.*),"hash":"(?P<hash>[0-9a-f]{64})"'
    rb',"prev":"(?P<prev>[0-9a-f]{64})","seq":(?P<seq>[1-9][0-9]*)\}',
    re.DOTALL,
)
_COPY = "put back the file from a copy of the case; `reportedly verify` says what else is affected"


@dataclass(frozen=True, slots=True)
class Head:
    """How far a log had come: its number of lines, and the hash of the last."""

    lines: int = 0
    hash: str = NO_HASH


@dataclass(frozen=True, slots=True)
class Chain:
    """A log whose chain holds: the entry and the hash of each line, in order."""

    entries: tuple[bytes, ...] = ()
    hashes: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """The number of lines and the last hash."""
        return self.at(len(self.hashes))

    def at(self, lines: int) -> Head:
        """The head that the log had when it was ``lines`` long."""
        return Head(lines, self.hashes[lines - 1]) if lines else Head()

    def went_through(self, head: Head) -> bool:
        """Whether the log once had this head and has lost nothing since."""
        return head.lines <= len(self.hashes) and self.at(head.lines) == head


class ChainLog:
    """One hash-chained file.

    Args:
        path: The file.
        guard: The file whose lock guards it. Logs that note each other's heads share one guard.
    """

    def __init__(self, path: Path, guard: Path) -> None:
        self.path = path
        self._guard = guard

    def read(self) -> Chain:
        """Every entry, after checking the chain from its first line to its last.

        Raises:
            IntegrityError: A line was changed, removed, added, moved or torn; it is named.
        """
        with self._guarded(fcntl.LOCK_SH):
            return self._read()

    def append(self, lines: Sequence[bytes], beside: ChainLog) -> Chain:
        """Add lines at the end and force them to the disk.

        Args:
            lines: The canonical JSON of what each line says.
            beside: The log whose head every line notes; it has the same guard.

        Returns:
            The whole chain, the new lines at its end.

        Raises:
            IntegrityError: This log or the one beside it is damaged; nothing was added.
            CaseError: The disk refused; nothing was added.
        """
        with self._guarded(fcntl.LOCK_EX):
            chain = self._read()
            note = encode(beside._read().head)
            entries = tuple(b'{"beside":%b,"line":%b}' % (note, line) for line in lines)
            hashes, written = _forge(entries, chain.head)
            self._write(written)
            return Chain(chain.entries + entries, chain.hashes + hashes)

    def _read(self) -> Chain:
        data = read_plain(self.path)
        *lines, rest = data.split(b"\n")
        entries: list[bytes] = []
        hashes: list[str] = []
        for line in lines:
            entry, own = _follow(line, len(entries) + 1, hashes[-1] if hashes else NO_HASH, self)
            entries.append(entry)
            hashes.append(own)
        if rest:
            raise self._torn(len(data) - len(rest), len(lines) + 1, rest)
        return Chain(tuple(entries), tuple(hashes))

    def _write(self, written: list[bytes]) -> None:
        with telling(self.path):
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW)
            before = os.fstat(handle).st_size
            try:
                for line in written:
                    write_all(handle, line)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, before)
                raise
            finally:
                os.close(handle)

    @contextmanager
    def _guarded(self, kind: int) -> Iterator[None]:
        if not self._guard.is_file():
            raise IntegrityError(
                "a log of the case is missing", where=str(self._guard), remedy=_COPY
            )
        writing = kind == fcntl.LOCK_EX
        with telling(self._guard):
            flags = (os.O_RDWR if writing else os.O_RDONLY) | os.O_NOFOLLOW
            handle = os.open(self._guard, flags)
        try:
            try:
                fcntl.flock(handle, kind)
            except OSError as error:
                if writing:
                    raise CaseError(
                        f"this file system cannot lock files: {error.strerror}",
                        where=str(self._guard),
                        remedy="keep the case on a local disk",
                    ) from error
            yield
        finally:
            os.close(handle)

    def damaged(self, what: str, line: int) -> IntegrityError:
        """The error for a line that does not hold."""
        return IntegrityError(
            f"line {line} of {self.path.name} {what}",
            where=f"{self.path}:{line}",
            remedy=_COPY,
        )

    def _torn(self, whole: int, line: int, rest: bytes) -> IntegrityError:
        if _LINE.fullmatch(rest):
            remedy = f"the line itself is whole; give it its end back: printf '\\n' >> {self.path}"
        else:
            remedy = (
                "if a crash or a power cut came in the middle of a command, that act was never "
                f"finished: cut its rest off with `truncate -s {whole} {self.path}` and do it "
                "again; else put back the file from a copy of the case"
            )
        return IntegrityError(
            f"line {line} of {self.path.name}, the last, is torn",
            where=f"{self.path}:{line}",
            remedy=remedy,
        )


def said(chain: Chain, kind: type[Entry], log: ChainLog) -> tuple[Entry, ...]:
    """What the lines of a chain that holds say, as nouns.

    Raises:
        CaseError: An entry is of a form that this version does not know.
    """
    entries: list[Entry] = []
    for number, entry in enumerate(chain.entries, start=1):
        try:
            entries.append(decode(entry, kind))
        except msgspec.DecodeError as error:
            raise CaseError(
                f"line {number} of {log.path.name} says something this version does not know: "
                f"{error}",
                where=f"{log.path}:{number}",
                remedy="use the version of reportedly that wrote it, or a newer one",
            ) from error
    return tuple(entries)


def _follow(line: bytes, number: int, prev: str, log: ChainLog) -> tuple[bytes, str]:
    found = _LINE.fullmatch(line)
    if not found:
        raise log.damaged("is not of the form of a line of the log", number)
    own = found["hash"].decode()
    if hashlib.sha256(found["prev"] + found["entry"]).hexdigest() != own:
        raise log.damaged("was changed after it was written", number)
    if found["prev"].decode() != prev:
        raise log.damaged(
            "does not follow the line before: lines were removed, added or moved here", number
        )
    if int(found["seq"]) != number:
        raise log.damaged("has a number that is not its own", number)
    return found["entry"], own


def _forge(entries: Sequence[bytes], head: Head) -> tuple[tuple[str, ...], list[bytes]]:
    prev, hashes, written = head.hash, [], []
    for number, entry in enumerate(entries, start=head.lines + 1):
        own = hashlib.sha256(prev.encode() + entry).hexdigest()
        written.append(
            b'{"entry":%b,"hash":"%b","prev":"%b","seq":%d}\n'
            % (entry, own.encode(), prev.encode(), number)
        )
        hashes.append(own)
        prev = own
    return tuple(hashes), written
