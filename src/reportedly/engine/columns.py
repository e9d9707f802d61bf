"""Columns of numbers on disk: written whole or not at all, and read without being loaded.

A table is a folder with a file for each column. It is written beside its place and moved there when
it is complete, so that a process killed at any moment leaves a whole table or none, and one that
starts again makes only what is missing.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]


def write_columns(table: Path, columns: Mapping[str, Column]) -> None:
    """Write a table; one that is there already stays as it is."""
    if has_columns(table):
        return
    beside = table.with_name(f".{table.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name, column in columns.items():
        np.save(beside / f"{name}.npy", column, allow_pickle=False)
    beside.replace(table)


def has_columns(table: Path) -> bool:
    """Whether the table was written to its end."""
    return table.is_dir()


def read_column(table: Path, name: str, *, mapped: bool = True) -> Column:
    """One column, as it lies on disk; ``mapped`` is False where all of it will be gone through."""
    column: Column = np.load(
        table / f"{name}.npy", mmap_mode="r" if mapped else None, allow_pickle=False
    )
    return column
