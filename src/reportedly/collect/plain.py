"""Plain text: lines, paragraphs, and which line breaks are only where a line was full."""

from __future__ import annotations

import re
from itertools import pairwise

from reportedly.collect.encoding import Decoded, decode
from reportedly.collect.extract import Extract, Line, check_length, split_lines
from reportedly.collect.limits import Limits
from reportedly.model.report import Evidence

# Lines are broken at 60 to 100 characters where they are broken at all.
_NARROWEST = 50
_WIDEST = 110
_LONG_LINE = 120
_MANY = 3
_BULLET = re.compile(r"(?:[-*•–—·]|\(?\d{1,3}[.)])\s+\S")


def read_plain(data: bytes, limits: Limits) -> Extract:
    """The lines of a text file; the full text is the file's own, untouched."""
    decoded = decode(data)
    check_length(len(decoded.text), limits.text_characters)
    return Extract(
        full_text=decoded.text,
        lines=plain_lines(decoded.text),
        evidence=(encoding_evidence(decoded),),
    )


def encoding_evidence(decoded: Decoded) -> Evidence:
    """How the encoding was told, for the report."""
    return Evidence("encoding", f"{decoded.encoding} ({decoded.how})")


def plain_lines(text: str) -> tuple[Line, ...]:
    """Every line of ``text`` that is not blank, with its paragraph.

    Where a file has no blank lines and long lines, each line is a paragraph of its own. Where
    every break falls at the first word that would not have fitted, the breaks are only wrapping.
    """
    groups: list[list[tuple[int, int]]] = [[]]
    for start, end in split_lines(text):
        if start < end:
            groups[-1].append((start, end))
        elif groups[-1]:
            groups.append([])
    lines: list[Line] = []
    paragraph = 0
    for group in groups:
        alone = _each_alone(group)
        wrapped = not alone and wraps(text, group)
        for number, (start, end) in enumerate(group):
            if number and _BULLET.match(text, start, end) and not alone:
                # An item of a list is no sentence's middle.
                paragraph += 1
                wrapped = False
            lines.append(Line(start, end, paragraph, wrapped=wrapped and number > 0))
            paragraph += alone
        paragraph += not alone
    return tuple(lines)


def _each_alone(group: list[tuple[int, int]]) -> bool:
    """Whether the lines are paragraphs: some are far longer than a line is ever broken at."""
    longest = max((end - start for start, end in group), default=0)
    return len(group) > 1 and longest > _LONG_LINE


def wraps(text: str, group: list[tuple[int, int]]) -> bool:
    """Whether the breaks within ``group`` are where the next word did not fit any more."""
    if len(group) < 2:
        return False
    width = max(end - start for start, end in group)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    fits = 0
    for (start, end), (following, stop) in pairwise(group):
        first = text[following : min(following + width, stop)].split(maxsplit=1)
        fits += end - start + 1 + len(first[0] if first else "") <= width
    # One line in four may be short without the whole being verse or a list.
    return fits == 0 or (len(group) > _MANY and fits <= (len(group) - 1) // 4)
