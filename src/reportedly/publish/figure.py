"""The answers to a question on one line: a row an origin, positions in per cent."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from reportedly.model.finding import Question
from reportedly.model.statement import Claim
from reportedly.model.value import Approximator, Value, ValueKind
from reportedly.publish.lookup import Lookup
from reportedly.publish.page import Figure, FigureRow, Mark, Ring, Tick
from reportedly.text.label import label

OPEN_SHARE = 0.25
"""How far, as a share of the known range, an open end is drawn."""

DAY = 1.0
HOUR = DAY / 24


def figure(question: Question, look: Lookup) -> Figure | None:
    """The figure of a question with numbers or dates; ``None`` where there is no line to draw."""
    claims = look.claims_in(question.claims)
    places = [_place(claim.value) for claim in claims]
    known = [end for place in places if place for end in place if end is not None]
    if not known or (
        question.claims and claims[0].value.kind not in (ValueKind.COUNT, ValueKind.TIME)
    ):
        return None
    low, high = _axis(known, claims[0].value.kind)
    gone = {row.claim for row in question.finding.excluded if row.rule == "superseded"}
    silent = {row.claim for row in question.finding.excluded} - gone
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id not in silent and claim.origin:
            rows.setdefault(claim.origin, []).append(claim)
    drawn = [
        _row(ring, held, gone, (low, high))
        for origin, held in rows.items()
        if (ring := look.ring(origin)) is not None
    ]
    drawn.sort(key=lambda row: (len(row.ring.letter), row.ring.letter))
    if not drawn:
        return None
    spoken = "; ".join(f"{row.ring.letter}: {row.label}" for row in drawn)
    return Figure(
        f"Answers by origin: {spoken}", tuple(drawn), _ticks(low, high, claims[0].value.kind)
    )


def _row(
    ring: Ring, claims: Sequence[Claim], gone: set[str], axis: tuple[float, float]
) -> FigureRow:
    marks: list[Mark] = []
    labels: list[str] = []
    for claim in sorted(claims, key=lambda row: row.id not in gone):
        superseded = claim.id in gone
        mark = _mark(claim.value, axis, superseded=superseded)
        words = label(claim.value) + (", superseded" if superseded else "")
        if mark is not None and mark not in marks:
            marks.append(mark)
        if words not in labels:
            labels.append(words)
    return FigureRow(ring, tuple(marks), "; ".join(labels))


def _mark(value: Value, axis: tuple[float, float], *, superseded: bool) -> Mark | None:
    place = _place(value)
    if place is None:
        return None
    low, high = axis
    start, end = place
    width = high - low
    first = max(low, min(high, start if start is not None else low))
    last = max(low, min(high, end if end is not None else high))
    left, right = (round(100 * (at - low) / width, 1) for at in (first, last))
    kind = "dot" if right - left < 1 else "bar"
    if kind == "bar" and (value.approximator is Approximator.VAGUE or start is None or end is None):
        kind = "vague"
    if superseded:
        kind = "gone"
    return Mark(kind, left, right)


def _place(value: Value) -> tuple[float | None, float | None] | None:
    if value.kind is ValueKind.COUNT:
        if value.low is None and value.high is None:
            return None
        return (
            float(value.low) if value.low is not None else None,
            float(value.high) if value.high is not None else None,
        )
    if value.kind is ValueKind.TIME and value.time.known:
        return (_day(value.earliest, 0.0), _day(value.latest, 0.0))
    return None


def _day(moment: str | None, end: float) -> float | None:
    if moment is None:
        return None
    day = float(date.fromisoformat(moment[:10]).toordinal())
    if "T" not in moment:
        return day + end
    hours, minutes = int(moment[11:13]), int(moment[14:16])
    return day + (hours * 60 + minutes) / 1440


def _axis(known: Iterable[float], kind: ValueKind) -> tuple[float, float]:
    ends = sorted(known)
    low, high = ends[0], ends[-1]
    if kind is ValueKind.COUNT:
        step = _step(max(high, 1.0) / 4)
        return (0.0, step * math.ceil((high or 1.0) / step))
    within_a_day = any(end % 1 for end in ends) and high - low < DAY
    margin = max(HOUR if within_a_day else DAY, (high - low) * 0.08)
    return (low - margin, high + margin)


def _step(rough: float) -> float:
    """A round step near ``rough``: 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(max(rough, 1.0)))
    return next(power * unit for unit in (1, 2, 5, 10) if power * unit >= rough)


def _ticks(low: float, high: float, kind: ValueKind) -> tuple[Tick, ...]:
    if kind is ValueKind.COUNT:
        step = _step(high / 4)
        at = [step * number for number in range(round(high / step) + 1)]
        labels = [f"{int(value):,}" for value in at]
    else:
        at = [low + (high - low) * share for share in (0.0, 0.5, 1.0)]
        labels = [_date_label(value, high - low) for value in at]
    anchors = ["start", *["middle"] * (len(at) - 2), "end"] if len(at) > 1 else ["start"]
    return tuple(
        Tick(round(100 * (value - low) / (high - low), 1), words, anchor)
        for value, words, anchor in zip(at, labels, anchors, strict=True)
    )


def _date_label(value: float, width: float) -> str:
    if width < 1.5 * DAY:
        minutes = round(value % 1 * 1440) % 1440
        return f"{minutes // 60:02}:{minutes % 60:02}"
    day = date.fromordinal(1) + timedelta(days=int(value) - 1)
    month = day.strftime("%b")
    return f"{month} {day.year}" if width > 500 else f"{day.day} {month} {day.year}"
