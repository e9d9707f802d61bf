"""Read a value that a person typed: the same words a reader of the ledger sees."""

from __future__ import annotations

import re

from reportedly.model.value import Approximator, TimeRange, Value, ValueKind
from reportedly.text.dates import times
from reportedly.text.edtf import edtf_range
from reportedly.text.numbers import counts
from reportedly.text.wordlist import word_set

_PLAIN = re.compile(
    r"(?P<how>about|around|at least|up to|some)?\s*(?P<low>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s*(?:to|-|–)\s*(?P<high>\d[\d,]*(?:\.\d+)?))?\s*%?"
)
_YES = word_set("yes true affirmed")
_NO = word_set("no false denied")


def typed_value(words: str, like: Value, published: TimeRange) -> Value | None:
    """``words`` as a value of the same kind and unit as ``like``; ``None`` if they are none.

    Args:
        words: What the person typed: "17", "12 to 36", "2031-05-22", "spring 2031", "denied".
        like: The value it replaces.
        published: From when relative dates are read.
    """
    clean = words.strip()
    if not clean:
        return None
    if like.kind is ValueKind.COUNT:
        return _count(clean, like)
    if like.kind is ValueKind.TIME:
        return _time(clean, published)
    if like.kind is ValueKind.POLARITY:
        low = clean.lower()
        if low not in _YES | _NO:
            return None
        return Value(ValueKind.POLARITY, polarity=low in _YES, text=like.text)
    if like.kind is ValueKind.PLACE:
        return Value(ValueKind.PLACE, place=clean)
    return Value(like.kind, text=clean)


def _count(words: str, like: Value) -> Value | None:
    match = _PLAIN.fullmatch(words)
    if match is None:
        found = counts(words) or counts(f"{words} people")
        if not found:
            return None
        value = found[0].value
        return Value(ValueKind.COUNT, value.low, value.high, like.unit, value.approximator)
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else low
    if high < low:
        return None
    how = match["how"]
    if how == "at least":
        return Value(ValueKind.COUNT, low, None, like.unit, Approximator.AT_LEAST)
    if how == "up to":
        return Value(ValueKind.COUNT, None, low, like.unit, Approximator.UP_TO)
    if how in ("about", "around"):
        found = counts(f"{words} people")
        if found:
            value = found[0].value
            return Value(ValueKind.COUNT, value.low, value.high, like.unit, Approximator.ABOUT)
    exact = Approximator.EXACT if low == high else Approximator.RANGE
    return Value(ValueKind.COUNT, low, high, like.unit, exact)


def _number(words: str) -> int | float:
    plain = words.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _time(words: str, published: TimeRange) -> Value | None:
    try:
        when = edtf_range(words)
    except ValueError:
        found = [one for one in times(words, published) if one.value.time.known]
        if not found:
            return None
        when = found[0].value.time
    return Value(ValueKind.TIME, earliest=when.earliest, latest=when.latest)
