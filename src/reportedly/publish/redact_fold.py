"""The plain form in which names are sought, and the way back to the characters it was made from.

Case, accents, width, look-alike letters, invisible characters, percent escapes and character
references make no difference to a reader who looks for a name, so they make none here.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

# Letters that decomposition leaves alone, and Cyrillic and Greek letters that look Latin. Names
# and texts are folded alike, so a Cyrillic name is still found in a Cyrillic text.
_LOOKS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e",
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s",
        "ј": "j", "ο": "o", "α": "a", "ν": "v", "ι": "i", "ё": "e",
    }
)  # fmt: skip

# What stands for itself is taken in one go: only the rest is looked at character by character.
_RUNS = re.compile(
    r"(?P<plain>[\n\x20-$'-~]+)"
    r"|(?:%[0-9A-Fa-f]{2})+|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});|.",
    re.DOTALL,
)
MARKS = frozenset({"Mn", "Me", "Mc"})
"""Categories of what is written onto a letter: accents, points, vowel signs."""

_DROPPED_KINDS = MARKS | {"Cf", "Cc"}
_INNER = re.compile(r"(?<=[^\W\d_])['’‘ʼ`´](?=[^\W\d_])")
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in its plain form.

    Attributes:
        text: The plain form; spaces of every kind are a space, line ends a line feed.
        starts: Where in the source each plain character comes from; its length for the last.
        ends: Where what each plain character comes from ends.
        source: What it was made from.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    source: str


def plain(text: str) -> Plain:
    """``text`` in its plain form, character by character."""
    if text.isascii() and "%" not in text and "&" not in text and text.isprintable():
        return Plain(text.lower(), range(len(text)), range(1, len(text) + 1), text)
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    for match in _RUNS.finditer(text):
        start, end = match.span()
        run = match.group()
        if match.lastgroup == "plain":
            pieces.append(run.lower())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        for char in unescaped(run) if end - start > 1 else run:
            seen = folded(char)
            pieces.append(seen)
            starts.extend([start] * len(seen))
            ends.extend([end] * len(seen))
    return Plain("".join(pieces), starts, ends, text)


@cache
def folded(char: str) -> str:
    """One character in its plain form; empty for what nobody sees and for accents."""
    if char in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if char.isspace():
        return " "
    bare = unicodedata.normalize("NFKD", char.casefold().translate(_LOOKS))
    seen = "".join(part for part in bare if unicodedata.category(part) not in _DROPPED_KINDS)
    return seen.casefold().translate(_LOOKS)


def unescaped(text: str) -> str:
    """``text`` with percent escapes and character references read as what they stand for."""
    read = unquote(text, errors="replace") if "%" in text else text
    return html.unescape(read) if "&" in read else read


def squeezed(text: str, *, ascii_only: bool = False) -> str:
    """Only the letters and digits of the plain form: a quick look whether a name can be there.

    Args:
        text: Any text.
        ascii_only: Leave out all others too, which is much faster: for names that have no others.
    """
    bare = unescaped(text)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", _looks(bare.casefold())).casefold()
        bare = _looks(bare)
    if ascii_only or bare.isascii():
        return bare.encode("ascii", "ignore").translate(_LOWER, _DROPPED).decode()
    return _NOT_ALNUM.sub("", "".join(bare.lower().split()))


_LOWER = bytes(range(256)).lower()
_DROPPED = bytes(code for code in range(128) if not chr(code).isalnum())
_ALIKE = re.compile("[" + "".join(map(chr, _LOOKS)) + "]")


def _looks(text: str) -> str:
    """Look-alikes read as what they look like; regular expressions are fast where there are few."""
    return text.translate(_LOOKS) if _ALIKE.search(text) else text


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain form: letters and digits; an apostrophe does not part them."""
    return tuple(word for word in _NOT_ALNUM.split(_INNER.sub("", plain(name).text)) if word)
