"""The names of the rules and those a model marks, as one: what is firm stays, the surer word counts else.

The rules know titles, stated aliases, places of the case and the words that say of what kind a name
is; the model knows a name by its sentence. A kind decides which names may be one actor, so where the
rules have something firm to rest on they keep it, and where the model is hardly sure they do too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol, runtime_checkable

from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, MentionForm
from reportedly.read.outlets import made_like_outlet
from reportedly.text.name_kinds import BODIES, TITLES
from reportedly.text.name_words import PERSON_ROLES, STATE_ORGANS
from reportedly.text.names import Name
from reportedly.text.normalise import fold

_FULLY = 0.3
"""How sure a model must be to outweigh what a name says of itself: 95 in 100 of such marks are right."""
_NEW = 0.1
"""How sure it must be of a name that the rules do not see (under it one person in ten was one), and
to make a body of what the words beside it make something else."""
SURE = 0.05
"""How sure it must be to outweigh the edges that the rules give a name."""
_PART = 0.03
"""How sure it must be of a body of which the rules see a part."""
_TELLS = 0.02
"""How sure it must be to tell of what kind a name is of which the rules know nothing."""
_NAMES_ITSELF, _BESIDE, _SHAPE = 3, 2, 1
"""What a kind of the rules rests on, as `Name.weight` has it."""


@dataclass(frozen=True, slots=True)
class MarkedName:
    """A stretch that a model takes for a name, or for something that is none.

    Attributes:
        span: Its words.
        kind: What it stands for; ``None`` for a date, a sum, a count or a weapon.
        chance: How sure the model is of these words, 0 to 1.
        priced: Whether it is a sum of money.
    """

    span: Span
    kind: EntityKind | None
    chance: float
    priced: bool = False


@runtime_checkable
class NameFinder(Protocol):
    """A span-finder that marks names as well."""

    def names(self, text: str) -> tuple[MarkedName, ...] | None:
        """The names of a text, in order, none overlapping; ``None`` from one that knows no names."""


def with_marked(
    text: str,
    ruled: Sequence[Name],
    marked: Iterable[MarkedName] | None,
    firm: Collection[str] = (),
) -> tuple[Name, ...]:
    """The names of the rules and of a model, in order, none overlapping.

    Args:
        text: The text.
        ruled: What the rules found, in order.
        marked: What a model marked; ``None`` leaves the names as they are.
        firm: Folded names that stand for what the rules say: those that the case itself lists.
    """
    if marked is None:
        return tuple(ruled)
    joining = _Joining(text, ruled, [tidy for one in marked if (tidy := _tidy(text, one))], firm)
    return _settled(joining.joined())


_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TITLE = re.compile(r"([^\W\d_][\w'’-]*)\.?\s+(?=\S)")
_OWNS = re.compile(r"['’]s?\Z")


def _tidy(text: str, one: MarkedName) -> MarkedName | None:
    """A mark with the edges that the rules give a name: no article, title or "'s", no "western"."""
    start, end = one.span.start, one.span.end
    if one.kind is None:
        return one
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    if one.kind is EntityKind.PERSON:
        while (title := _TITLE.match(text, start, end)) and title[1].lower() in TITLES:
            start = title.end()
    if one.kind is EntityKind.PLACE:
        start = _first_capital(text, start, end)
    if owns := _OWNS.search(text[start:end]):
        end = start + owns.start()
    if not any(char.isupper() for char in text[start:end]):
        return None
    if (start, end) == (one.span.start, one.span.end):
        return one
    return replace(one, span=Span.of(text, start, end))


def _first_capital(text: str, start: int, end: int) -> int:
    """Where the first word with a capital begins."""
    at = next((at for at in range(start, end) if text[at].isupper()), start)
    return max(start, text.rfind(" ", start, at) + 1)


class _Joining:
    """The two answers for one text, laid beside each other."""

    def __init__(
        self,
        text: str,
        ruled: Sequence[Name],
        marked: Sequence[MarkedName],
        firm: Collection[str],
    ) -> None:
        self._text = text
        self._ruled = ruled
        self._marked = marked
        self._firm = firm
        self._owners = {name.alias_of for name in ruled if name.alias_of is not None}
        # A name that the model knows elsewhere in the text is no guess of the rules alone.
        self._known = {
            (key, one.kind in BODIES)
            for one in marked
            if one.kind is not None and one.chance >= _TELLS
            for key in (fold(one.span.text), *fold(one.span.text).split())
        }
        # One strange word is a person's name to a model before anything else ("Ossaria said"): of
        # those that are no part of a person's full name every second one was wrong.
        people = [name.span.text for name in ruled if name.kind is EntityKind.PERSON]
        people += [mark.span.text for mark in marked if mark.kind is EntityKind.PERSON]
        self._of_people = {word for name in people if " " in name for word in fold(name).split()}

    def joined(self) -> list[Name]:
        found: list[Name | None] = []
        for names, marks in _together(self._ruled, self._marked):
            if not marks:
                found += (self._alone(name) for name in names)
            elif not names:
                found += self._new(marks)
            elif len(names) == len(marks) == 1 and names[0].span == marks[0].span:
                found += self._same(names[0], marks[0])
            else:
                found += self._across(names, marks)
        return [name for name in found if name is not None]

    def _fixed(self, name: Name) -> bool:
        """Whether the text or the case itself says that these words are this name."""
        return (
            name.form is not MentionForm.NAME
            or name.title is not None
            or name.role is not None
            or name.span in self._owners
            or fold(name.span.text) in self._firm
        )

    def _alone(self, name: Name) -> Name | None:
        """A name that the model marks nowhere: left out where nothing but a capital speaks for it."""
        if (fold(name.span.text), name.kind in BODIES) in self._known:
            return name
        words = name.span.text.lower().split()
        if name.title is not None and all(word in TITLES or word in PERSON_ROLES for word in words):
            return None
        if self._fixed(name) or name.weight > _BESIDE or name.kind is EntityKind.NATIONALITY:
            return name
        owned = self._text.endswith(_OWNERS, 0, name.span.start)
        if made_like_outlet(name.span.text) or (owned and name.weight == _BESIDE):
            return name
        if len(words) == 1 and self._is_shape(name):
            return None
        if name.kind is EntityKind.GROUP:
            return name
        return replace(name, kind=EntityKind.UNKNOWN, weight=0)

    def _is_shape(self, name: Name) -> bool:
        """Whether one word is taken for a name for its capitals alone, and is no nickname."""
        if name.kind is EntityKind.UNKNOWN:
            return not self._text.endswith(_NICKNAMED, 0, name.span.start)
        if name.weight == _BESIDE:
            return name.kind in BODIES and name.span.text.isupper()
        return name.kind is not EntityKind.PERSON

    def _same(self, name: Name, mark: MarkedName) -> Iterator[Name]:
        """The kind of a name with both edges alike."""
        if mark.kind is None:
            if self._fixed(name) or name.weight > _SHAPE:
                yield name
        elif name.kind is EntityKind.UNKNOWN and self._fixed(name):
            # What the case itself lists is hardly what a strange word is to a model, a place.
            least = _NEW if fold(name.span.text) in self._firm else _TELLS
            yield replace(name, kind=mark.kind if mark.chance >= least else name.kind)
        elif name.kind is mark.kind:
            yield replace(name, weight=max(name.weight, _weight(mark)))
        elif self._kept(name, mark):
            yield name
        elif name.kind is EntityKind.PERSON and mark.chance < _NEW:
            yield replace(name, kind=EntityKind.UNKNOWN, weight=0)
        else:
            yield Name(name.span, mark.kind, weight=_weight(mark))

    def _kept(self, name: Name, mark: MarkedName) -> bool:
        """Whether the rules know the kind of a name better than a model."""
        if _both_bodies(name, mark) or name.kind is EntityKind.EVENT:
            return True
        if self._fixed(name) and name.title is None:
            nickname = name.form is not MentionForm.NAME and name.alias_of is None
            return not nickname or name.span in self._owners or mark.chance < _FULLY
        one_word = " " not in name.span.text
        person = mark.kind is EntityKind.PERSON
        if name.weight <= _SHAPE:
            strange = person and one_word and fold(name.span.text) not in self._of_people
            return mark.chance < (_FULLY if strange else _TELLS)
        if (one_word and person) or name.kind in (EntityKind.NATIONALITY, EntityKind.UNKNOWN):
            return True
        loose = name.weight == _BESIDE and mark.kind in BODIES and not one_word
        return mark.chance < (_NEW if loose else _FULLY)

    def _new(self, marks: Sequence[MarkedName]) -> Iterator[Name]:
        """What the rules do not see, where the model is sure; of bodies it need not be so."""
        for mark in marks:
            words = mark.span.text
            known = " " in words or fold(words) in self._of_people
            person = mark.kind is EntityKind.PERSON
            needed = 0.0 if mark.kind in BODIES else _NEW if known or not person else _FULLY
            # In a heading all in capitals nobody can tell where a name ends.
            shouted = words.isupper() and len(words) > _ACRONYM
            if mark.kind is not None and mark.chance >= needed and not shouted:
                yield Name(mark.span, mark.kind, weight=_weight(mark))

    def _across(self, names: Sequence[Name], marks: Sequence[MarkedName]) -> Iterator[Name]:
        """Names and marks with other edges: all of the one or all of the other."""
        actors = [mark for mark in marks if mark.kind is not None]
        if not actors:
            yield from (name for name in names if not self._priced(name, marks))
        elif self._rules_lead(names, actors):
            yield from names
        else:
            yield from (self._remade(names, mark) for mark in actors)

    def _priced(self, name: Name, marks: Sequence[MarkedName]) -> bool:
        """Whether a name is but a part of a date, a sum or a thing: the "US" of "US$5"."""
        sure = [mark for mark in marks if mark.chance >= SURE]
        if self._fixed(name) or not sure:
            return False
        return name.weight < _NAMES_ITSELF or any(mark.priced for mark in sure)

    def _rules_lead(self, names: Sequence[Name], marks: Sequence[MarkedName]) -> bool:
        if any(self._fixed(name) and not _longer(name, marks) for name in names):
            return True
        if any(self._parted(names, mark) for mark in marks):
            return True
        if len(names) == 1 and len(marks) > 1 and _run_together(names[0], marks):
            return False
        if any(_tells(name) or name.span.contains(marks[0].span) for name in names):
            return any(mark.chance < self._needed(names, mark) for mark in marks)
        return any(mark.chance < _TELLS for mark in marks)

    def _needed(self, names: Sequence[Name], mark: MarkedName) -> float:
        """How sure a mark must be to give its edges to the names it lies across."""
        if all(mark.span.contains(name.span) for name in names):
            return _PART if mark.kind in BODIES else SURE
        longer = [name for name in names if name.span.contains(mark.span)]
        # What stands before a name may be no part of it, what ends it says what it is.
        if any(name.span.end != mark.span.end for name in longer):
            return _FULLY
        told = [name for name in longer if _tells(name)]
        if not told:
            return SURE
        return _NEW if all(name.kind is mark.kind for name in told) else _FULLY

    def _parted(self, names: Sequence[Name], mark: MarkedName) -> bool:
        """Whether the rules rightly see two names in one mark: a town and its country, an owner."""
        within = [name for name in names if mark.span.contains(name.span)]
        body = mark.kind in BODIES
        for before, after in pairwise(within):
            gap = self._text[before.span.end : after.span.start]
            if _OWNED.fullmatch(gap) and min(before.weight, after.weight) > _SHAPE:
                return True
            if _COMMA.fullmatch(gap) and not body and before.kind is after.kind is mark.kind:
                return True
            if _AND.fullmatch(gap) and before.weight == after.weight == _NAMES_ITSELF:
                return True
        if not within or within[0].kind is not EntityKind.NATIONALITY:
            return False
        if len(within) == 1:
            return self._text[within[0].span.end : mark.span.end].islower()
        if len(within) != 2:
            return False
        words = within[1].span.text.lower().split()
        known = within[1].weight == _NAMES_ITSELF or within[1].span.text.isupper()
        return (known and len(words) == 1) or not STATE_ORGANS.isdisjoint(words)

    def _remade(self, names: Sequence[Name], mark: MarkedName) -> Name:
        """A name with the edges of a mark, and what the rules knew of it."""
        over = [name for name in names if name.span.overlaps(mark.span)]
        kind = mark.kind or EntityKind.UNKNOWN
        for name in over:
            if _both_bodies(name, mark) and name.weight > _SHAPE and name.span.end == mark.span.end:
                kind = name.kind
        title = over[0].title if over else None
        if title is not None and title.end > mark.span.start:
            title = None
        return Name(mark.span, kind, title, weight=_weight(mark))


_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for an acronym."""
_NICKNAMED = ("the ", "The ", "called ", "nicknamed ")
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_OWNED = re.compile(r"['’]s?\s+")
_COMMA = re.compile(r",\s+")
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")


def _longer(name: Name, marks: Sequence[MarkedName]) -> bool:
    """Whether a titled name is but a part of one: "Judge Robert" of a Robert M. Levy, "St. Lucia"."""
    if name.title is None or name.form is not MentionForm.NAME:
        return False
    return any(
        mark.chance >= SURE
        and mark.span.end >= name.span.end
        and (mark.kind is EntityKind.PERSON or mark.span.start <= name.title.start)
        for mark in marks
    )


def _run_together(name: Name, marks: Sequence[MarkedName]) -> bool:
    """Whether one name of the rules is several: a country and the person from there."""
    if not all(name.span.contains(mark.span) for mark in marks):
        return False
    apart = (marks[0].kind, marks[-1].kind) == (EntityKind.PLACE, EntityKind.PERSON)
    return apart or any(mark.chance >= SURE for mark in marks)


def _tells(name: Name) -> bool:
    """Whether more than its shape speaks for a name; nothing is made a body for its shape."""
    return name.weight > _SHAPE or name.kind in BODIES


def _both_bodies(name: Name, mark: MarkedName) -> bool:
    return name.kind in BODIES and mark.kind in BODIES


def _weight(mark: MarkedName) -> int:
    if mark.chance >= _FULLY:
        return _NAMES_ITSELF
    return _BESIDE if mark.chance >= SURE else _SHAPE


def _together(
    names: Sequence[Name], marks: Sequence[MarkedName]
) -> Iterator[tuple[list[Name], list[MarkedName]]]:
    """Names and marks that lie across each other, in order of place."""
    at = to = 0
    while at < len(names) or to < len(marks):
        held: tuple[list[Name], list[MarkedName]] = ([], [])
        end = -1
        while True:
            if at < len(names) and (
                (end < 0 and _first(names, at, marks, to)) or names[at].span.start < end
            ):
                held[0].append(names[at])
                end = max(end, names[at].span.end)
                at += 1
            elif to < len(marks) and (end < 0 or marks[to].span.start < end):
                held[1].append(marks[to])
                end = max(end, marks[to].span.end)
                to += 1
            else:
                break
        yield held


def _first(names: Sequence[Name], at: int, marks: Sequence[MarkedName], to: int) -> bool:
    return to >= len(marks) or names[at].span.start <= marks[to].span.start


_TWICE = 2
"""How much more must speak for another kind of the same words than for one that something tells."""


def _settled(names: Sequence[Name]) -> tuple[Name, ...]:
    """Names of the same words with the kind for which most of them speak, unless firm."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in names:
        if name.kind is not EntityKind.UNKNOWN:
            votes[fold(name.span.text)][name.kind] += name.weight
    settled = []
    for name in names:
        count = votes[fold(name.span.text)]
        best = min(count, key=lambda kind: (-count[kind], kind), default=name.kind)
        told = name.weight > _SHAPE and (
            best is EntityKind.PERSON or count[best] < _TWICE * count[name.kind]
        )
        if name.weight < _NAMES_ITSELF and not told and name.kind is not EntityKind.NATIONALITY:
            name = replace(name, kind=best)
        settled.append(name)
    return tuple(settled)
