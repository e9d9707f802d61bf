"""Write files whole or not at all, never through a link, and say plainly what the disk refused."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from reportedly.errors import CaseError, IntegrityError

CHUNK = 1 << 20
"""Bytes copied at a time: large enough for the disk, small beside any machine's memory."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def trouble(error: OSError, where: str | Path) -> CaseError:
    """Turn what the operating system said into what happened, where, and what to do next."""
    place = str(where)
    if error.errno in _FULL:
        return CaseError(
            "the disk is full, or a limit on file size was met",
            where=place,
            remedy="free some space and run the command again: what was whole before still is",
        )
    if error.errno in _DENIED:
        return CaseError(
            "the operating system does not allow it",
            where=place,
            remedy="check the permissions; copy a case from a read-only disk before working on it",
        )
    if error.errno == errno.ENOENT:
        return CaseError("it is not there", where=place, remedy="check the path")
    if error.errno in {errno.ELOOP, errno.EMLINK}:
        return CaseError(
            "it is a link, and links are not followed",
            where=place,
            remedy="replace the link by the file or folder that it points to",
        )
    said = error.strerror or type(error).__name__
    return CaseError(
        f"the operating system says: {said}",
        where=place,
        remedy="put that right and run the command again: what was whole before still is",
    )


@contextmanager
def telling(where: str | Path) -> Iterator[None]:
    """Raise every `OSError` of the block as a `CaseError` about ``where``.

    Raises:
        CaseError: The operating system refused something.
    """
    try:
        yield
    except OSError as error:
        raise trouble(error, where) from error


def printable(name: str) -> str:
    """``name`` as valid Unicode; bytes of a file name that are none are written as escapes."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # Half a surrogate pair that stands for no byte.
        return name.encode("utf-8", "backslashreplace").decode()


def sync_folder(folder: Path) -> None:
    """Make names that were just created in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_link(path: Path) -> None:
    """Raise if ``path`` is a symbolic link: a case is its own folder and reaches nowhere else.

    Raises:
        CaseError: It is a link.
    """
    if path.is_symlink():
        raise trouble(OSError(errno.ELOOP, "link"), path)


def make_folder(root: Path, relative: PurePosixPath) -> Path:
    """Make the folder ``relative`` under ``root``, refusing links on the way.

    Raises:
        CaseError: A part of the path is a link or a file, or the disk refused.
    """
    folder = root
    for part in ("", *relative.parts):
        folder = folder / part
        refuse_link(folder)
        with telling(folder):
            folder.mkdir(exist_ok=True)
    return folder


def safe_relative(path: str) -> PurePosixPath:
    """``path`` as a relative path that stays where it is put.

    Raises:
        ValueError: It is absolute, climbs, or holds a name that some file system reads otherwise.
    """
    parts = path.split("/")
    bad = any(part in {"", ".", ".."} or "\\" in part or "\0" in part for part in parts)
    if bad or path.startswith("/"):
        raise ValueError(f"not a path inside the site: {path!r}")
    return PurePosixPath(path)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte of ``data``; a single call may write less."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def write_atomically(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Put ``data`` at ``path`` so that a reader sees the old bytes or the new, never a part.

    Args:
        path: Its folder exists. What stands there is replaced, a link itself and not its target.
        data: The bytes.
        sync: Wait until they are on the disk. Without, a power cut may leave an empty file.

    Raises:
        CaseError: The disk refused.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    with telling(path):
        partial.unlink(missing_ok=True)
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
        try:
            write_all(handle, data)
            if sync:
                os.fsync(handle)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        finally:
            os.close(handle)
        partial.rename(path)
        if sync:
            sync_folder(path.parent)


def open_plain(path: Path) -> int:
    """Open a regular file for reading; a link, a pipe or a device is refused.

    Raises:
        CaseError: It is no regular file, or cannot be opened.
    """
    with telling(path):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise CaseError("it is not a plain file", where=str(path), remedy="name a plain file")
    return handle


def read_plain(path: Path) -> bytes:
    """The bytes of a regular file of the case.

    Raises:
        IntegrityError: It is missing.
        CaseError: It is no regular file, or cannot be read.
    """
    if not path.exists() and not path.is_symlink():
        raise IntegrityError(
            "a file of the case is missing",
            where=str(path),
            remedy="take it from a copy of the case; `reportedly verify` lists all that is missing",
        )
    with telling(path), os.fdopen(open_plain(path), "rb") as file:
        return file.read()
