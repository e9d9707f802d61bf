"""Read one report: who is said to have said what, in which words, through whom, and how firmly."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.report import Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.statement import Reading
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

    A report that is not in state `read` gives an empty reading.

    Args:
        report: The report.
        settings: Of the case.
        gazetteer: Where places lie; ``None`` leaves them without a point.
        finder: What finds the spans: the rules alone, or with a trained model.
    """
    if report.state is not ReportState.READ or not report.text:
        return Reading(report.id)
    outlets = Outlets(report, settings)
    statements = with_attitudes(report.text, link(report.text, finder(report.text)))
    known = [name for place in settings.places for name in (place.name, *place.aliases)]
    found = names(report.text, gazetteer, known)
    if isinstance(finder, NameFinder):
        papers = [name for one in settings.outlets for name in (one.name, *one.aliases)]
        firm = {fold(name) for name in (*known, *papers, report.outlet)}
        found = with_marked(report.text, found, finder.names(report.text), firm)
    named = with_signer(report, name_mentions(report.id, report.text, found))
    who = resolve(report, named, statements)
    statements, sources = told_of_somebody(statements, who.sources)
    said = attributions(report, statements, sources, outlets)
    typed = details(report, who.mentions, settings, gazetteer)
    reading = Reading(
        report.id, said, who.mentions, typed, (), credits(report.id, report.text, outlets)
    )
    return replace(reading, claims=claims(report, said, who.mentions, typed, settings))


__all__ = ["SpanFinder", "attribution_label", "decide", "find", "joining", "read", "spotting"]
