"""The answers, how many independent voices hold each, and the best of them.

The method is a vote: one origin, one vote (UCDP and ACLED take the lower of two equally held
figures, and so does this). An origin is a text lineage; where two lineages rest on one and the same
named source, they are one vote as well, so support is the largest number of pairs (origin, source)
that share neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.measure import Change
from reportedly.model.value import Approximator, TimeRange, Value, ValueKind
from reportedly.reconcile.compare import (
    Relation,
    allows,
    day_number,
    figures,
    identity,
    point,
    precision,
    relate,
)
from reportedly.reconcile.standing import Voice, before

ORDERED = frozenset((ValueKind.COUNT, ValueKind.TIME))
"""Kinds whose values have an order, so that a tie has a lower one."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value given, and the voices that give it.

    Attributes:
        value: As first given.
        voices: That give exactly it, by publication.
        support: Independent voices whose value is the same or compatible.
        exact: Independent voices that give exactly it.
        since: From the earliest to the latest time it is given as of.
    """

    value: Value
    voices: tuple[Voice, ...]
    support: int
    exact: int
    since: TimeRange


def independent(voices: Iterable[Voice]) -> int:
    """The largest number of voices of which no two share an origin or a source.

    A maximum matching between origins and sources (Kuhn's augmenting paths).
    """
    sources: dict[str, list[str]] = {}
    for one in voices:
        listed = sources.setdefault(one.origin, [])
        if one.speaker not in listed:
            listed.append(one.speaker)
    taken: dict[str, str] = {}
    for origin in sorted(sources):
        _augment(origin, sources, taken)
    return len(taken)


def _augment(origin: str, sources: dict[str, list[str]], taken: dict[str, str]) -> bool:
    """Find ``origin`` a source of its own, moving others to another of theirs where that helps."""
    came_from: dict[str, str] = {}
    queue = [origin]
    for at in queue:
        for source in sources[at]:
            if source in came_from:
                continue
            came_from[source] = at
            if source not in taken:
                _reassign(source, origin, came_from, taken, sources)
                return True
            queue.append(taken[source])
    return False


def _reassign(
    source: str,
    origin: str,
    came_from: dict[str, str],
    taken: dict[str, str],
    sources: dict[str, list[str]],
) -> None:
    """Walk the path back from a free source and hand every source on it over."""
    held = {owner: kept for kept, owner in taken.items()}
    while True:
        owner = came_from[source]
        previous = held.get(owner)
        taken[source] = owner
        if owner == origin or previous is None:
            return
        source = previous


def options(voices: Sequence[Voice]) -> tuple[Option, ...]:
    """The distinct values given, in a fixed order that does not depend on who came first."""
    grouped: dict[tuple[object, ...], list[Voice]] = {}
    for one in voices:
        grouped.setdefault(identity(one.value), []).append(one)
    groups = sorted(grouped.values(), key=lambda group: _order(group[0].value))
    found = []
    for group in groups:
        value = group[0].value
        allowing = [one for other in groups if allows(value, other[0].value) for one in other]
        exact = independent(group)
        support = exact if len(allowing) == len(group) else independent(allowing)
        found.append(Option(value, tuple(group), support, exact, _hull(group)))
    return tuple(found)


def conflict(a: Option, b: Option, change: Change) -> bool:
    """Whether two answers cannot both hold, even allowing for what time may have changed."""
    if relate(a.value, b.value) is not Relation.EXCLUSIVE or _side_by_side(a, b):
        return False
    if change is Change.MOVES and not of_one_time(a.since, b.since):
        return False
    return not (overtakes(a, b, change) or overtakes(b, a, change))


ONE_TIME = 366
"""Days: what moves with time may have moved within anything longer."""


def of_one_time(a: TimeRange, b: TimeRange) -> bool:
    """Whether two times are known closely enough, and meet, to be called the same.

    What moves with time is a contradiction only at one time. Where an account may be of any month
    of several years, the reading that it changed is the one that accuses nobody.
    """
    for time in (a, b):
        if time.earliest is None or time.latest is None:
            return False
        low, high = (day_number(end) for end in time.bounds())
        if high - low > ONE_TIME:
            return False
    return a.overlaps(b)


def _side_by_side(a: Option, b: Option) -> bool:
    """Whether one sentence of one holder names both parties: they did it together."""
    if a.value.kind is not ValueKind.WHO:
        return False
    together = {(one.claim.report, one.claim.span, one.speaker) for one in a.voices}
    return any((one.claim.report, one.claim.span, one.speaker) in together for one in b.voices)


def overtakes(later: Option, earlier: Option, change: Change) -> bool:
    """Whether the first is of a later time than the second and may have grown or moved from it."""
    if change is Change.NEVER or not before(earlier.since, later.since):
        return False
    if later.value.kind is not ValueKind.COUNT or change is Change.MOVES:
        return True
    grown = point(later.value) - point(earlier.value)
    if change is Change.AGES:
        first, last = earlier.since.bounds()[0], later.since.bounds()[1]
        return 0 < grown <= (day_number(last) - day_number(first)) // 365 + 1
    return grown > 0


def best(found: Sequence[Option], change: Change) -> Option | None:
    """The answer most independent voices allow; ``None`` where no order breaks a tie.

    Vague words are an answer only where nobody gives a figure.
    """
    if not found:
        return None
    firm = [one for one in found if one.value.approximator is not Approximator.VAGUE] or found
    top = firm[0]
    for option in firm[1:]:
        if _prefer(option, top, change):
            top = option
    if top.value.kind not in ORDERED:
        for option in found:
            level = (option.support, option.exact) == (top.support, top.exact)
            if option is not top and level and conflict(option, top, change):
                return None
    return top


def _prefer(one: Option, top: Option, change: Change) -> bool:
    if one.support != top.support:
        return one.support > top.support
    if relate(one.value, top.value) is Relation.EXCLUSIVE:
        if overtakes(one, top, change):
            return True
        if overtakes(top, one, change):
            return False
    if one.exact != top.exact:
        return one.exact > top.exact
    if one.value.kind is ValueKind.TEXT:
        return len(one.value.text or "") > len(top.value.text or "")
    return precision(one.value) < precision(top.value)


def _order(value: Value) -> tuple[float, str, float, str]:
    if value.kind is ValueKind.COUNT:
        return (point(value), "", precision(value), "")
    if value.kind is ValueKind.TIME:
        return (0.0, value.time.bounds()[0], 0.0, value.time.bounds()[1])
    return (0.0, str(identity(value)), 0.0, "")


def _hull(group: Sequence[Voice]) -> TimeRange:
    """From the earliest to the latest as-of; unknown as soon as one is."""
    if not all(one.as_of.known for one in group):
        return TimeRange(None, None)
    low = min(one.as_of.bounds()[0] for one in group)
    high = max(one.as_of.bounds()[1] for one in group)
    return TimeRange(low, high)


def reach(found: Sequence[Option]) -> tuple[Value | None, Value | None]:
    """Lowest and highest value that stands: "at least" bounds the low end only, "up to" the high.

    Vague words do not widen what others give in figures.
    """
    if not found or found[0].value.kind not in ORDERED:
        return (None, None)
    if found[0].value.kind is ValueKind.TIME:
        return _reach_in_time(found)
    firm = [one.value for one in found if one.value.approximator is not Approximator.VAGUE]
    values = firm or [one.value for one in found]
    unit = values[0].unit
    named = [figures(value) for value in values]
    lows = [low for low, _ in named if low is not None]
    highs = [high for _, high in named if high is not None]
    if highs and lows:
        highs.append(max(max(lows), max(highs)))
    low = min(lows) if lows else None
    high = max(highs) if highs else None
    return (
        None if low is None else Value(ValueKind.COUNT, low=low, high=low, unit=unit),
        None if high is None else Value(ValueKind.COUNT, low=high, high=high, unit=unit),
    )


def _reach_in_time(found: Sequence[Option]) -> tuple[Value | None, Value | None]:
    """The ends of the narrowest ranges: a month that holds the day does not widen the day."""
    narrow = [
        one.value.time
        for one in found
        if not any(
            other is not one
            and other.value.time.within(one.value.time)
            and not one.value.time.within(other.value.time)
            for other in found
        )
    ]
    starts = [when.earliest for when in narrow if when.earliest]
    ends = [when.latest for when in narrow if when.latest]
    first, last = (min(starts) if starts else None), (max(ends) if ends else None)
    return (
        Value(ValueKind.TIME, earliest=first, latest=first) if first else None,
        Value(ValueKind.TIME, earliest=last, latest=last) if last else None,
    )
