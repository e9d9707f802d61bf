"""Part a run of capitalised words into names and the titles before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.text.name_kinds import TITLES, is_nationality
from reportedly.text.name_runs import Usage, Word
from reportedly.text.name_words import (
    COMPASS,
    COUNTRIES,
    EVENT_HEADS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    LABELS,
    ORG_HEADS,
    PERSON_ROLES,
    PLACE_HEADS,
    SPEECH,
    STARTERS,
)

_HEADS = ORG_HEADS | PLACE_HEADS | EVENT_HEADS


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``[first, end)`` that are one name; its title begins at ``title``, -1 if it has none."""

    first: int
    end: int
    title: int = -1


def parts(words: Sequence[Word], first: int, end: int, usage: Usage) -> Iterator[Part]:
    """The names within the run ``[first, end)``."""
    while first < end and _says_nothing(words[first], usage):
        first += 1
    if first >= end or not words[first].capital:
        return
    yield from _split(words, first, end, usage)


def _says_nothing(word: Word, usage: Usage) -> bool:
    """Whether the capital of the word that begins a run does not make it a name."""
    if word.low in FUNCTION_WORDS:
        return not (word.acronym and len(word.text) > 2)
    if not word.opens or usage.capital[word.low]:
        return False
    if word.low in TITLES or word.low in COUNTRIES or is_nationality(word.low):
        return False
    return word.low in STARTERS or word.low in usage.small


def _split(words: Sequence[Word], first: int, end: int, usage: Usage) -> Iterator[Part]:
    lows = [word.low for word in words[first:end]]
    if " ".join(lows) in COUNTRIES:
        yield Part(first, end)
        return
    title = _last_title(lows)
    if title >= 0 and lows[-1] not in _HEADS and "of" not in lows[title:]:
        yield from _titled(words, first, first + title, end, usage)
        return
    ahead = _leading(lows)
    if ahead and lows[-1] not in _HEADS:
        yield Part(first, first + ahead)
        if ahead < len(lows):
            yield from parts(words, first + ahead, end, usage)
        return
    if all(low in TITLES for low in lows):
        return
    if _is_label(words, first, end):
        return
    if end - first == 1 and len(words[first].text) == 1:
        return
    if end - first > 1 or _stands_alone(words, first, usage):
        yield _with_small_title(words, first, end)


def _is_label(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a word is capitalised as the label of a numbered thing ("Incident 2")."""
    number = end < len(words) and words[end].text.isdigit()
    return end - first == 1 and number and words[first].low in LABELS


def _last_title(lows: Sequence[str]) -> int:
    """Index of the last title that has words after it; -1 if there is none."""
    for at in range(len(lows) - 2, -1, -1):
        if lows[at] in TITLES:
            return at
    return -1


def _titled(
    words: Sequence[Word], first: int, title: int, end: int, usage: Usage
) -> Iterator[Part]:
    """A name after its title, and what stands before the title ("Legion Commander Ina Roke")."""
    start = title
    while start > first and words[start - 1].low in TITLES:
        start -= 1
    if start > first:
        yield from _split(words, first, start, usage)
    yield Part(title + 1, end, start)


def _leading(lows: Sequence[str]) -> int:
    """How many words at the start are a nation or country of their own; 0 if none."""
    if lows[0] in COMPASS and len(lows) > 1 and is_nationality(lows[1]):
        return 2
    if is_nationality(lows[0]):
        return 1
    for size in (2, 1):
        if " ".join(lows[:size]) in COUNTRIES and size < len(lows) and lows[size] in GIVEN_NAMES:
            return size
    return 0


def _stands_alone(words: Sequence[Word], at: int, usage: Usage) -> bool:
    """Whether one capitalised word is a name: not where only its place called for the capital."""
    word = words[at]
    if word.low in STARTERS and word.low.endswith("ly"):
        return False
    shouted = len(word.text) > 1 and word.text.isupper()
    if not word.opens or usage.capital[word.low] or shouted or word.owns:
        return True
    if word.low in COUNTRIES or is_nationality(word.low) or word.low in GIVEN_NAMES:
        return True
    following = words[at + 1].low if at + 1 < len(words) else ""
    plural = word.low.endswith("s") and not word.low.endswith("ss")
    return following in SPEECH and not plural and word.low not in PERSON_ROLES


def _with_small_title(words: Sequence[Word], first: int, end: int) -> Part:
    """The name with the role in lower case right before it ("human rights activist Ina Roke")."""
    if not first or words[first - 1].low not in PERSON_ROLES or words[first - 1].text[0].isupper():
        return Part(first, end)
    start = first - 1
    while start > max(0, first - 4) and _modifies(words[start - 1]):
        start -= 1
    return Part(first, end, start)


def _modifies(word: Word) -> bool:
    plain = word.text[0].islower() and word.text.replace("-", "").isalpha()
    return plain and word.low not in FUNCTION_WORDS and word.low not in SPEECH and not word.owns
