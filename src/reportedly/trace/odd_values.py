"""Odd values: two reports that share no passage, but a figure that hardly comes twice by chance.

After Dong, Berti-Equille and Srivastava ("Integrating conflicting data: the role of source
dependence", VLDB 2009): sharing what is rare speaks for dependence, sharing what everybody has does
not. A figure is odd if it is exact and has three digits that are not zeros at its end, and few
reports of the case have it of the same thing. Which way it went is not told by that: both may have it
from one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from reportedly.model.span import Span
from reportedly.model.statement import Detail, Reading
from reportedly.model.value import Approximator, ValueKind

DIGITS = 3
"""Digits, but for zeros at the end, from which a figure is odd: "1,250" is, "1,200" and "17" are not."""
FEW = 3
"""Reports that may have it; what more have is known to everybody."""

_WORD = re.compile(r"[^\W\d_]{2,}")

Shared = tuple[str, Span, str, Span]
"""Two reports, the smaller id first, each with the words of the figure."""


def odd_values(readings: Iterable[Reading]) -> Iterator[Shared]:
    """Every pair of reports that share an odd figure of the same thing, with its first such figure."""
    found: dict[tuple[str, str], dict[str, Span]] = {}
    for reading in readings:
        for detail in reading.details:
            key = _key(detail)
            if key is not None:
                found.setdefault(key, {}).setdefault(reading.report, detail.span)
    told: dict[tuple[str, str], tuple[Span, Span]] = {}
    for _, reports in sorted(found.items()):
        if 1 < len(reports) <= FEW:
            for one, other in combinations(sorted(reports), 2):
                told.setdefault((one, other), (reports[one], reports[other]))
    for (one, other), (here, there) in sorted(told.items()):
        yield one, here, other, there


def _key(detail: Detail) -> tuple[str, str] | None:
    """The figure and what is counted, as written; ``None`` for what is not odd."""
    value = detail.value
    if value.kind is not ValueKind.COUNT or value.approximator is not Approximator.EXACT:
        return None
    if value.low is None or value.low != value.high:
        return None
    digits = f"{value.low:f}".rstrip("0").rstrip(".") if isinstance(value.low, float) else ""
    digits = digits or str(value.low)
    if len(digits.replace(".", "").strip("0")) < DIGITS or not any(
        letter.isdigit() for letter in detail.span.text
    ):
        return None
    words = _WORD.findall(detail.span.text.casefold())
    thing = words[-1] if words else value.unit or ""
    return (digits, thing) if thing else None
