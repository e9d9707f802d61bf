"""Joins within one report, where a short name can mean only what the report introduced.

Everything here rests on one report alone, so it is cached with it. Where two fit, nothing is joined
and both are noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.model.entity import Join
from reportedly.model.statement import Mention
from reportedly.resolve.aliases import Equated, equated
from reportedly.resolve.uses import Use, family, uses_of
from reportedly.resolve.wording import Wording, acronyms

_ALONGSIDE = re.compile(
    r"\s*,?\s*(?:and|as well as|together with|alongside|along with|unlike|versus|against|not)\s+"
    r"(?:(?:the|a|an|its|their|another)\s+)?[\"'“”‘’«„]?"
)
_NEAR = 40
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Within:
    """What one report says about its names.

    Attributes:
        uses: Its names, by place.
        joins: Pairs of mention ids that are one, with the reason; strongest rules first.
        apart: Pairs of mention ids that the report names side by side as two.
        maybe: Pairs of mention ids that might be one, where another fits as well.
        told: Mention ids of what the text says another is called.
    """

    uses: tuple[Use, ...]
    joins: tuple[Join, ...]
    apart: tuple[tuple[str, str], ...]
    maybe: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


@dataclass(slots=True)
class _Local:
    """All uses of one folded name of one family within a report."""

    uses: list[Use] = field(default_factory=list)

    @property
    def first(self) -> Use:
        return self.uses[0]

    @property
    def wording(self) -> Wording:
        return self.uses[0].wording


def within(text: str, mentions: Sequence[Mention]) -> Within:
    """Join the names of one report.

    Args:
        text: The report's kept text.
        mentions: Its mentions.

    Returns:
        Joins, names kept apart, and doubts, in a fixed order.
    """
    known = {mention.id for mention in mentions}
    uses = uses_of(mentions, text)
    locals_ = _locals(uses)
    pairs = tuple(equated(text, uses))
    joins = [*_equated(text, pairs), *_told(text, mentions, known), *_same(locals_)]
    maybe: list[tuple[str, str]] = []
    people = [item for item in locals_ if item.first.family == "person"]
    bodies = [item for item in locals_ if item.first.family == "body"]
    for found, doubts in (
        _unknown(locals_),
        _full_names(people),
        _surnames(people),
        _word_orders(bodies),
        _acronyms(bodies, locals_),
        _short_names(bodies),
    ):
        joins.extend(found)
        maybe.extend(doubts)
    return Within(
        tuple(uses),
        tuple(joins),
        tuple(_apart(text, uses)),
        tuple(maybe),
        tuple(alias.id for _, alias in pairs),
    )


_Found = tuple[list[Join], list[tuple[str, str]]]


def _locals(uses: Iterable[Use]) -> list[_Local]:
    """The names of the report, each with all its uses, by first use."""
    found: dict[tuple[str, str], _Local] = {}
    for use in uses:
        found.setdefault((use.family, use.key), _Local()).uses.append(use)
    return list(found.values())


def _equated(text: str, pairs: Sequence[Equated]) -> list[Join]:
    """Names that the words between them equate."""
    return [
        Join(
            alias.id,
            owner.id,
            "stated_alias",
            text[
                min(owner.mention.span.start, alias.mention.span.start) : max(
                    owner.mention.span.end, alias.mention.span.end
                )
            ],
        )
        for owner, alias in pairs
        if "nationality" not in (owner.family, alias.family)
    ]


def _told(text: str, mentions: Sequence[Mention], known: set[str]) -> list[Join]:
    """What the reader found the text to say: this is that, "known as", "he"."""
    by_id = {mention.id: mention for mention in mentions}
    joins: list[Join] = []
    for mention in sorted(mentions, key=lambda item: (item.span.start, item.id)):
        for other in mention.stated_alias:
            if other in known and _may_be_alias(mention, by_id[other]):
                one, two = mention.span, by_id[other].span
                words = text[min(one.start, two.start) : max(one.end, two.end)]
                joins.append(Join(mention.id, other, "stated_alias", words[:_SHOWN]))
    joins.extend(
        Join(mention.id, mention.refers, "refers", mention.span.text)
        for mention in sorted(mentions, key=lambda item: (item.span.start, item.id))
        if mention.refers is not None and mention.refers in known
    )
    return joins


def _may_be_alias(one: Mention, other: Mention) -> bool:
    """Whether the kinds allow it: nobody is called what a people or a place is called."""
    kinds = {family(one.kind), family(other.kind)}
    return "nationality" not in kinds and len(kinds - {""}) < 2


def _same(locals_: Iterable[_Local]) -> list[Join]:
    return [Join(item.first.id, use.id, "same_name") for item in locals_ for use in item.uses[1:]]


def _join_first(item: _Local, other: _Local, rule: str) -> Join:
    words = f"{item.first.text} / {other.first.text}"
    return Join(item.first.id, other.first.id, rule, words)


def _choose(item: _Local, fitting: Sequence[_Local], rule: str) -> _Found:
    """Join with the one that fits; with none, and a note, where several do."""
    if len(fitting) == 1:
        return [_join_first(item, fitting[0], rule)], []
    return [], [(item.first.id, other.first.id) for other in fitting]


def _each(items: Iterable[_Local], chooser: Callable[[_Local], _Found]) -> _Found:
    joins: list[Join] = []
    maybe: list[tuple[str, str]] = []
    for item in items:
        found, doubts = chooser(item)
        joins.extend(found)
        maybe.extend(doubts)
    return joins, maybe


def _unknown(locals_: list[_Local]) -> _Found:
    """A name of unknown kind is the same name of a known one, if only one has it."""
    by_key: dict[str, list[_Local]] = {}
    for item in locals_:
        if item.first.family:
            by_key.setdefault(item.first.key, []).append(item)
    unknown = [item for item in locals_ if not item.first.family]
    return _each(unknown, lambda item: _choose(item, by_key.get(item.first.key, []), "same_name"))


def _full_names(people: list[_Local]) -> _Found:
    """Spellings of one full name, and the same with a middle name."""
    first: dict[str, _Local] = {}
    joins: list[Join] = []
    for item in people:
        key = item.wording.person_key
        if not key:
            continue
        chief = first.setdefault(key, item)
        if chief is not item and not middle_names_differ(chief.wording, item.wording):
            joins.append(_join_first(item, chief, "transliteration"))
    return joins, []


def middle_names_differ(one: Wording, other: Wording) -> bool:
    """Whether two full names have middle names or initials that cannot be of one person."""
    for mine, yours in zip(one.given[1:], other.given[1:], strict=False):
        if mine[0] != yours[0] or (min(len(mine), len(yours)) > 2 and mine != yours):
            return True
    return False


def _surnames(people: list[_Local]) -> _Found:
    """A bare surname, or initials and surname, of the one person of that name in the report."""
    by_surname: dict[str, dict[str, _Local]] = {}
    for item in people:
        if item.wording.full:
            named = by_surname.setdefault(item.wording.surname, {})
            named.setdefault(item.wording.person_key, item)

    def choose(item: _Local) -> _Found:
        fitting = list(by_surname.get(item.wording.surname, {}).values())
        if item.wording.initialled:
            fitting = [other for other in fitting if initials_fit(item.wording, other.wording)]
            return _choose(item, fitting, "initials")
        if len(fitting) > 1:
            titled = [other for other in fitting if _roles(item) & _roles(other)]
            fitting = titled if len(titled) == 1 else fitting
        return _choose(item, fitting, "title" if _roles(item) else "surname_in_report")

    return _each((item for item in people if not item.wording.full), choose)


def initials_fit(short: Wording, full: Wording) -> bool:
    """Whether initials are those of a written-out name."""
    pairs = zip(short.given, full.given, strict=False)
    return all(mine[0] == yours[0] for mine, yours in pairs)


def _roles(item: _Local) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for use in item.uses:
        found |= use.roles
    return found


def _word_orders(bodies: list[_Local]) -> _Found:
    """The same words of a body's name in another order or derivation."""
    first: dict[tuple[frozenset[str], frozenset[str]], _Local] = {}
    joins: list[Join] = []
    for item in bodies:
        key = (item.wording.distinct, item.wording.heads)
        if not item.wording.distinct or (len(item.wording.distinct) < 2 and not item.wording.heads):
            continue
        chief = first.setdefault(key, item)
        if chief is not item:
            joins.append(_join_first(item, chief, "word_order"))
    return joins, []


def _kinds_of(items: Iterable[_Local]) -> list[_Local]:
    """One of each set of names that differ in order and derivation alone."""
    first: dict[tuple[frozenset[str], frozenset[str]], _Local] = {}
    for item in items:
        first.setdefault((item.wording.distinct, item.wording.heads), item)
    return list(first.values())


def _acronyms(bodies: list[_Local], locals_: list[_Local]) -> _Found:
    """An acronym of the one name in the report that has these initials."""
    by_letters: dict[str, list[_Local]] = {}
    for item in _kinds_of(bodies):
        for letters in sorted(acronyms(item.first.text)):
            by_letters.setdefault(letters, []).append(item)
    short = [
        item for item in locals_ if item.wording.initials and item.first.family in ("body", "")
    ]
    return _each(
        short,
        lambda item: _choose(
            item,
            [other for other in by_letters.get(item.wording.initials, []) if other is not item],
            "acronym",
        ),
    )


def _short_names(bodies: list[_Local]) -> _Found:
    """A body's name with words left out, where only one fuller name in the report has them all."""
    fuller: dict[str, list[_Local]] = {}
    by_last: dict[str, list[_Local]] = {}
    for item in _kinds_of(bodies):
        for word in (item.wording.heads | item.wording.distinct) if item.wording.heads else ():
            fuller.setdefault(word, []).append(item)
        if len(item.wording.whole) > 1:
            by_last.setdefault(item.wording.whole[-1], []).append(item)

    def choose(item: _Local) -> _Found:
        words = item.wording
        if len(words.whole) == 1 and not words.heads and not words.initials:
            # "the Gazette" after "the Lindale Gazette".
            return _choose(item, by_last.get(words.whole[0], []), "short_name")
        if not words.heads or (words.distinct and not words.telling):
            return [], []
        # The rarest of its words leads to the fewest names to look at.
        rarest = min((fuller.get(word, []) for word in words.distinct | words.heads), key=len)
        fitting = [
            other
            for other in rarest
            if words.distinct < other.wording.distinct and words.heads <= other.wording.heads
        ]
        return _choose(item, fitting, "short_name")

    return _each(bodies, choose)


def _apart(text: str, uses: Sequence[Use]) -> list[tuple[str, str]]:
    """Names that the text lists side by side ("X and Y", "X together with Y"): two, not one."""
    pairs: list[tuple[str, str]] = []
    for one, other in pairwise(uses):
        start, end = one.mention.span.end, other.mention.span.start
        if one.family == other.family and one.key != other.key and 0 < end - start <= _NEAR:
            between = text[start:end].lstrip("\"'”’»")
            if _ALONGSIDE.fullmatch(between):
                pairs.append((one.id, other.id))
    return pairs
