"""Read one report: who is said to have said what, in which words, through whom, and how firmly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from reportedly.model.report import Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.span import Span
from reportedly.model.statement import Reading
from reportedly.read.across import Across
from reportedly.read.attributions import attributions
from reportedly.read.claims import claims
from reportedly.read.credits import credits
from reportedly.read.decide import attribution_label, decide
from reportedly.read.details import details
from reportedly.read.joined import joining
from reportedly.read.link import link
from reportedly.read.mentions import name_mentions
from reportedly.read.named import NameFinder, with_marked
from reportedly.read.outlets import Outlets
from reportedly.read.pieces import SpanFinder
from reportedly.read.reference import resolve
from reportedly.read.spans import find
from reportedly.read.spotted import finder as spotting
from reportedly.read.voices import with_signer
from reportedly.read.within import told_of_somebody, with_attitudes
from reportedly.text.language import foreign_parts
from reportedly.text.names import names
from reportedly.text.normalise import fold
from reportedly.text.places import Gazetteer


def read(
    report: Report,
    settings: Settings,
    gazetteer: Gazetteer | None = None,
    finder: SpanFinder = find,
) -> Reading:
    """Everything said in ``report``: attributions, mentions, details, claims and credits.

    A report that is not in state `read` gives an empty reading; paragraphs in a language that is not
    read give nothing.

    Args:
        report: The report.
        settings: Of the case.
        gazetteer: Where places lie; ``None`` leaves them without a point.
        finder: What finds the spans: the rules alone, or with a trained model.
    """
    if report.state is not ReportState.READ or not report.text:
        return Reading(report.id)
    outlets = Outlets(report, settings)
    foreign = _foreign(report.text, settings)
    pieces = _outside(foreign, finder(report.text))
    statements = with_attitudes(report.text, link(report.text, pieces))
    known = [name for place in settings.places for name in (place.name, *place.aliases)]
    found = names(report.text, gazetteer, known)
    if isinstance(finder, NameFinder):
        papers = [name for one in settings.outlets for name in (one.name, *one.aliases)]
        # A channel may call itself by two names: "Vela Watch | Lantern".
        own = (report.outlet, *report.outlet.split(" | "))
        firm = {fold(name) for name in (*known, *papers, *own)}
        found = with_marked(report.text, found, finder.names(report.text), firm)
    found = _outside(foreign, found)
    named = with_signer(report, name_mentions(report.id, report.text, found))
    who = resolve(report, named, statements)
    statements, sources = told_of_somebody(statements, who.sources)
    said = attributions(report, statements, sources, outlets)
    typed = _outside(foreign, details(report, who.mentions, settings, gazetteer))
    reading = Reading(
        report.id, said, who.mentions, typed, (), credits(report.id, report.text, outlets)
    )
    return replace(reading, claims=claims(report, said, who.mentions, typed, settings))


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


def _foreign(text: str, settings: Settings) -> Across:
    """The paragraphs in languages that are not read."""
    parts = foreign_parts(text, settings.languages)
    return Across(Span.of(text, start, end) for start, end, _ in parts)


def _outside(foreign: Across, items: Iterable[Item]) -> tuple[Item, ...]:
    """What does not stand in such a paragraph."""
    return tuple(item for item in items if not any(foreign.over(item.span)))


__all__ = ["SpanFinder", "attribution_label", "decide", "find", "joining", "read", "spotting"]
