"""Which code made a result: a digest of source files, so that a stale result is never taken."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

SUFFIXES = (".py", ".html", ".css", ".json")


@cache
def code_digest(*packages: str) -> str:
    """SHA-256 over the source of ``packages`` (names below ``reportedly``), 64 hexadecimal digits.

    Reads the files of the installed package, in sorted order, so the digest is the same on every
    machine that runs the same code.
    """
    root = resources.files("reportedly")
    state = hashlib.sha256()
    for package in sorted(packages):
        _feed(state, root.joinpath(package), package)
    return state.hexdigest()


def _feed(state: hashlib._Hash, folder: resources.abc.Traversable, name: str) -> None:
    if folder.is_file():
        state.update(f"{name}\x1f".encode())
        state.update(folder.read_bytes())
        return
    for child in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if child.is_dir():
            if child.name != "__pycache__":
                _feed(state, child, f"{name}/{child.name}")
        elif child.name.endswith(SUFFIXES):
            _feed(state, child, f"{name}/{child.name}")
