"""Which rows a page was made from: a page whose rows all stand as they stood is not made again.

Pages of single things (a question, a report, an actor) and of parts of lists find their rows through
`Rows` alone. While such a page is made, every row it asks for is noted, found or not; the next build asks for the same
rows, and if none differs the page is what it was. Nothing has to say beforehand what a page rests
on, so nothing can be forgotten when a page comes to show more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from reportedly.model.canonical import Digests, encode
from reportedly.model.ident import digest

Row = TypeVar("Row")
Page = TypeVar("Page")

Asked = dict[str, tuple[str, ...]]
"""The keys that were looked up, by the name of the table; all sorted."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is remembered of a page.

    Attributes:
        asked: What was looked up to make it.
        seen: Digest of what stood there.
        key: Digest of all it is made from.
    """

    asked: Asked
    seen: str
    key: str


class Rows(Mapping[str, Row]):
    """A table of a ledger whose look-ups can be noted.

    Args:
        name: Names the table among the others of its watch.
        rows: The rows by key; not changed any more.
        watch: Notes what is asked for.
    """

    def __init__(self, name: str, rows: Mapping[str, Row], watch: Watch) -> None:
        self._name = name
        self._rows = rows
        self._notes = watch.notes
        self._of = watch.digests
        self._digests: dict[str, bytes] = {}
        watch.tables[name] = self.digest

    def __getitem__(self, key: str) -> Row:
        self._notes.add(self._name, key)
        return self._rows[key]

    def __contains__(self, key: object) -> bool:
        self._notes.add(self._name, str(key))
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        self._notes.refuse(self._name)
        return iter(self._rows)

    def __len__(self) -> int:
        self._notes.refuse(self._name)
        return len(self._rows)

    def digest(self, keys: Iterable[str]) -> bytes:
        """Digests of what is under each of ``keys``, or of there being nothing, joined."""
        known = self._digests
        return b"".join([known.get(key) or self._digest(key) for key in keys])

    def _digest(self, key: str) -> bytes:
        row: object = self._rows.get(key)
        found = self._of.of_all(row) if isinstance(row, list) else self._of.of(row)
        self._digests[key] = found
        return found


class Notes:
    """What is looked up while somebody takes note; apart from the tables, which point here.

    Tables and watch pointing at each other would keep a whole ledger from being freed.
    """

    def __init__(self) -> None:
        self.asked: dict[str, set[str]] | None = None

    def add(self, table: str, key: str) -> None:
        """One look-up."""
        if self.asked is not None:
            self.asked[table].add(key)

    def refuse(self, table: str) -> None:
        """A page that goes through a whole table rests on every row of it.

        Raises:
            RuntimeError: Such a page is being watched: a bug in that page.
        """
        if self.asked is not None:
            raise RuntimeError(f"a page of one thing goes through all of {table}")


class Watch:
    """Notes what is looked up in some tables while a page is made.

    Args:
        digests: Of the rows of the tables.
    """

    def __init__(self, digests: Digests) -> None:
        self.digests = digests
        self.notes = Notes()
        # What gives the digest of rows, by table.
        self.tables: dict[str, Callable[[Iterable[str]], bytes]] = {}

    def over(self, make: Callable[[], Page]) -> tuple[Page, Asked]:
        """What ``make`` makes, with what it looked up."""
        asked: dict[str, set[str]] = defaultdict(set)
        self.notes.asked = asked
        try:
            made = make()
            return made, {table: tuple(sorted(asked[table])) for table in sorted(asked)}
        finally:
            self.notes.asked = None

    def seen(self, asked: Asked, given: tuple[object, ...]) -> str:
        """Digest of what stands now where something was looked up, and of what else was given."""
        stands = [self.tables[table](keys) for table, keys in asked.items()]
        return digest(encode((given, tuple(asked))) + b"".join(stands))
