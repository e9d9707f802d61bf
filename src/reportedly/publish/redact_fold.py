"""The plain form in which names are sought, and the way back to the characters it was made from.

Case, accents, width, look-alike letters, invisible characters, percent escapes and character
references make no difference to a reader who looks for a name, so they make none here.
"""

from __future__ import annotations

import html
import re
import unicodedata
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

_ESCAPED = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});"
)
_MARKED = frozenset({"Mn", "Me", "Cf"})
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
    starts: range | list[int]
    ends: range | list[int]
    source: str


def plain(text: str) -> Plain:
    """``text`` in its plain form, character by character."""
    if text.isascii() and "%" not in text and "&" not in text and text.isprintable():
        return Plain(text.lower(), range(len(text)), range(1, len(text) + 1), text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(folded: str, start: int, end: int) -> None:
        pieces.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))

    done = 0
    for match in _ESCAPED.finditer(text):
        for at in range(done, match.start()):
            put(folded(text[at]), at, at + 1)
        put("".join(map(folded, unescaped(match.group()))), *match.span())
        done = match.end()
    for at in range(done, len(text)):
        put(folded(text[at]), at, at + 1)
    return Plain("".join(pieces), starts, ends, text)


@cache
def folded(char: str) -> str:
    """One character in its plain form; empty for what nobody sees and for accents."""
    if char in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if char.isspace():
        return " "
    bare = unicodedata.normalize("NFKD", char.casefold().translate(_LOOKS))
    seen = "".join(part for part in bare if unicodedata.category(part) not in _MARKED)
    seen = "".join(part for part in seen if unicodedata.category(part) != "Cc")
    return seen.casefold().translate(_LOOKS)


def unescaped(text: str) -> str:
    """``text`` with percent escapes and character references read as what they stand for."""
    read = unquote(text, errors="replace") if "%" in text else text
    return html.unescape(read) if "&" in read else read


def squeezed(text: str) -> str:
    """Only the letters and digits of the plain form: a quick look whether a name can be there."""
    if not text.isascii() or "%" in text or "&" in text:
        bare = unicodedata.normalize("NFKD", unescaped(text).casefold().translate(_LOOKS))
        text = bare.casefold().translate(_LOOKS)
        text = _unmarked(text)
    return _NOT_ALNUM.sub("", text.lower())


_MARK = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u20d0-\u20ff\ufe00-\ufe2f]+"
)


def _unmarked(text: str) -> str:
    return _MARK.sub("", text)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain form: runs of letters and digits."""
    return tuple(word for word in _NOT_ALNUM.split(plain(name).text) if word)
