"""Join sources, cues and contents into statements, and quotations to the speaker before them.

Built on pieces alone, so that it serves the rules and a trained span-finder alike. Where two
speakers fit a bare quotation it keeps the quotation and names nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reportedly.model.span import Span
from reportedly.read.pieces import Piece, Role
from reportedly.text.layout import paragraphs, sentences
from reportedly.text.quotes import Quotation, quotations


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as spans, before anything is known of who or how.

    Attributes:
        source: Who; ``None`` where nobody is named or two fit.
        cue: The words that say so; ``None`` where only quotation marks do.
        content: What was said, in order.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: the start of its first content and of its cue."""
        return self.content[0].start, self.cue.start if self.cue else -1


@dataclass(slots=True)
class _Draft:
    source: Span | None
    cue: Span | None
    content: list[Span]

    @property
    def start(self) -> int:
        return min(span.start for span in self.parts())

    @property
    def end(self) -> int:
        return max(span.end for span in self.parts())

    def parts(self) -> list[Span]:
        return [span for span in (self.source, self.cue) if span] + self.content


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
        draft = _Draft(None, None, [])
        for piece in rows:
            if piece.role is Role.CONTENT:
                draft.content.append(piece.span)
            elif piece.role is Role.SOURCE:
                draft.source = piece.span
            else:
                draft.cue = piece.span
        drafts.append(draft)
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
    drafts: dict[Span, _Draft] = {}
    bare = []
    for piece in loose:
        if piece.role is not Role.CONTENT:
            continue
        near = [
            cue
            for key in {unit(piece.span), bisect_right(starts, piece.span.end)}
            for cue in cues.get(key, ())
        ]
        if not near:
            bare.append(piece.span)
            continue
        cue = min(near, key=lambda span: (_gap(span, piece.span), span.start))
        draft = drafts.setdefault(cue, _Draft(None, cue, []))
        draft.content.append(piece.span)
    for cue, draft in drafts.items():
        near = sources.get(unit(cue), [])
        if near:
            draft.source = min(near, key=lambda span: (_gap(span, cue), span.start))
    return list(drafts.values()), bare


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
        for draft in drafts:
            self.of_block.setdefault(self.block_of(draft.start), []).append(draft)

    def block_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def quote_of(self, span: Span) -> Quotation | None:
        at = bisect_right(self.quote_starts, span.start) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at].outer.end >= span.end else None

    def settle(self, bare: list[Span]) -> list[_Draft]:
        for span in sorted(bare):
            block = self.block_of(span.start)
            if not (self._within_paragraph(span, block) or self._over_paragraphs(span, block)):
                self._add(_Draft(None, None, [span]), block)
        return self.drafts

    def _add(self, draft: _Draft, block: int) -> None:
        self.drafts.append(draft)
        self.of_block.setdefault(block, []).append(draft)

    def _within_paragraph(self, span: Span, block: int) -> bool:
        """The sentence before it, or after it, in the same paragraph names the speaker."""
        here = self.of_block.get(block, [])
        before = [
            draft for draft in here if draft.end <= span.start + 1 and not self._covers(draft, span)
        ]
        if before:
            last = max(draft.end for draft in before)
            near = [
                draft
                for draft in before
                if draft.end == last or self._same_sentence(draft.end, last)
            ]
            if self._unit(span.start) - self._unit(last - 1) <= 1:
                return self._join(span, near, block)
            return False
        after = [draft for draft in here if draft.start >= span.end and self._is_direct(draft)]
        if after:
            first = min(after, key=lambda draft: draft.start)
            if (
                not self.text[span.end : first.start].strip(" \n“”\"'‘’«».,!?—–-")
                and first.source is not None
            ):
                first.content.append(span)
                return True
        return False

    def _covers(self, draft: _Draft, span: Span) -> bool:
        return any(part.contains(span) for part in draft.content)

    def _same_sentence(self, a: int, b: int) -> bool:
        return self._unit(a - 1) == self._unit(b - 1)

    def _unit(self, offset: int) -> int:
        """The sentence an offset lies in; a quotation counts with what it begins in."""
        return bisect_right(self.unit_starts, offset)

    def _join(self, span: Span, near: list[_Draft], block: int) -> bool:
        """Give the quotation to the statements of the sentence before it, if they agree on whom."""
        waiting = [draft for draft in near if not draft.content]
        if waiting:
            waiting[-1].content.append(span)
            return True
        outer = [
            draft for draft in near if not any(o is not draft and _inside(draft, o) for o in near)
        ]
        speakers = {draft.source.text for draft in outer if draft.source is not None}
        if len(speakers) != 1 or any(draft.source is None and draft.cue for draft in outer):
            return False
        last = max(outer, key=lambda draft: draft.end)
        if self._is_direct(last):
            last.content.append(span)
        else:
            self._add(_Draft(last.source, None, [span]), block)
        return True

    def _is_direct(self, draft: _Draft) -> bool:
        return bool(draft.content) and all(
            self.quote_of(span) is not None for span in draft.content
        )

    def _over_paragraphs(self, span: Span, block: int) -> bool:
        """The paragraph before names the speaker: an open quotation, a colon, or one voice alone."""
        if block == 0 or self.text[self.starts[block] : span.start].strip(" “\"«‘'„"):
            return False
        previous = self.of_block.get(block - 1, [])
        last_quote = self._last_quote(block - 1)
        if last_quote is not None and last_quote.continues:
            for draft in reversed(previous):
                if any(last_quote.outer.contains(part) for part in draft.content):
                    draft.content.append(span)
                    self.of_block.setdefault(block, []).append(draft)
                    return True
        waiting = [draft for draft in previous if not draft.content]
        if waiting and self.blocks[block - 1].text.endswith(":"):
            waiting[-1].content.append(span)
            self.of_block.setdefault(block, []).append(waiting[-1])
            return True
        return self._one_voice(span, block)

    def _last_quote(self, block: int) -> Quotation | None:
        at = bisect_right(self.quote_starts, self.blocks[block].end) - 1
        if at < 0 or self.quotes[at].paragraph != block:
            return None
        return self.quotes[at]

    def _one_voice(self, span: Span, block: int) -> bool:
        """A closed quotation right after a paragraph in which only one speaker is quoted."""
        previous = self.of_block.get(block - 1, [])
        spoken = [draft for draft in previous if draft.content]
        speakers = {draft.source.text if draft.source else "" for draft in spoken}
        if len(speakers) != 1 or "" in speakers:
            return False
        last = max(spoken, key=lambda draft: draft.end)
        apart = self._unit(self.blocks[block - 1].end - 1) - self._unit(last.end - 1)
        if not self._is_direct(last) or apart > 0:
            return False
        self._add(_Draft(last.source, None, [span]), block)
        return True


def _inside(a: _Draft, b: _Draft) -> bool:
    """Whether ``a`` lies within a content of ``b``."""
    return any(span.start <= a.start and a.end <= span.end for span in b.content)
