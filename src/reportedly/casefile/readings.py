"""Readings: what the reader made of each text, kept under a key of the text and the reader.

They are kept in the case because sums differ in the last bit between processors: a case that was
read on one machine keeps its reading on another. They can be made again at any time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from reportedly.casefile.disk import make_folder, read_plain, refuse_link, telling, write_atomically

_KEY = re.compile(r"[0-9a-f]{64}")


class Readings:
    """The folder ``readings/ab/abcd....json`` of a case.

    Args:
        folder: ``readings`` of the case.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the reading of this key stands.

        Raises:
            ValueError: The key is not a SHA-256 in hexadecimal digits.
        """
        if not _KEY.fullmatch(key):
            raise ValueError(f"the key of a reading is a SHA-256, not {key!r}")
        return self.folder / key[:2] / f"{key}.json"

    def get(self, key: str) -> bytes | None:
        """The reading, or ``None`` where there is none.

        It may be a rest that a power cut left: whoever decodes it finds that out.

        Args:
            key: SHA-256 of the text and of the digest of the reader.

        Raises:
            CaseError: It cannot be read.
        """
        path = self.path(key)
        return read_plain(path) if path.exists() else None

    def many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The readings of each of ``keys`` that there is one of.

        Raises:
            CaseError: One cannot be read.
        """
        found = ((key, self.get(key)) for key in keys)
        return {key: data for key, data in found if data is not None}

    def put(self, key: str, data: bytes) -> None:
        """Keep a reading: JSON, written whole or not at all.

        Raises:
            CaseError: The disk refused.
        """
        path = self.path(key)
        make_folder(self.folder, PurePosixPath(key[:2]))
        write_atomically(path, data, sync=False)

    def files(self) -> Iterator[Path]:
        """Every file there is, sorted."""
        refuse_link(self.folder)
        with telling(self.folder):
            yield from sorted(path for path in self.folder.rglob("*") if not path.is_dir())
