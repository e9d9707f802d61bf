"""How a long run says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many rows are done, and how many there are."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""
