"""Joins across reports, by evidence; each rule in turn, on what the rules before it have joined.

Every rule blocks its candidates by a key (a name, a skeleton, a word, letters), so nothing is
compared with everything. Where two fit, nothing is joined and the doubt is noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from reportedly.model.entity import Join
from reportedly.resolve.profiles import Profile, contradict, profiles, regroup
from reportedly.resolve.spelling import place_name
from reportedly.resolve.union import Union
from reportedly.resolve.uses import Use
from reportedly.resolve.within import initials_fit

_ALMOST = 93.0
"""Likeness of two whole names, by skeleton, that a slip of a letter leaves (0 to 100)."""
_LONG = 7
"""Letters a surname must have for a slip of a letter to be told from another name."""
_CROWD = 40
"""Names of one block beyond which slips are not looked for."""


@dataclass(slots=True)
class Across:
    """The joining of all reports' names.

    Attributes:
        uses: The names of each report, one for all uses of one name, by place.
        union: Which of them are one so far.
        nicknames: Mention ids of aliases and call signs.
        company: For each mention id of a call sign: mention ids of the groups and places named
            with it.
        quoted: Mention ids that stand in quotation marks of their own.
        outlets: For each folded name and alias of an outlet that the case knows, the outlet's.
        joins: Joins made.
        doubts: Pairs of mention ids that might be one.
        people: Mention ids of names of unknown kind that can only be a person's.
    """

    uses: Sequence[Use]
    union: Union
    nicknames: frozenset[str]
    company: dict[str, frozenset[str]]
    quoted: frozenset[str]
    outlets: Mapping[str, str] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    people: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Apply every rule, the surest first."""
        sets = profiles(self.uses, self.union, self.nicknames)
        for rule in (
            self._outlets,
            self._same_names,
            self._spellings,
            self._word_orders,
            self._acronyms,
            self._short_names,
            self._initials,
            self._titles,
            self._call_signs,
            self._signs_of_one,
            self._bare_surnames,
        ):
            before = len(self.joins)
            rule(sets)
            if len(self.joins) > before:
                sets = regroup(sets, self.union)

    # --- what every rule does with what it finds --------------------------------------------------

    def _gather(
        self, blocks: dict[object, list[tuple[Profile, Use]]], rule: str, *, words: bool = True
    ) -> None:
        """Join every member of a block with the first that it may be joined with."""
        crowded = [members for members in blocks.values() if len(members) > 1]
        for members in sorted(crowded, key=lambda members: members[0][1].place):
            chiefs: list[tuple[Profile, Use]] = []
            for profile, use in members:
                if not any(self._join(use, profile, chief, rule, words) for chief in chiefs):
                    chiefs.append((profile, use))

    def _join(
        self, use: Use, profile: Profile, chief: tuple[Profile, Use], rule: str, words: bool
    ) -> bool:
        other, first = chief
        if self.union.find(use.id) == self.union.find(first.id):
            return True
        guessed = rule == "same_name" and (
            use.key in other.nicknames or first.key in profile.nicknames
        )
        if (contradict(profile, other) and not guessed) or not self.union.join(first.id, use.id):
            return False
        told = f"{first.text} / {use.text}" if words else ""
        self.joins.append(Join(first.id, use.id, rule, told))
        return True

    def _choose(self, use: Use, profile: Profile, fitting: Iterable[Use], rule: str) -> None:
        """Join with the one set that fits; note the doubt where several do."""
        found: dict[str, Use] = {}
        own = self.union.find(use.id)
        for other in fitting:
            top = self.union.find(other.id)
            if top != own and self.union.may_join(own, top):
                found.setdefault(top, other)
        if len(found) == 1:
            (other,) = found.values()
            if self.union.join(other.id, use.id):
                told = f"{other.text} / {use.text}"
                self.joins.append(Join(other.id, use.id, rule, told))
        else:
            self.doubts.extend((use.id, other.id) for other in found.values())

    # --- the rules ------------------------------------------------------------------------------

    def _outlets(self, sets: list[Profile]) -> None:
        """Names that the case's settings give to one outlet; not where a report means another by it."""
        blocks: dict[object, list[tuple[Profile, Use]]] = {}
        for profile in sets:
            if profile.family not in ("body", ""):
                continue
            meant = {self.outlets.get(key) for key in profile.named}
            if len(meant) == 1 and None not in meant:
                blocks.setdefault(meant.pop(), []).append((profile, profile.first))
        self._gather(blocks, "outlet")

    def _same_names(self, sets: list[Profile]) -> None:
        """One folded name: a person's in full; a body's unless it is short for several."""
        blocks: dict[object, list[tuple[Profile, Use]]] = {}
        fuller = _fuller(sets)
        known: dict[str, set[str]] = {}
        for profile in sets:
            for key in profile.named:
                if profile.family:
                    known.setdefault(key, set()).add(profile.family)
        called = {
            key
            for profile in _bodies(sets)
            for key in profile.nicknames
            if len(profile.named) > 1 and not profile.named[key].wording.initials
        }
        for profile in sets:
            for key, use in profile.named.items():
                kind = profile.family or _only(known.get(key, set()))
                if key in called and not profile.roles:
                    # A bare name has a guessed kind; that a body is called so was said.
                    kind = "body"
                if kind == "person" and not use.wording.full:
                    continue
                if kind == "body" and (_ambiguous(use, fuller) or _last_word(use, profile)):
                    continue
                blocks.setdefault((kind, key), []).append((profile, use))
        self._gather(blocks, "same_name", words=False)

    def _spellings(self, sets: list[Profile]) -> None:
        """Transliterations and national forms of one name; slips of a letter in long ones."""
        blocks: dict[object, list[tuple[Profile, Use]]] = {}
        crowds: dict[str, list[tuple[Profile, Use]]] = {}
        for profile in sets:
            for use in profile.named.values():
                if profile.family == "person" and use.wording.full:
                    blocks.setdefault(("person", use.wording.person_key), []).append((profile, use))
                    given = use.wording.person_key.rpartition(" ")[0]
                    crowds.setdefault(f"{given} {use.wording.surname[:1]}", []).append(
                        (profile, use)
                    )
                elif profile.family == "place":
                    blocks.setdefault(("place", place_name(use.key)), []).append((profile, use))
        self._gather(blocks, "transliteration")
        for _, members in sorted(crowds.items()):
            if 1 < len(members) <= _CROWD:
                self._slips(members)

    def _slips(self, members: list[tuple[Profile, Use]]) -> None:
        for place, (profile, use) in enumerate(members):
            for chief in members[:place]:
                if _slip(chief[1].wording.surname, use.wording.surname):
                    self._join(use, profile, chief, "transliteration", words=True)

    def _word_orders(self, sets: list[Profile]) -> None:
        """The same two or more telling words and the same kind of body, in any order and derivation."""
        blocks: dict[object, list[tuple[Profile, Use]]] = {}
        headless: list[tuple[Profile, Use]] = []
        by_words: dict[frozenset[str], list[Use]] = {}
        for profile in _bodies(sets):
            for use in profile.proper_names:
                words = use.wording
                if len(words.distinct) < 2 or not words.telling:
                    continue
                if words.heads:
                    blocks.setdefault((words.distinct, words.heads), []).append((profile, use))
                    by_words.setdefault(words.distinct, []).append(use)
                elif any(same.id in self.quoted for same in profile.uses if same.key == use.key):
                    # "the movement 'Free Marsh'"; without the marks it may be a country to come.
                    headless.append((profile, use))
        self._gather(blocks, "word_order")
        for profile, use in headless:
            self._choose(use, profile, by_words.get(use.wording.distinct, ()), "word_order")

    def _acronyms(self, sets: list[Profile]) -> None:
        """An acronym that no report spells out, of the one body in the case with these initials."""
        by_letters: dict[str, list[Use]] = {}
        for profile in _bodies(sets):
            for letters in sorted(profile.letters()):
                by_letters.setdefault(letters, []).append(profile.first)
        for profile in sets:
            if profile.family in ("body", "") and not profile.proper_names:
                use = profile.first
                self._choose(use, profile, by_letters.get(use.wording.initials, ()), "acronym")

    def _short_names(self, sets: list[Profile]) -> None:
        """A body's name with words left out, of the one body in the case that has them all."""
        fuller = _fuller(sets)
        for profile in _bodies(sets):
            for use in profile.proper_names:
                if _short(use):
                    self._choose(use, profile, _fuller_than(use, fuller), "short_name")

    def _initials(self, sets: list[Profile]) -> None:
        """Initials and surname, of the one person in the case that they fit."""
        full = _by_surname(sets)
        for profile in sets:
            if profile.family == "person" and not profile.full_names:
                for use in profile.named.values():
                    if use.wording.initialled:
                        fitting = (
                            other
                            for _, other in full.get(use.wording.surname, ())
                            if initials_fit(use.wording, other.wording)
                        )
                        self._choose(use, profile, fitting, "initials")

    def _titles(self, sets: list[Profile]) -> None:
        """A bare surname of a report that gives no first name, where office and surname agree."""
        full = _by_surname(sets)
        for profile, use in _bare(sets):
            fitting = [
                other
                for named, other in full.get(use.wording.surname, ())
                if named.roles & profile.roles
            ]
            self._choose(use, profile, fitting, "title")

    def _call_signs(self, sets: list[Profile]) -> None:
        """One call sign, said to be one in both reports, beside the same group or town.

        Two men with names of their own stay two: a call sign can be handed on.
        """
        by_sign: dict[str, list[tuple[Profile, Use]]] = {}
        for profile in sets:
            if profile.family in ("person", ""):
                for key in sorted(profile.nicknames):
                    by_sign.setdefault(key, []).append((profile, profile.named[key]))
        for members in by_sign.values():
            for profile, use in members[1:]:
                company = self._company(profile)
                fitting = [
                    other
                    for named, other in members
                    if named is not profile
                    and not contradict(profile, named)
                    and not (profile.full_names and named.full_names)
                    and company & self._company(named)
                ]
                self._choose(use, profile, fitting, "call_sign")

    def _company(self, profile: Profile) -> frozenset[str]:
        """The groups and places its names stand beside, as they are joined by now."""
        found = (other for use in profile.uses for other in self.company.get(use.id, ()))
        return frozenset(self.union.find(other) for other in found)

    def _signs_of_one(self, sets: list[Profile]) -> None:
        """A call sign used as a name, of the one person in the case said to have it.

        Only for a person of whom the report tells nothing else, where it names a group that stands
        beside the call sign where that is said to be one.
        """
        bearers: dict[str, list[Profile]] = {}
        for profile in sets:
            if profile.family == "person" and profile.full_names:
                for key in profile.nicknames:
                    bearers.setdefault(key, []).append(profile)
        bodies: dict[str, set[str]] = {}
        for use in self.uses if bearers else ():
            if use.family == "body":
                bodies.setdefault(use.mention.report, set()).add(self.union.find(use.id))
        for profile, use in _bare(sets):
            named = bearers.get(use.key, ())
            if profile.family != "person" or len(named) != 1 or len(profile.named) != 1:
                continue
            around = {top for each in profile.uses for top in bodies.get(each.mention.report, ())}
            if around & self._company(named[0]):
                bearer = named[0].named[use.key]
                self._choose(use, profile, [bearer], "call_sign")

    def _bare_surnames(self, sets: list[Profile]) -> None:
        """What is left is joined with nobody; whom it might be is noted."""
        full = _by_surname(sets)
        others = {
            key for profile in sets if profile.family not in ("person", "") for key in profile.named
        }
        for profile, use in _bare(sets):
            fitting = [
                other
                for named, other in full.get(use.wording.surname, ())
                if not contradict(profile, named)
            ]
            self.doubts.extend((use.id, other.id) for other in fitting)
            exact = any(other.wording.words[-1] == use.key for other in fitting)
            if not profile.family and exact and use.key not in others:
                self.people.update(each.id for each in profile.uses)


_Name = tuple[frozenset[str], frozenset[str]]
_Fuller = dict[str, dict[_Name, Use]]


def _bodies(sets: Iterable[Profile]) -> Iterator[Profile]:
    return (profile for profile in sets if profile.family == "body")


def _fuller(sets: Iterable[Profile]) -> _Fuller:
    """The different names of bodies by each distinct word they hold."""
    found: _Fuller = {}
    for profile in _bodies(sets):
        for use in profile.proper_names:
            words = use.wording
            if words.heads and len(words.distinct) > 1:
                for word in words.distinct:
                    found.setdefault(word, {}).setdefault((words.distinct, words.heads), use)
    return found


def _short(use: Use) -> bool:
    """Whether a name is of a kind that is commonly shortened: a kind word, and a telling one."""
    return bool(use.wording.heads and use.wording.telling)


def _fuller_than(use: Use, fuller: _Fuller) -> list[Use]:
    """Names that hold all words of this one and more, and call themselves the same kind of body."""
    words = use.wording
    rarest = min((fuller.get(word, {}) for word in words.distinct), key=len, default={})
    return [
        other
        for (distinct, heads), other in rarest.items()
        if words.distinct < distinct and words.heads <= heads
    ]


def _ambiguous(use: Use, fuller: _Fuller) -> bool:
    """Whether a body's name is short for more than one in the case ("Defence Ministry")."""
    if not use.wording.heads or len(use.wording.distinct) > 1:
        return False
    return not use.wording.distinct or len(_fuller_than(use, fuller)) > 1


def _last_word(use: Use, profile: Profile) -> bool:
    """Whether one word is short for a longer name in its own report only: the Times, the Gazette."""
    word = use.wording.whole
    return len(word) == 1 and any(
        len(other.wording.whole) > 1 and other.wording.whole[-1] == word[0]
        for other in profile.named.values()
    )


def _only(families: set[str]) -> str:
    return next(iter(families)) if len(families) == 1 else ""


def _slip(one: str, other: str) -> bool:
    """Whether two surnames differ by a slip; a last vowel is no slip but another form or person."""
    if min(len(one), len(other)) < _LONG or one[:-1] == other or other[:-1] == one:
        return False
    return one[-1] == other[-1] and ratio(one, other) >= _ALMOST


def _by_surname(sets: Iterable[Profile]) -> dict[str, list[tuple[Profile, Use]]]:
    found: dict[str, list[tuple[Profile, Use]]] = {}
    for profile in sets:
        if profile.family == "person":
            for use in profile.full_names:
                found.setdefault(use.wording.surname, []).append((profile, use))
    return found


def _bare(sets: Iterable[Profile]) -> Iterator[tuple[Profile, Use]]:
    """People of whom nothing but one word is known."""
    for profile in sets:
        if profile.family in ("person", "") and all(
            len(use.wording.words) == 1 for use in profile.named.values()
        ):
            yield profile, profile.first
