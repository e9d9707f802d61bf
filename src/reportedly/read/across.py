"""Which of many stretches of a text lie across a given one, without trying them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reportedly.model.span import Span


class Across:
    """Stretches of one text, in order.

    Args:
        spans: The stretches; they may overlap.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        # How far any stretch up to this one reaches: beyond, there is nothing to look back for.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def over(self, span: Span) -> Iterator[Span]:
        """Those that share at least one code point with ``span``, last first."""
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            if self._spans[at].end > span.start:
                yield self._spans[at]
            at -= 1

    def share(self, span: Span) -> float:
        """The largest share of ``span`` that lies in a single one."""
        common = (min(span.end, one.end) - max(span.start, one.start) for one in self.over(span))
        return max(common, default=0) / (span.end - span.start)
