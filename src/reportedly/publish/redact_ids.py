"""Give new, salted ids to every row whose id could confirm a guess at a protected name.

An id is a hash of raw values, so whoever guesses a name, or has the public article, could compute
it and compare. With a salt that never leaves the case nobody outside can. Rows that the protected
name has nothing to do with keep their ids, and reports their hashes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from enum import Enum
from functools import cache
from itertools import groupby
from typing import Protocol, TypeVar, cast

import msgspec

from reportedly.model.ident import SEPARATOR
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report
from reportedly.model.span import Span

Row = TypeVar("Row")

ROWS = (
    "containers", "reports", "left_out", "attributions", "mentions", "details", "credits",
    "entities", "claims", "questions", "derivations", "origins", "outlets", "decisions",
)  # fmt: skip

SHOWN = 8
"""Characters of an id that a text may give instead of the whole."""

_HEADS = re.compile(rb"(?<![0-9A-Za-z])[0-9a-f]{%d}" % SHOWN)
_IDS = re.compile(r"(?<![0-9A-Za-z])(?:[a-z]{2}-)?[0-9a-f]{8,64}(?![0-9A-Za-z])")


def rekeyed(old: Ledger, new: Ledger, salt: str) -> Ledger:
    """``new`` with new ids wherever ``old`` and ``new`` differ, and whatever hangs on that.

    Args:
        old: The ledger as it is in the case.
        new: The same rows in the same order, rewritten.
        salt: What nobody outside the case knows.
    """
    names = _Names(old, new, salt).all()
    if not names:
        return new
    walk = _Renaming(names)
    rows = {name: [walk.row(row) for row in getattr(new, name)] for name in ROWS}
    rows["containers"].sort(key=lambda row: str(row.sha256))
    for name in ("reports", "entities", "questions", "derivations", "outlets"):
        rows[name].sort(key=lambda row: str(row.id))
    changed = {*names.values()}
    for name in ("left_out", "attributions", "mentions", "details", "credits", "claims"):
        rows[name] = _by_report(rows[name], changed)
    return replace(new, **{name: tuple(several) for name, several in rows.items()})  # type: ignore[arg-type]


class _Placed(Protocol):
    @property
    def report(self) -> str: ...


def _by_report(rows: Sequence[_Placed], changed: set[str]) -> list[_Placed]:
    """Rows by report; within it they keep their order, but rows of one place stand by new id.

    Else the order of rows on the same words could still tell which old id was smaller.
    """
    ordered: list[_Placed] = []
    for report, several in groupby(
        sorted(rows, key=lambda row: row.report), lambda row: row.report
    ):
        if report not in changed:
            ordered += several
            continue
        for _, together in groupby(several, _where):
            ordered += sorted(together, key=lambda row: str(getattr(row, "id", "")))
    return ordered


def _where(row: _Placed) -> tuple[int, int]:
    content = getattr(row, "content", None)
    span = content[0] if content else row.span  # type: ignore[attr-defined]
    return span.start, span.end


class _Names:
    """Finds what must be renamed: the rows that changed, and the rows that hang on them."""

    def __init__(self, old: Ledger, new: Ledger, salt: str) -> None:
        self._old = old
        self._new = new
        self._salt = salt
        self._names: dict[str, str] = {}

    def all(self) -> Mapping[str, str]:
        """Old id to new id."""
        self._reports()
        self._rows_of_reports()
        self._entities()
        self._questions()
        self._lineage()
        self._decisions()
        return self._names

    def _touched(self, name: str) -> Iterable[tuple[object, bool]]:
        pairs = zip(getattr(self._old, name), getattr(self._new, name), strict=True)
        return ((old, old != new) for old, new in pairs)

    def _name(self, *ids: str) -> None:
        for each in ids:
            if each and each not in self._names:
                self._names[each] = salted(each, self._salt)

    def _reports(self) -> None:
        """Reports that name a protected person, what they came in, and what nobody can look into.

        A file without a readable text may hold the name all the same.
        """
        for row, touched in self._touched("reports"):
            report = cast("Report", row)
            if touched or not report.full_text:
                self._name(report.id, *report.original)
        before = -1
        while before != len(self._names):
            before = len(self._names)
            for row, touched in self._touched("containers"):
                if touched or self._hit(row.sha256, *row.reports):  # type: ignore[attr-defined]
                    self._name(row.sha256)  # type: ignore[attr-defined]
            for report in self._old.reports:
                if self._hit(report.id, report.duplicate_of):
                    self._name(report.id, *report.original)

    def _hit(self, *ids: str | None) -> bool:
        return any(each in self._names for each in ids)

    def _rows_of_reports(self) -> None:
        for name in ("left_out", "attributions", "mentions", "details", "claims"):
            for row, touched in self._touched(name):
                if touched or self._hit(row.report):  # type: ignore[attr-defined]
                    self._name(row.id)  # type: ignore[attr-defined]

    def _entities(self) -> None:
        for row, touched in self._touched("entities"):
            if touched or self._hit(*row.mentions):  # type: ignore[attr-defined]
                self._name(row.id)  # type: ignore[attr-defined]

    def _questions(self) -> None:
        for row, touched in self._touched("questions"):
            if touched or self._hit(row.subject, *row.claims):  # type: ignore[attr-defined]
                self._name(row.id)  # type: ignore[attr-defined]

    def _lineage(self) -> None:
        for row, touched in self._touched("derivations"):
            if touched or self._hit(row.child, row.parent):  # type: ignore[attr-defined]
                self._name(row.id)  # type: ignore[attr-defined]
        for name in ("origins", "outlets"):
            for row, touched in self._touched(name):
                if touched or self._hit(*row.reports):  # type: ignore[attr-defined]
                    self._name(row.id)  # type: ignore[attr-defined]

    def _decisions(self) -> None:
        for row, touched in self._touched("decisions"):
            decision = row.decision  # type: ignore[attr-defined]
            places = (target.report for target in decision.targets)
            if touched or self._hit(*places, *decision.of):
                self._name(decision.id)


def salted(old: str, salt: str) -> str:
    """A new id of the same prefix and length that only the salt's owner can compute."""
    head, dash, tail = old.rpartition("-")
    hashed = hashlib.sha256(SEPARATOR.join((salt, "redacted", old)).encode()).hexdigest()
    return f"{head}{dash}{hashed[: len(tail)]}"


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


TEXTS = frozenset({"text", "full_text"})
"""Fields of a report whose words are the source's own: no id of ours stands there."""


class _Renaming:
    """Puts new ids for old ones, wherever they stand, sentences that mention them included."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._short = {old[: _shown(old)]: (old, new) for old, new in names.items()}
        self._heads = {old.rpartition("-")[2][:SHOWN] for old in names}

    def row(self, row: Row) -> Row:
        """One row with new ids; most rows hold none that changed."""
        if isinstance(row, Report):
            return self._noun(row)
        whole = msgspec.json.encode(row)
        heads = {head.decode() for head in _HEADS.findall(whole)}
        return row if heads.isdisjoint(self._heads) else self._noun(row)

    def _noun(self, row: Row) -> Row:
        changes: dict[str, object] = {}
        for name in _fields(type(row)):  # type: ignore[arg-type]
            if isinstance(row, Report) and name in TEXTS:
                continue
            old = getattr(row, name)
            new = self._any(old)
            if new is not old:
                changes[name] = new
        return replace(row, **changes) if changes else row  # type: ignore[type-var]

    def _any(self, old: object) -> object:
        if old is None or isinstance(old, (int, float, Enum)):
            return old
        if isinstance(old, str):
            return self._names.get(old) or self._sentence(old)
        if isinstance(old, tuple):
            several = tuple(self._any(each) for each in old)
            same = all(a is b for a, b in zip(old, several, strict=True))
            return old if same else several
        return old if isinstance(old, Span) else self._noun(old)

    def _sentence(self, words: str) -> str:
        if len(words) < SHOWN:
            return words
        new = _IDS.sub(self._new, words)
        return words if new == words else new

    def _new(self, match: re.Match[str]) -> str:
        found = match.group()
        old, new = self._short.get(found[: _shown(found)], (found, found))
        return new[: len(found)] if old.startswith(found) else found


def _shown(full: str) -> int:
    return SHOWN + (full.rfind("-") + 1)
