"""Cut a text into words for name finding, and group the capitalised ones into runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.text.layout import sentences
from reportedly.text.name_words import (
    COUNTRIES,
    FUNCTION_WORDS,
    NATIONALITIES,
    NOT_NAMES,
    OF_EVENTS,
    OF_PLACES,
    ORG_HEADS,
    ORG_STARTS,
    PARTICLES,
    PEOPLES,
)
from reportedly.text.wordlist import word_set

_TOKEN = re.compile(
    r"(?P<abbr>(?:[A-Z]\.){2,}(?:[A-Z]\b)?)"
    r"|(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Adm|Brig|Cmdr|Sen|Rep|Gov|St|Rev|Fr|Hon|Mt"
    r"|Insp|Supt|Inc|Corp|Ltd|Co|Jr|Sr)\."
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[a-z]{2,20}){1,4}\b"
    r"|[^\W_]+(?:[’'‐‑-][^\W_]+)*"
    r"|[^\w\s]"
)
_POSSESSIVE = re.compile(r"[’'][sS]\Z")


class Word(NamedTuple):
    """A word or mark.

    Attributes:
        start: First code point.
        end: One past the last, a possessive ending left out.
        text: The word without a possessive ending.
        low: In lower case.
        opens: Whether it opens a sentence or a quotation, where a capital says nothing.
        owns: Whether it had a possessive ending.
    """

    start: int
    end: int
    text: str
    low: str
    opens: bool
    owns: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital and may be part of a name."""
        return self.text[0].isupper() and self.low not in NOT_NAMES

    @property
    def acronym(self) -> bool:
        """Whether it is two to six capitals."""
        return 2 <= len(self.text) <= 6 and self.text.isupper() and self.text.isalpha()


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence.

    Attributes:
        words: In order.
        headline: Whether it is set in capitals, so that a capital says nothing in it.
    """

    words: tuple[Word, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class Usage:
    """How the text uses its words.

    Attributes:
        capital: How often a word has a capital where none is called for.
        small: Words that stand in lower case somewhere.
    """

    capital: Counter[str]
    small: frozenset[str]


_OPENERS = frozenset("“\"‘«„([{•*–—|:'")


def rows(text: str) -> tuple[tuple[Row, ...], Usage]:
    """The sentences of ``text`` in words, and how the text uses capitals."""
    result = []
    capital: Counter[str] = Counter()
    small: set[str] = set()
    for sentence in sentences(text):
        words = _words(text, sentence.start, sentence.end)
        headline = _is_headline(words)
        result.append(Row(words, headline))
        for word in words:
            if word.text[0].islower():
                small.add(word.low)
            elif word.capital and not word.opens and not headline:
                capital[word.low] += 1
    return tuple(result), Usage(capital, frozenset(small))


def _words(text: str, begin: int, end: int) -> tuple[Word, ...]:
    words = []
    opens = True
    for match in _TOKEN.finditer(text, begin, end):
        found = match.group()
        at = match.start()
        if found.isalnum():
            words.append(Word(at, match.end(), found, found.lower(), opens))
            opens = False
            continue
        if len(found) == 1:
            words.append(Word(at, at + 1, found, found.lower(), opens))
            opens = opens or found in _OPENERS
            continue
        for offset, piece, last in _pieces(found):
            bare = _POSSESSIVE.sub("", piece)
            start = at + offset
            owns = last or bare != piece
            words.append(
                Word(start, start + len(bare), bare, bare.lower(), opens and not offset, owns)
            )
        if found[0].isalnum():
            opens = False
        elif found in _OPENERS:
            opens = True
    return tuple(words)


_BACKED = re.compile(
    r"[‐‑-](?=[a-z]+(?:ed|led|based|held|made|style|era|wide|speaking|language|born|run)\Z)"
)
_PREFIXED = re.compile(
    r"(?:pro|anti|non|ex|post|pre|mid|trans|un|inter|neo)[‐‑-](?=[A-Z])", re.IGNORECASE
)


def _pieces(found: str) -> list[tuple[int, str, bool]]:
    """The parts of a hyphenated word that are names of their own: offset, words, ends a run.

    "Kremlin-backed", "pro-Russian" and "Russia-Ukraine" hold names; "Gora-Podol" is one.
    """
    if "-" not in found and "‑" not in found and "‐" not in found:
        return [(0, found, False)]
    if cut := _PREFIXED.match(found):
        return [(cut.end(), found[cut.end() :], True)]
    if cut := _BACKED.search(found):
        return [(0, found[: cut.start()], True)]
    left, _, right = found.partition("-")
    if _nation(left.lower()) and _nation(right.lower().removesuffix("'s").removesuffix("’s")):
        return [(0, left, True), (len(left) + 1, right, False)]
    return [(0, found, False)]


def _nation(low: str) -> bool:
    return low in COUNTRIES or low in NATIONALITIES


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether most words that prose writes small have a capital."""
    long = [word for word in words if word.text[0].isalpha() and len(word.text) > 3]
    if len(long) < 3:
        return False
    capitals = sum(word.text[0].isupper() for word in long)
    shouted = sum(word.text.isupper() for word in long)
    if shouted > 0.7 * len(long):
        return True
    return capitals >= 0.8 * len(long) and len(long) > 4 and words[-1].text != "."


_SMALL_IN_NAMES = FUNCTION_WORDS - {"the", "of", "and", "for", "to"}
_TITLE = 5
"""Least words in a row with a capital for them to be a title within prose."""


def without_titles(row: Row) -> Iterator[Row]:
    """A sentence with the titles in it set apart: "… Reveals Why Nobody Left The Marn …".

    Such a row of capitals has a capital where names have none ("Why", "In"), so none in it tells.
    """
    if row.headline:
        yield row
        return
    words, begun, at = row.words, 0, 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].text[0].isupper():
            end += 1
        inner = words[at + 1 : end]
        if end - at >= _TITLE and any(_small_by_rights(word) for word in inner):
            if at > begun:
                yield Row(words[begun:at], headline=False)
            yield Row(words[at:end], headline=True)
            begun = end
        at = max(end, at + 1)
    if begun < len(words):
        yield Row(words[begun:], headline=False)


def _small_by_rights(word: Word) -> bool:
    return word.low in _SMALL_IN_NAMES and not word.text.isupper() and not word.opens


# --- runs ----------------------------------------------------------------------------------------


def run_end(words: Sequence[Word], at: int) -> int:
    """Index after the run of name words that begins at ``at``."""
    if at and words[at - 1].text in _OPENING and (quoted := _quoted(words, at)):
        return quoted
    end = at + 1
    while end < len(words):
        before = words[end - 1]
        if before.owns and not _peoples(words, at, end):
            return end
        step = _step(words, at, end)
        if not step:
            return end
        end += step
    return end


def _peoples(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a possessive stands within a body's name: "the Women's League", not "Vell's League"."""
    if words[end - 1].low.rpartition("-")[2] not in PEOPLES:
        return False
    last = end
    while last + 1 < len(words) and words[last].capital and words[last + 1].capital:
        last += 1
    return words[last].capital and words[last].low in ORG_HEADS


_OPENING, _CLOSING = "“\"«‘'„", "”\"»’'“"


def _quoted(words: Sequence[Word], at: int) -> int:
    """Index after a whole name in quotation marks ("Hills of Freedom"); 0 if it is no such name."""
    joined = False
    for end in range(at, min(at + 7, len(words))):
        if words[end].text in _CLOSING and end > at + 1:
            return end if joined and words[end - 1].capital else 0
        if not words[end].capital and words[end].low not in ("of", "the", "for"):
            return 0
        joined = joined or words[end].low == "of"
    return 0


def _step(words: Sequence[Word], at: int, end: int) -> int:
    """How many words from ``end`` go on with the run; 0 if it ends."""
    word = words[end]
    if word.capital:
        return 0 if word.opens else 1
    after = words[end + 1] if end + 1 < len(words) else None
    if after is None:
        return 0
    if word.text == "&" and after.capital:
        return 2
    if word.low in PARTICLES:
        return _particles(words, end)
    if word.text.isdigit() and len(word.text) < 4 and words[end - 1].low in _NUMBERED:
        return 1
    if word.low in ("of", "for") and not words[end - 1].text.isdigit():
        return _of(words, at, end)
    if word.low in ("and", ",") and after.capital and _in_ministry(words, at, end):
        return 2
    return 0


_NUMBERED = word_set(
    "unit channel brigade group school radio hospital battalion division area camp zone line shed"
)


def _particles(words: Sequence[Word], end: int) -> int:
    """How many words from ``end`` are particles and the name after them ("von der Marn")."""
    for size in (1, 2):
        if end + size >= len(words):
            return 0
        if words[end + size].capital:
            return size + 1
        if words[end + size].low not in PARTICLES:
            return 0
    return 0


def _of(words: Sequence[Word], at: int, end: int) -> int:
    """Whether "of" or "for" goes on with the name of an organisation, and how far."""
    step = 2 if end + 1 < len(words) and words[end + 1].low == "the" else 1
    place = end + step
    if place >= len(words) or not words[place].capital:
        return 0
    last_word = words[end - 1].low
    if last_word in OF_PLACES or (last_word in OF_EVENTS and words[end].low == "of"):
        return step + 1
    if any(word.low in ORG_STARTS for word in words[at:end]):
        return step + 1
    if step == 2 or end - at > 1 or words[at].low in FUNCTION_WORDS:
        return 0
    if words[end].low == "for" and words[at].opens:
        return 0
    # "Freedom of Hills Legion": one word, "of" or "for", and a head of an organisation at the end.
    last = place
    while last + 1 < len(words) and words[last + 1].capital and not words[last].owns:
        last += 1
    return last - end + 1 if last > place and words[last].low in ORG_HEADS else 0


_JOINT_HEADS = word_set("ministry department office committee institute bureau agency board")


def _in_ministry(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether "and" stands within a name such as "Ministry of Health and Care"."""
    if words[at].low not in _JOINT_HEADS or not any(
        word.low in ("of", "for") for word in words[at:end]
    ):
        return False
    after = words[end + 1]
    return after.low not in COUNTRIES and after.low not in NATIONALITIES and not after.owns
