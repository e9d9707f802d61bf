"""What the times of a text tell of each other: whose day, whose year, and counted from what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.text.date_atoms import Atom
from reportedly.text.date_rules import COUNTED_FROM
from reportedly.text.layout import index_of, sentences

# --- a clock time takes the day of its sentence --------------------------------------------------


def placed(text: str, atoms: list[Atom]) -> list[Atom]:
    """Give a clock time alone the day of its sentence, where the sentence names exactly one."""
    if all(atom.days for atom in atoms):
        return atoms
    rows = sentences(text)
    days: dict[int, list[Atom]] = {}
    for atom in atoms:
        if atom.name in _SINGLE_DAYS and atom.until is None:
            days.setdefault(index_of(rows, atom.start), []).append(atom)
    result = []
    for atom in atoms:
        near = days.get(index_of(rows, atom.start), []) if atom.days is None else []
        if len(near) == 1:
            atom = replace(atom, days=near[0].days, ahead=near[0].ahead, reach=near[0].reach)
        result.append(atom)
    return result


_SINGLE_DAYS = frozenset({"iso_date", "day", "day_without_year", "holiday", "weekday", "near_day"})


# --- counted from a day --------------------------------------------------------------------------

_OF_A_DAY = re.compile(
    r"\s+(?:(?:the|that|this|its|his|her|their|a|an)\s+(?:[a-z-]+\s+){1,2}of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)


def counted_from(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """Join "a week after" with the day right behind it: "a week after the raid of 3 May"."""
    result: list[Atom] = []
    for atom in atoms:
        before = result[-1] if result else None
        count = before and _count(text, before)
        if (
            before is not None
            and count
            and atom.days is not None
            and atom.until is None
            and atom.name not in _NO_ANCHOR
            and _OF_A_DAY.match(text, before.end, atom.start)
            and _OF_A_DAY.fullmatch(text[before.end : atom.start])
        ):
            name = "counted_from"
            result[-1] = replace(atom, start=before.start, name=name, clock=None, count=count)
        else:
            result.append(atom)
    return result


_NO_ANCHOR = frozenset({"relative_event", "counted_from", "recent", "past_period"})


def _count(text: str, atom: Atom) -> re.Match[str] | None:
    """How many units the words count, where they are such words and nothing more."""
    if atom.name != "relative_event":
        return None
    match = COUNTED_FROM.match(text, atom.start, atom.end)
    if match is None or match.end() != atom.end:
        return None
    # "In the days after" tells no number of them.
    return match if match["n"] or not match.group().split()[0].lower().endswith("s") else None


_NEXT_DAY = re.compile(
    r"(?:next|following) (?P<unit>day)(?P<n>(?!))?(?P<n2>(?!))?(?P<sense>)", re.IGNORECASE
)


def later(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """Count "two days later" from the one day told before it, in its sentence or the one before."""
    if not any(atom.name == "relative_event" for atom in atoms):
        return list(atoms)
    rows = sentences(text)
    days: dict[int, list[Atom]] = {}
    result: list[Atom] = []
    for atom in atoms:
        here = index_of(rows, atom.start)
        count = _later(text, atom)
        if count is not None:
            near = days.get(here) or days.get(here - 1) or []
            if len(near) == 1 and _same_paragraph(text, near[0].end, atom.start):
                name = "counted_from"
                atom = replace(
                    near[0], start=atom.start, end=atom.end, name=name, clock=None, count=count
                )
        elif atom.name in _SINGLE_DAYS and atom.until is None and not atom.bound:
            days.setdefault(here, []).append(atom)
        result.append(atom)
    return result


def _same_paragraph(text: str, first: int, second: int) -> bool:
    return second - first <= _VIEW and "\n\n" not in text[first:second]


def _later(text: str, atom: Atom) -> re.Match[str] | None:
    """How much later the words are than what was told before them; ``None`` if they say no such."""
    if atom.name != "relative_event":
        return None
    count = _count(text, atom)
    if count is not None:
        return count if count["sense"].lower() == "later" and count["n"] else None
    return _NEXT_DAY.fullmatch(text, atom.start, atom.end)


# --- a date without a year -----------------------------------------------------------------------

_LENDERS = frozenset({"iso_date", "numeric_date", "day", "month", "season"})
_BORROWERS = frozenset({"day_without_year", "month_without_year", "season_without_year"})
_JOINED = re.compile(r"[^.;:—–()\n]{0,20}?\b(?:and|or|but|to|until|then)\b[^.;:—–()\n]{0,20}\Z")


def dated(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """Lend the year of a full date to a date without one beside it.

    Joined by "and" or "to" within a sentence the year is the same ("on 3 May and again on 7 June
    2021"). Where a full date goes before it in its paragraph, or in the heading over it, both that
    year and the one seen from the publication are readings, unless publication is unknown.
    """
    if not any(atom.name in _BORROWERS for atom in atoms):
        return list(atoms)
    result = []
    for at, atom in enumerate(atoms):
        if atom.name in _BORROWERS and not atom.own_year and not _which(atom):
            atom = _lent(text, atoms, at)
        result.append(atom)
    return result


def _lent(text: str, atoms: Sequence[Atom], at: int) -> Atom:
    """The atom with the year that a full date near it lends."""
    atom = atoms[at]
    for other in (atoms[at + 1 : at + 2], atoms[max(0, at - 1) : at]):
        year = _year_of(other[0]) if other else None
        if year is None:
            continue
        first, second = sorted((atom, other[0]), key=lambda one: one.start)
        if second.start - first.end <= _NEAR and _JOINED.match(text, first.end, second.start):
            return replace(atom, year=year, surely=True, ahead=False, reach=0)
    before = next(
        (one for one in reversed(atoms[max(0, at - _BACK) : at]) if _year_of(one) is not None), None
    )
    if before is None or atom.ahead or not _in_view(text, before.end, atom.start):
        return atom
    year = _year_of(before)
    days = before.resolve(_ANY_DAY)
    told = replace(atom, reach=0).resolve(date(year, 12, 31)) if year else None
    # A tale goes on: only a day that follows the one told can be of its year.
    follows = days is not None and told is not None and told[0] >= days[0]
    return replace(atom, year=year, reach=0) if follows else atom


def _in_view(text: str, first: int, second: int) -> bool:
    """Whether both stand in one paragraph, or the first in the heading over the second's."""
    if second - first > _VIEW:
        return False
    between = text[first:second]
    parts = between.count("\n\n")
    if parts == 0:
        return True
    floor = max(0, first - _VIEW)
    start = text.rfind("\n\n", floor, first)
    start = start + 2 if start >= 0 else floor
    heading = text[start : first + between.find("\n\n")]
    plain = len(heading.split()) <= _HEADING and not heading.endswith((".", "!", "?", "”", '"'))
    return parts == 1 and plain


_NEAR = 40
_VIEW = 1_200
_HEADING = 15
_BACK = 6
_ANY_DAY = date(2024, 3, 1)


def _year_of(atom: Atom) -> int | None:
    """The one year that a full date is in."""
    if atom.name not in _LENDERS or not atom.own_year:
        return None
    days = atom.resolve(_ANY_DAY)
    return days[0].year if days and days[0].year == days[1].year else None


def _which(atom: Atom) -> bool:
    """Whether the words say which one is meant: "last August"."""
    return atom.days is not None and bool(atom.days[1].groupdict().get("which"))
