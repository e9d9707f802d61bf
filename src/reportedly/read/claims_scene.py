"""What the claim rules look at: a report's sentences with their words, names, counts and times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    Detail,
    EntityKind,
    Event,
    Mention,
    MentionForm,
    Modality,
    Stance,
)
from reportedly.model.value import UNKNOWN_TIME, TimeRange, Value, ValueKind
from reportedly.read.tokens import Token, tokens
from reportedly.read.voices import own_voice
from reportedly.text.found import Found
from reportedly.text.layout import paragraphs, sentences
from reportedly.text.numbers import counts
from reportedly.text.quotes import Quotation, quotations

Row = TypeVar("Row", Mention, Detail, Found)

LONGEST = 400
"""Words of a sentence that are looked at; a longer one is no sentence."""

LONGEST_WORD = 20
"""Code points a word has on average at most in what is looked at."""

ACTORS = frozenset((EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.PERSON))


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence, with the tokens it covers.

    Attributes:
        found: The number as read.
        first: Index of its first token.
        end: Index after its last token.
        after: Index of the first token after the counted noun, or after the number.
    """

    found: Found
    first: int
    end: int
    after: int

    @property
    def value(self) -> Value:
        return self.found.value

    @property
    def noun(self) -> str:
        """The counted noun phrase, in lower case; empty if none follows."""
        return self.found.noun.text.lower() if self.found.noun else ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence.

    Attributes:
        number: Its place among the report's sentences.
        paragraph: Number of its paragraph.
        span: The sentence.
        items: Its tokens.
        mentions: Names, descriptions and pronouns in it, by place.
        counts: Numbers in it, by place.
        times: Times in it, by place.
        attributions: Those whose content reaches into it.
    """

    number: int
    paragraph: int
    span: Span
    items: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    counts: tuple[Count, ...]
    times: tuple[Detail, ...]
    attributions: tuple[Attribution, ...]

    def low(self, at: int) -> str:
        """The word at ``at`` in lower case; empty outside the sentence."""
        return self.items[at].low if 0 <= at < len(self.items) else ""

    def index(self, offset: int) -> int:
        """Index of the token that holds the code point, or of the one before it."""
        return max(0, bisect_right([item.start for item in self.items], offset) - 1)

    def cut(self, first: int, end: int) -> Span:
        """The words from token ``first`` up to, not including, token ``end``."""
        start, stop = self.items[first].start, self.items[end - 1].end
        return Span(start, stop, self.span.text[start - self.span.start : stop - self.span.start])

    def clause(self, at: int) -> tuple[int, int]:
        """Tokens of the stretch between strong marks that holds token ``at``."""
        first, end = at, at
        while first > 0 and self.items[first - 1].low not in _STOPS:
            first -= 1
        while end < len(self.items) and self.items[end].low not in _STOPS:
            end += 1
        return (first, end)

    def holding(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the words."""
        holders = [
            (sum(part.end - part.start for part in one.content), one.id, one)
            for one in self.attributions
            if any(part.contains(span) for part in one.content)
        ]
        return min(holders, default=(0, "", None))[2]

    def in_source(self, span: Span) -> bool:
        """Whether the words belong to the name of a source ("two members of the legion said")."""
        return any(
            one.source is not None and one.source.span.overlaps(span) for one in self.attributions
        )


_STOPS = frozenset((".", "!", "?", ";", ":"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it is known who holds it.

    Attributes:
        scene: The sentence it stands in.
        words: The words of the value.
        measure: As in `Claim.measure`.
        value: What is asserted.
        subject: The mention it is about.
        subject_words: The words that name what it is about; of the mention if empty.
        population: Whom a count counts.
        event: The happening it belongs to.
        as_of: As of when the words say so; unknown if they do not.
        holder: A mention that is said to hold it, beyond the attribution it stands in ("the group
            claimed responsibility").
        stance: Stance of that holder; ``None`` to take the attribution's.
        modality: How firm the words near the value are.
        update: Whether the words revise a figure.
        supersedes: The older figure they give.
    """

    scene: Scene
    words: Span
    measure: str
    value: Value
    subject: Mention | None = None
    subject_words: str = ""
    population: str = ""
    event: Event | None = None
    as_of: TimeRange = UNKNOWN_TIME
    holder: Mention | None = None
    stance: Stance | None = None
    modality: Modality = Modality.CERTAIN
    update: bool = False
    supersedes: Value | None = None


@dataclass(slots=True)
class Page:
    """A whole report as the claim rules see it.

    Attributes:
        report: The report.
        scenes: Its sentences, in order.
        quotations: Its quotations, in order.
        by_id: Its mentions.
        voice: Who says "we" in the report's own words; ``None`` where nobody knows.
    """

    report: Report
    scenes: tuple[Scene, ...]
    quotations: tuple[Quotation, ...] = ()
    by_id: dict[str, Mention] = field(default_factory=dict)
    voice: Mention | None = None

    def root(self, mention: Mention) -> Mention:
        """The name a pronoun or description was linked to, through a few links at most."""
        at = mention
        for _ in range(8):
            if at.refers is None or at.refers not in self.by_id:
                return at
            at = self.by_id[at.refers]
        return at


def page(
    report: Report,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    details: Sequence[Detail],
) -> Page:
    """Cut a report into scenes. Linear in its length: every list is walked once, by place."""
    found = sentences(report.text)
    starts = [span.start for span in found]
    blocks = [span.start for span in paragraphs(report.text)]
    times = [one for one in details if one.value.kind is ValueKind.TIME]
    per_mention = _deal(mentions, starts)
    per_time = _deal(times, starts)
    per_count = _deal(counts(report.text), starts)
    per_content: dict[int, list[Attribution]] = {}
    for one in attributions:
        for number in _touched(one, starts):
            per_content.setdefault(number, []).append(one)
    scenes = []
    for number, span in enumerate(found):
        stop = min(span.end, span.start + LONGEST * LONGEST_WORD)
        items = tuple(tokens(report.text, span.start, stop, ()))[:LONGEST]
        if not items:
            continue
        seen = items[-1].end
        scenes.append(
            Scene(
                number=number,
                paragraph=max(0, bisect_right(blocks, span.start) - 1),
                span=span,
                items=items,
                mentions=_within(per_mention.get(number, ()), seen),
                counts=_counts(_within(per_count.get(number, ()), seen), items),
                times=_within(per_time.get(number, ()), seen),
                attributions=tuple(per_content.get(number, ())),
            )
        )
    by_id = {one.id: one for one in mentions}
    return Page(report, tuple(scenes), quotations(report.text), by_id, own_voice(report, mentions))


def _deal(rows: Iterable[Row], starts: list[int]) -> dict[int, list[Row]]:
    """Rows by the sentence their first code point stands in, in the order of the text."""
    dealt: dict[int, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.span.start, row.span.end)):
        dealt.setdefault(max(0, bisect_right(starts, row.span.start) - 1), []).append(row)
    return dealt


def _within(rows: Iterable[Row], end: int) -> tuple[Row, ...]:
    """The rows that end within the words that are looked at."""
    return tuple(row for row in rows if row.span.end <= end)


def _touched(one: Attribution, starts: list[int]) -> list[int]:
    spans = [*one.content, *([one.source.span] if one.source else [])]
    numbers: set[int] = set()
    for span in spans:
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_right(starts, span.end - 1) - 1)
        numbers.update(range(first, last + 1))
    return sorted(numbers)


def _counts(found: Sequence[Found], items: tuple[Token, ...]) -> tuple[Count, ...]:
    starts = [item.start for item in items]
    made = []
    for one in found:
        first = bisect_right(starts, one.span.start) - 1
        end = bisect_right(starts, one.span.end - 1)
        after = bisect_right(starts, one.noun.end - 1) if one.noun else end
        if 0 <= first < end <= len(items):
            made.append(Count(one, first, end, max(end, after)))
    return tuple(made)


def mention_before(
    scene: Scene, at: int, kinds: Iterable[EntityKind], *, reach: int = 40
) -> Mention | None:
    """The last mention of one of the kinds that ends before token ``at``, within ``reach`` tokens."""
    wanted = frozenset(kinds)
    stop = scene.items[at].start if at < len(scene.items) else scene.span.end
    start = scene.items[max(0, at - reach)].start
    found = [
        one
        for one in scene.mentions
        if start <= one.span.start and one.span.end <= stop and fits(one, wanted)
    ]
    return found[-1] if found else None


def mention_after(
    scene: Scene, at: int, kinds: Iterable[EntityKind], *, reach: int = 8
) -> Mention | None:
    """The first mention of one of the kinds that starts at or after token ``at``."""
    wanted = frozenset(kinds)
    if at >= len(scene.items):
        return None
    start = scene.items[at].start
    stop = scene.items[min(len(scene.items) - 1, at + reach)].end
    return next(
        (
            one
            for one in scene.mentions
            if start <= one.span.start and one.span.end <= stop and fits(one, wanted)
        ),
        None,
    )


def fits(mention: Mention, kinds: frozenset[EntityKind]) -> bool:
    """Whether a mention is, or may be, of one of the kinds."""
    if mention.kind in kinds:
        return True
    return mention.kind is EntityKind.UNKNOWN and (
        mention.form is not MentionForm.PRONOUN or mention.refers is not None
    )
