"""Join sources, cues and contents into statements, and quotations to the speaker before them.

Built on pieces alone, so that it serves the rules and a trained span-finder alike. Where two
speakers fit a bare quotation it keeps the quotation and names nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportedly.model.span import Span
from reportedly.read.once import paragraphs, quotations, sentences
from reportedly.read.pieces import Piece, Role
from reportedly.text.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as spans, before anything is known of who or how.

    Attributes:
        source: Who; ``None`` where nobody is named or two fit.
        cue: The words that say so; ``None`` where only quotation marks do.
        content: What was said, in order.
        told_within: Whether it was looked for in another's content only; its source is nobody who
            speaks in the report itself.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    told_within: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: the start of its first content and of its cue."""
        return self.content[0].start, self.cue.start if self.cue else -1


@dataclass(slots=True, eq=False)
class _Draft:
    """A statement in the making, with where it begins and ends so far; each is itself alone."""

    source: Span | None
    cue: Span | None
    content: list[Span]
    start: int = 0
    end: int = 0

    def __post_init__(self) -> None:
        parts = [span for span in (self.source, self.cue) if span] + self.content
        self.start = min((span.start for span in parts), default=0)
        self.end = max((span.end for span in parts), default=0)

    def add(self, span: Span) -> None:
        self.content.append(span)
        self.start = min(self.start, span.start)
        self.end = max(self.end, span.end)


def link(text: str, pieces: Sequence[Piece]) -> tuple[Statement, ...]:
    """The statements that ``pieces`` make up, by place; none without content.

    A quotation that goes on over paragraphs, or after its reporting clause, is one statement with
    several content spans.
    """
    drafts = _grouped(pieces)
    bare = [piece.span for piece in pieces if piece.group is None and piece.role is Role.CONTENT]
    loose = [piece for piece in pieces if piece.group is None]
    if any(piece.role is not Role.CONTENT for piece in loose):
        made, bare = _nearest(text, loose)
        drafts.extend(made)
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    if bare:
        drafts = _Quotes(text, drafts).settle(bare)
    statements = [
        Statement(draft.source, draft.cue, tuple(_merged(text, draft.content)))
        for draft in drafts
        if draft.content
    ]
    return tuple(sorted(statements, key=lambda one: (one.place, one.content[-1].end)))


def _grouped(pieces: Sequence[Piece]) -> list[_Draft]:
    kept = sorted((p for p in pieces if p.group is not None), key=lambda p: p.group or 0)
    drafts = []
    for _, rows in groupby(kept, key=lambda piece: piece.group):
        by_role: dict[Role, list[Span]] = {role: [] for role in Role}
        for piece in rows:
            by_role[piece.role].append(piece.span)
        source, cue = by_role[Role.SOURCE], by_role[Role.CUE]
        drafts.append(
            _Draft(source[0] if source else None, cue[0] if cue else None, by_role[Role.CONTENT])
        )
    return drafts


def _merged(text: str, spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap joined."""
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span.of(text, joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


# --- pieces without a group: the nearest belong together ------------------------------------------


def grouped(text: str, loose: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces of a finder that joins nothing, those that stand nearest in one group."""
    drafts, bare = _nearest(text, loose)
    for number, draft in enumerate(drafts):
        if draft.source is not None:
            yield Piece(Role.SOURCE, draft.source, number)
        if draft.cue is not None:
            yield Piece(Role.CUE, draft.cue, number)
        for span in draft.content:
            yield Piece(Role.CONTENT, span, number)
    for span in bare:
        yield Piece(Role.CONTENT, span)


def _nearest(text: str, loose: Sequence[Piece]) -> tuple[list[_Draft], list[Span]]:
    """Statements from ungrouped pieces: each content with the nearest cue of its sentence."""
    starts = [span.start for span in _units(text)]

    def unit(span: Span) -> int:
        return bisect_right(starts, span.start)

    cues: dict[int, list[Span]] = {}
    sources: dict[int, list[Span]] = {}
    for piece in loose:
        if piece.role is not Role.CONTENT:
            kept = cues if piece.role is Role.CUE else sources
            kept.setdefault(unit(piece.span), []).append(piece.span)
    content: dict[Span, list[Span]] = {}
    bare = []
    for piece in loose:
        if piece.role is not Role.CONTENT:
            continue
        near = [
            cue
            for key in {unit(piece.span), bisect_right(starts, piece.span.end)}
            for cue in cues.get(key, ())
        ]
        if near:
            cue = min(near, key=lambda span: (_gap(span, piece.span), span.start))
            content.setdefault(cue, []).append(piece.span)
        else:
            bare.append(piece.span)
    drafts = []
    for cue, spans in content.items():
        who = sources.get(unit(cue), [])
        source = min(who, key=lambda span: (_gap(span, cue), span.start)) if who else None
        drafts.append(_Draft(source, cue, spans))
    return drafts, bare


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _units(text: str) -> list[Span]:
    """Sentences, those that lie within one quotation joined with what the quotation begins in."""
    inside = [quote.outer for quote in quotations(text)]
    ends = [span.start for span in inside]
    units = []
    for sentence in sentences(text):
        at = bisect_right(ends, sentence.start) - 1
        if at >= 0 and inside[at].start < sentence.start < inside[at].end:
            continue
        units.append(sentence)
    return units


# --- quotations without a cue ---------------------------------------------------------------------


class _Quotes:
    """Gives quotations without a cue to the statement they go on with."""

    def __init__(self, text: str, drafts: list[_Draft]) -> None:
        self.text = text
        self.drafts = drafts
        self.blocks = paragraphs(text)
        self.starts = [block.start for block in self.blocks]
        self.quotes = quotations(text)
        self.quote_starts = [quote.outer.start for quote in self.quotes]
        self.unit_starts = [unit.start for unit in _units(text)]
        self.of_block: dict[int, list[_Draft]] = {}
        self.begins: dict[int, list[_Draft]] = {}
        self.ends: dict[int, list[_Draft]] = {}
        for draft in drafts:
            self._file(draft, self._block(draft.start))

    def settle(self, bare: list[Span]) -> list[_Draft]:
        """The drafts with every quotation of ``bare`` in one of them, its own if need be."""
        for span in sorted(bare):
            block = self._block(span.start)
            if not (self._within_paragraph(span, block) or self._over_paragraphs(span, block)):
                self._open(_Draft(None, None, [span]), block)
        return self.drafts

    # -- places

    def _block(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _unit(self, offset: int) -> int:
        """The sentence an offset lies in; a quotation counts with what it begins in."""
        return bisect_right(self.unit_starts, offset)

    def _quote_of(self, span: Span) -> Quotation | None:
        at = bisect_right(self.quote_starts, span.start) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at].outer.end >= span.end else None

    def _is_direct(self, draft: _Draft) -> bool:
        ends = draft.content[:1] + draft.content[-1:]
        return bool(ends) and all(self._quote_of(span) is not None for span in ends)

    # -- drafts by where they begin and end

    def _file(self, draft: _Draft, block: int) -> None:
        self.of_block.setdefault(block, []).append(draft)
        self.begins.setdefault(self._unit(draft.start), []).append(draft)
        self.ends.setdefault(self._unit(draft.end - 1), []).append(draft)

    def _open(self, draft: _Draft, block: int) -> None:
        self.drafts.append(draft)
        self._file(draft, block)

    def _give(self, draft: _Draft, span: Span) -> None:
        self.ends[self._unit(draft.end - 1)].remove(draft)
        draft.add(span)
        self.ends.setdefault(self._unit(draft.end - 1), []).append(draft)

    # -- the same paragraph

    def _within_paragraph(self, span: Span, block: int) -> bool:
        """The sentence before it, or after it, in the same paragraph names the speaker."""
        here = self._unit(span.start)
        before = [
            draft
            for unit in (here - 1, here)
            for draft in self.ends.get(unit, ())
            if draft.end <= span.start + 1 and self._block(draft.end - 1) == block
        ]
        if before:
            last = max(self._unit(draft.end - 1) for draft in before)
            near = [draft for draft in before if self._unit(draft.end - 1) == last]
            return self._join(span, near, block)
        after = [
            draft
            for unit in (here, here + 1)
            for draft in self.begins.get(unit, ())
            if draft.start >= span.end
            and self._block(draft.start) == block
            and draft.source is not None
            and self._is_direct(draft)
        ]
        if not after:
            return False
        first = min(after, key=lambda draft: draft.start)
        if first.start - span.end > _CLOSE or self.text[span.end : first.start].strip(_BETWEEN):
            return False
        self._give(first, span)
        return True

    def _join(self, span: Span, near: list[_Draft], block: int) -> bool:
        """Give the quotation to the statements of the sentence before it, if they agree on whom."""
        waiting = [draft for draft in near if not draft.content]
        if waiting:
            self._give(waiting[-1], span)
            return True
        if len(near) > _CROWD:
            return False
        outer = [
            draft for draft in near if not any(o is not draft and _inside(draft, o) for o in near)
        ]
        speakers = {draft.source.text for draft in outer if draft.source is not None}
        if len(speakers) != 1 or any(draft.source is None and draft.cue for draft in outer):
            return False
        last = max(outer, key=lambda draft: draft.end)
        if self._is_direct(last):
            self._give(last, span)
        else:
            self._open(_Draft(last.source, None, [span]), block)
        return True

    # -- the paragraph before

    def _over_paragraphs(self, span: Span, block: int) -> bool:
        """The paragraph before names the speaker: an open quotation, a colon, or one voice alone."""
        if block == 0 or span.start - self.starts[block] > _MARKS:
            return False
        previous = self.of_block.get(block - 1, [])
        goes_on = self._open_quote(block - 1, previous)
        waiting = [draft for draft in previous if not draft.content]
        if goes_on is None and waiting and self.blocks[block - 1].text.endswith(":"):
            goes_on = waiting[-1]
        if goes_on is not None:
            self._give(goes_on, span)
            self.of_block.setdefault(block, []).append(goes_on)
            return True
        return self._one_voice(span, block, [draft for draft in previous if draft.content])

    def _open_quote(self, block: int, previous: list[_Draft]) -> _Draft | None:
        """The statement whose quotation the paragraph leaves open, for the next to go on with."""
        at = bisect_right(self.quote_starts, self.blocks[block].end) - 1
        if at < 0 or self.quotes[at].paragraph != block or not self.quotes[at].continues:
            return None
        outer = self.quotes[at].outer
        for draft in reversed(previous):
            if draft.content and outer.contains(max(draft.content)):
                return draft
        return None

    def _one_voice(self, span: Span, block: int, spoken: list[_Draft]) -> bool:
        """A closed quotation right after a paragraph in which only one speaker is quoted."""
        speakers = {draft.source.text if draft.source else "" for draft in spoken}
        if len(speakers) != 1 or "" in speakers:
            return False
        last = max(spoken, key=lambda draft: draft.end)
        apart = self._unit(self.blocks[block - 1].end - 1) - self._unit(last.end - 1)
        if not self._is_direct(last) or apart > 0:
            return False
        self._open(_Draft(last.source, None, [span]), block)
        return True


_CROWD = 24
"""Statements that may end in one sentence before nobody can tell whose words come next."""
_MARKS = 3
"""Most marks and spaces that may stand before the first quotation of a paragraph."""
_CLOSE = 12
"""Most marks and spaces between two quotations of one speaker."""
_BETWEEN = " “”\"'‘’«».,!?—–-"


def _inside(a: _Draft, b: _Draft) -> bool:
    """Whether ``a`` lies within a content of ``b``."""
    return any(span.start <= a.start and a.end <= span.end for span in b.content)
