"""Find quotations by their marks, whatever marks a text uses and however badly it sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.text.layout import paragraphs

CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』",
    "〝": "〞〟", "＂": "＂", '"': '"', "‘": "’", "‚": "‘’", "‛": "’", "‹": "›", "'": "'",
    "`": "´", "´": "´",
}  # fmt: skip
"""What closes a quotation that was opened by each mark, the usual one first.

Two grave accents and two straight single marks, as typewriters set them, are written here as one
grave and one acute accent.
"""
_TYPED = {"``": "`", "''": "´"}

_SINGLES = "‘’‚‛'"
_MARK = re.compile("``|''|[“”„‟«»\"＂「」『』〝〞〟‹›‘’‚‛']")
_SHORT = 25
"""Longest nested fragment, in code points, whose two closing marks are read as a mistyped pair."""

_DEEPEST = 3
"""How many quotations within each other are told apart."""
_INDENT = 40
"""How far from its line break an opening mark may stand and still begin the line."""

_SAYS = (
    "said|says|say|saying|told|tells|added|adds|wrote|writes|reported|reports|stated|states|"
    "claimed|claims|explained|explains|noted|notes|announced|announces|admitted|emphasized|"
    "emphasised|stressed|recalled|continued|concluded|insisted|warned|argued"
)
# ", the site says. – " : the writer's clause inside a quotation whose marks around it are missing.
_WRITER = re.compile(
    rf"(?<=[,!?…])[^\S\n]+(?:[^\s,.;:!?“”\"«»]+[^\S\n]+){{1,6}}?(?:{_SAYS})"
    rf"(?:[^\S\n]+[^\s,.;:!?“”\"«»]+){{0,5}}[.,]"
    rf"(?:(?P<dash>[^\S\n]+[–—-][^\S\n]+)|(?P<last>\s*\Z))"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. Nested quotations are inside, not listed by themselves.

    Attributes:
        outer: The words with their marks.
        inner: The words without; ``None`` where nothing stands between the marks.
        opened: The opening mark; empty where it is missing and the quotation goes on after a
            clause of the writer's.
        closed: Whether a closing mark was found.
        paragraph: Index of the paragraph it stands in.
        continues: Whether the next paragraph goes on with it (it has no closing mark, and the next
            paragraph begins with an opening one).
    """

    outer: Span
    inner: Span | None
    opened: str
    closed: bool
    paragraph: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    end: int
    sign: str
    opens: bool
    closes: bool

    @property
    def single(self) -> bool:
        return self.sign in _SINGLES


@lru_cache(maxsize=1)
def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of ``text``, in order, none within another.

    Curly, straight, low-high and East Asian marks and guillemets are known, and single marks where
    they are no apostrophes. A quotation never crosses a paragraph: where its closing mark is
    missing it ends with the paragraph, before the next opening mark, or before a clause such as
    ", the site says. –", and ``closed`` is False.
    """
    blocks = paragraphs(text)
    found: list[Quotation] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        found.extend(_of_paragraph(text, block, index, following))
    return tuple(found)


def _of_paragraph(text: str, block: Span, index: int, following: str) -> Iterator[Quotation]:
    marks = _marks(text, block)
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _may_open(mark):
            at += 1
            continue
        close = _single_close(text, marks, at) if mark.single else _close(text, block, marks, at)
        if close >= 0:
            yield from _parts(text, index, mark, marks[close].end, closed=True)
            at = close + 1
            continue
        stop = _next_open(marks, at)
        goes_on = _goes_on(text, mark, marks[stop] if stop < len(marks) else None, block, following)
        if mark.single and not goes_on:
            at += 1
            continue
        end = marks[stop].at if stop < len(marks) else block.end
        yield from _parts(text, index, mark, end, closed=False, goes_on=goes_on)
        at = stop


# --- marks ---------------------------------------------------------------------------------------

_ELISION = re.compile(
    r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b|cos\b)", re.IGNORECASE
)
_INCHES = re.compile(r"\d['’]\d\d?\Z")
_ONLY_OPEN = "“„‟«「『〝‹‚‛`"
_ONLY_CLOSE = "」』〞〟›’"


def _marks(text: str, block: Span) -> list[_Mark]:
    """The quotation marks of a paragraph with the way each one leans; apostrophes are left out."""
    marks = []
    for match in _MARK.finditer(text, block.start, block.end):
        at, end = match.span()
        sign = _TYPED.get(match.group(), match.group())
        before = text[at - 1] if at > block.start else " "
        after = text[end] if end < block.end else " "
        if sign in "'’‘" and _apostrophe(text, at, before, after):
            continue
        if sign == '"' and before.isdigit() and _INCHES.search(text[max(0, at - 4) : at]):
            continue
        opens = not after.isspace() and _leads(before)
        closes = not before.isspace() and _follows(after)
        marks.append(_Mark(at, end, sign, opens, closes))
    return marks


def _apostrophe(text: str, at: int, before: str, after: str) -> bool:
    if before.isalnum():
        return after.isalnum() and text[at] != "‘"
    return _ELISION.match(text, at) is not None


def _leads(before: str) -> bool:
    """Whether an opening mark may stand after ``before``."""
    return before.isspace() or before in "([{–—-/:,“„«‘'\"¿¡…|>•*"


def _follows(after: str) -> bool:
    """Whether a closing mark may stand before ``after``."""
    return after.isspace() or not (after.isalnum() or after in "([{$€£")


def _may_open(mark: _Mark) -> bool:
    if mark.sign in _ONLY_OPEN:
        return mark.opens or not mark.closes
    if mark.sign in _ONLY_CLOSE:
        return False
    if mark.sign in '"＂':
        return mark.opens or not mark.closes
    # Left single, right double, straight single, reversed guillemet: they open words in some
    # languages and close them or stand for letters in others.
    return mark.opens and not mark.closes


def _shuts(mark: _Mark, opener: _Mark) -> bool:
    """Whether ``mark`` can close what ``opener`` opened, slips between sets of marks allowed."""
    if mark.sign in CLOSERS[opener.sign]:
        return mark.closes or not mark.opens
    if opener.sign in '“„‟”"`´' and mark.sign in '“”"´':
        return mark.closes and not mark.opens
    return False


def _next_open(marks: list[_Mark], at: int) -> int:
    """Index of the next mark of the same width that opens; ``len(marks)`` if none does."""
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.single == marks[at].single and not mark.closes and _may_open(mark):
            return index
    return len(marks)


# --- pairs ---------------------------------------------------------------------------------------


def _close(text: str, block: Span, marks: list[_Mark], at: int) -> int:
    """Index of the mark that closes the double mark at ``at``; -1 if none does.

    Of two openings with one closing, the second owns it. More than three within each other are
    not looked into, which also keeps the search linear.
    """
    depth = skip = 0
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.single or index <= skip:
            continue
        if _shuts(mark, marks[at]):
            if depth == 0:
                skip = _mistyped_pair(text, block, marks, at, index)
                if not skip:
                    return index
            else:
                depth -= 1
        elif _may_open(mark) and not mark.closes:
            depth += 1
            if depth > _DEEPEST or _starts_line(text, mark.at, block):
                return -1
    return -1


def _mistyped_pair(text: str, block: Span, marks: list[_Mark], at: int, first: int) -> int:
    """Index of the second of two closing marks that were typed around a word or two; 0 if not so.

    The quotation itself must go on: another closing mark follows, or it opened its paragraph and
    none needs to.
    """
    doubles = [i for i in range(first + 1, min(first + 8, len(marks))) if not marks[i].single][:2]
    if not doubles or marks[doubles[0]].sign != marks[first].sign or marks[first].sign == '"':
        return 0
    between = text[marks[first].end : marks[doubles[0]].at]
    if len(between) > _SHORT or len(between.split()) not in (1, 2) or not between[0].isspace():
        return 0
    if not text[marks[first].at - 1].isalnum() or not between[-1].isalnum():
        return 0
    closes_later = len(doubles) > 1 and _shuts(marks[doubles[1]], marks[at])
    return doubles[0] if closes_later or marks[at].at == block.start else 0


def _single_close(text: str, marks: list[_Mark], at: int) -> int:
    """Index of the mark that closes the single mark at ``at``; -1 if none surely does.

    A mark after an ``s`` and before a space may be a possessive: it closes only where no surer
    mark follows before the next opening one.
    """
    weak = -1
    doubles = 0
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if not mark.single:
            doubles += 1
            continue
        if _may_open(mark):
            break
        if doubles % 2 or not mark.closes or mark.sign not in CLOSERS[marks[at].sign] + "'":
            continue
        if text[mark.at - 1] not in "sS" or not text[mark.at + 1 : mark.at + 2].isspace():
            return index
        weak = index if weak < 0 else weak
    return weak


def _starts_line(text: str, at: int, block: Span) -> bool:
    """Whether only space stands between ``at`` and the line break before it."""
    line = text.rfind("\n", max(block.start, at - _INDENT), at)
    return line >= 0 and not text[line:at].strip()


def _goes_on(text: str, mark: _Mark, stop: _Mark | None, block: Span, following: str) -> bool:
    """Whether the next paragraph, or line, opens again what was left open."""
    if stop is not None:
        return _family(stop.sign) == _family(mark.sign) and _starts_line(text, stop.at, block)
    return bool(following) and _family(following[0]) == _family(mark.sign)


def _family(sign: str) -> str:
    return next(
        (family for family in ('“„‟"”＂', "‘‚‛'", "«»", "「『〝", "‹") if sign in family), ""
    )


# --- what is yielded -----------------------------------------------------------------------------


def _parts(
    text: str, index: int, mark: _Mark, end: int, *, closed: bool, goes_on: bool = False
) -> Iterator[Quotation]:
    """The quotation from ``mark`` to ``end``, cut where the writer speaks without marks."""
    opened = text[mark.at : mark.end]
    whole = Quotation(Span.of(text, mark.at, end), None, opened, closed, index, goes_on)
    clause = _writer_clause(text, mark.end, end, closed=closed)
    if clause is None:
        yield _trimmed(text, whole)
        return
    head = Span.of(text, mark.at, clause.start())
    yield _trimmed(text, replace(whole, outer=head, closed=False, continues=False))
    if clause["dash"] and clause.end() < end:
        rest = Span.of(text, clause.end(), end)
        yield _trimmed(text, replace(whole, outer=rest, opened=""))


def _writer_clause(text: str, start: int, end: int, *, closed: bool) -> re.Match[str] | None:
    for match in _WRITER.finditer(text, start, end):
        if match["dash"] or not closed:
            return match
    return None


def _trimmed(text: str, found: Quotation) -> Quotation:
    """The quotation without space at its end, and with what stands between its marks."""
    start = found.outer.start
    end = start + len(found.outer.text.rstrip())
    closing = 2 if found.closed and text.startswith("''", end - 2) else int(found.closed)
    within = text[start + len(found.opened) : max(end - closing, start + len(found.opened))]
    left = start + len(found.opened) + len(within) - len(within.lstrip())
    right = left + len(within.strip())
    inner = Span.of(text, left, right) if left < right else None
    return replace(found, outer=Span.of(text, start, end), inner=inner)
