"""What the rules find and what a model marks, as one: the rules lead, the model adds.

The model finds far more; the rules leave out what only describes a speaker, and see statements within
statements. So what the rules read stays as they read it, and the model adds the statements they do
not see. Where both stand on one cue the model gives what the rules lack, more words where its own hold
theirs, and another speaker where the two name different ones: there it is right more often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.span import Span
from reportedly.read.across import Across
from reportedly.read.named import MarkedName, NameFinder
from reportedly.read.pieces import Piece, Role, SpanFinder

_HALF = 0.5
"""Share of a content that the other finder must cover for it to be known already."""
_SURE = 0.05
"""How sure the model must be of each piece of a statement for it to be heard."""
_SURE_OF_NOBODY = 0.3
"""The same for a statement that the rules do not see and that names no source: of such, fewer are one.
`eval/LOG.md` has what other values of the two find."""


@dataclass(frozen=True, slots=True)
class Joining:
    """A span-finder that asks two; the names are the model's."""

    rules: SpanFinder
    model: SpanFinder

    def __call__(self, text: str) -> tuple[Piece, ...]:
        """The pieces of a text."""
        return join(self.rules(text), self.model(text))

    def names(self, text: str) -> tuple[MarkedName, ...] | None:
        """The names that the model marks."""
        return self.model.names(text) if isinstance(self.model, NameFinder) else None


def joining(rules: SpanFinder, model: SpanFinder) -> SpanFinder:
    """A span-finder that asks two."""
    return Joining(rules, model)


@dataclass(frozen=True, slots=True)
class _Group:
    """The pieces of one attribution."""

    pieces: tuple[Piece, ...]

    def of(self, role: Role) -> list[Span]:
        return [piece.span for piece in self.pieces if piece.role is role]

    @property
    def chance(self) -> float:
        """How sure its least sure piece is."""
        return min(piece.chance for piece in self.pieces)

    def mended(self, other: _Group) -> _Group:
        """With what another has on the same cue: what is lacking here, wider words, its speaker."""
        taken = {role for role in (Role.SOURCE, Role.CONTENT) if not self.of(role)}
        if self._is_anothers(other):
            taken.add(Role.SOURCE)
        if self._may_widen(other):
            taken.add(Role.CONTENT)
        kept = (piece for piece in self.pieces if piece.role not in taken)
        return _Group((*kept, *(piece for piece in other.pieces if piece.role in taken)))

    def _is_anothers(self, other: _Group) -> bool:
        """Whether the same words are said by somebody else, who does not stand in them."""
        words, others = Across(self.of(Role.CONTENT)), other.of(Role.SOURCE)
        return (
            bool(others)
            and other.chance >= _SURE
            and any(any(words.over(span)) for span in other.of(Role.CONTENT))
            and not any(any(words.over(span)) for span in others)
            and not any(any(Across(others).over(span)) for span in self.of(Role.SOURCE))
        )

    def _may_widen(self, other: _Group) -> bool:
        """Whether the words of another are its own and some more of the same sentence."""
        mine, wider = self.of(Role.CONTENT), other.of(Role.CONTENT)
        around = Across([*self.of(Role.SOURCE), *self.of(Role.CUE)])
        return (
            _holds(wider, mine)
            and not any(any(around.over(span)) for span in wider)
            and all(_same_sentence(mine, span) for span in wider)
        )


_END = re.compile(r"[.!?…:;][\"'”’»)]*\s|\n")


def _same_sentence(mine: Sequence[Span], wider: Span) -> bool:
    """Whether no sentence ends between a stretch and those of ``mine`` within it."""
    inside = [span for span in mine if wider.start <= span.start and span.end <= wider.end]
    if not inside:
        return False
    before = wider.text[: inside[0].start - wider.start]
    after = wider.text[inside[-1].end - wider.start :]
    # What ends in a comma before them is said of the speaker, or is another clause.
    return not (_END.search(before) or _END.search(after) or before.rstrip().endswith(","))


def join(rules: Iterable[Piece], model: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces of the rules and of a model, by place then role.

    An attribution of the model on a cue of its own is added where the rules cover less than half of
    what it says, or it is told within what they found.
    """
    ruled, bare = _groups(rules)
    marked, also_bare = _groups(model)
    made = list(_mended(ruled, marked))
    cues = Across(span for group in ruled for span in group.of(Role.CUE))
    covered = Across(_contents(made))
    for group in marked:
        content, cue = group.of(Role.CONTENT), group.of(Role.CUE)
        least = _SURE if group.of(Role.SOURCE) else _SURE_OF_NOBODY
        if not content or group.chance < least or any(any(cues.over(span)) for span in cue):
            continue
        if _share(content, covered) < _HALF or any(any(covered.over(span)) for span in cue):
            made.append(group)
    for more in (bare, also_bare):
        covered = Across(_contents(made))
        lone = [span for span in more if covered.share(span) < _HALF]
        made += [_Group((Piece(Role.CONTENT, span),)) for span in lone]
    pieces = [
        replace(piece, group=number if len(group.pieces) > 1 else None)
        for number, group in enumerate(made)
        for piece in group.pieces
    ]
    return tuple(
        sorted(pieces, key=lambda p: (p.span.start, p.span.end, p.role.value, p.group or 0))
    )


def _groups(pieces: Iterable[Piece]) -> tuple[list[_Group], list[Span]]:
    """The attributions, and the contents that belong to none."""
    grouped: dict[int, list[Piece]] = {}
    bare: list[Span] = []
    for piece in pieces:
        if piece.group is not None:
            grouped.setdefault(piece.group, []).append(piece)
        elif piece.role is Role.CONTENT:
            bare.append(piece.span)
    return [_Group(tuple(rows)) for rows in grouped.values()], bare


def _mended(ruled: Sequence[_Group], marked: Sequence[_Group]) -> Iterator[_Group]:
    """The attributions of the rules, mended by what the model has on the same cue, each by its own."""
    by_cue = {span: group for group in marked for span in group.of(Role.CUE)}
    cues = Across(by_cue)
    used: set[tuple[Piece, ...]] = set()
    for group in ruled:
        same = [by_cue[cue] for span in group.of(Role.CUE) for cue in cues.over(span)]
        if same and same[-1].pieces not in used:
            used.add(same[-1].pieces)
            yield group.mended(same[-1])
        else:
            yield group


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Whether every stretch of ``inner`` lies within one of ``outer``."""
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


def _contents(groups: Iterable[_Group]) -> Iterator[Span]:
    for group in groups:
        yield from group.of(Role.CONTENT)


def _share(spans: Sequence[Span], covered: Across) -> float:
    """The share of some stretches that lies in single ones of others."""
    return sum(covered.share(span) * (span.end - span.start) for span in spans) / _length(spans)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
