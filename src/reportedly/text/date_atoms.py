"""One time of a text as written, before it is known which days it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from reportedly.text.calendar_words import Days, add_days
from reportedly.text.clock import Minutes
from reportedly.text.date_days import after_day
from reportedly.text.date_rules import Rule


@dataclass(frozen=True, slots=True)
class Atom:
    """One time as written, not yet resolved.

    Attributes:
        start: First code point.
        end: One past the last.
        name: Rule.
        days: The rule that gives the days, with its match; ``None`` for a clock time alone.
        until: The atom that ends a range that begins with this one.
        clock: Minutes within the day.
        ahead: Whether the words look past the publication.
        reach: How many days past the publication words without a year may still lie.
        bound: ``since``, ``until`` or ``before`` where only one end is told.
        year: The year that a full date beside it lends to words without one.
        surely: Whether that year is the only reading, rather than one beside the nearest.
        count: How far from the days it lies, where it is counted from them.
    """

    start: int
    end: int
    name: str
    days: tuple[Rule, re.Match[str]] | None = None
    until: Atom | None = None
    clock: Minutes | None = None
    ahead: bool = False
    reach: int = 0
    bound: str = ""
    year: int | None = None
    surely: bool = False
    count: re.Match[str] | None = None

    def resolve(self, ref: date) -> Days | None:
        """The days this time allows as seen from ``ref``."""
        days = self._days(ref)
        return after_day(days, self.count) if days and self.count is not None else days

    def _days(self, ref: date) -> Days | None:
        if self.days is None:
            return None
        rule, match = self.days
        if self.until is None or self.until.days is None:
            return rule.resolve(match, add_days(ref, 0 if self.ahead else self.reach), self.ahead)
        if self.own_year and not self.until.own_year:
            first = rule.resolve(match, ref, False)
            last = first and replace(self.until, ahead=True, reach=0).resolve(first[1])
        else:
            last = self.until.resolve(ref)
            first = last and rule.resolve(match, last[1], False)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None

    @property
    def own_year(self) -> bool:
        """Whether the words give the year, so that the day of publication does not matter."""
        if self.until is not None and self.until.own_year:
            return True
        if self.days is None:
            return False
        rule, match = self.days
        groups = match.groupdict()
        return rule.absolute or any(groups.get(name) for name in ("year", "year2", "year3"))
