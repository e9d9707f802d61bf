"""Find the names in a text by rule, and guess what each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, MentionForm
from reportedly.text.name_aliases import Alias, stated_aliases
from reportedly.text.name_kinds import BODIES, Guess, guess, role_begins
from reportedly.text.name_parts import Part, parts
from reportedly.text.name_runs import Row, Usage, Word, rows, run_end, without_titles
from reportedly.text.name_words import (
    COUNTRIES,
    FIELDS,
    FUNCTION_WORDS,
    LOCAL_BODIES,
    NAMESAKES,
    PERSON_ROLES,
    REACHES,
)
from reportedly.text.normalise import fold
from reportedly.text.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Attributes:
        span: The name, without its title and without an article.
        kind: What it seems to stand for; unknown where nothing tells.
        title: Rank, office or role right before it ("Gen.", "fire chief").
        role: The apposition after it that names a role ("a spokesman for the harbour").
        form: Name, alias or acronym.
        alias_of: The name that the text equates with this one, where it does ("(FHF)").
        weight: How much speaks for its kind: 3 the name itself or the text that states it, 2 its
            neighbours, 1 its shape, 0 nothing.
    """

    span: Span
    kind: EntityKind
    title: Span | None = None
    role: Span | None = None
    form: MentionForm = MentionForm.NAME
    alias_of: Span | None = None
    weight: int = 3


def names(
    text: str, gazetteer: Gazetteer | None = None, places: Iterable[str] = ()
) -> tuple[Name, ...]:
    """The names of ``text``, in order, none overlapping.

    Args:
        text: Kept text.
        gazetteer: Asked about single names of which nothing else tells what they stand for.
        places: Names that are known to be places of the case.
    """
    found_rows, usage = rows(text)
    sentences = [piece for row in found_rows for piece in without_titles(row)]
    found = [
        drafted
        for row in sentences
        if not row.headline
        for drafted in _in_sentence(text, row.words, usage)
    ]
    found = _settled(text, found, _Places(gazetteer, frozenset(map(_key, places)), usage))
    known = {_key(name.span.text): name.kind for name, _ in found}
    for row in sentences:
        if row.headline:
            found.extend(_in_headline(text, row, known))
    listed = sorted((name for name, _ in found), key=lambda name: name.span)
    return _with_aliases(text, listed)


# --- drafting ------------------------------------------------------------------------------------

_Draft = tuple[Name, Guess]
_OPENING, _CLOSING = '“"«‘', '”"»’'


def _in_sentence(text: str, words: Sequence[Word], usage: Usage) -> Iterator[_Draft]:
    at = 0
    while at < len(words):
        word = words[at]
        if not word.capital or (word.low in FUNCTION_WORDS and not word.acronym):
            at += 1
            continue
        end = run_end(words, at)
        drafts = [_draft(text, words, part) for part in parts(words, at, end, usage)]
        body = _local_body(words, end) if drafts and end - at < _LONGEST_PLACE else end
        if body > end and drafts[-1][0].title is None and drafts[-1][1].kind in _OWNING:
            span = Span.of(text, drafts[-1][0].span.start, words[body - 1].end)
            sure = Guess(EntityKind.ORGANIZATION, 3)
            drafts[-1] = replace(drafts[-1][0], span=span, kind=sure.kind, weight=sure.weight), sure
            end = body
        closing = _quoted_end(words, end)
        if drafts and closing and drafts[-1][1].kind in BODIES:
            name, sure = drafts[-1]
            span = Span.of(text, name.span.start, words[closing].end)
            drafts[-1] = replace(name, span=span), sure
            end = closing + 1
        yield from drafts
        at = end


_LONGEST_PLACE = 4
_OWNING = (EntityKind.PLACE, EntityKind.UNKNOWN)


def _local_body(words: Sequence[Word], end: int) -> int:
    """Index after a body in small letters that a place owns: "the Marn regional fire service"."""
    at = end
    if words[end - 1].owns:
        return end
    while at < len(words) and at < end + 2 and words[at].low in (REACHES | FIELDS):
        at += 1
    if at == end or at >= len(words) or words[at].low not in LOCAL_BODIES:
        return end
    if not all(word.text.islower() for word in words[end : at + 1]):
        return end
    titled = at + 1 < len(words) and words[at + 1].low in PERSON_ROLES
    return end if titled else at + 1


def _quoted_end(words: Sequence[Word], end: int) -> int:
    """Index of the mark that closes a quoted name right after a run (Legion “Free Hills”); 0 if none."""
    if end >= len(words) or words[end].text not in _OPENING:
        return 0
    for at in range(end + 1, min(end + 6, len(words))):
        if words[at].text in _CLOSING:
            return at if at > end + 1 else 0
        if not (words[at].capital or words[at].low in ("of", "the", "for", "and")):
            return 0
    return 0


def _draft(text: str, words: Sequence[Word], part: Part) -> _Draft:
    first = part.first
    if first and _ordinal(words[first - 1]):
        first -= 1
    sure = guess(words, part.first, part.end, titled=part.title >= 0)
    title = (
        Span.of(text, words[part.title].start, words[first - 1].end)
        if 0 <= part.title < first
        else None
    )
    role = _role(text, words, part.end) if sure.kind is EntityKind.PERSON else None
    span = Span.of(text, words[first].start, words[part.end - 1].end)
    return Name(span, sure.kind, title, role, weight=sure.weight), sure


def _ordinal(word: Word) -> bool:
    return word.text[0].isdigit() and word.low[-2:] in ("st", "nd", "rd", "th")


_LONGEST_ROLE = 16


def _role(text: str, words: Sequence[Word], end: int) -> Span | None:
    """The apposition that names a role after a name: ", a spokesman for the harbour,"."""
    if end + 1 >= len(words) or words[end].text != "," or not role_begins(words, end + 1):
        return None
    stop = end + 1
    while stop < len(words) and stop < end + _LONGEST_ROLE and words[stop].text not in ",.;:–—(":
        stop += 1
    return Span.of(text, words[end + 1].start, words[stop - 1].end)


# --- settling ------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _key(words: str) -> str:
    return fold(words).removeprefix("the ")


_TOWN = 15_000
"""Least population of a place that a bare name is taken for: a village has many a namesake."""


@dataclass(frozen=True, slots=True)
class _Places:
    """What is known of places: asked only about names of which nothing else tells."""

    gazetteer: Gazetteer | None
    known: frozenset[str]
    usage: Usage

    def guess(self, text: str, name: Span) -> Guess | None:
        """A place of the case, or a town or country that no common word or article speaks against."""
        key = _key(name.text)
        if key in self.known:
            return Guess(EntityKind.PLACE, 2)
        if self.gazetteer is None or key in self.usage.small:
            return None
        if text[max(0, name.start - 4) : name.start].lower() == "the ":
            return None
        found = self.gazetteer.find(name.text)
        large = any(place.population >= _TOWN or place.kind == "country" for place in found)
        return Guess(EntityKind.PLACE, 1) if large else None


def _settled(text: str, drafts: Sequence[_Draft], places: _Places) -> list[_Draft]:
    """Give each name one kind over the whole text: the one for which most speaks."""
    drafts = _listed_together(text, drafts)
    best: dict[str, Guess] = {}
    for name, sure in drafts:
        key = _key(name.span.text)
        if key not in best or sure.weight > best[key].weight:
            best[key] = sure
    shares = _shares(best)
    settled = []
    for name, _ in drafts:
        key = _key(name.span.text)
        sure = best[key]
        if sure.weight < 3 and key in shares:
            sure = shares[key]
        if sure.weight < 2 and (known := places.guess(text, name.span)) is not None:
            sure = known if known.weight > sure.weight else sure
        settled.append((replace(name, kind=sure.kind, weight=sure.weight), sure))
    return settled


_LIST = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def _listed_together(text: str, drafts: Sequence[_Draft]) -> list[_Draft]:
    """Take a name of unknown kind for a place where it stands in a list after one."""
    result: list[_Draft] = []
    for name, sure in drafts:
        if result and not sure.weight:
            before, its = result[-1]
            gap = text[before.span.end : name.span.start]
            if its.kind is EntityKind.PLACE and its.weight > 1 and _LIST.fullmatch(gap):
                sure = Guess(EntityKind.PLACE, 1)
        result.append((name, sure))
    return result


def _shares(best: dict[str, Guess]) -> dict[str, Guess]:
    """What single words stand for that are a surname, or the first word of an organisation."""
    shares: dict[str, Guess] = {}
    for key, sure in best.items():
        first, *_, last = key.split() if " " in key else ("", "")
        if sure.kind in BODIES and first and last in NAMESAKES:
            shares.setdefault(first, Guess(sure.kind, 1))
    for key, sure in best.items():
        last = key.rpartition(" ")[2]
        if sure.kind is EntityKind.PERSON and " " in key:
            shares[last] = Guess(EntityKind.PERSON, 2)
    return {
        key: share
        for key, share in shares.items()
        if key in best and best[key].weight < share.weight + 1
    }


def _in_headline(text: str, row: Row, known: dict[str, EntityKind]) -> Iterator[_Draft]:
    """In a headline, only what the rest of the text knows to be a name."""
    words = row.words
    at = 0
    while at < len(words):
        size = _known_size(text, words, at, known) if words[at].text[0].isupper() else 0
        if size:
            span = Span.of(text, words[at].start, words[at + size - 1].end)
            kind = known.get(_key(span.text), EntityKind.PLACE)
            yield Name(span, kind, weight=2), Guess(kind, 2)
        at += size or 1


def _known_size(text: str, words: Sequence[Word], at: int, known: dict[str, EntityKind]) -> int:
    for size in range(min(8, len(words) - at), 0, -1):
        key = _key(text[words[at].start : words[at + size - 1].end])
        if key in known or key in COUNTRIES:
            return size
    return 0


# --- aliases -------------------------------------------------------------------------------------


def _may_have(kind: EntityKind, alias: Alias) -> bool:
    """Whether what has this kind can have such another name: no nation has a call sign."""
    if alias.persons:
        return kind in (EntityKind.PERSON, EntityKind.UNKNOWN)
    return kind is not EntityKind.NATIONALITY


def _with_aliases(text: str, listed: Sequence[Name]) -> tuple[Name, ...]:
    """The names with those that the text states to be other names of theirs."""
    by_start = {name.span.start: name for name in listed}
    kinds = {name.span: name.kind for name in listed}
    called: dict[str, EntityKind] = {}
    for alias in stated_aliases(text, [name.span for name in listed]):
        own = by_start.get(alias.span.start)
        of = alias.of if alias.of and _may_have(kinds[alias.of], alias) else None
        if of is None and not alias.persons:
            continue
        kind = kinds[of] if of else EntityKind.PERSON
        kind = EntityKind.PERSON if alias.persons and kind is EntityKind.UNKNOWN else kind
        form = MentionForm.ACRONYM if alias.acronym else MentionForm.ALIAS
        for start in [s for s, name in by_start.items() if name.span.overlaps(alias.span)]:
            del by_start[start]
        base = own or Name(alias.span, kind)
        if kind in BODIES and of is not None:
            called[_key(alias.span.text)] = kind
        by_start[alias.span.start] = replace(
            base, span=alias.span, kind=kind, form=form, alias_of=of, weight=3
        )
    return tuple(_called_so(by_start[start], called) for start in sorted(by_start))


def _called_so(name: Name, called: dict[str, EntityKind]) -> Name:
    """A later use of a stated name of a body stands for what the text said it is."""
    kind = called.get(_key(name.span.text))
    if kind is None or name.kind is EntityKind.NATIONALITY or name.title is not None:
        return name
    return replace(name, kind=kind, weight=3)
