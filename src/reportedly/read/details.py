"""Counts, times and places of a report as typed ranges, each with the words and the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model.ident import make_id
from reportedly.model.report import Report
from reportedly.model.settings import PlaceNote, Settings
from reportedly.model.span import Span
from reportedly.model.statement import Detail, EntityKind, Mention
from reportedly.model.value import Value, ValueKind
from reportedly.text.dates import times
from reportedly.text.normalise import fold
from reportedly.text.numbers import counts
from reportedly.text.places import Gazetteer, only


def details(
    report: Report, mentions: Sequence[Mention], settings: Settings, gazetteer: Gazetteer | None
) -> tuple[Detail, ...]:
    """The typed details of a report, by place.

    Args:
        report: The report.
        mentions: Its names; those that stand for places become place details.
        settings: The case's own places outrank the gazetteer.
        gazetteer: ``None`` leaves places without a point.
    """
    made = [
        _detail(report.id, found.span, found.value, found.rule)
        for found in (*counts(report.text), *times(report.text, report.published.time))
    ]
    made.extend(_places(report.id, mentions, settings, gazetteer))
    return tuple(sorted(made, key=lambda detail: (detail.span.start, detail.span.end, detail.id)))


def _detail(report: str, span: Span, value: Value, rule: str) -> Detail:
    ident = make_id("dt", report, span.start, span.end, value.kind.value)
    return Detail(ident, report, span, value, rule)


def _places(
    report: str, mentions: Sequence[Mention], settings: Settings, gazetteer: Gazetteer | None
) -> Iterator[Detail]:
    noted = {fold(name): note for note in settings.places for name in (note.name, *note.aliases)}
    for mention in mentions:
        note = noted.get(fold(mention.span.text))
        if note is not None:
            yield _detail(report, mention.span, _of_note(note), "case_place")
        elif mention.kind is EntityKind.PLACE:
            value, rule = _looked_up(mention.span.text, gazetteer)
            yield _detail(report, mention.span, value, rule)


def _of_note(note: PlaceNote) -> Value:
    return Value(
        ValueKind.PLACE, place=note.name, lat=note.lat, lon=note.lon, radius_km=note.radius_km
    )


def _looked_up(name: str, gazetteer: Gazetteer | None) -> tuple[Value, str]:
    """The place of a name; without a point where the gazetteer knows none, or several."""
    entries = gazetteer.find(name) if gazetteer is not None else ()
    entry = only(entries)
    if entry is None:
        return Value(ValueKind.PLACE, place=name), "ambiguous_place" if entries else "named_place"
    return (
        Value(
            ValueKind.PLACE,
            place=entry.name,
            lat=entry.lat,
            lon=entry.lon,
            radius_km=entry.radius_km,
        ),
        "gazetteer",
    )
