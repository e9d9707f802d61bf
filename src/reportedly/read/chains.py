"""Through whom a statement reached the reader: the outlet, then every source in between, outermost first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.statement import Holder, Source
from reportedly.read.link import Statement
from reportedly.read.outlets import Outlets

_NAME = r"[A-Z][\w’'&-]*(?:\.[\w-]+)*(?: (?:of )?[A-Z][\w’'&-]*(?:\.[\w-]+)*){0,4}"
_CITING = re.compile(rf"\b(?:citing|quoting) (?:[a-z]+ ){{0,3}}(?P<name>{_NAME})")
_TOLD_TO = re.compile(
    r"(?:\s+(?:[Tt]he\s+)?|\s+in an? (?:\w+ )?(?:interview|statement|comment|email|message)s? (?:with|to|for|given to)\s+(?:[Tt]he\s+)?|\s+to\s+(?:[Tt]he\s+)?)"
    rf"(?P<name>{_NAME})"
)
_TELLS = re.compile(r"\b(?:tell|tells|told|telling|speaking|spoke|interview|said|says|informed)\b")
_REACH = 90


def insides(statements: Sequence[Statement]) -> tuple[int | None, ...]:
    """For each statement, the index of the smallest one whose content holds it; ``None`` if none."""
    order = sorted(
        (
            (span.start, -span.end, index)
            for index, statement in enumerate(statements)
            for span in statement.content
        )
    )
    found: list[int | None] = [None] * len(statements)
    extents = [_extent(statement) for statement in statements]
    asked = sorted(range(len(statements)), key=lambda index: extents[index])
    open_spans: list[tuple[int, int]] = []
    place = 0
    for index in asked:
        start, end = extents[index]
        while place < len(order) and order[place][0] <= start:
            open_spans.append((-order[place][1], order[place][2]))
            place += 1
        # Contents that ended before this statement hold nothing that follows.
        while open_spans and open_spans[-1][0] <= start:
            open_spans.pop()
        holders = [
            (stop, other)
            for stop, other in open_spans[-_DEPTH:]
            if other != index and stop >= end and extents[other] != extents[index]
        ]
        if holders:
            found[index] = min(holders, key=lambda row: (row[0], row[1]))[1]
    return _acyclic(found)


_DEPTH = 12
"""How many contents within each other are looked at."""


def _extent(statement: Statement) -> tuple[int, int]:
    spans = [*statement.content, *(s for s in (statement.cue,) if s)]
    return min(span.start for span in spans), max(span.end for span in spans)


def _acyclic(found: list[int | None]) -> tuple[int | None, ...]:
    """The same without a statement that would end up inside itself."""
    for index in range(len(found)):
        seen = {index}
        at = found[index]
        while at is not None:
            if at in seen:
                found[index] = None
                break
            seen.add(at)
            at = found[at]
    return tuple(found)


def chain(
    text: str,
    statement: Statement,
    source: Source | None,
    outer: Sequence[tuple[Statement, Source | None]],
    head: Holder,
    outlets: Outlets,
) -> tuple[Holder, ...]:
    """Who passed a statement on, outermost first; the report's outlet is always the head.

    Args:
        text: The report's text.
        statement: The statement.
        source: Its source.
        outer: The statements it lies in, outermost first, each with its source.
        head: The report's outlet.
        outlets: To tell the names of outlets, and the report's own.
    """
    links = [head]
    for one, whose in (*outer, (statement, source)):
        told = _told(text, one, outlets)
        if told is not None:
            links.append(told)
        if whose is not None and not outlets.is_own(whose.name):
            links.append(Holder(whose.name, whose.entity, whose.span, whose.unnamed))
            cited = _cited(text, one)
            if cited is not None and not outlets.is_own(cited.name):
                links.append(cited)
    kept: list[Holder] = []
    for link in links:
        if not kept or (link.name, link.span) != (kept[-1].name, kept[-1].span):
            kept.append(link)
    return tuple(kept)


def _cited(text: str, statement: Statement) -> Holder | None:
    """Whom a source cites: "Radio Marn, citing the Courier, reported that"."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or not 0 < cue.start - source.end <= _REACH:
        return None
    match = _CITING.search(text, source.end, cue.start)
    if match is None:
        return None
    start, end = match.span("name")
    return Holder(match["name"], None, Span.of(text, start, end))


def _told(text: str, statement: Statement, outlets: Outlets) -> Holder | None:
    """The outlet somebody spoke to ("told the Express"), unless it is the report's own."""
    cue = statement.cue
    if cue is None or not _TELLS.search(cue.text.lower()):
        return None
    match = _TOLD_TO.match(text, cue.end, cue.end + _REACH)
    if match is None:
        return None
    start = match.start("name")
    name = match["name"].rstrip(".'’")
    name = re.sub(r"['’]s$", "", name)
    if not outlets.is_outlet(name) or outlets.is_own(name):
        return None
    if text[max(0, start - 4) : start] == "The ":
        start -= 4
        name = f"The {name}"
    return Holder(name, None, Span.of(text, start, start + len(name)))
