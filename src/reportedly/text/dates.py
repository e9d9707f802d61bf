"""Find dates and times, and say which days or minutes their words allow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.model.value import Approximator, TimeRange, Value, ValueKind
from reportedly.text.calendar_words import add_days
from reportedly.text.clock import CLOCK, DAY_PART, PARTS, Minutes, minutes
from reportedly.text.date_ahead import looks_ahead, looks_back, names_something, reach
from reportedly.text.date_atoms import Atom
from reportedly.text.date_context import counted_from, dated, later, placed
from reportedly.text.date_rules import DIGIT_RULES, RULE_NAMES, WORD_RULES, Rule
from reportedly.text.found import Found

__all__ = ["RULES", "Found", "time_spans", "times"]

RULES = (*RULE_NAMES, "clock_time", "counted_from", "range", "since", "until", "unresolved")
"""Every rule a found time may name."""


def times(text: str, published: TimeRange) -> tuple[Found, ...]:
    """The dates, periods and clock times of ``text``, in order.

    Words that say no year or name a day only by its distance are read from the publication; where
    that is a range, so is the result, from the earliest to the latest reading. Where publication
    is unknown, or a clock time belongs to no one day, the value has no ends, keeps the words in
    ``text``, and the rule is ``unresolved`` or ``clock_time``. "About 2 a.m." is that minute with
    the approximator ``about``: whoever compares it must leave room on either side.

    Args:
        text: Kept text.
        published: When the report was published, as far as known.
    """
    ends = _days_of(published)
    return tuple(_found(text, atom, ends) for atom in _read(text))


def time_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the times of ``text`` stand, without working out which they are."""
    return tuple((atom.start, atom.end) for atom in _read(text))


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[Atom, ...]:
    """The times of a text, each with what the times beside it tell of it."""
    atoms = counted_from(text, _atoms(text))
    return tuple(dated(text, placed(text, later(text, _bounded(text, atoms)))))


def _days_of(published: TimeRange) -> tuple[date | None, date | None]:
    return _day_of(published.earliest), _day_of(published.latest)


def _day_of(moment: str | None) -> date | None:
    """The day of a moment; ``None`` for what no report can bear, such as the year 1."""
    try:
        found = date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
    return found if 1000 <= found.year <= 9000 else None


# --- finding -------------------------------------------------------------------------------------

_WORD = re.compile(r"[A-Za-z]+|\d+")
_LEAD = 60
"""How far before a time its preposition is looked for."""


def _atoms(text: str) -> list[Atom]:
    atoms: list[Atom] = []
    done = 0
    for word in _WORD.finditer(text):
        found = word.group()
        if found[0].isdigit():
            rules: Sequence[Rule] = DIGIT_RULES
        else:
            low = found.lower()
            rules = WORD_RULES.get(low, ())
            if not rules and low not in _CLOCK_WORDS:
                continue
        at = word.start()
        if at < done:
            continue
        # "Shortly after one in the morning" is a clock time before it is shortly after anything.
        atom = _clock_at(text, word) or _at(text, at, rules)
        if atom is not None:
            atoms.append(atom)
            done = atom.end
    return [atom for atom in _joined(text, atoms) if atom.name != "day_part"]


def _at(text: str, at: int, rules: Sequence[Rule]) -> Atom | None:
    """The time that begins at ``at``, by the first rule that fits."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "_@#/$€£¥+" or _in_number(text, at)):
        return None
    for rule in rules:
        match = rule.pattern.match(text, at)
        if match is None:
            continue
        before = text[max(0, at - _LEAD) : at]
        if rule.lead is not None and not rule.lead.search(before):
            continue
        ahead = looks_ahead(text, at, match.end())
        # A day that every reading has is good enough to ask whether the words are a date at all.
        if rule.resolve(match, _ANY_DAY, ahead) is None:
            continue
        days, clock = (rule, match), _day_part(match)
        told = any(match.groupdict().get(part) for part in ("which", "period"))
        far = 0 if told else reach(text, at, match.end(), rule.name)
        # The day that a name is made of is no day to come because something else is.
        ahead = ahead and not (
            rule.name == "day_without_year" and names_something(text, at, match.end())
        )
        return Atom(at, match.end(), rule.name, days, clock=clock, ahead=ahead, reach=far)
    return None


_ANY_DAY = date(2024, 3, 1)


def _in_number(text: str, at: int) -> bool:
    """Whether the digits at ``at`` go on a number or a model name: "1,200", "T-72"."""
    if at < 2 or not text[at].isdigit():
        return False
    return (text[at - 1] in ".,:" and text[at - 2].isdigit()) or (
        text[at - 1] == "-" and text[at - 2].isalpha()
    )


def _day_part(match: re.Match[str]) -> Minutes | None:
    groups = match.groupdict()
    if groups.get("hour"):
        at = int(groups["hour"]) * 60 + int(groups["minute"])
        return Minutes(at, at)
    words = (groups.get("daypart") or "").lower()
    if not words and groups.get("near"):
        words = groups["near"].lower().split()[-1]
        words = "night" if words == "tonight" else words
    if not words and groups.get("edge"):
        words = "morning" if groups["edge"].lower() == "early" else "evening"
    return Minutes(*PARTS[words]) if words in PARTS else None


_CLOCK_WORDS = frozenset(
    {"shortly", "just", "soon", "around", "about", "roughly", "approximately", "at", "after",
     "before", "noon", "midday", "midnight", "early", "small", "late", "first", "morning",
     "afternoon", "evening", "night", "one", "two", "three", "four", "five", "six", "seven", "eight",
     "nine", "ten", "eleven", "twelve"}
)  # fmt: skip


def _clock_at(text: str, word: re.Match[str]) -> Atom | None:
    at = word.start()
    if word.group()[0].isdigit():
        if at and (text[at - 1].isalnum() or text[at - 1] in "$€£¥#/.:,-–"):
            return None
    elif word.group().lower() not in _CLOCK_WORDS:
        return None
    if part := DAY_PART.match(text, at):
        return Atom(at, part.end(), "day_part", clock=Minutes(*PARTS[part["part"].lower()]))
    match = CLOCK.match(text, at)
    if match is None or not _surely_clock(text, match):
        return None
    return Atom(at, match.end(), "clock_time", clock=minutes(match))


def _surely_clock(text: str, match: re.Match[str]) -> bool:
    """Two numbers with a full stop between are a time only with a.m. or p.m."""
    told = match["half24"] or match["of24"]
    return not match["h24"] or bool(told) or text[match.end("h24")] != "."


# --- joining -------------------------------------------------------------------------------------

_SAME = re.compile(
    r"(?:,?\s*(?:(?:on|at|of|by|in|the|local|time)\s+){0,3}|\s*\(|\s*[|•·]\s*)\Z", re.IGNORECASE
)
_WEEKDAY_GAP = re.compile(r",?\s+(?:the\s+)?\Z|\s*\(\Z", re.IGNORECASE)
_RANGE_GAP = re.compile(
    r"(?:\s+(?:to|until|till|through)\s+(?:the\s+)?|\s?[–—-]\s?)\Z", re.IGNORECASE
)
_AND_GAP = re.compile(r"\s+and\s+(?:the\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)


def _joined(text: str, atoms: list[Atom]) -> list[Atom]:
    """Join a day with its clock time, a weekday with its date, and the two ends of a range."""
    result: list[Atom] = []
    for atom in atoms:
        while result:
            both = _together(text, result[-1], atom)
            if both is None:
                break
            result.pop()
            atom = both
        result.append(atom)
    return result


def _together(text: str, a: Atom, b: Atom) -> Atom | None:
    if b.start - a.end > 24 or "relative_event" in (a.name, b.name):
        return None
    gap = text[a.end : b.start]
    if a.until is not None or b.until is not None:
        return None
    if a.name == "weekday" and b.days and b.name != "weekday" and _WEEKDAY_GAP.match(gap):
        return replace(b, start=a.start, clock=b.clock or a.clock)
    if (a.days is None) != (b.days is None) and _SAME.match(gap):
        day, clock = (b, a) if a.days is None else (a, b)
        if day.name != "ago":
            name = "range" if clock.name == "range" else day.name
            return replace(day, start=a.start, end=b.end, clock=clock.clock, name=name)
    if _is_range(text, a, gap):
        return _range(a, b)
    return None


def _is_range(text: str, a: Atom, gap: str) -> bool:
    if _RANGE_GAP.match(gap):
        return True
    lead = text[max(0, a.start - 16) : a.start]
    return _AND_GAP.match(gap) is not None and _BETWEEN.search(lead) is not None


def _range(a: Atom, b: Atom) -> Atom | None:
    if a.days is None and b.days is None and a.clock and b.clock:
        last = b.clock.last + (24 * 60 if b.clock.last < a.clock.first else 0)
        return replace(a, end=b.end, name="range", clock=Minutes(a.clock.first, last))
    if a.days is not None and b.days is not None and not (a.clock or b.clock):
        return replace(a, end=b.end, name="range", until=b)
    return None


_BOUND = re.compile(
    r"\b(?P<word>since|until|till|by|before|after|through|from|as of|no later than)\s+"
    r"(?:(?:the|at|around|about|early|on)\s+)*\Z",
    re.IGNORECASE,
)
_BOUNDS = {
    "since": "since", "after": "since", "from": "since", "until": "until", "till": "until",
    "by": "until", "before": "before", "through": "until", "no later than": "until",
}  # fmt: skip


_NAMES = {"since": "since", "until": "until", "before": "until"}


def _bounded(text: str, atoms: list[Atom]) -> list[Atom]:
    """Take "since", "until" and their like into the time they leave open at one end."""
    result = []
    for atom in atoms:
        found = _BOUND.search(text, max(0, atom.start - 24), atom.start)
        bound = _BOUNDS.get(" ".join(found["word"].lower().split()), "") if found else ""
        if found and bound and not _whole(found["word"], atom):
            far = 0 if bound == "since" else atom.reach
            ahead = atom.ahead or (bound != "since" and _an_end_to_come(text, atom))
            name = _NAMES[bound]
            start = found.start()
            atom = replace(atom, start=start, bound=bound, name=name, reach=far, ahead=ahead)
        result.append(atom)
    return result


def _an_end_to_come(text: str, atom: Atom) -> bool:
    """Whether the end of this week, month or year is told of as to come: "by the end of the year"."""
    groups = atom.days[1].groupdict() if atom.days else {}
    this = bool(groups.get("period")) and not groups.get("which")
    return this and _at_an_end(atom) and not looks_back(text, atom.start, atom.end)


def _whole(word: str, atom: Atom) -> bool:
    """Whether both ends are told already: "from 5-6 May" leaves none open."""
    if atom.name in ("range", "relative_event", "counted_from"):
        return True
    groups = atom.days[1].groupdict() if atom.days else {}
    return word.lower() == "from" and bool(groups.get("to") or groups.get("toyear"))


# --- resolving -----------------------------------------------------------------------------------


def _found(text: str, atom: Atom, published: tuple[date | None, date | None]) -> Found:
    span = Span.of(text, atom.start, atom.end)
    lone = Value(ValueKind.TIME, text=span.text)
    if atom.days is None:
        return Found(span, lone, "clock_time")
    first, last = _ends(atom, published)
    if first is None and last is None:
        return Found(span, lone, "unresolved")
    how = Approximator.ABOUT if atom.clock is not None and atom.clock.about else None
    value = Value(ValueKind.TIME, earliest=first, latest=last, approximator=how)
    return Found(span, value, atom.name)


def _ends(atom: Atom, published: tuple[date | None, date | None]) -> tuple[str | None, str | None]:
    """Earliest and latest moment over all days on which the report may have been published."""
    low_ref, high_ref = (_ANY_DAY, _ANY_DAY) if atom.own_year else published
    if atom.year is not None and not atom.own_year:
        told = date(atom.year, 12, 31)
        if atom.surely or low_ref is None or high_ref is None:
            low_ref = high_ref = told
        low_ref, high_ref = min(told, low_ref), max(told, high_ref)
    low = atom.resolve(low_ref) if low_ref else None
    high = atom.resolve(high_ref) if high_ref else None
    clock = atom.clock
    first = _moment(low[0], clock.first if clock else None) if low else None
    last = _moment(high[1], clock.last if clock else None) if high else None
    if atom.bound == "since":
        return first, None
    if atom.bound == "until":
        return None, last
    if atom.bound == "before":
        if high and _at_an_end(atom):
            return None, _moment(high[1], None)
        return None, _just_before(high[0], clock) if high else None
    return first, last


def _at_an_end(atom: Atom) -> bool:
    """Whether the end of a period is named, which "before" may reach: "before the end of May"."""
    part = atom.days[1].groupdict().get("part") if atom.days else None
    return (part or "").lower().startswith(("end", "close"))


def _just_before(day: date, clock: Minutes | None) -> str | None:
    return _moment(day, clock.first) if clock else _moment(add_days(day, -1), None)


def _moment(day: date, minute: int | None) -> str | None:
    if day in (date.min, date.max):
        return None
    if minute is None:
        return day.isoformat()
    day = add_days(day, minute // 1440)
    return f"{day.isoformat()}T{minute % 1440 // 60:02d}:{minute % 60:02d}"
