"""Hold a written ledger against the hand-written key, item by item.

Each section of the key gives items, hit or missed, with what the ledger has instead. An item's
name never changes while the key does not, so that hits can be pinned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eval.key_reports import derivations, entities, furniture, kept, not_derived, reports
from eval.key_rows import Held, Item, Key
from eval.key_statements import attributions, field_scores, questions, wrong_speakers
from eval.ledger_view import LedgerView


def compare(key: Key, ledger: LedgerView) -> list[Item]:
    """Every item of the key, in the order of the key."""
    held = Held(key, ledger)
    sections = (reports, furniture, kept, entities, attributions, questions)
    items = [item for section in sections for item in section(held)]
    items += [*derivations(held), *not_derived(held)]
    pins = [item.pin for item in items]
    assert len(set(pins)) == len(pins), "two items of the key have the same name"
    return items


@dataclass(frozen=True, slots=True)
class Score:
    """How much of a section is hit."""

    section: str
    hit: int
    total: int
    hard_hit: int
    hard_total: int

    @property
    def share(self) -> float:
        """The share of the unmarked items that is hit; 1 if there are none."""
        return self.hit / self.total if self.total else 1.0

    def __str__(self) -> str:
        plain = f"{self.section:<16} {self.hit:>4}/{self.total:<4} {self.share:6.1%}"
        return f"{plain}  (hard: {self.hard_hit}/{self.hard_total})" if self.hard_total else plain


def scores(items: Iterable[Item]) -> list[Score]:
    """Each section's score, in the order of the sections."""
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.section, []).append(item)
    return [
        Score(
            section,
            sum(row.hit for row in rows if not row.hard),
            sum(not row.hard for row in rows),
            sum(row.hit for row in rows if row.hard),
            sum(row.hard for row in rows),
        )
        for section, rows in grouped.items()
    ]


def told(items: list[Item]) -> str:
    """The comparison for a person: a line a section, then what is missed and what is there instead."""
    lines = [str(score) for score in scores(items)]
    for section in dict.fromkeys(item.section for item in items):
        missed = [item for item in items if item.section == section and not item.hit]
        if missed:
            lines += ["", f"{section}: missed"]
            lines += [
                f"  {'(hard) ' if item.hard else ''}{item.name}\n      has: {item.instead}"
                for item in missed
            ]
    return "\n".join(lines) + "\n"


def misattributed(key: Key, ledger: LedgerView) -> list[str]:
    """Every statement of the key that the ledger gives to the wrong speaker."""
    return list(wrong_speakers(Held(key, ledger)))


def told_by_field(key: Key, ledger: LedgerView) -> str:
    """In how many of the attributions found each field is right."""
    return "\n".join(["fields of the attributions found", *field_scores(Held(key, ledger)), ""])
