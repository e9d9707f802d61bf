"""Read one amount from a row of tokens: a number, a range or a vague word, with its hedges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model.value import Approximator, Number
from reportedly.text.numerals import SCALES, Token, numeral
from reportedly.text.wordlist import phrase_set, word_set

VAGUE: dict[str, tuple[int, int]] = {
    "couple": (2, 2),
    "few": (3, 9),
    "several": (3, 9),
    "handful": (3, 9),
    "tens": (10, 99),
    "dozens": (12, 99),
    "scores": (40, 199),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 999_999_999),
    "tens of millions": (10_000_000, 99_999_999),
}
"""Least and most that vague words allow; the sources are told in the reference.

A vague word before "dozen", "hundred", "thousand" or "million" allows from two of them to one less
than ten of them (99 for dozens).
"""

_PLURALS = word_set("tens dozens scores hundreds thousands millions")
_BEFORE_SCALE = word_set("several few couple many")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as its words allow it, over the tokens ``[first, end)``.

    Attributes:
        low: Least number.
        high: Most.
        how: How the words bound it.
        first: Index of its first token.
        end: Index one past its last token.
        bare: True for plain digits with nothing to show that they count something.
    """

    low: Number | None
    high: Number | None
    how: Approximator
    first: int
    end: int
    bare: bool = False


def amount(row: Sequence[Token], at: int) -> Amount | None:
    """The amount whose number begins at token ``at``, with the hedges before and after it."""
    core = vague(row, at) or _range(row, at) or _single(row, at)
    return hedged(row, core) if core else None


def hedged(row: Sequence[Token], core: Amount) -> Amount:
    """The amount with what bounds it before ("at least") and after ("or more")."""
    return _hedged_after(row, _hedged_before(row, core))


# --- the number itself ---------------------------------------------------------------------------


def vague(row: Sequence[Token], at: int) -> Amount | None:
    """Read "Dozens", "several hundred", "a couple of", "tens of thousands", "hundreds or thousands"."""
    first = at
    if row[at].low == "a" and at + 1 < len(row):
        at += 1
    word = row[at].low
    if word in _PLURALS and first == at:
        return _plural(row, at)
    if word not in VAGUE or word in _PLURALS:
        return None
    if word != "several" and first == at and not _scale(row, at + 1):
        return None
    end = at + 1
    if end + 1 < len(row) and row[end].low == "of" and _scale(row, end + 1) and word == "couple":
        end += 1
    scale = _scale(row, end)
    low, high = VAGUE[word]
    if scale:
        end += 2 if end + 1 < len(row) and row[end + 1].low in SCALES else 1
        low, high = _times(word, scale)
    how = Approximator.EXACT if word == "couple" and not scale else Approximator.VAGUE
    return Amount(low, high, how, first, end)


def _scale(row: Sequence[Token], at: int) -> int:
    """Product of the scale words at ``at``; 0 if there is none."""
    product = 0
    first = at
    while at < min(len(row), first + 2) and row[at].low in SCALES:
        product = (product or 1) * SCALES[row[at].low]
        at += 1
    return product


def _times(word: str, scale: int) -> tuple[int, int]:
    if word == "couple":
        return 2 * scale, 3 * scale - 1
    return 2 * scale, 99 if scale == 12 else 10 * scale - 1


def _plural(row: Sequence[Token], at: int) -> Amount:
    phrase = " ".join(token.low for token in row[at : at + 3])
    low, high = VAGUE.get(phrase, VAGUE[row[at].low])
    end = at + 3 if phrase in VAGUE else at + 1
    step = end
    while step < len(row) and step < end + 3 and row[step].low in ("or", "if", "not", "even", ","):
        step += 1
    if step > end and step < len(row) and row[step].low in _PLURALS:
        other = _plural(row, step)
        if other.high and other.high > high:
            return replace(other, low=low, first=at)
    return Amount(low, high, Approximator.VAGUE, at, end)


def _single(row: Sequence[Token], at: int) -> Amount | None:
    read = numeral(row, at)
    if read is None:
        return None
    value, end = read
    bare = row[at].text.isdigit() and end == at + 1
    if end < len(row) and row[end].low == "k" and not row[end].spaced:
        return Amount(value * 1000, value * 1000, Approximator.EXACT, at, end + 1)
    return Amount(value, value, Approximator.EXACT, at, end, bare)


_JOINTS = word_set("- – — to or")
_CHANGES = word_set(
    "rose rise risen rises increased increase increases raised raises revised revises corrected "
    "corrects fell fall fallen falls dropped drops grew grown grows went gone climbed climbs jumped "
    "jumps reduced lowered cut updated updates changed up down moved doubled"
)


def _range(row: Sequence[Token], at: int) -> Amount | None:
    """Read "500 to 1,000", "two or three", "between 5 and 8"; not "rose from 12 to 19"."""
    read = numeral(row, at)
    if read is None or read[1] + 1 >= len(row):
        return None
    low, joint = read
    between = at > 0 and row[at - 1].low == "between"
    if row[joint].low not in _JOINTS and not (between and row[joint].low == "and"):
        return None
    if row[joint].low == "to" and _change_before(row, at):
        return None
    second = numeral(row, joint + 1)
    if second is None:
        return None
    high, end = second
    low = _share_scale(row, low, high, joint, end)
    if low >= high:
        return None
    led = between or (at > 0 and row[at - 1].low == "from")
    return Amount(low, high, Approximator.RANGE, at - led, end)


def _change_before(row: Sequence[Token], at: int) -> bool:
    if at == 0 or row[at - 1].low != "from":
        return False
    return any(token.low in _CHANGES for token in row[max(0, at - 6) : at - 1])


def _share_scale(row: Sequence[Token], low: Number, high: Number, joint: int, end: int) -> Number:
    """The low end as meant where only the high end names the scale: "5 to 10 thousand"."""
    scale = 1
    place = end - 1
    while place > max(joint, end - 3) and row[place].low in SCALES:
        scale *= SCALES[row[place].low]
        place -= 1
    glued = not row[joint].spaced and not row[joint + 1].spaced
    if scale == 1 and glued and "," in row[joint + 1].text and high % 1000 == 0:
        scale = 1000
    return low * scale if low < 1000 and low * scale < high else low


# --- hedges --------------------------------------------------------------------------------------

_AT_LEAST = phrase_set(
    "at least, as few as, as little as, no fewer than, no less than, not less than, not fewer than, more than, over, "
    "upwards of, in excess of, well over, just over, a minimum of, a little over, at a minimum, "
    "slightly more than, far more than, much more than, minimum"
)
_UP_TO = phrase_set(
    "up to, as many as, as much as, at most, no more than, not more than, fewer than, less than, "
    "under, a maximum of, well under, below, maximum"
)
_NEARLY = phrase_set("nearly, almost, close to, just under, just short of, virtually")
_ABOUT = phrase_set(
    "about, around, roughly, approximately, some, an estimated, estimated, circa, ~, ≈, approx, "
    "in the region of, somewhere around, perhaps, maybe, possibly, reportedly"
)
_SOFT = phrase_set("perhaps, maybe, possibly, reportedly")
_LONGEST = 4


def _hedged_before(row: Sequence[Token], core: Amount) -> Amount:
    """Apply the hedges before the number, the nearest first, three at most."""
    for _ in range(3):
        for size in range(min(_LONGEST, core.first), 0, -1):
            words = " ".join(token.low for token in row[core.first - size : core.first])
            hedged = _hedge(core, words)
            if hedged is not None:
                core = replace(hedged, first=core.first - size)
                break
        else:
            return core
    return core


def _hedge(core: Amount, words: str) -> Amount | None:
    if words in _SOFT or (words in _ABOUT and core.how is not Approximator.EXACT):
        return replace(core, bare=False)
    if words in _AT_LEAST:
        low, _ = _named(core)
        return replace(core, low=low, high=None, how=Approximator.AT_LEAST, bare=False)
    if words in _UP_TO:
        _, high = _named(core)
        return replace(core, low=None, high=high, how=Approximator.UP_TO, bare=False)
    if core.low is None or core.high is None:
        return None
    return about(core) if words in _ABOUT or words in _NEARLY else None


def _named(core: Amount) -> tuple[Number | None, Number | None]:
    """The number or numbers that the words name: "about 40" names 40, whatever room it has."""
    if core.how is not Approximator.ABOUT or core.low is None or core.high is None:
        return core.low, core.high
    middle = (core.low + core.high) / 2
    named = int(middle) if middle.is_integer() else middle
    return named, named


def _tenth_off(value: Number, tenths: int = 9) -> int:
    """So many tenths of a number, rounded down; whole numbers without a detour over floats."""
    return value * tenths // 10 if isinstance(value, int) else math.floor(value * tenths / 10)


def about(core: Amount) -> Amount:
    """A tenth to either side, one at least, so that the number named is the middle."""
    if core.low is None or core.high is None:
        return core
    low = min(core.low - 1, _tenth_off(core.low))
    high = max(core.high + 1, -_tenth_off(-core.high, 11))
    return replace(core, low=max(low, 0), high=high, how=Approximator.ABOUT, bare=False)


_AFTER = {
    "or more": "at least", "or so": "about", "or fewer": "up to", "or less": "up to",
    "at least": "at least", "at the least": "at least", "at the most": "up to", "at most": "up to",
    "or thereabouts": "about", "if not more": "at least",
}  # fmt: skip


def _hedged_after(row: Sequence[Token], core: Amount) -> Amount:
    """Apply "or more", "or so", a glued plus sign, "-odd"."""
    for size in (3, 2):
        words = " ".join(token.low for token in row[core.end : core.end + size])
        if words in _AFTER and core.how is Approximator.EXACT:
            kind = _AFTER[words]
            return replace(_hedge(core, kind) or core, end=core.end + size)
    after = row[core.end : core.end + 2]
    if after and after[0].text == "+" and not after[0].spaced:
        return replace(core, high=None, how=Approximator.AT_LEAST, end=core.end + 1, bare=False)
    if len(after) == 2 and after[0].text == "-" and after[1].low == "plus":
        return replace(core, high=None, how=Approximator.AT_LEAST, end=core.end + 2, bare=False)
    if len(after) == 2 and after[0].text == "-" and after[1].low == "odd":
        return replace(about(core), end=core.end + 2)
    return core
