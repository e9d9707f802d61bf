"""Address words so that they can be found again in the same text, or be missed loudly."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.decision import CONTEXT, Anchor, TargetKind
from reportedly.model.span import Span


def anchor(
    text: str,
    span: Span,
    *,
    kind: TargetKind,
    report: str,
    seen: str = "",
    measure: str = "",
    role: str = "",
) -> Anchor:
    """The address of ``span`` in ``text``: its words, `CONTEXT` code points on either side, its turn.

    Args:
        text: The report's kept text.
        span: The words; checked against ``text``.
        kind: What stands on these words.
        report: Report id.
        seen: The value the person saw.
        measure: For claims and questions: the measure asked about.
        role: For `add`: which part the words are.

    Raises:
        SpanDriftError: The span no longer reads what it read.
    """
    span.check(text, report)
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    before = _places(text, prefix + span.text + suffix)
    ordinal = 0
    for place in before:
        if place + len(prefix) >= span.start:
            break
        ordinal += 1
    return Anchor(kind, report, span.text, prefix, suffix, ordinal, seen, measure, role)


def locate(text: str, wanted: Anchor) -> Span | None:
    """Where the anchored words stand in ``text``; ``None`` unless they stand there exactly.

    No likeness is accepted: one changed code point in the words or their surroundings, or fewer
    occurrences than the anchor's ordinal asks for, and the words are missed. The anchor of a whole
    report has no words, so it is never located.
    """
    if not wanted.quote:
        return None
    whole = wanted.prefix + wanted.quote + wanted.suffix
    for turn, place in enumerate(_places(text, whole)):
        if turn == wanted.ordinal:
            start = place + len(wanted.prefix)
            return Span.of(text, start, start + len(wanted.quote))
    return None


def _places(text: str, whole: str) -> Iterator[int]:
    """Where ``whole`` stands in ``text``, in order; occurrences may overlap."""
    place = text.find(whole)
    while place >= 0:
        yield place
        place = text.find(whole, place + 1)
