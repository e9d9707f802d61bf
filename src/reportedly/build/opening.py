"""Originals opened: unpacked and collected in limited children, merged by content, cached."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from reportedly import collect
from reportedly.casefile import Case
from reportedly.engine.cache import Cache, Shelf
from reportedly.engine.limited import Killed, LimitedPool, ProcessLimits
from reportedly.engine.pool import ALONE
from reportedly.engine.progress import Progress
from reportedly.engine.version import code_digest
from reportedly.model.ledger import Container
from reportedly.model.report import (
    Collected,
    LeftOut,
    Original,
    Refused,
    Report,
    ReportState,
    Unpacked,
)
from reportedly.model.settings import Settings

COLLECTOR = ("collect", "text", "model")


def open_originals(
    case: Case, shelf: Shelf, workers: int, progress: Progress, meanwhile: Callable[[], object]
) -> list[collect.Opened]:
    """Every original opened, in the order of their hashes; parsers run in limited children.

    Args:
        case: The case.
        shelf: Holds what was opened before.
        workers: Children at once.
        progress: Told how many are opened.
        meanwhile: What to do here while a child starts that opens a few; its errors are passed over.
    """
    store = Cache(shelf, code_digest(*COLLECTOR))
    receipts = case.receipts()
    keys = {row.sha256: store.key("collect", row, case.settings) for row in receipts}
    kept = store.many(keys.values(), collect.Opened)
    opened = {sha256: kept[key] for sha256, key in keys.items() if key in kept}
    missing = [row for row in receipts if row.sha256 not in opened]
    progress("collect", len(opened), len(receipts))
    with LimitedPool(ProcessLimits(), workers) as pool, ThreadPoolExecutor(1) as beside:
        if 0 < len(missing) < ALONE:
            beside.submit(meanwhile)
        tasks = ((case.load(receipt), case.settings) for receipt in missing)
        for original, result in zip(missing, pool.map(collect.open_original, tasks), strict=True):
            if isinstance(result, Killed):
                result = _open_piecemeal(pool, case.load(original), case.settings, result)
            opened[original.sha256] = result
            store.put(keys[original.sha256], result)
            progress("collect", len(opened), len(receipts))
    return [opened[sha256] for sha256 in sorted(opened)]


def _open_piecemeal(
    pool: LimitedPool, original: Original, settings: Settings, killed: Killed
) -> collect.Opened:
    """Open an original whose parser was killed item by item, so that the good items are kept."""
    unpacked = pool.call(collect.unpack, original)
    if isinstance(unpacked, Killed) or len(unpacked.items) < 2:
        whole = Refused(
            name=original.names[0],
            state=ReportState.UNREADABLE,
            reason=killed.reason,
            sha256=original.sha256,
        )
        return collect.as_opened(original, Unpacked("unknown", (), refused=(whole,)), (), settings)
    collected: list[Collected] = []
    for item in unpacked.items:
        result = pool.call(collect.collect, item, settings)
        if isinstance(result, Killed):
            result = collect.failed(item, settings, ReportState.UNREADABLE, result.reason)
        collected.append(result)
    return collect.as_opened(original, unpacked, collected, settings)


def merge(opened: Iterable[collect.Opened]) -> tuple[list[Report], list[LeftOut]]:
    """One report for identical bytes, under all its names; with what was left out of each."""
    reports: dict[str, Report] = {}
    left_out: dict[str, tuple[LeftOut, ...]] = {}
    for original in opened:
        for row in original.collected:
            report = row.report
            known = reports.get(report.id)
            if known is not None:
                report = replace(
                    known,
                    original=tuple(sorted({*known.original, *report.original})),
                    names=tuple(sorted({*known.names, *report.names})),
                )
            else:
                left_out[report.id] = row.left_out
            reports[report.id] = report
    return list(reports.values()), [row for key in sorted(left_out) for row in left_out[key]]


def containers(opened: Iterable[collect.Opened]) -> tuple[Container, ...]:
    """The originals that can hold several reports, with the ids of those they held."""
    return tuple(
        Container(
            sha256=original.sha256,
            names=original.names,
            format=original.format,
            reports=tuple(sorted({row.report.id for row in original.collected})),
        )
        for original in opened
        if original.container
    )
