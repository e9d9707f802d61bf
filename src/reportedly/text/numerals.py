"""Read numbers written as words or digits, one after another in a list of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.model.value import Number

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "mln": 1_000_000,
    "mn": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "lakh": 100_000,
    "crore": 10_000_000,
}  # fmt: skip

_MOST_SCALES = 2
"""How many scale words may follow each other ("two hundred thousand")."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?\Z")


class Token(NamedTuple):
    """A word, a run of digits or a mark, with whether space stands before it."""

    start: int
    end: int
    text: str
    low: str
    spaced: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``."""
    result = []
    last = start
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        at = match.start()
        result.append(Token(at, match.end(), word, word.lower(), at > last or at == start))
        last = match.end()
    return result


def digits(word: str) -> Number | None:
    """The number that ``word`` writes in digits, thousands by commas; ``None`` if it does not."""
    if _GROUPED.match(word):
        word = word.replace(",", "")
    elif not _PLAIN.match(word):
        return None
    return float(word) if "." in word else int(word)


def numeral(row: Sequence[Token], at: int) -> tuple[Number, int] | None:
    """The number that begins at token ``at``, and the index after it; ``None`` if none does.

    Digits with an optional scale word ("2.5 million"), thousands parted by a space ("12 000"),
    words ("two hundred and fifty", "a hundred", "half a million", "two dozen").
    """
    first = row[at]
    if first.text[0].isdigit():
        return _in_digits(row, at)
    if first.low == "half":
        return _half(row, at)
    if first.low in ("a", "an"):
        if at + 1 < len(row) and row[at + 1].low in SCALES:
            return _in_words(row, at + 1, 1)
        return None
    if first.low in UNITS or first.low in TENS:
        return _in_words(row, at, 0)
    return None


def _half(row: Sequence[Token], at: int) -> tuple[Number, int] | None:
    """Read "Half a million", "half-dozen"."""
    place = at + 1
    if place < len(row) and row[place].low in ("a", "-"):
        place += 1
    if place == at + 1 or place >= len(row) or row[place].low not in SCALES:
        return None
    return SCALES[row[place].low] // 2, place + 1


def _in_digits(row: Sequence[Token], at: int) -> tuple[Number, int] | None:
    value = digits(row[at].text)
    at += 1
    if value is None:
        return None
    while _thousands_follow(row, at) and 0 < value < 10**12:
        value = value * 1000 + int(row[at].text)
        at += 1
    scaled = at
    while at < min(len(row), scaled + _MOST_SCALES) and row[at].low in SCALES:
        value = _tidy(value * SCALES[row[at].low])
        at += 1
    return value, at


def _thousands_follow(row: Sequence[Token], at: int) -> bool:
    """Whether the token before ``at`` and this one write one number, parted by a single space."""
    if at >= len(row) or len(row[at].text) != 3 or not row[at].text.isdigit():
        return False
    before = row[at - 1]
    return row[at].start - before.end == 1 and before.text.isdigit() and len(before.text) <= 3


def _in_words(row: Sequence[Token], at: int, started: int) -> tuple[Number, int]:
    """Sum up number words from ``at``; ``started`` is 1 where "a" stood before a scale word."""
    total: Number = 0
    part: Number = started
    last = 1000 if not started else 1
    while at < len(row):
        word = row[at].low
        if word in TENS and last > 99:
            part, last = part + TENS[word], 10
        elif word in UNITS and (last > 99 or (last == 10 and UNITS[word] in range(1, 10))):
            part, last = part + UNITS[word], 1
        elif word in SCALES and 0 < part < (100 if SCALES[word] <= 100 else 1000):
            scale = SCALES[word]
            if scale > 100:
                total, part = total + part * scale, 0
            else:
                part *= scale
            last = scale if scale >= 100 else 1
        elif word in ("and", "-", "‐", "‑") and _joins(row, at, last):
            pass
        else:
            break
        at += 1
    return total + part, at


def _joins(row: Sequence[Token], at: int, last: int) -> bool:
    """Whether "and" or a hyphen at ``at`` stands within one number."""
    if at + 1 >= len(row):
        return False
    after = row[at + 1].low
    if row[at].low == "and":
        return last >= 100 and (after in UNITS or after in TENS)
    if row[at].spaced or row[at + 1].spaced:
        return False
    return (last == 10 and UNITS.get(after, 99) < 10) or after in SCALES


def _tidy(value: Number) -> Number:
    return int(value) if value == int(value) else value
