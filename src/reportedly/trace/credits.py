"""Who names whom as the source: the credits of the reader, agency tags, and outlets in chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Reading
from reportedly.trace.outlets import Outlets

_TAG = re.compile(r"\(([^()\n]{2,40})\)")
_DATELINE = re.compile(
    r"(?:\A|\n)(?:[A-Z][\w .,'’/-]{1,60} )?\((?P<agency>[^()\n]{2,40})\) ?(?:[—–:-]|(?=[A-Z“\"‘]))"
)
_TAG_WITHIN = 400
"""Code points from the start within which a bracketed agency name is a dateline's."""
_AGENCY_KEYS = frozenset(
    ("ap", "afp", "reuters", "dpa", "ansa", "efe", "tass", "interfax", "upi", "xinhua", "pa media",
     "ria novosti", "anadolu", "ukrinform", "associated press", "agence france presse")
)  # fmt: skip
RESTS = 0.5
"""Share of a report's attributed words that must come through a credit for it to rest on it."""
RESTS_OF_ALL = 0.25
"""Share of all its words that these must be as well."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One report names one outlet as a source.

    Attributes:
        report: Report id.
        outlet: Own key of the outlet named.
        name: As shown in the case, else as written.
        span: The words that name it, first of them.
        rests: Whether the report rests on it as a whole.
    """

    report: str
    outlet: str
    name: str
    span: Span
    rests: bool = False


def namings(
    reports: Mapping[str, Report], readings: Iterable[Reading], outlets: Outlets
) -> tuple[Naming, ...]:
    """Every outlet each report names as a source, once, by report, then place; never itself."""
    read = {reading.report: reading for reading in readings}
    return tuple(
        naming
        for name, report in sorted(reports.items())
        for naming in _of_report(report, read.get(name, Reading(name)), outlets)
    )


def _of_report(report: Report, reading: Reading, outlets: Outlets) -> list[Naming]:
    own = outlets.own_key(report.outlet)
    first: dict[str, tuple[Span, str]] = {}

    def note(name: str, span: Span, *, known_only: bool) -> None:
        key = outlets.own_key(name, report.text)
        if not key or key == own or (known_only and key not in outlets.shown):
            return
        if key not in first or span.start < first[key][0].start:
            first[key] = (span, name)

    for credit in reading.credits:
        note(credit.name, credit.span, known_only=False)
    # A dateline with an agency's name says that the whole text is the agency's.
    datelined = {
        outlets.own_key(found["agency"]) for found in _DATELINE.finditer(report.text[:_TAG_WITHIN])
    }
    for tag in _TAG.finditer(report.text[:_TAG_WITHIN]):
        span = Span.of(report.text, tag.start(1), tag.end(1))
        note(span.text, span, known_only=outlets.own_key(span.text) not in _AGENCY_KEYS)
    for attribution in reading.attributions:
        for holder in attribution.chain[1:]:
            if holder.span is not None and not holder.unnamed:
                note(holder.name, holder.span, known_only=True)
    return [
        Naming(
            report.id,
            key,
            outlets.shown.get(key, name),
            span,
            rests=key in datelined or _rests(report, reading, key, outlets),
        )
        for key, (span, name) in sorted(first.items(), key=lambda item: (item[1][0].start, item[0]))
    ]


def _rests(report: Report, reading: Reading, key: str, outlets: Outlets) -> bool:
    """Whether most of what the report attributes, and a fair part of it all, is through an outlet."""
    through: list[Attribution] = []
    outermost = [item for item in reading.attributions if item.inside is None]
    for attribution in outermost:
        names = (holder.name for holder in attribution.chain[1:] if holder.span is not None)
        if any(outlets.own_key(name, report.text) == key for name in names):
            through.append(attribution)
    part = _length(through)
    return part >= RESTS * _length(outermost) and part >= RESTS_OF_ALL * len(report.text) > 0


def _length(attributions: list[Attribution]) -> int:
    """Code points of the contents, counting none twice."""
    total = reached = 0
    for span in sorted(span for item in attributions for span in item.content):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
