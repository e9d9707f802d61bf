"""Let one command at a time write a case, and tell a second one who is at it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportedly.casefile.disk import telling
from reportedly.errors import CaseError


class WriterLock:
    """The right to write a case. Held by a process, it ends with it, however it ends.

    Args:
        path: A file of no other use; it holds the number of the process that has the lock.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the lock for the block; yields True where this call took it, False if held already.

        Raises:
            CaseError: Another process has it, or the folder cannot be written.
        """
        if self._depth:
            self._depth += 1
            try:
                yield False
            finally:
                self._depth -= 1
            return
        with telling(self._path):
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            self._take(handle)
            self._depth = 1
            yield True
        finally:
            self._depth = 0
            os.close(handle)

    def _take(self, handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(handle, 20).decode("ascii", "replace").strip() or "of unknown number"
            raise CaseError(
                f"another command (process {holder}) is writing this case",
                where=str(self._path.parent),
                remedy="wait until it has finished, then run this one again",
            ) from None
        except OSError as error:
            raise CaseError(
                f"this file system cannot lock files: {error.strerror}",
                where=str(self._path),
                remedy="keep the case on a local disk",
            ) from error
        with suppress(OSError):  # The number is a courtesy; the lock holds without it.
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
