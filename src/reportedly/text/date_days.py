"""Work out the days that a matched date or period allows, given a day of reference.

Each function takes the match of a pattern of `reportedly.text.date_rules`, the day of reference
(the day of publication) and whether the words look ahead of it, and returns a range of days, or
``None`` where the words are no such time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from reportedly.text.calendar_words import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Days,
    add_days,
    add_months,
    day,
    month_days,
    part,
    season_days,
    week_of,
    weekday_on_or_before,
)
from reportedly.text.numerals import UNITS


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].rstrip(".").lower()]


def _is_month(match: re.Match[str]) -> bool:
    """Whether the month is written as one: "may" and "march" in lower case are other words."""
    return match["month"][0].isupper()


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    for name in ("year", "year2", "year3"):
        if groups.get(name):
            return int(groups[name])
    if groups.get("yy"):
        short = int(groups["yy"])
        return 2000 + short if short < 70 else 1900 + short
    return None


def _calendar_days(match: re.Match[str], year: int) -> Days | None:
    first = day(year, _month(match), int(match["day"]))
    last = day(year, _month(match), int(match["to"])) if match["to"] else first
    return (first, last) if first and last and first <= last else None


def with_year(match: re.Match[str], _: date, __: bool) -> Days | None:
    """A day of a month with its year, or a run of days of that month."""
    year = _year(match)
    return _calendar_days(match, year) if year and _is_month(match) else None


def without_year(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The last such day up to the reference, or the first from it on where the words look ahead.

    Nine years are tried, so that 29 February finds its year.
    """
    if not _is_month(match):
        return None
    for step in range(9):
        year = ref.year + (step if ahead else -step)
        days = _calendar_days(match, year) if 1 <= year <= 9999 else None
        if days and ((ahead and days[1] >= ref) or (not ahead and days[0] <= ref)):
            return days
    return None


def iso(match: re.Match[str], _: date, __: bool) -> Days | None:
    """Year, month and day in figures."""
    found = day(int(match["y"]), int(match["m"]), int(match["d"]))
    return (found, found) if found else None


def numeric(match: re.Match[str], _: date, __: bool) -> Days | None:
    """Day first; with slashes, where both orders are days, the range from one to the other."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = [day(year, b, a)]
    if match["sep"] == "/":
        readings.append(day(year, a, b))
    days = sorted(found for found in readings if found)
    return (days[0], days[-1]) if days else None


def month_of_year(match: re.Match[str], _: date, __: bool) -> Days | None:
    """A month with its year."""
    year = _year(match)
    return month_days(year, _month(match)) if year and _is_month(match) else None


def month_of_near_year(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Read "August of last year"."""
    year = _shifted_unit("year", ref, _STEPS.get(match["which"].lower(), 0))[0].year
    return month_days(year, _month(match)) if _is_month(match) else None


def nearest_month(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """A month without a year: the last that began by the reference."""
    if not _is_month(match):
        return None
    return _nearest(lambda year: month_days(year, _month(match)), ref, ahead)


def _nearest(of_year: Callable[[int], Days], ref: date, ahead: bool) -> Days:
    """The last such range that began by the reference, or the first that ends from it on."""
    year = ref.year + 1
    if ahead:
        year = ref.year - 1
        while of_year(year)[1] < ref:
            year += 1
    else:
        while of_year(year)[0] > ref:
            year -= 1
    return of_year(year)


def season(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """A season, with its year or the last that began by the reference."""
    name = match["season"].lower()
    year = _year(match)
    if match.groupdict().get("toyear"):
        return date(int(match["year"]), SEASONS[name], 1), month_days(int(match["year"]) + 1, 2)[1]
    if year:
        return season_days(year, name)
    if name == "winter":
        return _nearest(lambda y: (date(y, 12, 1), month_days(y + 1, 2)[1]), ref, ahead)
    return _nearest(lambda y: season_days(y, name), ref, ahead)


def whole_year(match: re.Match[str], _: date, __: bool) -> Days | None:
    """A year, or a run of years."""
    year = int(match["year"])
    last = match.groupdict().get("toyear")
    end = int(last) if last and len(last) == 4 else year // 100 * 100 + int(last) if last else year
    return (date(year, 1, 1), date(end, 12, 31)) if year <= end else None


def decade(match: re.Match[str], _: date, __: bool) -> Days | None:
    """The ten years of a decade, or their first four, middle two or last four."""
    year = int(match["decade"])
    first, last = _DECADE_PARTS[(match.groupdict().get("decadepart") or "").lower()]
    return date(year + first, 1, 1), date(year + last, 12, 31)


_DECADE_PARTS = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (6, 9)}


def weekday(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The last such weekday up to the reference, or the next where the words look ahead."""
    name = match["weekday"].rstrip(".").lower()
    if len(name) < 6 and not match["weekday"][0].isupper():
        return None
    which = (match.groupdict().get("which") or "").lower()
    number = WEEKDAYS[name.removesuffix("s") if len(name) > 5 else name]
    last = weekday_on_or_before(ref, number)
    if which in ("next", "coming", "upcoming", "this coming"):
        return add_days(last, 7), add_days(last, 7)
    if ahead and which != "last":
        found = last if last == ref else add_days(last, 7)
        return found, found
    if which in ("last", "past", "previous") and last == ref:
        return add_days(last, -7), add_days(last, -7)
    return last, last


def last_month_name(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Last August: the August before this year's, or this year's if it is over; both if so."""
    if not _is_month(match):
        return None
    which = match["which"].lower()
    this = month_days(ref.year, _month(match))
    before = month_days(ref.year - 1, _month(match))
    if which == "this":
        return this
    if which in ("next", "coming"):
        return this if this[0] > ref else month_days(ref.year + 1, _month(match))
    if this[1] < ref:
        return this if which == "past" else (before[0], this[1])
    return before


def last_season(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Last summer, this spring: counted from the season the reference stands in."""
    which, name = match["which"].lower(), match["season"].lower()

    def of_year(year: int) -> Days:
        if name == "winter":
            return date(year, 12, 1), month_days(year + 1, 2)[1]
        return season_days(year, name)

    if which in ("next", "coming"):
        later = _nearest(of_year, ref, True)
        return later if later[0] > ref else of_year(later[0].year + 1)
    last = _nearest(of_year, ref, False)
    if which == "this":
        return of_year(ref.year) if name != "winter" else last
    return last if last[1] < ref else of_year(last[0].year - 1)


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def calendar_unit(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """Last week, this month, next year, earlier this year, later this week, last weekend."""
    unit, which = match["period"].lower(), match["which"].lower()
    if _owned(match):
        return None
    steps = _STEPS.get(which, 0)
    rolling = which == "past" or (which == "last" and unit == "year" and _the_before(match))
    if rolling and unit != "weekend":
        return _back(ref, unit, 1), ref
    days = _shifted_unit(unit, ref, steps)
    turn = (match.groupdict().get("turn") or "").lower()
    if steps:
        return days
    if turn == "later":
        return min(ref, days[1]), days[1]
    return days if ahead else (days[0], max(days[0], min(days[1], ref)))


_OF = re.compile(r"\s+of\s+(?:the|an?|its|his|her|their)\b", re.IGNORECASE)


def _owned(match: re.Match[str]) -> bool:
    """Whether the period is of something else: "the last year of the war"."""
    return _the_before(match) and _OF.match(match.string, match.end()) is not None


def _the_before(match: re.Match[str]) -> bool:
    """Whether "the" stands before: "the last year" ends today, "last year" in December."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    return before.lower().rstrip().endswith("the") and before[-1:].isspace()


def _shifted_unit(unit: str, ref: date, steps: int) -> Days:
    if unit == "year":
        year = min(max(ref.year + steps, 1), 9999)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        moved = add_months(ref, steps)
        return month_days(moved.year, moved.month)
    if unit == "weekend":
        saturday = weekday_on_or_before(ref, 5)
        saturday = add_days(saturday, 7 * max(steps, 0))
        return saturday, add_days(saturday, 1)
    return week_of(add_days(ref, 7 * steps))


_NEAR = {
    "today": (0, 0), "tonight": (0, 0), "earlier today": (0, 0), "later today": (0, 0),
    "this morning": (0, 0), "this afternoon": (0, 0), "this evening": (0, 0),
    "yesterday": (-1, -1), "last night": (-1, -1), "overnight": (-1, 0),
    "tomorrow": (1, 1), "day before yesterday": (-2, -2), "day after tomorrow": (2, 2),
}  # fmt: skip


def near(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Today, yesterday, overnight and their like."""
    first, last = _NEAR[" ".join(match["near"].lower().split())]
    return add_days(ref, first), add_days(ref, last)


def part_of(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The early, middle or late part, the first months, a half or a quarter of a period."""
    days = _part_once(match, ref, ahead)
    if days and days[0] > ref and not ahead and not _year(match) and not match["which"]:
        # The season has begun but its end has not come: the words look back on the last one.
        return _part_once(match, add_months(ref, -12), ahead)
    return days


def _part_once(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    whole = _part_whole(match, ref, ahead)
    if whole is None:
        return None
    words = match["part"].lower().split()
    if words[-1] == "of" and words[0] in ("first", "second", "third", "fourth", "last", "final"):
        return _ordinal_part(whole, words)
    which = {"end": "late", "close": "late", "middle": "mid"}.get(words[0], words[0])
    return part(whole, "early" if which in ("beginning", "start") else which)


def _part_whole(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    which = match["which"]
    year = _year(match)
    if match["month"]:
        if year:
            return month_of_year(match, ref, ahead)
        return last_month_name(match, ref, ahead) if which else nearest_month(match, ref, ahead)
    if match["season"]:
        return last_season(match, ref, ahead) if which else season(match, ref, ahead)
    if match["period"]:
        steps = _STEPS.get((which or "").lower(), 0)
        return _shifted_unit(match["period"].lower(), ref, steps)
    return (date(year, 1, 1), date(year, 12, 31)) if year else None


def _ordinal_part(whole: Days, words: list[str]) -> Days:
    if "half" in words:
        return part(whole, " ".join(words[:2]))
    if "quarter" in words:
        start = add_months(whole[0], 3 * ("first", "second", "third", "fourth").index(words[0]))
        return start, add_days(add_months(start, 3), -1)
    count = next((UNITS[word] for word in words if word in UNITS), 1 if "month" in words else 4)
    if words[0] == "first":
        return whole[0], add_days(add_months(whole[0], count), -1)
    return add_months(add_days(whole[1], 1), -count), whole[1]


def _small(word: str) -> tuple[int, int]:
    """Least and most that a small number word allows."""
    word = " ".join(word.lower().split())
    if word.isdigit():
        return int(word), int(word)
    if word in UNITS:
        return UNITS[word], UNITS[word]
    if "couple" in word:
        return 2, 2
    if "few" in word or word in ("several", "some"):
        return 2, 9
    return (0, 1) if "half" in word else (1, 1)


_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def _back(ref: date, unit: str, steps: int) -> date:
    if unit in _UNIT_DAYS:
        return add_days(ref, -steps * _UNIT_DAYS[unit])
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    return add_months(ref, -steps * months)


_HALF_MONTHS = {"month": 0, "year": 6, "decade": 60}
_HALF = {"week": 3, "fortnight": 7, "month": 15, "year": 182, "decade": 1826}


def ago(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """N units back: days exactly, longer units from one more whole unit to half a unit less.

    "10 months ago" is said, by people and by web pages, of anything up to eleven months back.
    """
    unit = match["unit"].lower()
    low, high = _small(match["n"])
    if match["n2"]:
        high = _small(match["n2"])[1]
    if unit in ("second", "minute", "hour"):
        return add_days(ref, -_whole_days(unit, high)), ref
    more = (match.groupdict().get("more") or "").lower()
    if low == 0 and unit not in _UNIT_DAYS:
        # Half a year, half a decade: the half itself, with as much room as any count of months.
        months = _HALF_MONTHS.get(unit, 0)
        return add_days(add_months(ref, -months - 1), 1), add_months(ref, -max(months - 1, 0))
    if more in ("more than", "over", "at least"):
        return date.min, _back(ref, unit, low)
    if unit in ("day", "night"):
        return _back(ref, unit, high), _back(ref, unit, low)
    return add_days(_back(ref, unit, high + 1), 1), add_days(_back(ref, unit, low), _HALF[unit])


def week_of_month(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The first, second, third or last week of a month: seven days each, the last ones at its end."""
    year = _year(match)
    whole = month_of_year(match, ref, ahead) if year else nearest_month(match, ref, ahead)
    if whole is None:
        return None
    which = match["nth"].lower()
    if which in ("last", "final"):
        return add_days(whole[1], -6), whole[1]
    first = add_days(whole[0], 7 * _WEEKS.index(which))
    return first, min(add_days(first, 6), whole[1])


_WEEKS = ("first", "second", "third", "fourth")


def week_around(match: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """Read "the week of 3 May": the week, Monday to Sunday, that the day lies in."""
    days = with_year(match, ref, ahead) if _year(match) else without_year(match, ref, ahead)
    return week_of(days[0]) if days else None


def weekday_of_week(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Read "Tuesday last week", "Tuesday of this week"."""
    number = WEEKDAYS[match["weekday"].rstrip(".").lower()]
    found = add_days(week_of(ref)[0], 7 * _STEPS.get(match["which"].lower(), 0) + number)
    return found, found


def weekend(_: re.Match[str], ref: date, ahead: bool) -> Days | None:
    """The last weekend that has begun, or the next where the words look ahead."""
    saturday = weekday_on_or_before(ref, 5)
    saturday = add_days(saturday, 7) if ahead and add_days(saturday, 1) < ref else saturday
    return saturday, add_days(saturday, 1)


def after_day(days: Days, match: re.Match[str]) -> Days | None:
    """Days counted from a day told beside them: "a week after 3 May", "two days before that day".

    Days are exact; longer units reach from half a unit less to one more whole unit less a day, as
    with "ago". ``None`` where the words give no number of units.
    """
    unit, sense = match["unit"].lower(), match["sense"].lower()
    low, high = _small(match["n"]) if match["n"] else (1, 1)
    if match["n2"]:
        high = _small(match["n2"])[1]
    if unit not in _HALF and unit not in ("day", "night"):
        return None
    exact = unit in ("day", "night")
    if sense in ("before", "earlier", "prior"):
        first = _back(days[0], unit, high) if exact else add_days(_back(days[0], unit, high + 1), 1)
        last = _back(days[1], unit, low)
        return first, last if exact else add_days(last, _HALF[unit])
    first = _back(days[0], unit, -low)
    last = _back(days[1], unit, -high) if exact else add_days(_back(days[1], unit, -high - 1), -1)
    return (first if exact else add_days(first, -_HALF[unit])), last


def past_period(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """The last or next so many days, weeks, months or years."""
    if _is_verb(match) or (not match["n"] and _owned(match)):
        return None
    unit = match["unit"].lower()
    high = _small(match["n"])[1] if match["n"] else 1
    if unit in ("second", "minute", "hour"):
        days = _whole_days(unit, high)
        return (ref, add_days(ref, days)) if match["ahead"] else (add_days(ref, -days), ref)
    if match["ahead"]:
        return ref, _back(ref, unit, -high)
    return _back(ref, unit, high), ref


def _whole_days(unit: str, count: int) -> int:
    """How many days back so many hours, minutes or seconds may begin: one for the last 24 hours."""
    per_day = {"hour": 24, "minute": 1440, "second": 86400}[unit]
    return max(1, -(-count // per_day))


_MAY_LAST = re.compile(
    r"(?:\b(?:to|will|would|can|could|may|might|must|should|shall|not|did|does|usually|often|only)"
    r"|n['’]t|['’]ll)\s+\Z",
    re.IGNORECASE,
)


def _is_verb(match: re.Match[str]) -> bool:
    """Whether "last" is what something does: "is to last 45 minutes"."""
    if not match.group().lower().startswith("last"):
        return False
    return _MAY_LAST.search(match.string, max(0, match.start() - 12), match.start()) is not None


def recent(match: re.Match[str], ref: date, _: bool) -> Days | None:
    """Recent days reach two weeks back, weeks two months, months a year, years ten."""
    back = {"day": 13, "week": 60, "month": 365, "year": 3653}[match["unit"].lower()]
    return add_days(ref, -back), ref


def event(_: re.Match[str], ref: date, __: bool) -> Days | None:
    """Counted from an event the rule does not know: only publication bounds it."""
    return date.min, ref
