"""Guess what a name stands for from its own words and from those beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.statement import EntityKind
from reportedly.text.name_runs import Word
from reportedly.text.name_words import (
    ABSTRACT,
    BUILDINGS,
    COMPASS,
    COUNTRIES,
    ENTERING,
    EVENT_HEADS,
    GIVEN_NAMES,
    GROUP_HEADS,
    GROUPS,
    HONORIFICS,
    KNOWN_GROUPS,
    KNOWN_ORGS,
    KNOWN_PERSONS,
    MONTHS_AND_DAYS,
    NATIONALITIES,
    NO_ORG_ACRONYMS,
    OF_A_NATION,
    OF_EVENTS,
    OFFICES,
    ORG_HEADS,
    ORG_ROLES,
    ORG_STARTS,
    PERSON_ROLES,
    PLACE_HEADS,
    PLACE_OF,
    PLACE_PREPOSITIONS,
    PLACE_ROLES,
    PLACE_STARTS,
    RANKS,
    SITE_KINDS,
    SITES,
    SPEECH,
    STATE_ORGANS,
    WEAK_PREPOSITIONS,
)

TITLES = HONORIFICS | RANKS | OFFICES
"""Capitalised words that stand before a person's name and are no part of it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind, and how much speaks for it: 3 the name itself, 2 its neighbours, 1 its shape."""

    kind: EntityKind
    weight: int


_UNKNOWN = Guess(EntityKind.UNKNOWN, 0)
_PLACE, _PERSON, _ORG = EntityKind.PLACE, EntityKind.PERSON, EntityKind.ORGANIZATION
_GROUP = EntityKind.GROUP
BODIES = (_ORG, _GROUP)


def guess(words: Sequence[Word], first: int, end: int, *, titled: bool) -> Guess:
    """What the name of the words ``[first, end)`` stands for."""
    own = _dateline(words, first, end) or _by_itself(words, first, end, titled)
    if own is not None and own == Guess(_ORG, 2):
        return _by_what_it_is(words, first, end) or own
    if own is not None:
        return own
    beside = _by_neighbours(words, first, end)
    return beside if beside is not None else _by_shape(words, first, end)


def is_nationality(low: str) -> bool:
    """Whether the word names a nation's people, in the singular or plural."""
    return low in NATIONALITIES or low.removesuffix("s") in NATIONALITIES


def _dateline(words: Sequence[Word], first: int, end: int) -> Guess | None:
    """The place in capitals that a report begins with: "MARNHOLT, May 17 (Corren Wire) —"."""
    if first or not all(word.text.isupper() for word in words[:end]) or end + 2 >= len(words):
        return None
    if words[end].text == "," and words[end + 1].low in MONTHS_AND_DAYS:
        return Guess(_PLACE, 3)
    if words[end].text == "(":
        close = next(
            (at for at in range(end, min(end + 6, len(words) - 1)) if words[at].text == ")"), 0
        )
        if close and words[close + 1].text in "-–—":
            return Guess(_PLACE, 3)
    return None


# --- the name itself -----------------------------------------------------------------------------


def _by_itself(words: Sequence[Word], first: int, end: int, titled: bool) -> Guess | None:
    lows = [word.low for word in words[first:end]]
    if " ".join(lows) in COUNTRIES:
        return Guess(_PLACE, 3)
    if titled:
        return Guess(_PERSON, 3)
    if "-".join(lows) in KNOWN_GROUPS:
        return Guess(_GROUP, 2 if len(lows) == 1 else 3)
    if "-".join(lows) in KNOWN_ORGS:
        return Guess(_ORG, 3)
    if len(lows) == 1:
        return _one_word(words[first])
    if len(lows) == 2 and lows[0] in COMPASS and is_nationality(lows[1]):
        return Guess(EntityKind.NATIONALITY, 3)
    if lows[0] in GIVEN_NAMES and lows[-1] not in ORG_HEADS | PLACE_HEADS and len(lows) < 5:
        return Guess(_PERSON, 3)
    return _by_heads(lows) or _by_letters(words[first:end])


def _one_word(word: Word) -> Guess | None:
    if is_nationality(word.low):
        return Guess(EntityKind.NATIONALITY, 3)
    if word.low in GROUPS:
        return Guess(EntityKind.GROUP, 3)
    if "." in word.text.strip(".") and word.text[-1].islower():
        return Guess(_ORG, 3)
    if word.acronym and word.low not in NO_ORG_ACRONYMS:
        return Guess(_ORG, 2)
    if word.low in ORG_HEADS or word.low in KNOWN_ORGS:
        return Guess(_body(word.low), 2)
    if word.low in KNOWN_PERSONS:
        return Guess(_PERSON, 2)
    # "AliExpress": a capital within a word is a maker's mark ("McRoe" and "DeVane" are people).
    if any(char.isupper() for char in word.text[3:]) and "-" not in word.text:
        return Guess(_ORG, 1)
    return None


def _body(head: str) -> EntityKind:
    """A body by the word that says of what kind it is: armed ones and movements are groups."""
    return _GROUP if head in GROUP_HEADS else _ORG


_NAMED_AFTER = frozenset({"radio", "tv", "channel", "bank", "hotel", "team", "club"})
"""First words of organisations that are named after something ("Radio Marn")."""


def _by_heads(lows: Sequence[str]) -> Guess | None:
    joined = _by_joint(lows) if "of" in lows or "for" in lows else None
    if joined is not None:
        return joined
    head = lows[-2] if lows[-1].isdigit() else lows[-1]
    if lows[-1].isdigit() and head in BUILDINGS:
        return Guess(EntityKind.UNKNOWN, 3)
    if head in ORG_HEADS or head.removesuffix("s") in ORG_HEADS:
        return Guess(_body(head), 3)
    if head in PLACE_HEADS:
        return Guess(_PLACE, 3)
    if head in EVENT_HEADS:
        return Guess(EntityKind.EVENT, 3)
    if lows[0] == "operation":
        return Guess(EntityKind.EVENT, 3)
    if lows[0] in _NAMED_AFTER or (lows[0] in ORG_STARTS & ORG_HEADS and len(lows) > 2):
        return Guess(_body(lows[0]), 2)
    return Guess(_PLACE, 2) if lows[0] in PLACE_STARTS else None


def _by_joint(lows: Sequence[str]) -> Guess | None:
    """A kind by the word before "of" or "for": a battle, a gulf, a ministry."""
    joint = next(i for i, low in enumerate(lows) if low in ("of", "for"))
    if lows[joint - 1] in OF_EVENTS:
        return Guess(EntityKind.EVENT, 3)
    if lows[-1] in ORG_HEADS:
        return None
    if lows[joint - 1] in PLACE_STARTS:
        return Guess(_PLACE, 3)
    if lows[joint - 1] in ORG_STARTS | ORG_HEADS:
        return Guess(_body(lows[joint - 1]), 3)
    return None


def _by_letters(words: Sequence[Word]) -> Guess | None:
    """Initials make a person, figures and capitals throughout a company."""
    if any(len(word.text) == 2 and word.text[1] == "." for word in words):
        return Guess(_PERSON, 3)
    if "&" in (word.text for word in words) or any(word.text.isdigit() for word in words):
        return Guess(_ORG, 2)
    if any(word.low in ("bin", "ibn", "al", "abu") for word in words):
        return Guess(_PERSON, 2)
    return None


# --- the words beside it -------------------------------------------------------------------------


def _by_neighbours(words: Sequence[Word], first: int, end: int) -> Guess | None:
    before = words[first - 1].low if first else ""
    if before in PERSON_ROLES or before in ("named", "called", "nicknamed"):
        return Guess(_PERSON, 2)
    if before in ORG_ROLES:
        return Guess(_ORG, 2)
    if before in ("the", "The") and first > 1 and words[first - 2].low in ORG_ROLES:
        return Guess(_ORG, 2)
    of = words[first - 2].low if before == "of" and first > 1 else ""
    if before in PLACE_ROLES or of in PLACE_ROLES or of in PLACE_OF:
        return Guess(_PLACE, 2)
    if of in ("fighters", "members"):
        return Guess(_GROUP, 2)
    return (
        _by_what_follows(words, first, end)
        or _by_what_it_is(words, first, end)
        or _by_preposition(before, end - first)
    )


def _by_what_follows(words: Sequence[Word], first: int, end: int) -> Guess | None:
    after = [word.low for word in words[end : end + 3]]
    if not after:
        return None
    if words[end - 1].owns:
        return Guess(_PLACE, 2) if _has_organ(words, end) else None
    return _followed_as_a_place(words, first, end, after) or _followed_as_a_person(
        words, first, end, after
    )


def _followed_as_a_place(
    words: Sequence[Word], first: int, end: int, after: Sequence[str]
) -> Guess | None:
    if after[0] in SITES or (after[0] in SITE_KINDS and after[1:2] and after[1] in SITES):
        return Guess(_PLACE, 2)
    if first + 1 == end and after[0] in OF_A_NATION and words[first].low.endswith(_OF_PEOPLES):
        return Guess(EntityKind.NATIONALITY, 2)
    if after[0] in PLACE_ROLES and after[0] not in ("state", "capital"):
        return Guess(_PLACE, 2)
    return None


def _followed_as_a_person(
    words: Sequence[Word], first: int, end: int, after: Sequence[str]
) -> Guess | None:
    if after[0] == "," and after[1:2] and after[1].isdigit() and after[2:] and after[2] in ",.":
        return Guess(_PERSON, 3)
    if after[0] == "," and after[1:2] and after[1] in ("who", "whose", "whom"):
        # "A diplomat in Ordane, who asked": nobody is in a person.
        placed = first and end - first == 1 and words[first - 1].low in PLACE_PREPOSITIONS
        return None if placed else Guess(_PERSON, 2)
    if (
        after[0] in SPEECH
        and end - first in (1, 2, 3)
        and (first == 0 or words[first - 1].low != "the")
    ):
        return Guess(_PERSON, 2 if end - first > 1 else 1)
    if after[0] == "," and role_begins(words, end + 1):
        return Guess(_PERSON, 2)
    return None


_OF_PEOPLES = ("ian", "ese", "ish")


def _has_organ(words: Sequence[Word], at: int) -> bool:
    """Whether what follows an owner is a country's or a town's: "'s Interior Ministry", "'s border"."""
    for word in words[at : at + 3]:
        if word.low in STATE_ORGANS:
            return True
        if not word.text[0].isalpha():
            return False
    return False


_KINDS_OF_BODY = (("group", _GROUP), ("movement", _GROUP), ("militia", _GROUP), ("army", _GROUP),
                  ("band", _GROUP), ("unit", _GROUP), ("newspaper", _ORG), ("charity", _ORG),
                  ("company", _ORG), ("agency", _ORG), ("think tank", _ORG), ("party", _ORG))  # fmt: skip


def _by_what_it_is(words: Sequence[Word], first: int, end: int) -> Guess | None:
    """The apposition that says of what kind a body is: ", an armed group that"."""
    if end + 2 >= len(words) or words[end].text != ",":
        return None
    if words[end + 1].low not in ("a", "an", "the"):
        return None
    told = []
    for word in words[end + 2 : end + 6]:
        if not word.text[0].islower() or word.low in ("of", "in", "for", "that", "which", "who"):
            break
        told.append(word.low)
    phrase = " ".join(told)
    return next((Guess(kind, 2) for noun, kind in _KINDS_OF_BODY if phrase.endswith(noun)), None)


def role_begins(words: Sequence[Word], at: int) -> bool:
    """Whether an apposition that names a role begins at ``at``: ", a former fitness instructor"."""
    if at >= len(words) or not words[at].text[0].islower():
        return False
    if (
        words[at].low not in ("a", "an", "the", "its", "his", "her", "their", "former")
        and words[at].low not in PERSON_ROLES
    ):
        return False
    for word in words[at : at + 7]:
        if word.text in ",.;":
            return False
        if word.low in PERSON_ROLES:
            return True
    return False


def _by_preposition(before: str, size: int) -> Guess | None:
    if size > 2:
        return None
    if before in PLACE_PREPOSITIONS:
        return Guess(_PLACE, 2)
    weak = before in WEAK_PREPOSITIONS or before in ENTERING
    return Guess(_PLACE, 1) if size == 1 and weak else None


def _by_shape(words: Sequence[Word], first: int, end: int) -> Guess:
    """Two or three plain capitalised words are mostly a person's name in the news.

    Not so after an article, with a nation among them, or with the ending of a common noun.
    """
    if end - first not in (2, 3) or (first and words[first - 1].low in ("the", "a", "an")):
        return _UNKNOWN
    if end + 1 < len(words) and words[end + 1].low in ("founded", "formed", "established"):
        return _UNKNOWN
    for word in words[first:end]:
        plain = word.text.replace("-", "").isalpha() and word.text[1:].islower()
        if not plain or word.low.endswith(ABSTRACT) or _of_nation(word.low):
            return _UNKNOWN
    return Guess(_PERSON, 1)


def _of_nation(low: str) -> bool:
    return is_nationality(low) or low in COUNTRIES or low in GROUPS
