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
from reportedly.read.grammar import FIRST_SECOND, QUANTITY_SUBJECTS, phrase_before
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
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|queen|princess|\w*woman|mother|daughter|sister|wife|widow|actress|"
    r"girl|aunt|grandmother|sra|madam)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|\w+sman|policeman|fireman|chairman|father|son|brother|husband|"
    r"widower|actor|boy|uncle|grandfather|man)\b",
    re.IGNORECASE,
)


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
    sources = [reader.source_of(statement) for statement in statements]
    return Resolution(reader.all_mentions(), tuple(sources))


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
        if span.text.lower() in FIRST_SECOND:
            return self._own(span)
        source = self._resolve(span, statement)
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
            mention = replace(mention, refers=self.head(target).id, kind=self.head(target).kind)
        self._keep(mention)
        return self._made(span, mention)

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
        """The name that heads the source's words: the last of its core, before any preposition."""
        inside = at_or_within(self.names, span)
        if not inside:
            covering = bisect_right(self.names, span.start, key=lambda m: m.span.start) - 1
            if covering >= 0 and self.names[covering].span.contains(span):
                same = self.names[covering].span.start == span.start
                return self.names[covering] if same else None
            return None
        core_end = span.start + core_length(span.text)
        heads = [m for m in inside if m.span.start < core_end]
        if not heads:
            return None
        head = heads[-1]
        tail = self.text[head.span.end : core_end].strip(" '’s\"”)")
        if tail:
            return None
        if head.kind is EntityKind.NATIONALITY and head.span.start != span.start:
            return None
        return head

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
            gap = self.text[self.names[at].span.end : span.start]
            if re.fullmatch(r"[\"”'’)]*,? ?(?:\d{1,2}, ?)?[\"”]?[—–-]?\s?", gap):
                return self.names[at]
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

    def _pronoun(self, span: Span, low: str, statement: Statement) -> Mention | None:
        if low not in _HE | _SHE | _THEY | _IT:
            return None
        same = self._before_in_sentence(span, statement, low)
        if same:
            return self._one(same)
        speaker = self._last_speaker(span, low)
        recent = self._recent(span, low, speaker)
        if speaker is None:
            return self._one(recent) or (None if recent else self._opening(span, low, statement))
        if not recent or any(self.head(m).id == self.head(speaker).id for m in recent):
            return speaker
        return self._subject_here(span, recent[0])

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
        """Told by a title, a role or an earlier pronoun; ``None`` where nothing tells."""
        before = self.text[max(0, top.span.start - 14) : top.span.end]
        words = f"{before} {top.role}"
        if top.form is MentionForm.DESCRIPTION:
            words = top.span.text
        if _FEMALE.search(words):
            return "f"
        return "m" if _MALE.search(words) else None

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

    def _recent(self, span: Span, low: str, speaker: Mention | None) -> list[Mention]:
        """Whom the sentence before begins with: the one a pronoun most likely goes on about."""
        at = self._sentence(span.start) - 1
        while (
            at >= 0
            and self._in_quote(self.sentence_starts[at])
            and at > self._sentence(span.start) - 4
        ):
            at -= 1
        if at < 0 or self._block(self.sentence_starts[at]) < self._block(span.start) - 1:
            return []
        sentence = self.sentences[at]
        told = [
            part
            for other, _ in self.spoken[-12:]
            for part in other.content
            if part.start < sentence.end and part.end > sentence.start
        ]
        named = [
            mention
            for mention in self._between(max(sentence.start, sentence.end - _VIEW), sentence.end)
            if self._fits(mention, low)
            and not self._in_quote(mention.span.start)
            and not any(part.contains(mention.span) for part in told)
        ]
        if speaker is None:
            return named
        spoke = self._sources_in(sentence)
        if self.head(speaker).id in spoke:
            return [speaker]
        return named[:1]

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
                return self.names[at]
        definite = re.match(r"(?:the|this|that) ", low)
        if definite is None:
            return None
        age = re.search(r"\b(\d{1,2})-year-old\b", low)
        if age is not None:
            return self._one(self.by_age.get(age.group(1), []))
        noun = head_noun(span.text)
        if not noun or is_plural_noun(noun):
            return None
        earlier = [m for m in self.described.get(noun, []) if m.span.start < span.start]
        by_role = [m for m in self.by_role.get(noun, []) if m.span.start < span.start]
        told = words_told(span.text)
        fits = [m for m in earlier + by_role if told <= words_told(f"{m.span.text} {m.role}")]
        if earlier or by_role:
            return self._narrowed(fits, span)
        return self._body(span, noun, told)

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
