"""How values, events and questions are put into words."""

from __future__ import annotations

from calendar import monthrange

from reportedly.model.measure import MEASURES
from reportedly.model.statement import Claim, Event
from reportedly.model.value import Approximator, Number, TimeRange, Value, ValueKind
from reportedly.reconcile.compare import figures

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_BEFORE = {
    Approximator.ABOUT: "about ",
    Approximator.AT_LEAST: "at least ",
    Approximator.UP_TO: "up to ",
    Approximator.VAGUE: "vaguely ",
}


def label(value: Value) -> str:
    """A value in a few words, as shown in answers and findings."""
    if value.kind is ValueKind.COUNT:
        return _count(value)
    if value.kind is ValueKind.TIME:
        return time_label(value.time) or "unknown time"
    if value.kind is ValueKind.PLACE:
        return value.place or value.text or "unknown place"
    if value.kind is ValueKind.POLARITY:
        return "no" if value.polarity is False else "yes"
    words = value.text or value.who or "unnamed"
    return f"not {words}" if value.polarity is False else words


def number(value: Number) -> str:
    """A number with thousands parted by commas."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}"
    return f"{int(value):,}"


def _count(value: Value) -> str:
    low, high = value.low, value.high
    unit = " %" if value.unit == "percent" else ""
    if low is None and high is None:
        return f"some{unit}"
    if value.approximator is Approximator.VAGUE:
        return f"{_vague(low, high)}{unit}"
    lead = _BEFORE.get(value.approximator, "") if value.approximator else ""
    if low is not None and high is not None and low != high:
        if value.approximator is Approximator.ABOUT:
            return f"about {number(figures(value)[0] or 0)}{unit}"
        return f"{number(low)} to {number(high)}{unit}"
    if high is None and low is not None:
        return f"at least {number(low)}{unit}"
    if low is None and high is not None:
        return f"up to {number(high)}{unit}"
    return f"{lead}{number(low or 0)}{unit}"


def _vague(low: Number | None, high: Number | None) -> str:
    if low is None:
        return f"some, up to {number(high or 0)}"
    return (
        f"some {number(low)} to {number(high)}"
        if high is not None
        else f"some {number(low)} or more"
    )


def time_label(when: TimeRange) -> str:
    """A range of time in words: ``22 May 2023``, ``22 to 23 May 2023``, ``May 2023``, ``2022``."""
    if not when.known:
        return ""
    if when.earliest is None:
        return f"by {_moment(when.latest or '')}"
    if when.latest is None:
        return f"from {_moment(when.earliest)} on"
    if when.earliest == when.latest:
        return _moment(when.earliest)
    first, last = when.earliest, when.latest
    if first[:10] == last[:10]:
        return f"{_moment(first)} to {last[11:]}" if "T" in first and "T" in last else _day(first)
    return _days(first[:10], last[:10])


def _days(first: str, last: str) -> str:
    year, month = first[:4], first[5:7]
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return year if year == last[:4] else f"{year} to {last[:4]}"
    whole = first.endswith("-01") and last[8:] == _month_end(last)
    if whole and first[:7] == last[:7]:
        return f"{_month(month)} {year}"
    if whole and year == last[:4]:
        return f"{_month(month)} to {_month(last[5:7])} {year}"
    if first[:7] == last[:7]:
        return f"{int(first[8:])} to {_day(last)}"
    if year == last[:4]:
        return f"{int(first[8:])} {_month(month)} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _month(digits: str) -> str:
    return MONTHS[(int(digits) - 1) % 12]


def _month_end(day: str) -> str:
    return f"{monthrange(max(1, int(day[:4])), (int(day[5:7]) - 1) % 12 + 1)[1]:02d}"


def _moment(moment: str) -> str:
    return f"{_day(moment)}, {moment[11:16]}" if "T" in moment else _day(moment)


def _day(moment: str) -> str:
    return f"{int(moment[8:10])} {_month(moment[5:7])} {moment[:4]}"


ACTS = {
    "attack": "attack",
    "clash": "fighting",
    "crash": "crash",
    "evacuation": "evacuation",
    "explosion": "explosion",
    "fire": "fire",
    "founding": "founding",
    "incursion": "raid",
    "arrest": "arrests",
    "protest": "protest",
    "shelling": "shelling",
    "shooting": "shooting",
    "training": "training",
}
"""The noun by which a question names a family of acts; a family not listed is its own noun."""

_AT = {"attack": "on", "incursion": "into"}


def event_words(event: Event | None, *, dated: bool = True) -> str:
    """A happening as a noun phrase: ``explosion at Sulvek of 17 May 2023``; empty if nothing is known."""
    if event is None:
        return ""
    parts = [ACTS.get(event.act, event.act)] if event.act else []
    if event.place:
        parts.append(f"{_AT.get(event.act, 'at')} {event.place}")
    when = time_label(event.when) if dated else ""
    if when:
        parts.append(f"of {when}" if event.act else f"on {when}")
    return " ".join(parts)


def question_text(claim: Claim, subject: str, event: Event | None) -> str:
    """The question in words a person would ask.

    Args:
        claim: Any of its claims, for the measure, population and proposition.
        subject: Name of what it is about.
        event: The happening, if it is about one.
    """
    measure = MEASURES.get(claim.measure)
    if measure is None or claim.value.kind is ValueKind.POLARITY:
        return _whether(claim, subject)
    about = event_words(event, dated=claim.measure != "occurred")
    if event is not None and event.act:
        phrase = f" in the {about}"
        if claim.measure == "responsible":
            phrase = f" for the {about}"
    else:
        phrase = f" {about}" if about else ""
    named = f"the {about}" if about and event and event.act else about or "it"
    who = claim.population or _counted(claim)
    event_slot = named if claim.measure in ("occurred", "occurred_at") else phrase
    if claim.value.unit == "percent":
        who = f"per cent of {who}"
    return measure.asks.format(who=who, subject=subject or named, event=event_slot)


_COUNTED = {
    "strength": "people",
    "applications": "applications",
    "attacks": "attacks",
    "vehicles_lost": "vehicles",
    "vehicles_used": "vehicles",
}


def _counted(claim: Claim) -> str:
    return _COUNTED.get(claim.measure, "people")


def _whether(claim: Claim, subject: str) -> str:
    proposition = (claim.value.text or claim.subject_words or subject or "it").strip()
    return f"Is it so that {proposition}?"
