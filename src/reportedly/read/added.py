"""Build the line that a person adds by selecting words: no reader finds all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.model.ident import make_id
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Cue,
    CueKind,
    Holder,
    Reading,
    ReviewState,
    Source,
    Stance,
)
from reportedly.model.value import Value, ValueKind
from reportedly.read.attributions import attribution_id, kind_of_content
from reportedly.read.cues import kind_of
from reportedly.read.firmness import distance, stance
from reportedly.read.modality import modality
from reportedly.read.once import quotations, sentences
from reportedly.read.typed import typed_value


def added_attribution(
    report: Report, reading: Reading, spans: Mapping[str, Sequence[Span]], kind: str = ""
) -> Attribution:
    """The statement that selected words make up, in state `added`.

    Args:
        report: The report.
        reading: What was read in it, for the names.
        spans: The words by role: content (at least one), source, cue.
        kind: The cue's kind, where the person gives it; else read off the cue.
    """
    content = tuple(sorted(set(spans["content"])))
    cue_span = next(iter(spans.get("cue", ())), None)
    what = CueKind(kind) if kind in {one.value for one in CueKind} else None
    cue = Cue(cue_span, what or kind_of(cue_span.text)) if cue_span else None
    source_span = next(iter(spans.get("source", ())), None)
    source = _source(reading, source_span) if source_span else None
    links: tuple[Holder, ...] = (Holder(report.outlet),)
    if source is not None:
        links = (*links, Holder(source.name, source.entity, source.span, source.unnamed))
    quotes = quotations(report.text)
    said = cue.kind if cue else CueKind.SAYS
    words = cue.span.text if cue else ""
    kind = kind_of_content(content, quotes, [quote.outer.start for quote in quotes])
    told = "" if kind is AttributionKind.DIRECT else content[0].text
    return Attribution(
        id=attribution_id(report.id, content, cue_span),
        report=report.id,
        kind=kind,
        source=source,
        cue=cue,
        content=content,
        chain=links,
        stance=stance(words, said) if cue else Stance.AFFIRMS,
        distance=distance(words, report.text, cue.span.end if cue else 0, told),
        modality=modality(content, said),
        state=ReviewState.ADDED,
    )


def _source(reading: Reading, span: Span) -> Source:
    """The selected words as a source, with the name they stand for where a reader knew it."""
    by_id = {mention.id: mention for mention in reading.mentions}
    for mention in reading.mentions:
        if span.contains(mention.span) and mention.span.end == span.end:
            top = by_id.get(mention.refers or "", mention)
            return Source(span, top.span.text, top.entity, mention.id)
    return Source(span, span.text)


def added_claim(
    report: Report, reading: Reading, words: Span, measure: str, typed: str = ""
) -> Claim | None:
    """The claim that selected words make, in state `added`; ``None`` if they hold no value.

    Args:
        report: The report.
        reading: What was read in it: details, and statements that hold the words.
        words: The words of the value.
        measure: What is asserted.
        typed: The value as the person puts it; else as the words read.
    """
    value = _value(report, reading, words, typed)
    if value is None:
        return None
    holding = [
        one
        for one in reading.attributions
        if one.state is not ReviewState.REJECTED
        and any(part.contains(words) for part in one.content)
    ]
    inner = min(
        holding, key=lambda one: (sum(len(s.text) for s in one.content), one.id), default=None
    )
    whole = next((s for s in sentences(report.text) if s.contains(words)), words)
    claim = Claim(
        id=make_id("cl", report.id, words.start, words.end, measure, "added"),
        report=report.id,
        span=whole,
        words=words,
        attribution=inner.id if inner else None,
        holder=inner.chain if inner else (Holder(report.outlet),),
        measure=measure,
        value=value,
        as_of=report.published.time,
        state=ReviewState.ADDED,
    )
    if inner is None:
        return claim
    return replace(claim, stance=inner.stance, distance=inner.distance, modality=inner.modality)


def _value(report: Report, reading: Reading, words: Span, typed: str) -> Value | None:
    fits = [d for d in reading.details if words.contains(d.span) or d.span.contains(words)]
    found = max(fits, key=lambda d: (len(d.span.text), d.id), default=None)
    if typed:
        like = found.value if found else _guess(typed, report)
        return typed_value(typed, like, report.published.time)
    return found.value if found else Value(ValueKind.TEXT, text=words.text)


def _guess(typed: str, report: Report) -> Value:
    """A value of the kind that typed words seem to be."""
    for kind in (ValueKind.POLARITY, ValueKind.COUNT, ValueKind.TIME):
        like = Value(kind)
        if typed_value(typed, like, report.published.time) is not None:
            return like
    return Value(ValueKind.TEXT)
