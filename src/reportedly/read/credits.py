"""Which outlets a report names as where it took something from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.span import Span
from reportedly.model.statement import Credit
from reportedly.read.outlets import Outlets

_NAME = r"(?:[Tt]he )?[A-Z][\w’'&-]*(?:[ .](?:of |the |and )?[A-Z][\w’'&-]*){0,4}(?:\.(?:com|co\.uk|org|net|info|example))?"
_REPORTS = r"(?:reports|reported|reporting|writes|wrote|claims|says|said|has learned|revealed|reveals|cited|quoted|noted)"
_RULES = (
    # after a clause: reports Express
    re.compile(
        rf"(?:[,”\"»] ?)(?P<whole>(?:reports|reported|writes|wrote|claims|says|according to) (?P<name>{_NAME}))"
    ),
    # before one: the Herald reports
    re.compile(
        rf"(?<![\w-])(?P<whole>(?P<name>{_NAME})(?: newspaper| news agency| channel| website| magazine)?,? (?:has |had |first |also |has also )*{_REPORTS})\b"
    ),
    # somebody told the Times
    re.compile(
        rf"\b(?P<whole>(?:told|telling|tells|speaking to|spoke to|statement to|in an? (?:\w+ )?interview (?:with|to|for|given to)|in (?:comments|remarks|an? (?:article|report|piece|statement)) (?:to|for|in|by)) (?P<name>{_NAME}))"
    ),
    # according to the Herald; reported by, published by, citing
    re.compile(
        rf"\b(?P<whole>(?:[Aa]ccording to|(?:first |originally |earlier )?(?:reported|published|obtained|seen|reviewed|cited|carried|broadcast) by|citing|quoting|via|courtesy of) (?P<name>{_NAME}))"
    ),
    # the opposition newspaper such-and-such
    re.compile(
        rf"\b(?P<whole>(?:newspaper|news agency|agency|broadcaster|news site|website|outlet|magazine|channel|tabloid|daily|weekly) (?P<name>{_NAME}))"
    ),
)
_LINE_RULES = (
    # a dateline with the agency in brackets
    re.compile(rf"(?:[A-Z][\w.’' ,-]{{0,60}})?\((?P<whole>(?P<name>{_NAME}))\) ?[—–-]"),
    # an outlet and a colon at the head of a line
    re.compile(rf"(?P<whole>(?P<name>{_NAME})): ?\S"),
    # a line that ends in a dash and the agency, or names its source
    re.compile(rf".*(?:[—–-] ?|[Ss]ource: ?|[Ff]rom: ?|\()(?P<whole>(?P<name>{_NAME}))[.)]?$"),
)
_LONGEST_LINE = 400


def credits(report: str, text: str, outlets: Outlets) -> tuple[Credit, ...]:
    """The outlets named as where something comes from, in the order of the text; never the own one.

    Args:
        report: Report id.
        text: Its text.
        outlets: To tell an outlet's name from any other.
    """
    found: dict[tuple[int, int], Credit] = {}
    for span, name in _matches(text):
        clean = re.sub(r"['’]s?$", "", name).removeprefix("the ")
        if not outlets.is_outlet(clean) or outlets.is_own(clean):
            continue
        found.setdefault((span.start, span.end), Credit(report, clean, span))
    kept: list[Credit] = []
    for place in sorted(found):
        # "citing the Courier, reported" is one credit, however many rules see it.
        if not kept or found[place].span.start >= kept[-1].span.end:
            kept.append(found[place])
    return tuple(kept)


def _matches(text: str) -> Iterator[tuple[Span, str]]:
    for rule in _RULES:
        for match in rule.finditer(text):
            start, end = match.span("whole")
            yield Span.of(text, start, end), match["name"]
    at = 0
    for line in text.split("\n"):
        for rule in _LINE_RULES:
            # A dateline begins a long line; the other two are short lines of their own.
            if len(line) > _LONGEST_LINE and rule is not _LINE_RULES[0]:
                continue
            credited = rule.match(line)
            if credited is not None:
                start, end = credited.span("whole")
                yield Span.of(text, at + start, at + end), credited["name"]
        at += len(line) + 1
