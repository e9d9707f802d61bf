"""Put a name into every string of a ledger, so that a test can look whether any of them leaves."""

from __future__ import annotations

import random
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, Passage
from reportedly.model.report import LeftOut, OffsetRun, Report
from reportedly.model.span import Span

Noun = TypeVar("Noun")

ID = re.compile(r"(?:[a-z]{2}-[0-9a-f]{16}|[0-9a-f]{64})?\Z")

DATES = frozenset({"earliest", "latest", "at", "published", "captured"})
"""Fields that hold moments and nothing else."""


def plant(ledger: Ledger, forms: tuple[str, ...], chance: random.Random) -> Ledger:
    """``ledger`` with a form of the name in every string, and spans that cover and cut it."""
    return _Planting(ledger, forms, chance).ledger()


class _Planting:
    def __init__(self, ledger: Ledger, forms: tuple[str, ...], chance: random.Random) -> None:
        self._old = ledger
        self._forms = forms
        self._chance = chance
        self._reports = {row.id: self._report(row) for row in ledger.reports}

    def ledger(self) -> Ledger:
        changes: dict[str, object] = {}
        for field in fields(self._old):
            old = getattr(self._old, field.name)
            if field.name == "reports":
                changes[field.name] = tuple(self._reports.values())
            elif isinstance(old, tuple):
                changes[field.name] = tuple(self._row(row) for row in old)
            elif isinstance(old, str):
                changes[field.name] = self._words(old)
        return replace(self._old, **changes)  # type: ignore[arg-type]

    def _words(self, words: str) -> str:
        return f"{words} {self._chance.choice(self._forms)} {words}".strip()

    def _report(self, row: Report) -> Report:
        grown = f"{row.text} {self._words('')} said {self._words('')}, {row.text}"
        full = f"{self._words('menu')} {grown} footer"
        evidence = tuple(replace(proof, span=None) for proof in row.published.evidence)
        bare = replace(
            row,
            text="",
            full_text="",
            offsets=(),
            published=replace(row.published, evidence=evidence),
        )
        return replace(
            self._noun(bare, ""),
            text=grown,
            full_text=full,
            offsets=(OffsetRun(0, full.index(grown), len(grown)),),
        )

    def _row(self, row: object) -> object:
        if isinstance(row, Derivation):
            child, parent = self._text(row.child), self._text(row.parent)
            passages = tuple(Passage(self._span(child), self._span(parent)) for _ in row.passages)
            bare = replace(row, passages=(), evidence=())
            evidence = tuple(self._noun(proof, child) for proof in row.evidence)
            return replace(self._noun(bare, ""), passages=passages, evidence=evidence)
        report = self._reports.get(getattr(row, "report", ""))
        if report is None:
            return self._noun(row, "")
        return self._noun(row, report.full_text if isinstance(row, LeftOut) else report.text)

    def _text(self, report: str) -> str:
        return self._reports[report].text

    def _span(self, text: str) -> Span:
        start = self._chance.randrange(len(text))
        return Span.of(text, start, self._chance.randrange(start, len(text)) + 1)

    def _noun(self, row: Noun, text: str) -> Noun:
        values = {
            field.name: self._any(getattr(row, field.name), field.name, text)
            for field in fields(row)  # type: ignore[arg-type]
        }
        return replace(row, **values)  # type: ignore[type-var]

    def _any(self, old: object, name: str, text: str) -> object:
        if isinstance(old, Enum):
            return old
        if isinstance(old, str):
            return old if (ID.match(old) and old) or name in DATES else self._words(old)
        if isinstance(old, Span):
            return self._span(text) if text else old
        if isinstance(old, tuple):
            return tuple(self._any(each, name, text) for each in old)
        if is_dataclass(old):
            return self._noun(old, text)
        return old
