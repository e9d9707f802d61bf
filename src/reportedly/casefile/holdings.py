"""What the case holds: every receipt of the same bytes merged into one original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from reportedly.model.custody import CustodyAct, CustodyLine
from reportedly.model.report import NOTHING_GIVEN, Given, Original

DAY = len("2031-05-22")


def holdings(lines: Iterable[CustodyLine]) -> tuple[Original, ...]:
    """The originals that custody knows, without their bytes, sorted by hash.

    Names are sorted; of each stated field the latest statement counts; the day of receipt is the
    earliest one.
    """
    receipts: dict[str, list[CustodyLine]] = {}
    for line in lines:
        if line.act is CustodyAct.RECEIVED:
            receipts.setdefault(line.sha256, []).append(line)
    return tuple(_merge(sha256, receipts[sha256]) for sha256 in sorted(receipts))


def _merge(sha256: str, receipts: list[CustodyLine]) -> Original:
    given = NOTHING_GIVEN
    for receipt in receipts:
        given = outranked(given, receipt.given)
    return Original(
        sha256=sha256,
        names=tuple(sorted({receipt.name for receipt in receipts})),
        data=b"",
        given=given,
        received=min(receipt.at for receipt in receipts)[:DAY],
    )


def outranked(earlier: Given, later: Given) -> Given:
    """The two statements as one: a field of ``later`` wins wherever it says anything."""
    return Given(
        **{
            field.name: getattr(later, field.name) or getattr(earlier, field.name)
            for field in fields(Given)
        }
    )
