"""Sealed originals: the bytes as received, named by their SHA-256, written once, never again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportedly.casefile.disk import CHUNK, make_folder, open_plain, sync_folder, telling, write_all
from reportedly.errors import IntegrityError

READ_ONLY = 0o444
INCOMING = ".incoming"
_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing some bytes came to.

    Attributes:
        sha256: Of the bytes.
        size: How many.
        new: False if the case had them already.
    """

    sha256: str
    size: int
    new: bool


class Originals:
    """The folder ``originals/ab/abcd...`` of a case.

    Args:
        folder: ``originals`` of the case.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unsynced: set[Path] = set()

    def path(self, sha256: str) -> Path:
        """Where the original of this hash stands."""
        return self.folder / sha256[:2] / sha256

    def seal(self, source: int) -> Sealed:
        """Copy an open file into the case; the caller holds the writer's lock.

        The bytes go to a temporary file, are hashed on the way, forced to the disk, made
        read-only, and only then take their name. Bytes that are there already stay as they are.

        Args:
            source: File descriptor, read from where it stands.

        Raises:
            IntegrityError: The same original is in the case, and damaged.
            CaseError: The disk refused.
        """
        incoming = self.folder / INCOMING
        with telling(self.folder):
            incoming.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
            target = os.open(incoming, flags, 0o600)
            try:
                sha256, size = _copy(source, target)
                os.fsync(target)
                os.fchmod(target, READ_ONLY)
            except BaseException:
                incoming.unlink(missing_ok=True)
                raise
            finally:
                os.close(target)
        return Sealed(sha256, size, self._name(incoming, sha256))

    def _name(self, incoming: Path, sha256: str) -> bool:
        path = self.path(sha256)
        if path.exists():
            incoming.unlink()
            if self.hash_of(sha256) != sha256:
                raise damaged(path)
            return False
        folder = make_folder(self.folder, PurePosixPath(sha256[:2]))
        with telling(path):
            incoming.rename(path)
        self._unsynced |= {folder, self.folder}
        return True

    def settle(self) -> None:
        """Force the names of all that was sealed to the disk, before any receipt is written."""
        for folder in sorted(self._unsynced):
            with telling(folder):
                sync_folder(folder)
        self._unsynced.clear()

    def tidy(self) -> None:
        """Remove what a killed `seal` left; the caller holds the writer's lock."""
        with telling(self.folder):
            (self.folder / INCOMING).unlink(missing_ok=True)

    def hash_of(self, sha256: str) -> str:
        """SHA-256 of what stands under this name now.

        Raises:
            CaseError: It cannot be read.
        """
        path = self.path(sha256)
        handle = open_plain(path)
        with telling(path), os.fdopen(handle, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def read(self, sha256: str) -> bytes:
        """The bytes of an original, checked against its name.

        Raises:
            IntegrityError: It is missing, or its bytes are not those that were received.
        """
        path = self.path(sha256)
        if not path.is_file():
            raise IntegrityError(
                "an original is missing",
                where=str(path),
                remedy="put back the file from a copy of the case, under this very name",
            )
        handle = open_plain(path)
        with telling(path), os.fdopen(handle, "rb") as file:
            data = file.read()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(path)
        return data

    def names(self) -> Iterator[str]:
        """The hashes of all originals there are, sorted."""
        with telling(self.folder):
            shelves = sorted(p for p in self.folder.iterdir() if p.is_dir() and len(p.name) == 2)
            for shelf in shelves:
                yield from sorted(p.name for p in shelf.iterdir() if _at_home(p))

    def strays(self) -> Iterator[Path]:
        """What stands under ``originals`` and is no original: a wrong name, place or kind."""
        with telling(self.folder):
            for path in sorted(self.folder.rglob("*")):
                shelf = path.parent == self.folder and len(path.name) == 2 and path.is_dir()
                if path.is_symlink() or not (shelf or _at_home(path)):
                    yield path


def _at_home(path: Path) -> bool:
    named = _NAME.fullmatch(path.name) is not None and path.parent.name == path.name[:2]
    return named and not path.is_symlink()


def damaged(path: Path) -> IntegrityError:
    """The error for an original whose bytes are not those its name promises."""
    return IntegrityError(
        "an original was changed after it was received: its bytes do not give its name",
        where=str(path),
        remedy="keep this file aside as evidence and put back the original from a copy of the case",
    )


def _copy(source: int, target: int) -> tuple[str, int]:
    hashed = hashlib.sha256()
    size = 0
    while block := os.read(source, CHUNK):
        hashed.update(block)
        write_all(target, block)
        size += len(block)
    return hashed.hexdigest(), size
