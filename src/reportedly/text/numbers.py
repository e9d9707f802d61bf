"""Find counts, however they are written, and say which numbers their words allow."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.model.value import Approximator, Value, ValueKind
from reportedly.text.amounts import VAGUE, Amount, amount, hedged
from reportedly.text.counted import Counted, counted
from reportedly.text.dates import time_spans
from reportedly.text.found import Found
from reportedly.text.layout import sentences
from reportedly.text.numerals import SCALES, TENS, UNITS, Token, numeral, tokens
from reportedly.text.units import ARMS, MONEY, STRENGTH, UNITS_OF_TIME, lemma
from reportedly.text.wordlist import word_set

__all__ = ["RULES", "VAGUE", "Found", "counts"]

RULES = (
    "number", "range", "approximate", "bound", "vague_quantity", "none", "military_unit",
    "percent", "fraction", "age",
)  # fmt: skip
"""Every rule a found count may name."""

Read = tuple[Found, int]
"""A count, and the index of the token after it."""

_NONE = word_set("no none nobody not zero")
_FRACTIONS = {
    "half": 50.0, "third": 33.3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0,
    "thirds": 33.3, "quarters": 25.0, "fifths": 20.0, "tenths": 10.0,
}  # fmt: skip
_SEEDS = frozenset({*UNITS, *TENS, *VAGUE, *_NONE, *_FRACTIONS, "a", "an", "aged"})
_LIKELY = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted({*UNITS, *TENS, *SCALES, *_NONE, *_FRACTIONS, *STRENGTH, *VAGUE}))
    + r")s?\b",
    re.IGNORECASE,
)
_PIECE = 20_000
"""Longest stretch, in code points, that is read at once."""


@lru_cache(maxsize=1)
def counts(text: str) -> tuple[Found, ...]:
    """The counts of ``text``, in order, none overlapping.

    Years, dates, clock times, durations, money, ordinals, phone numbers, scores, list numbers,
    labels ("Article 5") and model names ("T-72") are no counts.
    """
    busy = time_spans(text)
    found: list[Found] = []
    for start, end in _pieces(text):
        if _LIKELY.search(text, start, end):
            found.extend(_in_row(text, tokens(text, start, end), busy))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, cut at a space where they are longer than any writer's."""
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > _PIECE:
            cut = text.rfind(" ", start + 1, start + _PIECE)
            cut = cut if cut > start else start + _PIECE
            yield start, cut
            start = cut
        yield start, sentence.end


def _in_row(text: str, row: list[Token], busy: Sequence[tuple[int, int]]) -> Iterator[Found]:
    if not row:
        return
    place = max(bisect_right(busy, (row[0].start, 0)) - 1, 0)
    at = done = 0
    while at < len(row):
        while place < len(busy) and busy[place][1] <= row[at].start:
            place += 1
        in_time = place < len(busy) and busy[place][0] <= row[at].start
        read = None if in_time else _at(text, row, at)
        if read is None:
            at += 1
        elif read[0].span.start < (row[done].start if done < len(row) else 0):
            at = done = read[1]
        else:
            yield read[0]
            at = done = max(read[1], at + 1)


def _at(text: str, row: list[Token], at: int) -> Read | None:
    """What is counted from token ``at`` on."""
    token = row[at]
    if token.low in _NONE:
        return _none(text, row, at)
    if token.text[0].isdigit() or token.low in _SEEDS:
        return _age(text, row, at) or _fraction(text, row, at) or _number(text, row, at)
    if token.text.islower() and lemma(token.low) in STRENGTH:
        return _military(text, row, at)
    return None


def _make(
    text: str, row: Sequence[Token], part: Amount, unit: str | None, rule: str, noun: Span | None
) -> Read:
    span = Span.of(text, row[part.first].start, row[part.end - 1].end)
    value = Value(ValueKind.COUNT, low=part.low, high=part.high, unit=unit, approximator=part.how)
    return Found(span, value, rule, noun), part.end


# --- plain numbers, ranges and vague words -------------------------------------------------------

_RULE_OF = {
    Approximator.EXACT: "number", Approximator.ABOUT: "approximate", Approximator.RANGE: "range",
    Approximator.AT_LEAST: "bound", Approximator.UP_TO: "bound",
    Approximator.VAGUE: "vague_quantity",
}  # fmt: skip


def _number(text: str, row: list[Token], at: int) -> Read | None:
    part = amount(row, at)
    if part is None or _no_count_before(row, at):
        return None
    after = row[part.end] if part.end < len(row) else None
    if after is not None and after.text == "-" and not after.spaced:
        return _compound(text, row, part)
    if _no_count_after(row, part.end) or _list_number(text, row, at, part.end):
        return None
    if size := _percent(row, part.end):
        part = replace(part, end=part.end + size)
        return _make(text, row, part, "percent", "percent", counted(text, row, part.end).noun)
    what = counted(text, row, part.end, one=part.high == 1)
    if what.noun is None and _plus_glued(row, part.end):
        what = counted(text, row, part.end, one=True)
    if lemma(what.head) in UNITS_OF_TIME or lemma(what.head) in MONEY:
        return None
    if lemma(what.head) in STRENGTH and what.noun and what.noun.text.endswith(what.head):
        return _units_counted(text, row, part, what)
    if not _counts(row, at, part, what):
        return None
    return _make(text, row, part, what.unit, _RULE_OF[part.how], what.noun)


def _plus_glued(row: list[Token], end: int) -> bool:
    """Whether the number ends as an adjective, so that its noun is a singular: "60-plus nation"."""
    return end > 1 and row[end - 1].low in ("plus", "odd") and row[end - 2].text == "-"


_LABELS = word_set(
    "no number section article paragraph page chapter route highway road flight room gate block "
    "sector line protocol resolution law version phase level channel size top part figure table item "
    "district zone area platform apartment flat unit shed building annex appendix grade class "
    "category type model group day week year season episode act volume issue round option plan"
)
_SCORED = word_set("won win wins lost beat beaten drew draw defeated victory defeat score")


def _no_count_before(row: list[Token], at: int) -> bool:
    """Whether what stands before says that the number is money, a label or part of a name."""
    if at == 0:
        return False
    token, before = row[at], row[at - 1]
    if before.text in "$€£¥₽₴¢#№@&=\\_^°":
        return True
    if not token.spaced and before.text not in "([{“\"‘'«~≈+–—":
        return True
    if before.low in _LABELS or (before.text == "." and at > 1 and row[at - 2].low == "no"):
        return True
    if before.text.isdigit() and len(before.text) < 4:
        return True
    if before.text == "+" and token.text[0].isdigit():
        return True
    return any(word.low in _SCORED for word in row[max(0, at - 3) : at]) and _score(row, at)


def _score(row: list[Token], at: int) -> bool:
    after = row[at + 1 : at + 3]
    return len(after) == 2 and after[0].text in "-–" and after[1].text.isdigit()


def _no_count_after(row: list[Token], end: int) -> bool:
    """Whether what is glued to the number makes it something else: "2nd", "3:1", "10/12", "5°"."""
    if end >= len(row) or row[end].spaced:
        return False
    after = row[end]
    if after.text[0].isalpha() or after.text in "/_°@=×^$€£":
        return True
    return (
        after.text in ".:–-"
        and end + 1 < len(row)
        and row[end + 1].text[0].isdigit()
        and not row[end + 1].spaced
    )


def _list_number(text: str, row: list[Token], at: int, end: int) -> bool:
    """Whether the number numbers a line: "3. Next", "(2) next", or stands on a line alone."""
    if not row[at].text.isdigit() or end != at + 1:
        return False
    if not any(token.text[0].isalpha() for token in row):
        return True
    first = at == 0 or (at == 1 and row[0].text == "(")
    return first and end < len(row) and row[end].text in ".)" and not row[end].spaced


def _percent(row: list[Token], at: int) -> int:
    """How many tokens at ``at`` say "per cent"."""
    if at >= len(row):
        return 0
    if row[at].text in "%％" or row[at].low in ("percent", "pct"):
        return 1
    words = [token.low for token in row[at : at + 2]]
    return 2 if words in (["per", "cent"], ["percentage", "points"]) else 0


_BEFORE_ONE = word_set("no any every each this that the which another only")


def _counts(row: list[Token], at: int, part: Amount, what: Counted) -> bool:
    """Whether the number counts something rather than names it."""
    token = row[at]
    if token.low == "one":
        return what.known and what.unit is not None and _free_one(row, at)
    if token.low in ("a", "an") or part.how is Approximator.VAGUE:
        return what.unit is not None or token.low not in ("a", "an") or row[at + 1].low != "few"
    if what.known or what.unit == "people":
        return True
    if at > 0 and _capital(token) and not _opens(row, at):
        return False
    if not part.bare:
        return True
    year = len(token.text) == 4 and 1900 <= int(token.text) <= 2100
    named = at > 0 and _capital(row[at - 1]) and not _opens(row, at - 1)
    return not (year or named) or (what.noun is not None and not year)


def _free_one(row: list[Token], at: int) -> bool:
    return at == 0 or row[at - 1].low not in _BEFORE_ONE


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _opens(row: list[Token], at: int) -> bool:
    """Whether the token opens a sentence or a quotation, where capitals say nothing."""
    return at == 0 or row[at - 1].text in '.!?…:“”"‘([{«–—-•*|'


_STRONG = word_set("strong member person man woman crew")


def _compound(text: str, row: list[Token], part: Amount) -> Read | None:
    """Read "500-strong", "12-member": people; other compounds ("three-storey") count nothing."""
    if part.end + 1 >= len(row) or row[part.end + 1].low not in _STRONG:
        return None
    part = replace(part, end=part.end + 2, bare=False)
    return _make(text, row, part, "people", _RULE_OF[part.how], None)


# --- ages ----------------------------------------------------------------------------------------


def _age(text: str, row: list[Token], at: int) -> Read | None:
    """Read "A 49-year-old", "aged 49", "who is 50", "Roe, 49,"."""
    start = at + 1 if row[at].low == "aged" else at
    read = numeral(row, start) if start < len(row) else None
    if read is None or not 0 < read[0] < 120 or read[0] != int(read[0]):
        return None
    value, end = read
    words = [token.low for token in row[end : end + 5] if token.text not in "-‐‑"]
    if words[:2] in (["year", "old"], ["years", "old"], ["years", "of"]):
        end = next(i for i in range(end, len(row)) if row[i].low in ("old", "of")) + (
            words[1] == "of"
        )
    elif start == at and not _told_age(row, at, end):
        return None
    part = Amount(
        int(value), int(value), Approximator.EXACT, at, min(end + (words[1:2] == ["old"]), len(row))
    )
    return _make(text, row, part, "years", "age", None)


_IS_AGED = (
    ["who", "is"], ["who", "was"], ["who", "turned"], ["he", "is"], ["she", "is"], ["he", "was"],
    ["she", "was"], ["he", "'s"], ["she", "'s"],
)  # fmt: skip


def _told_age(row: list[Token], at: int, end: int) -> bool:
    """Whether the number stands where only an age stands."""
    before = [token.low for token in row[max(0, at - 2) : at]]
    closes = end >= len(row) or row[end].text in ",.;)" or row[end].low in ("and", "when", "or")
    if before[-1:] in (["age"], ["aged"]) or before == ["age", "of"]:
        return True
    if before in (["young", "as"], ["old", "as"]):
        unit = lemma(row[end].low) if end < len(row) else ""
        return at > 2 and row[at - 3].low == "as" and unit not in UNITS_OF_TIME
    if before in _IS_AGED:
        return closes
    named = (
        at > 1 and row[at - 1].text == "," and _capital(row[at - 2]) and row[at - 2].text.isalpha()
    )
    return named and closes and row[at].text.isdigit() and 10 < int(row[at].text) < 110


# --- none and fractions -------------------------------------------------------------

_NOTHING = Amount(0, 0, Approximator.EXACT, 0, 0)
_NONE_UNITS = word_set("people vehicles aircraft weapons buildings settlements attacks households")


def _none(text: str, row: list[Token], at: int) -> Read | None:
    """Read "No fighters", "no one", "none of the soldiers", "not a single tank"."""
    word = row[at].low
    part = replace(_NOTHING, first=at, end=at + 1)
    following = row[at + 1].low if at + 1 < len(row) else ""
    if word == "nobody" or (word == "no" and following == "one"):
        return _make(text, row, replace(part, end=at + 1 + (word == "no")), "people", "none", None)
    if word == "not":
        words = [token.low for token in row[at + 1 : at + 3]]
        if words[:1] != ["one"] and words != ["a", "single"]:
            return None
        part = replace(part, end=at + (3 if words[1:] == ["single"] else 2))
    what = counted(text, row, part.end, one=True)
    near = what.noun is not None and what.unit in _NONE_UNITS and what.known
    if word == "none":
        return _make(
            text, row, part, what.unit if near else None, "none", what.noun if near else None
        )
    return _make(text, row, part, what.unit, "none", what.noun) if near else None


def _fraction(text: str, row: list[Token], at: int) -> Read | None:
    """Read "Half of the houses", "more than two thirds of his unit", as a percentage."""
    read = numeral(row, at) if row[at].low not in _FRACTIONS else None
    place = read[1] if read else at + (row[at].low in ("a", "an"))
    if place < len(row) and row[place].text == "-":
        place += 1
    if (
        place >= len(row)
        or row[place].low not in _FRACTIONS
        or (place == at and row[at].low != "half")
    ):
        return None
    if not _is_share(row, place):
        return None
    times = read[0] if read else 1
    share = round(times * _FRACTIONS[row[place].low], 1)
    if not 0 < share <= 100:
        return None
    part = hedged(row, Amount(share, share, Approximator.EXACT, at, place + 1))
    return _make(text, row, part, "percent", "fraction", counted(text, row, part.end).noun)


def _is_share(row: list[Token], place: int) -> bool:
    after = row[place + 1].low if place + 1 < len(row) else ""
    return after == "of" or (
        row[place].low == "half" and after in ("the", "its", "his", "her", "their")
    )


# --- military units ------------------------------------------------------------------------------

_ONLY_ARMED = word_set("company squad division corps squadron battery")
_NOT_STRENGTH = word_set(
    "commander commanders headquarters hq base chief leader medic doctor officer staff flag "
    "spokesman spokeswoman spokesperson banner emblem"
)


def _military(text: str, row: list[Token], at: int) -> Read | None:
    """Read "A battalion", "an infantry company": people, by the strength of such a unit."""
    first = at
    while first > max(0, at - 4) and row[first - 1].text.isalpha() and row[first].low not in _ONE:
        first -= 1
    if row[first].low not in _ONE or first == at or lemma(row[at].low) != row[at].low:
        return None
    following = [token.low for token in row[at + 1 : at + 3]]
    if following[:1] and following[0] in _NOT_STRENGTH:
        return None
    if _numbered(row, at + 1):
        return None
    if not _armed([token.low for token in row[first + 1 : at]], row[at].low):
        return None
    low, high = STRENGTH[row[at].low]
    noun = Span.of(text, row[first + 1].start, row[at].end)
    part = hedged(row, Amount(low, high, Approximator.VAGUE, first, at + 1))
    return _make(text, row, part, "people", "military_unit", noun)


def _numbered(row: list[Token], at: int) -> bool:
    """Whether the people of a unit are numbered after it: "of 500 men", "of almost 2,000"."""
    if at >= len(row) or row[at].low != "of":
        return False
    for step in range(at + 1, min(len(row), at + 4)):
        if numeral(row, step) is not None:
            return True
        if row[step].low not in _BEFORE_NUMBER:
            return False
    return False


_BEFORE_NUMBER = word_set("almost nearly about around some over up to more than at least roughly")


_ONE = word_set("a an one")


def _armed(words: Sequence[str], unit: str) -> bool:
    """Whether the words before the unit leave no doubt that it is a military one."""
    if unit in _ONLY_ARMED:
        return not ARMS.isdisjoint(words)
    return "fire" not in words and "youth" not in words


def _units_counted(text: str, row: list[Token], part: Amount, what: Counted) -> Read:
    """Read "Two battalions": people, by the strength of such units."""
    unit = lemma(what.head)
    if (
        part.how is Approximator.UP_TO
        or what.noun is None
        or _numbered(row, what.end)
        or not _armed(what.noun.text.split(), unit)
    ):
        return _make(text, row, part, unit, _RULE_OF[part.how], what.noun)
    low, high = STRENGTH[unit]
    strength = replace(
        part,
        low=None if part.low is None else part.low * low,
        high=None if part.high is None else part.high * high,
        how=Approximator.VAGUE,
    )
    return _make(text, row, strength, "people", "military_unit", what.noun)
