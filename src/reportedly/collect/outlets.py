"""The outlets of a case: those that published its reports, and those the user knows of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.collect.outlet import known_as
from reportedly.model.ident import make_id
from reportedly.model.ledger import Outlet
from reportedly.model.report import Report
from reportedly.model.settings import OutletNote
from reportedly.text.normalise import fold


def outlets(reports: Iterable[Report], notes: Sequence[OutletNote]) -> tuple[Outlet, ...]:
    """Every outlet with its reports and what the user says of it, sorted by id.

    Args:
        reports: With their outlets as people left them.
        notes: What the user knows of outlets; one without reports is listed as well.
    """
    told = {fold(note.name): note for note in reversed(notes)}
    names = {key: note.name for key, note in told.items()}
    published: dict[str, list[str]] = defaultdict(list)
    for report in sorted(reports, key=lambda row: row.outlet):
        name = known_as(report.outlet, notes) or report.outlet
        published[fold(name)].append(report.id)
        names.setdefault(fold(name), name)
    rows = (_outlet(names[key], told.get(key), published.get(key, ())) for key in names)
    return tuple(sorted(rows, key=lambda row: row.id))


def _outlet(name: str, note: OutletNote | None, reports: Iterable[str]) -> Outlet:
    bare = Outlet(make_id("ou", name), name, reports=tuple(sorted(reports)))
    if note is None:
        return bare
    return Outlet(
        bare.id,
        name,
        note.aliases,
        note.kind,
        note.wire,
        note.reliability,
        note.note,
        bare.reports,
    )
