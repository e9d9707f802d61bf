"""Find what a number counts: the noun phrase after it, and the unit family of its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.text.numerals import Token
from reportedly.text.units import (
    HARMED,
    IRREGULAR,
    MEASURES,
    MONEY,
    STRENGTH,
    UNITS_OF_TIME,
    family,
    lemma,
)
from reportedly.text.wordlist import word_set

_STOPS = word_set(
    "in on at from to with by for into onto over under near after before during since until about "
    "against between among through across around towards toward off out up down inside outside "
    "within without along and or but that which who whom whose where when while if because as than "
    "is are was were be been being has have had do does did will would could can may might must "
    "should shall not it he she they we you i this these those there here a an then so also too "
    "said says say told tells added claimed reported announced according per each every what how "
    "became become came went took made remained remain got get left"
)
"""Words that end the noun phrase after a number."""

_SKIPPED = word_set(
    "of the more additional other further another its his her their our these those such own"
)
"""Words between a number and its noun that belong to neither."""

_REACH = 7
"""Most tokens between a number and its noun."""

_AUXILIARIES = word_set(
    "was were are is have has had been be being others other more also reported feared confirmed"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        noun: The noun with its adjectives; ``None`` where none follows.
        head: The noun itself as written, in lower case; empty where none follows.
        unit: Its unit family, or its singular; ``None`` where nothing tells.
        end: Index of the token after the phrase.
    """

    noun: Span | None
    head: str
    unit: str | None
    end: int

    @property
    def known(self) -> bool:
        """Whether the unit is one of the families."""
        return self.unit is not None and (self.unit == "people" or family(self.head) is not None)


def counted(text: str, row: Sequence[Token], at: int, *, one: bool = False) -> Counted:
    """What a number that ends before token ``at`` counts.

    Args:
        text: The text the tokens come from.
        row: The tokens.
        at: Index of the token after the number.
        one: Whether the number is one, so that the noun is a singular.
    """
    first = at
    if [token.low for token in row[at : at + 2]] == [",", "of"]:
        first += 1
    while first < len(row) and first < at + 3 and row[first].low in _SKIPPED:
        first += 1
    stop = first
    while stop < len(row) and stop < first + _REACH and _goes_on(row, stop, first):
        stop += 1
    place = _head(row, first, stop, one)
    if place < 0:
        people = _harmed(row, at) or _tolled(row, at)
        return Counted(None, "", "people" if people else None, at)
    head = row[place].low
    noun = Span.of(text, row[first].start, row[place].end)
    if lemma(head) in MEASURES:
        return _measured(text, row, first, place)
    unit = family(head) or ("people" if _people_by_harm(row, place) else lemma(head))
    return Counted(noun, head, unit, place + 1)


_POWERS = word_set("square cubic sq cu")


def _measured(text: str, row: Sequence[Token], first: int, place: int) -> Counted:
    """A measure with all that makes it another one: "square mile", "m3", "m3/s"."""
    head = row[place].low
    before = row[place - 1].low if place > first else ""
    end = place + 1
    while end < len(row) and not row[end].spaced and _of_a_measure(row, end):
        end += 1
    glued = text[row[place].end : row[end - 1].end].lower()
    unit = (head if glued else lemma(head)) + glued
    unit = f"{before} {unit}" if before in _POWERS else unit
    noun = Span.of(text, row[first].start, row[end - 1].end)
    return Counted(noun, head, unit, end)


def _of_a_measure(row: Sequence[Token], at: int) -> bool:
    """Whether the token, glued to a measure, belongs to it: an exponent, or a measure it goes by."""
    text = row[at].text
    if text in "23²³":
        return row[at - 1].text.isalpha()
    follows = at + 1 < len(row) and not row[at + 1].spaced and row[at + 1].text[0].isalpha()
    return (text in "/·" and follows) or (text[0].isalpha() and row[at - 1].text in "/·")


_ANIMALS = word_set(
    "animal cow sheep horse dog cat cattle bird goat pig chicken camel fish elephant"
)


def _people_by_harm(row: Sequence[Token], place: int) -> bool:
    """Whether an unknown noun is people because they came to harm: "12 dockers were hurt"."""
    return _harmed(row, place + 1) and lemma(row[place].low) not in _ANIMALS


_DETERMINERS = word_set("the its his her their our my your")


def _goes_on(row: Sequence[Token], at: int, first: int) -> bool:
    """Whether the noun phrase that began at ``first`` goes on with this token."""
    token = row[at]
    if token.low == "and" and at > first:
        return _pairs(row, at)
    if token.low in _STOPS or token.low in _DETERMINERS or token.text[0].isdigit():
        return False
    if token.text in "-‐‑":
        return not token.spaced
    return token.text[0].isalpha() or token.text in "'’‘“”\""


_ADJECTIVE = ("al", "ic", "ive", "ous", "ary", "ian", "ern", "ery")


def _pairs(row: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two adjectives before one noun: "regional and national teams"."""
    if at + 2 >= len(row):
        return False
    before, noun = row[at - 1].low, row[at + 2].low
    return before.endswith(_ADJECTIVE) and _plural(noun) and not _plural(row[at + 1].low)


def _head(row: Sequence[Token], first: int, stop: int, one: bool) -> int:
    """Index of the head noun in ``[first, stop)``; -1 if none shows itself.

    The last of the first run of nouns that are counted in news, else the first plural. Beside a
    number other than one the head is a plural: a singular before it belongs to the noun ("two
    officer training centres").
    """
    at = first
    while at < stop and (not _countable(row[at].low, one) or _prefixed(row, at)):
        at += 1
    if at < stop:
        while at + 1 < stop and _countable(row[at + 1].low, one):
            at += 1
        return at if one else _owner(row, at, stop)
    for place in range(first, stop):
        if _plural(row[place].low) and not one:
            return _owner(row, place, stop)
    return first if one and first < stop and row[first].text.islower() else -1


_PREFIXES = word_set("anti counter non pro ex")
_NOUN_ENDINGS = ("tion", "sion", "ment", "age", "ance", "ence", "ery", "training")


def _prefixed(row: Sequence[Token], at: int) -> bool:
    """Whether a prefix makes an adjective of the noun: "anti-aircraft"."""
    return at >= 2 and row[at - 1].text in "-‐‑" and row[at - 2].low in _PREFIXES


def _owner(row: Sequence[Token], at: int, stop: int) -> int:
    """Index of the noun that the one at ``at`` only describes: "weapons caches", "UAV repair shops".

    A plural right behind a plural is such a noun, for a verb there would be none. Behind a word that
    is a plural without an ending, so is one with a single noun between.
    """
    if _names_time(row[at].low) or at + 1 >= stop:
        return at
    if _plural(row[at + 1].low) and not _names_time(row[at + 1].low):
        return at + 1
    between = row[at].low in _ALSO_PLURAL and row[at + 1].low.endswith(_NOUN_ENDINGS)
    return at + 2 if between and at + 2 < stop and _plural(row[at + 2].low) else at


def _names_time(word: str) -> bool:
    return word in UNITS_OF_TIME or lemma(word) in UNITS_OF_TIME


_ALSO_PLURAL = word_set(
    "people men women children personnel crew staff aircraft dead police troops uav manpads "
    "servicemen policemen gunmen infantrymen airmen fishermen firemen crewmen deceased fish sheep"
)


def _countable(word: str, one: bool) -> bool:
    """Whether news counts this noun; a participle ("wounded") counts only right after a number."""
    single = lemma(word)
    if word in UNITS_OF_TIME or single in UNITS_OF_TIME or single in MONEY or single in MEASURES:
        return True
    if word in HARMED or (family(word) is None and single not in STRENGTH):
        return False
    return one or word.endswith("s") or word in IRREGULAR or word in _ALSO_PLURAL


def _plural(word: str) -> bool:
    if "'" in word or "’" in word:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _harmed(row: Sequence[Token], at: int) -> bool:
    """Whether "were wounded", "have been killed" or "dead" stands at ``at``."""
    step = at
    while step < len(row) and step < at + 3 and row[step].low in _AUXILIARIES:
        step += 1
    return step < len(row) and row[step].low in HARMED


_TOLL = HARMED | word_set("toll deaths casualties injuries victims fatalities")


def _tolled(row: Sequence[Token], at: int) -> bool:
    """Whether a toll is named before the number: "the dead numbered nine", "the toll rose to 19"."""
    before = [token.low for token in row[max(0, at - 8) : at]]
    return not _TOLL.isdisjoint(before) and not any(
        token.text in ".;!?" for token in row[max(0, at - 8) : at]
    )
