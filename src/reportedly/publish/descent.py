"""The family tree of an origin: which report took the whole from which, as rows with limbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.model.lineage import Derivation, Direction, Origin
from reportedly.model.report import Report
from reportedly.publish.lookup import Lookup
from reportedly.publish.page import Borrowed, Descendant, Link, OriginView
from reportedly.publish.words import DERIVED, how_taken, when

DEEPEST = 6
"""Limbs drawn beside a row; a longer chain of copies goes on at this depth."""

LENT = 3
"""Passages from other origins named beside a report; the table below has all."""


def origin_view(origin: Origin, look: Lookup) -> OriginView:
    """An origin with its reports as a tree, the root first, children by publication."""
    reports = [look.reports[row] for row in origin.reports if row in look.reports]
    parents = _parents(reports, look)
    children: dict[str, list[Report]] = {}
    for row in sorted(reports, key=lambda each: (each.published.time.bounds(), each.id)):
        if row.id in parents:
            children.setdefault(parents[row.id].parent, []).append(row)
    roots = [row for row in reports if row.id not in parents]
    rows = [
        _descendant(row, limbs, parents.get(row.id), look) for row, limbs in _walk(roots, children)
    ]
    return OriginView(look.rings[origin.id], origin.name, origin.why, tuple(rows))


def _parents(reports: list[Report], look: Lookup) -> Mapping[str, Derivation]:
    """The likeliest parent of each report within its origin; the root has none.

    Among several the one that gave most, and that was not itself taken from the report.
    """
    inside = {row.id: place for place, row in enumerate(reports)}
    root = reports[0].id if reports else ""
    found: dict[str, Derivation] = {}
    for row in reports:
        if row.id == root:
            continue
        given = [
            each
            for each in look.relatives.get(row.id, ())
            if each.child == row.id
            and each.direction is Direction.FROM_A
            and each.parent in inside
            and each.parent != row.id
            and not _descends(each.parent, row.id, found)
        ]
        if given:
            found[row.id] = max(
                given, key=lambda each: (each.share_child, each.parent == root, each.id)
            )
    return found


def _descends(report: str, ancestor: str, parents: Mapping[str, Derivation]) -> bool:
    while report in parents:
        report = parents[report].parent
        if report == ancestor:
            return True
    return False


def _walk(
    roots: list[Report], children: Mapping[str, list[Report]]
) -> Iterator[tuple[Report, tuple[str, ...]]]:
    """Every report after its parent, with the limbs that lead to it; no recursion, chains are long."""
    waiting = [(row, ()) for row in reversed(roots)]
    stack: list[tuple[Report, tuple[str, ...]]] = list(waiting)
    while stack:
        row, limbs = stack.pop()
        yield row, limbs
        below = tuple(
            "pass" if each == "fork" else "none" if each == "end" else each for each in limbs
        )
        own = children.get(row.id, [])
        for place, child in reversed(list(enumerate(own))):
            end = "end" if place == len(own) - 1 else "fork"
            stack.append((child, (*below[: DEEPEST - 1], end)))


def _descendant(
    row: Report, limbs: tuple[str, ...], taken: Derivation | None, look: Lookup
) -> Descendant:
    return Descendant(
        report=look.report_link(row),
        title=row.heading,
        published=when(row.published.time),
        how=how_taken(taken) if taken else "",
        limbs=limbs,
        borrowed=tuple(_borrowed(row, look)),
    )


def _borrowed(report: Report, look: Lookup) -> Iterator[Borrowed]:
    """What a report took from reports of other origins."""
    mine = look.origin_of.get(report.id)
    given = [
        row
        for row in look.relatives.get(report.id, ())
        if row.child == report.id
        and row.direction is Direction.FROM_A
        and look.origin_of.get(row.parent) != mine
    ]
    given.sort(key=lambda row: (-row.share_child, row.parent, row.id))
    for row in given[:LENT]:
        parent = look.reports.get(row.parent)
        link = look.report_link(parent) if parent else Link(f"{row.parent_name} (not in the case)")
        yield Borrowed(look.ring_of(row.parent), link, DERIVED[row.kind])
