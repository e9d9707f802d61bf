"""Run one function over many rows, here or in several processes; the order of results never changes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Row = TypeVar("Row")
Out = TypeVar("Out")

CHUNK = 8
"""Rows handed to a worker at a time: small enough to spread, large enough to hide the hand-over."""

ALONE = 2 * CHUNK
"""With fewer rows, starting workers costs more than they save."""


def run(function: Callable[[Row], Out], rows: Iterable[Row], workers: int = 1) -> Iterator[Out]:
    """Yield ``function(row)`` for each row, in the order of the rows.

    Args:
        function: Pure; picklable where ``workers`` is more than one.
        rows: The input.
        workers: Number of processes; 1 runs in this one. Spawned, not forked, so that a worker
            starts the same everywhere.
    """
    todo = list(rows)
    if workers <= 1 or len(todo) < ALONE:
        yield from map(function, todo)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        yield from pool.map(function, todo, chunksize=CHUNK)
