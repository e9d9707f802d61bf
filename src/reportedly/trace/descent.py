"""Which report each report goes back to as a whole.

Reports with nearly the same words are one text, whichever two of them were compared: forty papers
that ran one story are forty copies of the earliest, not of each other. A text goes back to at most
one other, the one that covers most of it, so chance passages never chain a case into one origin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.lineage import Derivation, DerivationKind, Direction
from reportedly.model.report import Report, ReportState
from reportedly.trace.derive import RESTS_ON
from reportedly.trace.direction import earlier
from reportedly.trace.outlets import by_publication, outlet_key
from reportedly.trace.taken import MOST, WHOLE

ABSENT = "absent\x1f"
"""Before the key of an outlet that is credited but has no report here."""
_MANY = 0.5
"""Share of the reports of one text that must rest on an outlet for the text to rest on it."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A report goes back to another, or to an absent outlet, as a whole."""

    child: str
    parent: str
    kind: DerivationKind
    share: float
    sure: bool

    @property
    def strength(self) -> Key:
        """Sort key: what was taken before what is credited, sure before unsure, more before less."""
        credited = self.kind is DerivationKind.CREDIT
        return (credited, not self.sure, -self.share, self.parent, self.child)


@dataclass(frozen=True, slots=True)
class Descent:
    """Where reports come from.

    Attributes:
        roots: For each report: the report it goes back to in the end (itself if to none), or
            `ABSENT` and the key of an absent outlet.
        links: For each report that is not a root: the strongest sign that it goes back there.
    """

    roots: dict[str, str]
    links: dict[str, Link]


def descend(by_id: Mapping[str, Report], rows: Sequence[Derivation]) -> Descent:
    """Follow every report to where it comes from; linear in the number of reports and rows."""
    told = [row for row in rows if row.child in by_id]
    text = [row for row in told if row.parent in by_id and row.kind not in _NO_TEXT]
    chief = _one_text(by_id, text)
    members: dict[str, list[str]] = {}
    for report in by_id:
        members.setdefault(chief[report], []).append(report)
    credited = Counter(row.parent for row in text if row.evidence[0].rule == "credit")
    agency = Counter(row.parent for row in text if row.evidence[0].rule == "news_agency")

    def rank(report: str) -> Key:
        """What others name as their source comes first, then what came out first."""
        item = by_id[report]
        again = item.state is ReportState.DUPLICATE
        return (again, -credited[report], -agency[report], *by_publication(item))

    first = {name: min(same, key=rank) for name, same in members.items()}
    links = dict(_within(text, chief, first))
    best: dict[str, Link] = {}
    between = (link for row in text for link in _between(row, chief, first, by_id))
    for link in (*between, *_resting(told, by_id, chief, first, members)):
        _keep(best, chief[link.child], link)
        _keep(links, link.child, link)
    above = {name: chief.get(link.parent, link.parent) for name, link in best.items()}
    firmly = {name for name, link in best.items() if link.sure}
    ends = _ends(above, {name: (name in firmly, rank(first[name])) for name in first})
    roots = {report: first.get(ends[chief[report]], ends[chief[report]]) for report in by_id}
    return Descent(roots, links)


_NO_TEXT = (DerivationKind.QUOTATION, DerivationKind.CREDIT)


def _keep(best: dict[str, Link], of: str, link: Link) -> None:
    if of not in best or link.strength < best[of].strength:
        best[of] = link


def _one_text(by_id: Mapping[str, Report], rows: Iterable[Derivation]) -> dict[str, str]:
    """For each report, the one that stands for all with nearly the same words."""
    above = {report: report for report in by_id}

    def chief(report: str) -> str:
        while above[report] != report:
            above[report] = above[above[report]]
            report = above[report]
        return report

    def join(one: str, other: str) -> None:
        low, high = sorted((chief(one), chief(other)))
        above[high] = low

    for row in rows:
        if row.share_child >= WHOLE and row.share_parent >= WHOLE:
            join(row.child, row.parent)
    for report in by_id.values():
        if report.state is ReportState.DUPLICATE and report.duplicate_of in by_id:
            join(report.id, report.duplicate_of or report.id)
    return {report: chief(report) for report in by_id}


def _within(
    rows: Iterable[Derivation], chief: Mapping[str, str], first: Mapping[str, str]
) -> Iterator[tuple[str, Link]]:
    """How each report of one text is like the first of them, or like another of them."""
    best: dict[str, Link] = {}
    for row in rows:
        if chief[row.child] != chief[row.parent]:
            continue
        root = first[chief[row.child]]
        for child, parent, share in (
            (row.child, row.parent, row.share_child),
            (row.parent, row.child, row.share_parent),
        ):
            _keep(best, child, Link(child, parent, row.kind, share, sure=parent == root))
    return iter(
        sorted((child, link) for child, link in best.items() if child != first[chief[child]])
    )


def _between(
    row: Derivation,
    chief: Mapping[str, str],
    first: Mapping[str, str],
    by_id: Mapping[str, Report],
) -> Iterator[Link]:
    """What a row says of two texts: which of them goes back to the other, or may."""
    one, other = chief[row.child], chief[row.parent]
    if one == other:
        return
    parent = row.parent if row.direction is Direction.FROM_A else ""
    if row.evidence[0].rule != "credit":
        # Which text came out first, not which of their copies.
        before = earlier(by_id[first[one]], by_id[first[other]])
        if before is not None:
            parent = row.child if before[0] == first[one] else row.parent
    if parent != row.child and row.share_child >= MOST:
        yield Link(row.child, row.parent, row.kind, row.share_child, bool(parent))
    if parent != row.parent and row.share_parent >= MOST:
        yield Link(row.parent, row.child, row.kind, row.share_parent, bool(parent))


def _resting(
    rows: Iterable[Derivation],
    by_id: Mapping[str, Report],
    chief: Mapping[str, str],
    first: Mapping[str, str],
    members: Mapping[str, Sequence[str]],
) -> Iterator[Link]:
    """Texts that rest on an outlet as a whole: the first of their reports does, or half of them."""
    resting: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if any(item.rule == RESTS_ON for item in row.evidence):
            parent = row.parent if row.parent in by_id else ABSENT + outlet_key(row.parent_name)
            if chief.get(parent) != chief[row.child]:
                resting.setdefault((chief[row.child], parent), []).append(row.child)
    for (name, parent), reports in sorted(resting.items()):
        if first[name] in reports or len(set(reports)) >= _MANY * len(members[name]):
            for report in sorted(set(reports)):
                yield Link(report, parent, DerivationKind.CREDIT, 0.0, sure=True)


def _ends(above: Mapping[str, str], rank: Mapping[str, Key]) -> dict[str, str]:
    """Where each text leads in the end; of a circle, to its member of the first rank.

    What surely goes back to another comes after what only may.
    """
    ends: dict[str, str] = {}
    for start in sorted(rank):
        path: dict[str, int] = {}
        at = start
        while at in above and at not in ends and at not in path:
            path[at] = len(path)
            at = above[at]
        if at in path:
            circle = list(path)[path[at] :]
            end = min(circle, key=lambda name: rank[name])
        else:
            end = ends.get(at, at)
        ends.update(dict.fromkeys(path, end))
        ends.setdefault(start, end)
    return ends
