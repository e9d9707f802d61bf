"""Compose the kept text from the lines that stay, with its offsets, and list everything that went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.collect.extract import Cut, Extract, Line
from reportedly.errors import CollectError
from reportedly.model.ident import make_id
from reportedly.model.report import LeftOut, OffsetRun
from reportedly.model.span import Span
from reportedly.text.normalise import normalise

INVISIBLE = "invisible"
"""The rule of code points that no reader sees, where they stand inside kept words."""

MOST_UNSEEN = 100_000
"""More stretches of invisible code points than this are no writing: a row for each would be needed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept text, its way back, and what was left out: (start, end, rule) of the full text."""

    text: str
    offsets: tuple[OffsetRun, ...]
    left: tuple[Cut, ...]


def compose_kept(extract: Extract, rules: Sequence[str | None]) -> Kept:
    """The kept text of ``extract`` where ``rules`` says per line why it goes (``None``: it stays).

    Every code point of the full text that is no white space is afterwards either joined to the
    kept text by an offset run or inside one of the cuts.

    Raises:
        CollectError: The text is riddled with invisible characters.
    """
    full = extract.full_text
    plain, runs = normalise(full)
    writer = _Writer(full, plain, runs)
    left: list[Cut] = []
    cuts = list(extract.cuts)
    before: Line | None = None
    at = 0
    for line, rule in zip(extract.lines, rules, strict=True):
        inside: list[Cut] = []
        while at < len(cuts) and cuts[at].start < line.end:
            inside.append(cuts[at])
            at += 1
        start, end = writer.visible(line.start, line.end)
        if rule is not None or start == end:
            left.append(Cut(line.start, line.end, rule or INVISIBLE))
            continue
        writer.gap(before, line, start)
        left += inside
        left += [Cut(a, b, INVISIBLE) for a, b in ((line.start, start), (end, line.end)) if a < b]
        for low, high in _without(start, end, inside):
            left += [Cut(a, b, INVISIBLE) for a, b in writer.write(low, high)]
        before = line
        if writer.unseen > MOST_UNSEEN:
            raise CollectError(
                f"The text has more than {MOST_UNSEEN:,} stretches of invisible characters between its letters",
                remedy="copy the words out of it into a plain text file and add that",
            )
    return Kept(writer.text, writer.offsets, tuple(_merged(full, left)))


def _without(start: int, end: int, cuts: Sequence[Cut]) -> Iterator[tuple[int, int]]:
    at = start
    for cut in cuts:
        if at < cut.start:
            yield at, min(cut.start, end)
        at = max(at, cut.end)
    if at < end:
        yield at, end


def _merged(full: str, cuts: list[Cut]) -> Iterator[Cut]:
    """Cuts in order; neighbours of one rule with only white space between them become one."""
    pending: Cut | None = None
    for cut in sorted(cuts, key=lambda each: each.start):
        alike = pending is not None and pending.rule == cut.rule and cut.rule != INVISIBLE
        if alike and pending is not None and not full[pending.end : cut.start].strip():
            pending = Cut(pending.start, cut.end, cut.rule)
            continue
        if pending is not None:
            yield pending
        pending = cut
    if pending is not None:
        yield pending


def left_out(report: str, full: str, cuts: Sequence[Cut]) -> tuple[LeftOut, ...]:
    """The cuts as rows of the ledger."""
    return tuple(
        LeftOut(
            make_id("lo", report, cut.start, cut.end, cut.rule),
            report,
            Span.of(full, cut.start, cut.end),
            cut.rule,
        )
        for cut in cuts
    )


@dataclass(slots=True)
class _Writer:
    """Writes slices of the full text in kept form, remembering where each came from."""

    full: str
    plain: str
    runs: tuple[OffsetRun, ...]
    pieces: list[str] = field(default_factory=list)
    written: list[OffsetRun] = field(default_factory=list)
    length: int = 0
    last: int = 0
    unseen: int = 0

    def visible(self, start: int, end: int) -> tuple[int, int]:
        """The slice without white space and without what nobody sees at its ends."""
        while start < end and not self._seen(start):
            start += 1
        while start < end and not self._seen(end - 1):
            end -= 1
        return start, end

    def _seen(self, at: int) -> bool:
        if self.full[at].isspace():
            return False
        if self.full[at].isascii() and self.full[at].isprintable():
            return True
        number = bisect_right(self.runs, at, key=lambda run: run.full) - 1
        return number >= 0 and at < self.runs[number].full + self.runs[number].length

    def gap(self, before: Line | None, line: Line, start: int) -> None:
        """Separate a line from the kept line before it; real white space keeps its offsets."""
        if before is None or not self.length:
            return
        if line.joins or (line.wrapped and line.paragraph == before.paragraph):
            new = "" if self._hyphenated() else " "
        else:
            new = "\n" if line.paragraph == before.paragraph else "\n\n"
        between = self.full[self.last : start]
        if between and not between.strip() and len(between) == len(new):
            self._run(self.last, len(new))
        self._put(new)

    def _hyphenated(self) -> bool:
        """Whether the hyphen of a broken word was just cut: the word goes on without a space."""
        return self.full[self.last : self.last + 1] in {"-", "\u00ad", "\u2010"}

    def write(self, start: int, end: int) -> list[tuple[int, int]]:
        """Write the kept form of ``full[start:end]``; returns what of it nobody sees."""
        unseen: list[tuple[int, int]] = []
        at = start
        number = max(bisect_right(self.runs, start, key=lambda run: run.full) - 1, 0)
        while at < end and number < len(self.runs):
            run = self.runs[number]
            low, high = max(at, run.full), min(end, run.full + run.length)
            if low < high:
                if at < low:
                    unseen.append((at, low))
                self._run(low, high - low)
                kept = run.kept + low - run.full
                self._put(self.plain[kept : kept + high - low])
                at = high
            if run.full >= end:
                break
            number += 1
        if at < end:
            unseen.append((at, end))
        self.last = end
        unseen = [(a, b) for a, b in unseen if self.full[a:b].strip()]
        self.unseen += len(unseen)
        return unseen

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _run(self, full: int, length: int) -> None:
        """Note where the next ``length`` code points come from, before they are put."""
        if self.written:
            last = self.written[-1]
            if (last.kept + last.length, last.full + last.length) == (self.length, full):
                self.written[-1] = OffsetRun(last.kept, last.full, last.length + length)
                return
        self.written.append(OffsetRun(self.length, full, length))

    @property
    def text(self) -> str:
        """The kept text."""
        return "".join(self.pieces)

    @property
    def offsets(self) -> tuple[OffsetRun, ...]:
        """Its way back."""
        return tuple(self.written)
