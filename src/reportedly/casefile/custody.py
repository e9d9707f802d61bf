"""The custody log: one line for each thing done with the case's originals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.casefile.chainlog import Chain, ChainLog, Head, said
from reportedly.model.canonical import encode
from reportedly.model.custody import CustodyLine

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def check_moment(at: str) -> None:
    """Refuse a time that is not ISO 8601 UTC with seconds; commands make them, so it is a bug.

    Raises:
        ValueError: Of another form.
    """
    if not _MOMENT.fullmatch(at):
        raise ValueError(f"not a moment in UTC like 2031-05-22T23:40:00Z: {at!r}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the custody log: the act, and the head of the decision log at that moment."""

    beside: Head
    line: CustodyLine


class Custody:
    """The custody log of a case.

    Args:
        log: ``custody.jsonl``.
        beside: ``decisions.jsonl``, whose head every line notes.
    """

    def __init__(self, log: ChainLog, beside: ChainLog) -> None:
        self.log = log
        self._beside = beside

    def append(self, lines: Iterable[CustodyLine]) -> None:
        """Add acts in the order given; all are on the disk when this returns.

        Raises:
            IntegrityError: A log is damaged; nothing was added.
            CaseError: The disk refused; nothing was added.
        """
        new = list(lines)
        for line in new:
            check_moment(line.at)
        if new:
            self.log.append([encode(line) for line in new], self._beside)

    def all(self) -> tuple[CustodyLine, ...]:
        """Every act, in order, after checking the chain.

        Raises:
            IntegrityError: The log is damaged.
        """
        return tuple(entry.line for entry in self.entries(self.log.read()))

    def entries(self, chain: Chain) -> tuple[Entry, ...]:
        """What the lines of ``chain`` say.

        Raises:
            CaseError: A newer version wrote them.
        """
        return said(chain, Entry, self.log)

    def head(self) -> Head:
        """Number of lines and hash of the last: note it elsewhere to notice a cut-off end."""
        return self.log.read().head
