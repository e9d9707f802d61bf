"""All that is known of one set of joined names: what the rules across reports compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.model.statement import MentionForm
from reportedly.resolve.union import Union
from reportedly.resolve.uses import Use
from reportedly.resolve.within import initials_fit, middle_names_differ
from reportedly.resolve.wording import Wording, acronyms


@dataclass(slots=True)
class Profile:
    """One set of names, in the order of their places.

    Attributes:
        uses: The names; the first stands for the set.
        nicknames: Folded names that the reports call an alias or a call sign.
    """

    uses: list[Use] = field(default_factory=list)
    nicknames: set[str] = field(default_factory=set)
    _named: dict[str, Use] | None = None
    _family: str | None = None
    _roles: frozenset[str] | None = None
    _full: list[Use] | None = None

    @property
    def first(self) -> Use:
        """The use that stands first."""
        return self.uses[0]

    @property
    def family(self) -> str:
        """What it is, by most of its uses; empty if unknown."""
        if self._family is None:
            families = [use.family for use in self.uses if use.family]
            self._family = _most(families)
        return self._family

    @property
    def named(self) -> dict[str, Use]:
        """The first use of each folded name."""
        if self._named is None:
            self._named = {}
            for use in self.uses:
                self._named.setdefault(use.key, use)
        return self._named

    @property
    def roles(self) -> frozenset[str]:
        """Offices and ranks that stand with any of the names."""
        if self._roles is None:
            self._roles = frozenset().union(*(use.roles for use in self.uses))
        return self._roles

    @property
    def full_names(self) -> list[Use]:
        """Uses of a written-out first name and surname."""
        if self._full is None:
            self._full = [
                use
                for use in self.named.values()
                if use.wording.full and use.family in ("person", "")
            ]
        return self._full

    @property
    def proper_names(self) -> list[Use]:
        """Uses of a body's name that is more than an acronym."""
        return [use for use in self.named.values() if not use.wording.initials]

    def letters(self) -> frozenset[str]:
        """Acronyms its full names could have."""
        found: frozenset[str] = frozenset()
        for use in self.proper_names:
            found |= acronyms(use.text)
        return found


def _most(families: Sequence[str]) -> str:
    """The commonest, the first in the alphabet of equals; empty if there is none."""
    if len(families) < 2:
        return families[0] if families else ""
    count = Counter(families)
    return min(count, key=lambda name: (-count[name], name))


def profiles(uses: Iterable[Use], union: Union, nicknames: frozenset[str]) -> list[Profile]:
    """The sets of names as they stand, by their first place.

    Args:
        uses: All names, by place.
        union: Which of them are one.
        nicknames: Mention ids of aliases and call signs.
    """
    found: dict[str, Profile] = {}
    for use in uses:
        profile = found.setdefault(union.find(use.id), Profile())
        profile.uses.append(use)
        if use.mention.form is MentionForm.ALIAS or use.id in nicknames:
            profile.nicknames.add(use.key)
    return list(found.values())


def regroup(sets: Sequence[Profile], union: Union) -> list[Profile]:
    """The same sets after more joins: those that have become one are put together."""
    found: dict[str, list[Profile]] = {}
    for profile in sets:
        found.setdefault(union.find(profile.first.id), []).append(profile)
    return [group[0] if len(group) == 1 else _merged(group) for group in found.values()]


def _merged(group: Sequence[Profile]) -> Profile:
    uses = sorted((use for profile in group for use in profile.uses), key=lambda use: use.place)
    return Profile(uses, {name for profile in group for name in profile.nicknames})


def contradict(one: Profile, other: Profile) -> bool:
    """Whether two sets cannot be one: they are of different kinds, or people of different first names."""
    if one.family and other.family and one.family != other.family:
        return True
    if "person" not in (one.family, other.family):
        return False
    if len(one.named) == 1 and one.named.keys() == other.named.keys():
        return False
    return any(
        mine.wording.surname == yours.wording.surname
        and not _one_person(mine.wording, yours.wording)
        for mine in one.full_names
        for yours in other.full_names
    )


def _one_person(one: Wording, other: Wording) -> bool:
    if one.person_key != other.person_key:
        short = any(len(name.given[0].rstrip(".")) == 1 for name in (one, other))
        return short and initials_fit(one, other)
    return not middle_names_differ(one, other)
