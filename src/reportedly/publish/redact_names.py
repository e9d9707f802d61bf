"""Every form in which a protected name may stand in a text: as words in order, and how to find it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.publish.protected import Protected
from reportedly.publish.redact_fold import words_of
from reportedly.publish.redact_spellings import spellings
from reportedly.text.name_kinds import TITLES

LONG = 8
"""Letters from which on a full name written as one word is found inside a longer one."""

LOOSE = 10
"""Letters from which on a full name is found however its letters are parted."""

HANDLE = 5
"""Letters from which on one word of a name is found inside an address, a handle or a hashtag."""

SHORT = 3
"""Letters up to which a surname must begin with a capital: *So*, *Do* and *An* are surnames."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "bin",
        "ibn",
        "abu",
        "ben",
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "ter",
        "zu",
        "af",
        "av",
    ]
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

BETWEEN = r"[\W_]{0,40}"
"""What may stand between two words of a name."""

BACK = r"(?:[^\w.!?]|_){0,12}"
"""The same where the surname comes first: not the end of a sentence."""

BROKEN = r"(?:['’‘ʼ`´]|-\s{0,3}|\n)?"
"""What may part a word of a name: an apostrophe, a hyphen at a line's end, or that end alone."""

MIDDLE = r"(?:[^\W\d_]\.?[\W_]{1,3}|[\"'“”‘’«»(][^\W\d_]{2,15}[\"'“”‘’«»)]\s?){0,2}"
"""What may stand between first name and surname: initials, or a nickname in quotation marks."""

CASES = r"[^\W\d_]{0,3}"
"""The ending that a case puts on a first name in Cyrillic."""

SECOND = r"[ \n-]{1,2}(?P<second>[^\W\d_]{2,15})[ \n-]{1,2}"
"""A second name that the case does not know, between first name and surname."""


@dataclass(frozen=True)
class Form:
    """One form of a name.

    Attributes:
        words: Its words in plain form, in order.
        initial: The first is an initial: ``T. Ildray``.
        turned: The surname comes first: ``Ildray, Tomas``.
    """

    words: tuple[str, ...]
    initial: bool = False
    turned: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return len(self.words) == 1

    @cached_property
    def key(self) -> str:
        """Its letters alone: where they are not, the form is not either."""
        return "".join(self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds it in plain text; whether it stands apart is for the caller to see."""
        plain = not (self.single or self.initial or self.turned)
        if plain and len(self.key) >= LOOSE:
            return re.compile(r"[\W_]{0,3}".join(map(re.escape, self.key)) + "|" + self._aligned)
        return re.compile(self._aligned)

    @property
    def _aligned(self) -> str:
        words = [_word(word) for word in self.words]
        if self.initial:
            first, last = self.words
            if len(first) == 1:
                return rf"{re.escape(first)}\.?{BETWEEN}{MIDDLE}{_LEADING}{_word(last)}"
            return rf"{_word(first)},?\s?{re.escape(last)}\.(?:[^\W\d_]\.)*"
        if self.turned:
            return BACK.join(words)
        last = words.pop()
        first = BETWEEN.join(
            word if self.words[place].isascii() else word + CASES
            for place, word in enumerate(words)
        )
        if len(words) == 1:
            return rf"{first}(?:{BETWEEN}{MIDDLE}{_LEADING}|{SECOND}){last}"
        return rf"{first}{BETWEEN if words else ''}{last}"


_LEADING = rf"(?:(?:{'|'.join(sorted(_PARTICLES))})[\W_]{{1,2}}){{0,2}}"


def _word(word: str) -> str:
    return (BROKEN if len(word) > SHORT else "").join(map(re.escape, word))


def forms(person: Protected) -> tuple[Form, ...]:
    """Every form of every name of a person, the longest first."""
    found = {form for name in person.names for form in _forms(name, person.personal)}
    return tuple(
        sorted(found, key=lambda form: (-len(form.key), form.words, form.initial, form.turned))
    )


def _forms(name: str, personal: bool) -> Iterator[Form]:
    plain = name.casefold()
    bases = dict.fromkeys((plain, plain.translate(_GERMAN)))
    others = (spelt for base in bases for spelt in _respelt(base, personal))
    for spelt in dict.fromkeys((*bases, *others)):
        words = words_of(spelt)
        if words:
            yield Form(words)
        own = list(words)
        while len(own) > 1 and own[0] in TITLES:
            own.pop(0)
        while len(own) > 1 and own[-1] in _SUFFIXES:
            own.pop()
        if own:
            yield Form(tuple(own))
        if personal and own:
            yield from _personal(own)


def _respelt(name: str, personal: bool) -> Iterator[str]:
    """Other spellings of a person's name that no word of the other script is mistaken for."""
    for spelt in spellings(name) if personal else ():
        # Some Cyrillic words look Latin letter by letter, and would be found in Latin texts.
        if spelt.isascii() or not any(word.isascii() for word in words_of(spelt)):
            yield spelt


def _personal(words: list[str]) -> Iterator[Form]:
    """What a person's name gives: the surname alone, turned round, shortened, with an initial."""
    first, last = words[0], words[-1]
    if len(words) == 1 or not last.isalpha():
        return
    if len(last) > 1:
        yield Form((last,))
    if words[-2] in _PARTICLES:
        yield Form((words[-2], last))
    if len(last) > SHORT:
        yield Form((last, *words[:-1]), turned=True)
        yield Form((last, first), turned=True)
    if len(words) > 2:
        yield Form((first, last))
        if not {*words[:2]} & _PARTICLES:
            yield Form((first, words[1]))
    if first in _PARTICLES or len(last) == 1:
        return
    yield Form((first[0], last), initial=True)
    yield Form((last, first[0]), initial=True)
    yield Form((first, last[0]), initial=True)
    if len(last) >= HANDLE - 1:
        yield Form((first[0] + last,))
        yield Form((last + first[0],))


def cut_short(person: Protected) -> re.Pattern[str] | None:
    """Finds a full name that a limit of length cut within its surname, at the end of a text."""
    parts: list[str] = []
    for name in person.names:
        words = words_of(name)
        if person.personal and len(words) > 1:
            last = words[-1]
            tail = re.escape(last[0]) + "".join(f"(?:{re.escape(char)}" for char in last[1:-1])
            tail += ")?" * max(0, len(last) - 2)
            parts.append(rf"{re.escape(words[0])}[\W_]{{1,3}}{tail}")
    if not parts:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(dict.fromkeys(parts))})\s?(?:…|\.{{1,3}})?\Z")
