"""Typed, directed derivations: what each report took from another, or owes to it by its own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.model.ident import make_id
from reportedly.model.lineage import Derivation, DerivationKind, Direction, Passage, Prints
from reportedly.model.report import Evidence, Report
from reportedly.model.settings import Settings
from reportedly.model.statement import Reading
from reportedly.trace.bodies import words_in_common
from reportedly.trace.coverage import length
from reportedly.trace.credits import Naming, namings
from reportedly.trace.direction import Course, Named, common_third, courses, earlier, speech
from reportedly.trace.formulas import without_formulas
from reportedly.trace.matches import Match
from reportedly.trace.odd_values import odd_values
from reportedly.trace.outlets import TRACED, Outlets, by_publication, known_outlets
from reportedly.trace.taken import MOST, Known, Sharing

RESTS_ON = "rests_on"
"""The rule of the evidence that a report rests as a whole on the outlet it credits."""

MatchesOf = Mapping[tuple[str, str], Sequence[Match]]


def derive(
    matches: MatchesOf,
    prints: Iterable[Prints],
    reports: Iterable[Report],
    readings: Iterable[Reading],
    settings: Settings,
) -> tuple[Derivation, ...]:
    """Say for every pair that shares words, and for every credit, what that means.

    Args:
        matches: What `compare` found, by (smaller id, larger id).
        prints: The fingerprints of all reports.
        reports: All reports of the case.
        readings: What was read of them: their credits and chains name sources.
        settings: The case's notes on outlets.

    Returns:
        Derivations sorted by id. A pair may have two: what was taken, and what both only quote.
        The order of the arguments does not matter.
    """
    by_id = _told(reports)
    read = [reading for reading in readings if reading.report in by_id]
    outlets = known_outlets(by_id.values(), settings.outlets)
    named: dict[str, list[Naming]] = {}
    for naming in namings(by_id, read, outlets):
        named.setdefault(naming.report, []).append(naming)
    known = {
        item.report: Known(by_id[item.report], item) for item in prints if item.report in by_id
    }
    shared = {
        (a, b): Sharing(known[a], known[b], tuple(found))
        for (a, b), found in sorted(matches.items())
        if found and a in known and b in known
    }
    pairs = without_formulas(shared, {name: item.prints for name, item in known.items()})
    ways = courses(pairs, named, outlets)
    found = [row for key, pair in pairs.items() for row in _of_text(pair, ways[key])]
    upstream = _upstream(pairs, ways)
    found.extend(_of_credits(by_id, named, outlets, found, upstream))
    found.extend(_of_values(by_id, read, named, found))
    return tuple(sorted(found, key=lambda row: row.id))


def credited_pairs(
    reports: Iterable[Report], readings: Iterable[Reading], settings: Settings
) -> tuple[tuple[str, str], ...]:
    """Pairs worth comparing though they share few fingerprints: one names the other's outlet."""
    by_id = _told(reports)
    outlets = known_outlets(by_id.values(), settings.outlets)
    pairs = {
        (min(naming.report, parent.id), max(naming.report, parent.id))
        for naming in namings(by_id, readings, outlets)
        for parent in outlets.reports.get(naming.outlet, ())[:_LATELY]
        if parent.id != naming.report
    }
    return tuple(sorted(pairs))


_LATELY = 8
"""Reports of a credited outlet that are compared on the credit alone, its earliest first."""


_LATEST = 40
"""Reports of a credited outlet, the last before the one that credits it, that it is looked for in."""


def _told(reports: Iterable[Report]) -> dict[str, Report]:
    """The reports that have a text, by id."""
    return {report.id: report for report in reports if report.state in TRACED}


def _of_text(pair: Sharing, way: Course) -> Iterator[Derivation]:
    """What was taken and what is only quoted by both, as separate rows."""
    taken, quoted = pair.with_parent(way.parent).parted()
    if taken.matches:
        yield _row(taken, taken.kind(), way.direction, way.evidence)
    elif way.credited:
        # Quoted words alone, but it says where it has them from.
        yield _row(quoted, DerivationKind.CREDIT, way.direction, way.evidence)
        return
    if quoted.matches:
        way = speech(quoted)
        said = quoted.with_parent(way.parent)
        yield _row(said, DerivationKind.QUOTATION, way.direction, way.evidence)


def _row(
    pair: Sharing, kind: DerivationKind, direction: Direction, evidence: tuple[Evidence, ...]
) -> Derivation:
    parent, child = pair.parent.report, pair.child.report
    told = f"{length(pair.in_child())} of {pair.child.prints.words} words"
    return Derivation(
        id=make_id("dv", child.id, parent.id, kind),
        child=child.id,
        parent=parent.id,
        parent_name=parent.outlet,
        kind=kind,
        direction=direction,
        passages=pair.passages,
        evidence=(*evidence, Evidence("shared_words", told)),
        share_child=pair.share_child(),
        share_parent=pair.share_parent(),
    )


def _upstream(
    pairs: Mapping[tuple[str, str], Sharing], ways: Mapping[tuple[str, str], Course]
) -> set[tuple[str, str]]:
    """(report, outlet key) where most of a report is shared with another that names the same outlet."""
    found: set[tuple[str, str]] = set()
    for key, way in ways.items():
        if way.upstream:
            for side in (pairs[key], pairs[key].turned()):
                taken, _ = side.parted()
                if taken.share_child() >= MOST:
                    found.add((side.child.report.id, way.upstream))
    return found


def _of_credits(
    by_id: Mapping[str, Report],
    named: Named,
    outlets: Outlets,
    found: Sequence[Derivation],
    upstream: set[tuple[str, str]],
) -> Iterator[Derivation]:
    """A row for every credit that no shared text already carries."""
    carried = {
        (row.child, outlets.own_key(row.parent_name))
        for row in found
        if row.direction is Direction.FROM_A and row.evidence[0].rule == "credit"
    }
    for report, credits in sorted(named.items()):
        for naming in credits:
            if (report, naming.outlet) in carried:
                continue
            yield _credit_row(by_id, report, naming, outlets, (report, naming.outlet) in upstream)


def _of_values(
    by_id: Mapping[str, Report],
    readings: Iterable[Reading],
    named: Named,
    found: Sequence[Derivation],
) -> Iterator[Derivation]:
    """A row for every odd figure that two reports share which share nothing else."""
    joined = {frozenset((row.child, row.parent)) for row in found}
    for one, here, other, there in odd_values(readings):
        if frozenset((one, other)) in joined:
            continue
        third = common_third(by_id[one], by_id[other], named)
        figure = Evidence("odd_value", there.text, there)
        yield Derivation(
            id=make_id("dv", other, one, DerivationKind.ODD_VALUE),
            child=other,
            parent=one,
            parent_name=by_id[one].outlet,
            kind=DerivationKind.ODD_VALUE,
            direction=Direction.COMMON_UPSTREAM if third else Direction.UNDETERMINED,
            passages=(Passage(child=there, parent=here),),
            evidence=(third[1], figure) if third else (figure,),
        )


def _credit_row(
    by_id: Mapping[str, Report], report: str, naming: Naming, outlets: Outlets, shared: bool
) -> Derivation:
    """The row of one credit without shared text."""
    evidence = [Evidence("credit", naming.span.text, naming.span)]
    parent, also = _credited_report(by_id[report], naming, outlets)
    evidence.extend(also)
    direction = Direction.FROM_A
    first = earlier(by_id[report], by_id[parent]) if parent else None
    if first is not None and first[0] == report:
        # What is here came out later than what was credited.
        direction = Direction.UNDETERMINED
        evidence.append(first[1])
    if naming.rests or shared:
        evidence.append(Evidence(RESTS_ON))
    return Derivation(
        id=make_id("dv", report, parent or naming.outlet, DerivationKind.CREDIT),
        child=report,
        parent=parent,
        parent_name=naming.name,
        kind=DerivationKind.CREDIT,
        direction=direction,
        evidence=tuple(evidence),
    )


def _credited_report(
    report: Report, naming: Naming, outlets: Outlets
) -> tuple[str, tuple[Evidence, ...]]:
    """Id of the report of the case that a credit means: empty if its outlet has none here.

    Of several reports of one outlet it is the one that has most of the words around the credit; if
    none stands out, the earliest stands for all: whichever it was, what rests on the outlet must
    not count as independent of it.
    """
    own = [item for item in outlets.reports.get(naming.outlet, ()) if item.id != report.id]
    if not own:
        return "", ()
    if len(own) == 1:
        return own[0].id, ()
    told = f"{naming.name} has {len(own)} reports here"
    place = bisect_right(own, by_publication(report), key=by_publication)
    lately = own[max(0, min(place - _LATEST, len(own) - _LATEST)) :][:_LATEST]
    shared = [(words_in_common(report.text, naming.span, item.text), item) for item in lately]
    most = max(count for count, _ in shared)
    best = [item for count, item in shared if count == most]
    if len(best) == 1:
        return best[0].id, (Evidence("one_of_several", f"{told}; this one has more of the words"),)
    chosen = min(best if most else own, key=by_publication)
    return chosen.id, (Evidence("one_of_several", f"{told}; the earliest stands for them"),)
