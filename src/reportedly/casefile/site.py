"""The derived pages: staged beside the site, and moved in once the ledger is committed.

The order is what makes a build whole at any moment:

1. every page that changed is written into ``site.new/``;
2. one transaction writes the ledger and the list of what the site must hold; its commit is the one
   moment at which the new ledger is the ledger;
3. the pages are moved from ``site.new/`` into ``site/``, those no longer wanted are removed, and
   ``site.new/`` is removed last.

Killed before 2, the next command finds ``site.new/`` with pages the ledger does not list, and drops
them. Killed after 2, it finds pages the ledger does list, and moves them. What tells them apart is
the SHA-256 of each page in the ledger's own list.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportedly.casefile.disk import make_folder, refuse_link, safe_relative, telling
from reportedly.errors import CaseError

SITE = "site"
STAGED = "site.new"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of the site, as the ledger lists it.

    Attributes:
        path: Relative to ``site/``, with forward slashes.
        key: Digest of what the page was made from; empty if its maker gives none.
        sha256: Of its bytes; empty for a file that is to be removed.
        size: Bytes.
    """

    path: str
    key: str
    sha256: str
    size: int


class Site:
    """The folders ``site/`` and ``site.new/`` of a case; the caller holds the writer's lock.

    Args:
        root: The case folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root / SITE
        self._staged = root / STAGED

    @property
    def unfinished(self) -> bool:
        """Whether a build was killed, or is under way."""
        return self._staged.exists()

    def stands(self, file: SiteFile) -> bool:
        """Whether the file is there, in the size it must have; its bytes are not read."""
        path = self.folder / file.path
        return bool(file.sha256) and path.is_file() and path.stat().st_size == file.size

    def holds(self, path: str, data: bytes) -> bool:
        """Whether exactly these bytes stand at ``path``."""
        found = self.folder / safe_relative(path)
        return (
            found.is_file()
            and not found.is_symlink()
            and found.stat().st_size == len(data)
            and found.read_bytes() == data
        )

    def unlisted(self) -> dict[str, SiteFile]:
        """Every file there is, for a ledger that has no list of them.

        Pages of a lost ledger must not outlive it: one may name a person who is protected by now.
        """
        if not self.folder.exists():
            return {}
        refuse_link(self.folder)
        with telling(self.folder):
            paths = [
                path.relative_to(self.folder).as_posix()
                for path in sorted(self.folder.rglob("*"))
                if path.is_symlink() or not path.is_dir()
            ]
        return {path: SiteFile(path, "", "unknown", -1) for path in paths}

    def begin(self) -> None:
        """Make the empty folder in which pages are staged."""
        self.drop()
        make_folder(self._root, PurePosixPath(STAGED))

    def stage(self, path: str, data: bytes) -> None:
        """Write one page beside the site."""
        relative = safe_relative(path)
        folder = make_folder(self._staged, relative.parent)
        target = folder / relative.name
        with telling(target):
            target.write_bytes(data)

    def drop(self) -> None:
        """Remove what was staged."""
        refuse_link(self._staged)
        with telling(self._staged):
            if self._staged.exists():
                shutil.rmtree(self._staged)

    def settle(self, wanted: Mapping[str, SiteFile]) -> None:
        """Bring the site to what the ledger lists, as far as pages are staged for it.

        Args:
            wanted: Every file the ledger lists, by path.
        """
        for path, file in sorted(wanted.items()):
            if not file.sha256:
                self._remove(safe_relative(path))
        for path in self._pages():
            listed = wanted.get(path)
            staged = self._staged / path
            if listed is None or hash_file(staged) != listed.sha256:
                continue
            relative = PurePosixPath(path)
            folder = make_folder(self._root, PurePosixPath(SITE) / relative.parent)
            with telling(folder):
                staged.replace(folder / relative.name)
        self.drop()

    def _pages(self) -> Iterator[str]:
        if self._staged.exists():
            refuse_link(self._staged)
            for path in sorted(self._staged.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    yield path.relative_to(self._staged).as_posix()

    def _remove(self, relative: PurePosixPath) -> None:
        folder = self.folder
        for part in relative.parent.parts:
            refuse_link(folder)
            folder = folder / part
        path = folder / relative.name
        if path.is_dir():
            return
        with telling(path):
            path.unlink(missing_ok=True)
            while folder != self.folder and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes.

    Raises:
        CaseError: It cannot be read.
    """
    with telling(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def refuse_links_in(root: Path) -> None:
    """Refuse a case folder that reaches elsewhere through a link at its top.

    Raises:
        CaseError: An entry of the folder is a link.
    """
    with telling(root):
        for entry in sorted(root.iterdir()):
            if entry.is_symlink():
                raise CaseError(
                    "a case must hold no links: what is written must stay inside it",
                    where=str(entry),
                    remedy="replace the link by the file or folder that it points to",
                )
