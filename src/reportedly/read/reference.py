"""Who is meant: joins the names of one report, and says whom "he", "the official", "the group" mean.

Only within the report, and only where one answer fits: between two it abstains, and the source keeps
the words as written.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm, Source
from reportedly.read.bearers import join_names, key_of
from reportedly.read.chains import insides
from reportedly.read.descriptions import (
    bare_name,
    core_length,
    head_noun,
    is_body,
    is_plural,
    is_plural_noun,
    nouns_of,
    words_told,
)
from reportedly.read.genders import told_by, told_by_name
from reportedly.read.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    FIRST_SECOND,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITY_SUBJECTS,
    RELATIVES,
    phrase_before,
)
from reportedly.read.link import Statement
from reportedly.read.mentions import at_or_within, kind_of_words, source_mention
from reportedly.read.once import paragraphs, quotations, sentences
from reportedly.read.outlets import made_like_outlet
from reportedly.read.tokens import tokens
from reportedly.read.voices import own_voice
from reportedly.text.wordlist import word_set

_HE = word_set("he him his")
_SHE = word_set("she her hers")
_THEY = word_set("they them their")
_IT = word_set("it its")
_WHO = word_set("who which that")
_I = word_set("i my me")
_OWN = FIRST_SECOND | _I


@dataclass(frozen=True, slots=True)
class Resolution:
    """The mentions of a report with what each refers to, and the source of each statement.

    Attributes:
        mentions: In order of place; `Mention.refers` is filled in.
        sources: One per statement, in their order; ``None`` where the text names nobody.
    """

    mentions: tuple[Mention, ...]
    sources: tuple[Source | None, ...]


def resolve(
    report: Report, names: Sequence[Mention], statements: Sequence[Statement]
) -> Resolution:
    """Join the names of the report and find whom each source's words mean.

    Args:
        report: The report.
        names: Name mentions, in order of place.
        statements: In order of place.
    """
    joined = join_names(names)
    reader = _Reader(report.id, report.text, joined, own_voice(report, joined))
    # In the order of their sources: a quotation may stand long before "he said" and its speaker.
    placed = sorted(range(len(statements)), key=lambda at: _source_place(statements[at]))
    sources: list[Source | None] = [None] * len(statements)
    for at in placed:
        sources[at] = reader.source_of(statements[at])
    return Resolution(reader.all_mentions(), _first_persons(statements, sources))


def _first_persons(
    statements: Sequence[Statement], sources: Sequence[Source | None]
) -> tuple[Source | None, ...]:
    """The sources, with "I" and "my" within what somebody says as the speaker."""
    found = list(sources)
    holds = insides(statements) if any(map(_is_speaker, sources)) else ()
    for at, source in enumerate(sources):
        outer = holds[at] if _is_speaker(source) else None
        while outer is not None and _is_speaker(sources[outer]):
            outer = holds[outer]
        speaker = sources[outer] if outer is not None else None
        if source is not None and speaker is not None:
            found[at] = replace(speaker, span=source.span)
    return tuple(found)


def _is_speaker(source: Source | None) -> bool:
    return source is not None and source.span.text.lower() in _I


def _source_place(statement: Statement) -> tuple[int, int]:
    span = statement.source
    return (span.start, span.end) if span is not None else (-1, -1)


# --- sources -------------------------------------------------------------------------------------


class _Reader:
    """Walks a report's statements in order and remembers who spoke."""

    def __init__(self, report: str, text: str, names: list[Mention], voice: Mention | None) -> None:
        self.report = report
        self.text = text
        self.voice = voice
        self.names = names
        self.by_id = {mention.id: mention for mention in names}
        self.extra: dict[tuple[int, int], Mention] = {}
        self.sentences = sentences(text)
        self.sentence_starts = [span.start for span in self.sentences]
        self.block_starts = [span.start for span in paragraphs(text)]
        self.quotes = [quote.outer for quote in quotations(text)]
        self.quote_starts = [span.start for span in self.quotes]
        self.spoken: list[tuple[Statement, Source]] = []
        self.described: dict[str, list[Mention]] = {}
        self.genders: dict[str, str] = {}
        self.meant: dict[int, Mention | None] = {}
        self.uses: dict[str, list[int]] = {}
        for name in names:
            self.uses.setdefault(self.head(name).id, []).append(name.span.start)
        self.by_role, self.by_word, self.by_age = self._index()

    def _index(
        self,
    ) -> tuple[dict[str, list[Mention]], dict[str, list[Mention]], dict[str, list[Mention]]]:
        """The names by the nouns of their roles, by their own words, and by stated age.

        Only the first mention of each bearer is kept, so that the lists stay short.
        """
        roles: dict[str, list[Mention]] = {}
        words: dict[str, list[Mention]] = {}
        ages: dict[str, list[Mention]] = {}
        seen: set[tuple[str, str]] = set()
        for mention in self.names:
            top = self.head(mention).id
            key = key_of(mention.span.text)
            age = _AGE.match(self.text, mention.span.end, mention.span.end + 24)
            rows = [(roles, noun) for noun in sorted(nouns_of(mention.role))]
            rows += [(words, word) for word in key] if len(key) > 1 else []
            rows += [(ages, age.group(1))] if age else []
            for index, word in rows:
                if (top, f"{id(index)}{word}") not in seen:
                    seen.add((top, f"{id(index)}{word}"))
                    index.setdefault(word, []).append(mention)
        return roles, words, ages

    def all_mentions(self) -> tuple[Mention, ...]:
        kept = {(m.span.start, m.span.end): m for m in self.names}
        kept.update(self.extra)
        return tuple(kept[place] for place in sorted(kept))

    # -- what a mention stands for

    def head(self, mention: Mention) -> Mention:
        """The fullest name a mention refers to."""
        seen = set()
        while mention.refers is not None and mention.id not in seen:
            seen.add(mention.id)
            following = self.by_id.get(mention.refers)
            if following is None:
                break
            mention = following
        return mention

    def is_person(self, mention: Mention) -> bool:
        return self.head(mention).kind is EntityKind.PERSON

    # -- sources

    def source_of(self, statement: Statement) -> Source | None:
        span = statement.source
        if span is None:
            return None
        if span.text.lower() in _OWN:
            return self._own(span)
        source = self._resolve(span, statement)
        if not statement.told_within:
            self.spoken.append((statement, source))
        return source

    def _own(self, span: Span) -> Source:
        """The source of "we say": whose report it is, or within a quotation just the words."""
        if self.voice is None or span.text.lower() != "we" or self._in_quote(span.start):
            return Source(span, span.text)
        return Source(span, self._shown(self.head(self.voice)), mention=self.voice.id)

    def _resolve(self, span: Span, statement: Statement) -> Source:
        known = self.extra.get((span.start, span.end))
        if known is not None:
            return self._made(span, known)
        named = self._named(span)
        if named is not None:
            self._learn_role(span, named)
            return Source(span, self._full_name(span, named), mention=named.id)
        mention = source_mention(self.report, span)
        low = span.text.lower()
        if low in _WHO:
            target = self._antecedent(span)
        elif mention.form is MentionForm.PRONOUN:
            target = self._pronoun(span, low, statement)
        else:
            target = self._description(span, low)
        if target is not None:
            top = self.head(target)
            mention = replace(mention, refers=top.id, kind=top.kind)
            if low in _HE | _SHE:
                self.genders.setdefault(top.id, "f" if low in _SHE else "m")
        self._keep(mention)
        return self._made(span, mention)

    def _learn_role(self, span: Span, named: Mention) -> None:
        """Remember the words that stand for a name right after them: "the union's head, Bo Lind"."""
        if named.span.start < span.end or self.by_role.get(head_noun(span.text)):
            return
        noun = head_noun(span.text)
        if noun:
            self.by_role[noun] = [replace(named, role=span.text)]

    def _keep(self, mention: Mention) -> None:
        self.extra[(mention.span.start, mention.span.end)] = mention
        self.by_id[mention.id] = mention
        if mention.form is MentionForm.DESCRIPTION:
            noun = head_noun(mention.span.text)
            kept = self.described.setdefault(noun, [])
            if noun and mention.refers is None and len(kept) < _REMEMBERED:
                kept.append(mention)

    def _made(self, span: Span, mention: Mention) -> Source:
        top = self.head(mention)
        if top.form is MentionForm.PRONOUN:
            return Source(span, span.text, mention=mention.id)
        described = top.form is MentionForm.DESCRIPTION
        name = top.span.text if top.id != mention.id else span.text
        name = re.sub(r"['’]s?$", "", name) if described else name
        unnamed = described and not is_body(name) and not _is_proper(name)
        shown = name if described or top.id == mention.id else self._shown(top)
        return Source(span, shown, mention=mention.id, unnamed=unnamed)

    def _named(self, span: Span) -> Mention | None:
        """The name that the source's words are of: "Roke", "Roke, who leads it", "the mayor, Roke"."""
        inside = at_or_within(self.names, span)
        if not inside:
            covering = bisect_right(self.names, span.start, key=lambda m: m.span.start) - 1
            if covering >= 0 and self.names[covering].span.contains(span):
                same = self.names[covering].span.start == span.start
                return self.names[covering] if same else None
            return self._beside(span)
        if self._joint(inside, span):
            return None
        core_end = span.start + core_length(span.text)
        heads = [m for m in inside if m.span.start < core_end]
        head = next((m for m in heads if self._set_off(m.span.end, core_end)), None)
        if head is None and heads and self._of_a_body(heads[0]):
            head = heads[0]
        if head is None and heads and not self._tail(heads[-1].span.end, core_end):
            head = heads[-1]
        if head is None or (head.kind is EntityKind.NATIONALITY and head.span.start != span.start):
            return self._in_apposition(inside, span) or self._beside(span)
        return head

    def _tail(self, start: int, end: int) -> str:
        return self.text[start:end].strip(" '’s\"”)")

    def _set_off(self, start: int, end: int) -> bool:
        """Whether words told of a name follow it: ", a guard at", " (left)", " — who"."""
        return start < end and _SET_OFF.match(self.text, start, end) is not None

    def _of_a_body(self, mention: Mention) -> bool:
        """Whether a person's body or town follows the name: "Ina Roke of the Vela Trust"."""
        return self.is_person(mention) and self.text.startswith(" of ", mention.span.end)

    def _joint(self, inside: Sequence[Mention], span: Span) -> bool:
        """Whether two names speak together: "Roke and Lind"."""
        if len(inside) < 2:
            return False
        first, second = inside[:2]
        gap = self.text[first.span.end : second.span.start]
        known = self.head(first).kind is not EntityKind.UNKNOWN
        people = (self.is_person(first) or not known) and self.is_person(second)
        led = self.text[span.start : first.span.start]
        return people and _JOINS.fullmatch(gap) is not None and core_length(led) == len(led)

    def _in_apposition(self, inside: Sequence[Mention], span: Span) -> Mention | None:
        """The person whose name stands after the words for them: "the head of the union, Bo Lind"."""
        fits = [
            m
            for m in inside
            if self.is_person(m)
            and self.text[max(span.start, m.span.start - 2) : m.span.start] == ", "
            and (m.span.end >= span.end or _ENDS.match(self.text, m.span.end))
        ]
        return self._one(fits) if _of_one_person(span.text) else None

    def _beside(self, span: Span) -> Mention | None:
        """The person named right after words that end before the name: "the mayor", ", Bo Lind,"."""
        at = bisect_left(self.names, span.end, key=lambda m: m.span.start)
        if at == len(self.names) or not _of_one_person(span.text):
            return None
        name = self.names[at]
        gap = self.text[span.end : name.span.start]
        close = gap == ", " and _ENDS.match(self.text, name.span.end) is not None
        return name if close and self.is_person(name) else None

    def _full_name(self, span: Span, mention: Mention) -> str:
        top = self.head(mention)
        whole = self._with_article(span, mention)
        if whole is not None:
            return whole
        if top.id == mention.id:
            before = self.text[span.start : mention.span.start]
            if re.fullmatch(r"(?:[Tt]he )?(?:[A-Z][\w’'.-]* )*[A-Z][\w.-]*['’]s? ", before):
                return bare_name(self.text[span.start : mention.span.end])
        return self._shown(top)

    def _shown(self, top: Mention) -> str:
        """A name as shown: an arm of a state with the state before it, "Osmeria's Foreign Ministry"."""
        words = top.span.text
        if _STATE.intersection(key_of(words)):
            owner = _OWNER.search(self.text[max(0, top.span.start - 2 * _OPENING) : top.span.start])
            if owner is not None:
                return bare_name(owner.group() + words)
        return bare_name(words)

    def _with_article(self, span: Span, mention: Mention) -> str | None:
        """The name with an article that is part of it: "The Times" in the midst of a sentence."""
        start = mention.span.start - 4
        if start < span.start or self.text[start : start + 4] != "The ":
            return None
        if self.sentence_starts[self._sentence(start)] == start:
            return None
        return self.text[start : mention.span.end]

    # -- who, which, that

    def _antecedent(self, span: Span) -> Mention | None:
        """The name or description a relative pronoun hangs from."""
        at = bisect_left(self.names, span.start, key=lambda m: m.span.start) - 1
        if at >= 0:
            name = self.names[at]
            gap = self.text[name.span.end : span.start]
            before = self.text[max(0, name.span.start - _TOWN) : name.span.start]
            placed = _PLACED.search(before) is not None and not self.is_person(name)
            beside = re.fullmatch(r"[\"”'’)]*,? ?(?:\d{1,2}, ?)?[\"”]?[—–-]?\s?", gap)
            if beside and placed and span.text.lower() == "who":
                people = self._phrase_before(span)
                return people if people and people.span.start < name.span.start else None
            if beside:
                return name
        return self._phrase_before(span)

    def _phrase_before(self, span: Span) -> Mention | None:
        """The description a relative pronoun hangs from: "the fighters who"."""
        row = tokens(self.text, max(0, span.start - _PHRASE), span.start, ())
        while row and row[-1].text in (",", "—", "–"):
            row.pop()
        start = phrase_before(row, len(row) - 1) if row else None
        if start is None or (start == 0 and span.start > _PHRASE):
            return None
        words = Span.of(self.text, row[start].start, row[-1].end)
        known = self.extra.get((words.start, words.end))
        if known is None:
            known = source_mention(self.report, words)
            self._keep(known)
        return known

    # -- he, she, they, it

    def _pronoun(
        self, span: Span, low: str, statement: Statement, depth: int = 0
    ) -> Mention | None:
        if low not in _HE | _SHE | _THEY | _IT or depth > _CHAIN:
            return None
        here = self.sentences[max(0, self._sentence(span.start))]
        before = self._same_pronoun(max(here.start, span.start - _VIEW), span.start, low)
        if before is not None:
            return self._as_before(before, low, statement, depth)
        if low in _HE | _SHE and self._in_quote(span.start):
            return self._one(self._in_same_quote(span, low))
        same = self._before_in_sentence(span, statement, low)
        if same:
            return self._one(same)
        speaker = self._last_speaker(span, low)
        recent = self._recent(span, low, speaker)
        if isinstance(recent, Span):
            return self._as_before(recent, low, statement, depth)
        if recent:
            return self._of_recent(span, recent, speaker)
        if recent is None or speaker is not None:
            return None if recent is None else speaker
        return self._opening(span, low, statement)

    def _of_recent(
        self, span: Span, recent: Sequence[Mention], speaker: Mention | None
    ) -> Mention | None:
        """Of those the sentence before is about, and who spoke last, the one that is meant."""
        if speaker is None:
            return self._one(recent) or self._foremost(recent)
        if any(self.head(m).id == self.head(speaker).id for m in recent):
            return speaker
        return self._subject_here(span, recent[0])

    def _in_same_quote(self, span: Span, low: str) -> list[Mention]:
        """Whom a quotation names before a "he" in it: who is quoted says "I"."""
        quote = self.quotes[bisect_right(self.quote_starts, span.start) - 1]
        start = max(quote.start, span.start - _VIEW)
        return [m for m in self._between(start, span.start) if self._fits(m, low)]

    def _same_pronoun(self, start: int, end: int, low: str) -> Span | None:
        """The last "he" before another "he", or "she" before "she", of one sentence: the same person."""
        if low not in _HE | _SHE:
            return None
        found = list(_PERSONAL[low in _SHE].finditer(self.text, start, end))
        quoted = self._in_quote(end)
        for match in reversed(found):
            if self._in_quote(match.start()) == quoted:
                return Span.of(self.text, match.start(), match.end())
        return None

    def _as_before(
        self, before: Span, low: str, statement: Statement, depth: int
    ) -> Mention | None:
        """Whom an earlier pronoun means, which need be no source of anything."""
        known = self.extra.get((before.start, before.end))
        if known is not None:
            return known if known.refers is not None else None
        if before.start not in self.meant:
            self.meant[before.start] = self._pronoun(before, low, statement, depth + 1)
        return self.meant[before.start]

    def _foremost(self, named: Sequence[Mention]) -> Mention | None:
        """Of several the one that the sentence begins with, if the report spoke of it most so far."""
        first = named[0]
        top = self.head(first).id
        if not self._opens(first):
            return None
        before = {
            head: bisect_left(self.uses.get(head, []), first.span.start)
            for head in {self.head(mention).id for mention in named}
        }
        own = before.pop(top)
        return first if own >= _TOPIC and all(own > other for other in before.values()) else None

    def _opens(self, mention: Mention) -> bool:
        """Whether a sentence begins with the name, after titles and roles at most, and alone."""
        start = self.sentence_starts[self._sentence(mention.span.start)]
        lead = self.text[start : mention.span.start]
        small = {word.lower() for word in re.findall(r"[\w’'-]+", lead)}
        if len(lead) > _LEAD or re.search(r"[,;:]", lead) or small & _NO_LEAD:
            return False
        after = self.text[mention.span.end : mention.span.end + 5]
        return re.match(r"['’]s\b|s?['’] | and ", after) is None

    def _opening(self, span: Span, low: str, statement: Statement) -> Mention | None:
        """The body that the pronoun's sentence, or the one before it, begins with: "The group"."""
        if low not in _IT:
            return None
        here = self._sentence(span.start)
        for at in (here, here - 1):
            if at < 0 or self._block(self.sentence_starts[at]) != self._block(span.start):
                return None
            words = self._body_first(self.sentence_starts[at], span.start)
            if words is None:
                continue
            if any(part.overlaps(words) for part in statement.content):
                return None
            return self._described(words)
        return None

    def _body_first(self, start: int, stop: int) -> Span | None:
        """The body that a sentence begins with: "The ministry", "The armed group"."""
        for pattern in _BODY_FIRST:
            match = pattern.match(self.text, start, stop)
            if match is not None and is_body(match.group()):
                return Span.of(self.text, match.start(), match.end())
        return None

    def _described(self, words: Span) -> Mention:
        """The mention of a description that is no source, with whom it means if one fits."""
        known = self.extra.get((words.start, words.end))
        if known is None:
            known = source_mention(self.report, words)
            target = self._description(words, words.text.lower())
            if target is not None:
                top = self.head(target)
                known = replace(known, refers=top.id, kind=top.kind)
            self._keep(known)
        return known

    def _subject_here(self, span: Span, recent: Mention) -> Mention | None:
        """Whom the sentence before began with, if it is of the pronoun's own paragraph."""
        start = self.sentence_starts[self._sentence(recent.span.start)]
        same = self._block(recent.span.start) == self._block(span.start)
        return recent if same and recent.span.start - start <= _OPENING else None

    def _one(self, mentions: Sequence[Mention]) -> Mention | None:
        heads = {self.head(mention).id: mention for mention in mentions}
        return next(iter(heads.values())) if len(heads) == 1 else None

    def _fits(self, mention: Mention, low: str, *, speaking: bool = False) -> bool:
        top = self.head(mention)
        if low in _HE or low in _SHE:
            if top.kind is not EntityKind.PERSON:
                return False
            if top.form is MentionForm.DESCRIPTION and is_plural(top.span.text):
                return False
            known = self._gender(top)
            return known is None or known == ("f" if low in _SHE else "m")
        bodies = (EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.UNKNOWN)
        if low in _IT:
            return top.kind in bodies
        if top.form is MentionForm.DESCRIPTION:
            return is_plural(top.span.text)
        # A body is "they" only as the one that spoke last: a ministry named in passing is "it".
        spoke = speaking and top.kind is EntityKind.ORGANIZATION
        return top.kind is EntityKind.GROUP or (spoke and not made_like_outlet(top.span.text))

    def _gender(self, top: Mention) -> str | None:
        """Told by a title, a role, a given name or an earlier pronoun; ``None`` where nothing tells."""
        if top.form is MentionForm.DESCRIPTION:
            return told_by(top.span.text) or self.genders.get(top.id)
        before = self.text[max(0, top.span.start - 14) : top.span.end]
        told = told_by(f"{before} {top.role}") or told_by_name(bare_name(top.span.text))
        return told or self.genders.get(top.id)

    def _in_quote(self, offset: int) -> bool:
        at = bisect_right(self.quote_starts, offset) - 1
        return at >= 0 and offset < self.quotes[at].end

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset) - 1

    def _block(self, offset: int) -> int:
        return bisect_right(self.block_starts, offset) - 1

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self.names, start, key=lambda m: m.span.start)
        last = bisect_left(self.names, end, key=lambda m: m.span.start)
        return self.names[first:last]

    def _before_in_sentence(self, span: Span, statement: Statement, low: str) -> list[Mention]:
        """Whom the pronoun's own sentence names before it, outside what is being said."""
        start = max(self.sentence_starts[self._sentence(span.start)], span.start - _VIEW)
        found = [
            mention
            for mention in self._between(start, span.start)
            if self._fits(mention, low)
            and not self._in_quote(mention.span.start)
            and not any(part.contains(mention.span) for part in statement.content)
            and (low not in _THEY or self._opens(mention))
            and self.text[mention.span.end : mention.span.end + 2] not in ("'s", "’s")
        ]
        if len({self.head(m).id for m in found}) > 1:
            speakers = [
                self.by_id[source.mention]
                for other, source in self.spoken[-4:]
                if source.mention is not None
                and other.source is not None
                and other.source.start >= start
            ]
            speaking = [m for m in speakers if self._fits(m, low, speaking=True)]
            if speaking:
                return [speaking[-1]]
        return found

    def _last_speaker(self, span: Span, low: str) -> Mention | None:
        """The nearest speaker before, in this paragraph or the two before it, whom the pronoun fits."""
        block = self._block(span.start)
        for other, source in reversed(self.spoken[-12:]):
            if source.mention is None or other.source is None or other.source.start >= span.start:
                continue
            ends = max(
                other.source.end, *(part.end for part in other.content if part.end <= span.start), 0
            )
            if self._block(ends) < block - 2:
                return None
            mention = self.by_id[source.mention]
            if self.head(mention).form is MentionForm.PRONOUN:
                if low in _HE | _SHE and mention.span.text.lower() in _HE | _SHE:
                    return None
                continue
            if self._fits(mention, low, speaking=True):
                return mention
            if low in _THEY | _IT:
                return None
        return None

    def _recent(
        self, span: Span, low: str, speaker: Mention | None
    ) -> Sequence[Mention] | Span | None:
        """Whom the sentence before is of: the one a pronoun most likely goes on about.

        A pronoun of the same kind where that sentence begins with one: it means the same. ``None``
        where it begins with somebody who is not named.
        """
        last = self._sentence(span.start)
        for at in range(last - 1, max(-1, last - 1 - _BACK), -1):
            sentence = self.sentences[at]
            if self._block(sentence.start) < self._block(span.start) - 1:
                return []
            if speaker is not None and self.head(speaker).id in self._sources_in(sentence):
                return [speaker]
            if self._in_quote(sentence.start):
                continue
            early = min(sentence.end, sentence.start + _OPENING)
            before = self._same_pronoun(sentence.start, early, low)
            if before is not None and not self._told(before):
                return before
            named = self._named_in(sentence, low)
            if named:
                return named if speaker is None else named[:1]
            if low not in _HE | _SHE:
                return []
            if _STRANGER.match(sentence.text) is not None:
                return None
        return []

    def _told(self, span: Span) -> bool:
        """Whether words stand within what somebody is said to say."""
        return any(part.contains(span) for other, _ in self.spoken[-12:] for part in other.content)

    def _named_in(self, sentence: Span, low: str) -> list[Mention]:
        """The names of a sentence that the pronoun fits, outside what is being said."""
        return [
            mention
            for mention in self._between(max(sentence.start, sentence.end - _VIEW), sentence.end)
            if self._fits(mention, low)
            and not self._in_quote(mention.span.start)
            and not self._told(mention.span)
            and (low not in _THEY or self._opens(mention))
        ]

    def _sources_in(self, sentence: Span) -> set[str]:
        """Ids of the heads of those who speak in a sentence."""
        return {
            self.head(self.by_id[source.mention]).id
            for _, source in self.spoken[-12:]
            if source.mention is not None and sentence.contains(source.span)
        }

    # -- the official, the group, the 50-year-old

    def _description(self, span: Span, low: str) -> Mention | None:
        called = _CALLED.match(self.text, span.end, span.end + _PHRASE)
        if called is not None:
            at = bisect_left(self.names, called.end(), key=lambda m: m.span.start)
            if at < len(self.names) and self.names[at].span.start <= called.end() + 1:
                return self.names[at] if self._is_called(self.names[at], called) else None
        definite = re.match(r"(?:the|this|that) ", low)
        if definite is None:
            return None
        age = re.search(r"\b(\d{1,2})-year-old\b", low)
        if age is not None:
            return self._one(self.by_age.get(age.group(1), []))
        noun = head_noun(span.text)
        if not noun:
            return None
        earlier = [m for m in self.described.get(noun, []) if m.span.start < span.start]
        by_role = [m for m in self.by_role.get(noun, []) if m.span.start < span.start]
        told = words_told(span.text)
        if is_plural_noun(noun):
            return self._one([m for m in earlier if told <= words_told(m.span.text)])
        fits = [m for m in earlier if told <= words_told(m.span.text)]
        fits += [m for m in by_role if told <= self._told_of(m)]
        if earlier or by_role:
            return self._narrowed(fits, span)
        return self._body(span, noun, told)

    def _told_of(self, name: Mention) -> frozenset[str]:
        """The words of a name and its role, and those right before them: "Vela Sen. Bo Lind"."""
        start = max(self.sentence_starts[self._sentence(name.span.start)], name.span.start - _LEAD)
        before = self.text[start : name.span.start].split(",")[-1]
        return words_told(f"{name.span.text} {name.role}") | words_told(before.strip())

    def _is_called(self, name: Mention, words: re.Match[str]) -> bool:
        """Whether "a man called Lind" and not "an aide called Lind “a liar”"."""
        if re.match(r" (?:called|named) ", words.group()) is None:
            return True
        after = self.text[name.span.end : name.span.end + 4]
        near = re.fullmatch(r" (?:called|named) [“\"'‘]?", words.group()) is not None
        return near and re.match(r"['’]s\b| [“\"]| an? ", after) is None

    def _narrowed(self, fits: list[Mention], span: Span) -> Mention | None:
        """The one that fits; of several, the one whose other words the description repeats."""
        alone = self._one(fits)
        if alone is not None:
            return alone
        words = words_told(span.text)
        return self._one([m for m in fits if words == words_told(m.span.text)])

    def _body(self, span: Span, noun: str, told: frozenset[str]) -> Mention | None:
        """A body by its common noun: the one name that has the noun in it, else the last in view."""
        holders = [m for m in self.by_word.get(noun, []) if m.span.start < span.start]
        if holders:
            return self._one([m for m in holders if told <= words_told(m.span.text)])
        if noun not in _GENERIC or len(told) > 1:
            return None
        block = self._block(span.start)
        start = max(self.block_starts[max(0, block - 1)], span.start - _VIEW)
        bodies = [
            m
            for m in self._between(start, span.start)
            if self.head(m).kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)
            and not self._in_quote(m.span.start)
            and not (noun in _BANDS and _STATE.intersection(key_of(self.head(m).span.text)))
        ]
        return self._one(bodies)


_TOWN = 16
_PLACED = re.compile(r"\b(?:in|at|near|inside|outside|within|from|across|throughout) (?:the )?\Z")
"""What makes of a name the place where people are: "those in Osmeria who"."""
_SET_OFF = re.compile(r"['’\"”)]*(?:, | \(| [—–-] ?|[—–]| who )")
"""What parts a name from words told of it."""
_JOINS = re.compile(r",? (?:and|&) (?:(?!of )[\w.’'-]+ ){0,3}")
_ENDS = re.compile(r"['’\"”)]*[,.—–]|['’\"”)]* [—–-]")
"""What closes a name set off by a comma before it."""


def _of_one_person(words: str) -> bool:
    body = is_body(words) or kind_of_words(words.lower()) is EntityKind.ORGANIZATION
    return not body and not is_plural(words)


_BODY_FIRST = (
    re.compile(r"The [a-z-]+(?= [a-z]+)"),
    re.compile(r"The [a-z-]+ [a-z-]+(?= [a-z]+)"),
)
_CALLED = re.compile(
    r",? (?:who (?:goes|went) by|known (?:only )?(?:as|by)|nicknamed|identified (?:only )?(?:as|by)|"
    r"who (?:gave|uses|used|identified|introduced)|using|called|named)(?: [a-z’'-]+){0,7}?[ ,“\"'‘]+(?=[A-Z])"
)
_BANDS = word_set("group unit movement militia network force organization organisation")
_STATE = word_set(
    "kremlin ministry government parliament court police office army council congress senate "
    "forces house embassy state department military navy times post herald agency"
)
_OWNER = re.compile(r"[A-Z][\w-]+['’]s \Z")
_AGE = re.compile(r"(?:, who is| is|,) (?:an? )?(\d{1,3})\b")
_PERSONAL = (re.compile(r"\b[Hh]e\b(?!’d|'d)"), re.compile(r"\b[Ss]he\b"))
_STRANGER = re.compile(
    r"[\"“]?(?:There (?:was|is) )?(?:[Aa]n?|One|Another|The|His|Her)\b(?: [\w-]+){0,4}? (?:wo)?man\b|"
    r"[\"“]?(?:There (?:was|is) )?(?:[Aa]n?|One|Another) (?:[\w-]+ ){0,3}?(?:girl|boy|voter|officer|"
    r"soldier|official|resident|witness|reporter|driver|guard|doctor|teacher|student|friend)\b"
)
"""Begins a sentence about somebody who is not named: a pronoun after it may mean them."""
_NO_LEAD = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | RELATIVES | PRONOUNS
_LEAD = 60
"""How far into a sentence its first name may stand after a role: "Former guard and mayor Bo Lind"."""
_TOPIC = 2
"""How often a report must have named somebody for them to be whom it speaks of."""
_BACK = 4
"""How many sentences back a pronoun looks for a name."""
_CHAIN = 8
"""How many pronouns are followed back one to the next."""
_OPENING = 16
"""How far into a sentence, in code points, its first name may stand: after a title or article."""
_PHRASE = 120
_VIEW = 4_000
"""How far back, in code points, a pronoun or a bare "group" is looked up: keeps reading linear."""
_REMEMBERED = 12
"""How many descriptions with one noun are kept apart: between more it abstains anyway."""


def _is_proper(words: str) -> bool:
    """Whether words that no name was found in are a name all the same: "Heron", not "Residents"."""
    plain = (
        words.lower() not in QUANTITY_SUBJECTS
        and kind_of_words(words.lower()) is EntityKind.UNKNOWN
    )
    return plain and all(word[:1].isupper() for word in words.split())


_GENERIC = word_set(
    "group organization organisation unit movement company agency party army militia force "
    "team institute outfit network firm outlet newspaper paper body"
)
