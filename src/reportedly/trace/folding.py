"""Cut a text, or many in a row, into folded words.

Folding is for comparing, never for showing: case and accents go, punctuation and quotation marks
separate words, an apostrophe within a word and a comma or point within a number go, digits stay.
It is defined here rather than shared, since stored fingerprints depend on it. Scripts written
without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word per character.

Most text folds to ASCII, code point by code point, and is then cut by comparing bytes: some fifteen
times as fast as looking up what each code point is, with the same result.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from reportedly.trace.hashing import Letters, Places

_Points = npt.NDArray[np.uint32]
_Mask = npt.NDArray[np.bool_]

_PIECE = 1 << 20
"""Code points folded at a time, so that a text of any length takes bounded memory."""

_SEPARATOR, _LETTER, _DIGIT, _APOSTROPHE, _POINT, _SILENT, _UNSPACED = range(7)

_SPECIAL = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_UNSPACED_RANGES = (
    (0x0E01, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3041, 0x30FF),  # kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_ACCENT_RANGES = (
    (0x0300, 0x036F),
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),
    (0x0640, 0x0640),  # Arabic tatweel
    (0x064B, 0x065F),  # Arabic vowel signs
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
)


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """The words of a text, and their folded letters.

    Attributes:
        starts: Code point where each word starts.
        ends: One past its last code point.
        letters: Folded letters as UTF-8 bytes, with anything between the words.
        firsts: Where in ``letters`` each word begins.
        sizes: Its bytes there, at least one.
        named: True where the word is written with a capital.
        unspaced: True where the word is one character of a script without spaces.
    """

    starts: Places
    ends: Places
    letters: Letters
    firsts: Places
    sizes: Places
    named: _Mask
    unspaced: _Mask


def cut_words(text: str) -> Cut:
    """Cut ``text`` into words; linear in its length."""
    cuts = [_cut_piece(text[start:end], start) for start, end in _pieces(text)]
    if len(cuts) == 1:
        return cuts[0]
    before = np.cumsum([0, *(len(cut.letters) for cut in cuts)])
    return Cut(
        starts=np.concatenate([cut.starts for cut in cuts]),
        ends=np.concatenate([cut.ends for cut in cuts]),
        letters=np.concatenate([cut.letters for cut in cuts]),
        firsts=np.concatenate([cut.firsts + at for cut, at in zip(cuts, before, strict=False)]),
        sizes=np.concatenate([cut.sizes for cut in cuts]),
        named=np.concatenate([cut.named for cut in cuts]),
        unspaced=np.concatenate([cut.unspaced for cut in cuts]),
    )


def first_letters(cut: Cut, count: int) -> Places:
    """The bytes of the first ``count`` letters of each word."""
    sizes = np.minimum(cut.sizes, count)
    wide = np.flatnonzero(sizes < cut.sizes)
    if len(wide) and (cut.letters >= 0x80).any():
        first = (cut.letters & 0xC0) != 0x80
        letter = np.concatenate((np.cumsum(first), [len(cut.letters) + count]))
        begin = letter[cut.firsts[wide]]
        # Where the letter after the last wanted one begins.
        stop = np.searchsorted(letter, begin + count)
        sizes[wide] = np.minimum(stop - cut.firsts[wide], cut.sizes[wide])
    return sizes


def cut_plain(plain: bytes) -> Cut:
    """Cut ASCII text into words; the caller bounds its length."""
    return _cut_ascii(plain, 0)


def as_plain(text: str) -> Letters:
    """For each code point the ASCII character that is cut and folded alike; 0 if there is none."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return _plain_table().take(points, mode="clip")


_REACH = 0x2190
"""Latin letters, with accents or without, and the punctuation of print stand below."""


@cache
def _plain_table() -> Letters:
    """By code point; the last stands for all beyond."""
    table = np.zeros(_REACH + 1, dtype=np.uint8)
    for point in range(_REACH):
        kind, capital, folded = _character(point)
        if point < 0x80:
            table[point] = point or ord(" ")
        elif kind == _SEPARATOR:
            table[point] = ord(" ")
        elif kind == _APOSTROPHE:
            table[point] = ord("'")
        elif len(folded) == 1 and folded[0] < 0x80 and chr(folded[0]).isdigit() == (kind == _DIGIT):
            table[point] = ord(chr(folded[0]).upper()) if capital else folded[0]
    return table


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut at spaces into pieces of bounded length; a longer word is cut where it must be."""
    start = 0
    while start < len(text) or start == 0:
        end = min(start + _PIECE, len(text))
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space + 1 if space > start else end
        yield start, end
        start = end or 1


def _cut_piece(piece: str, offset: int) -> Cut:
    if piece.isascii():
        return _cut_ascii(piece.encode("ascii"), offset)
    plain = as_plain(piece)
    return _cut_ascii(plain.tobytes(), offset) if plain.all() else _cut_any(piece, offset)


def _cut_ascii(plain: bytes, offset: int) -> Cut:
    points = np.frombuffer(plain + b" ", dtype=np.uint8)
    letters = points | np.uint8(0x20)
    letter = (letters - np.uint8(ord("a"))) < 26
    digit = (points - np.uint8(ord("0"))) < 10
    inside = letter | digit
    silent = np.zeros(len(points), dtype=np.bool_)
    silent[1:-1] = (points[1:-1] == ord("'")) & letter[:-2] & letter[2:]
    point = (points[1:-1] == ord(",")) | (points[1:-1] == ord("."))
    silent[1:-1] |= point & digit[:-2] & digit[2:]
    inside |= silent
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.concatenate((np.zeros(1, dtype=edges.dtype), edges))
    starts, ends = edges[::2], edges[1::2]
    firsts, sizes = starts, ends - starts
    within = np.flatnonzero(silent)
    if len(within):
        letters, firsts, sizes = _without(letters, silent, within, starts, sizes)
    return Cut(
        starts=starts + offset,
        ends=ends + offset,
        letters=letters,
        firsts=firsts,
        sizes=sizes,
        named=(points[starts] - np.uint8(ord("A"))) < 26,
        unspaced=np.zeros(len(starts), dtype=np.bool_),
    )


def _without(
    letters: Letters, silent: _Mask, within: Places, starts: Places, sizes: Places
) -> tuple[Letters, Places, Places]:
    """The letters of the few words with a silent character in them written again, without it."""
    words = np.searchsorted(starts, within, side="right") - 1
    words = words[np.concatenate(([True], words[1:] != words[:-1]))]
    whole = sizes[words]
    before = np.cumsum(whole) - whole
    at = np.arange(int(whole.sum()), dtype=np.int64) + np.repeat(starts[words] - before, whole)
    heard = ~silent[at]
    kept = np.add.reduceat(heard, before, dtype=np.int64)
    firsts, sizes = starts.copy(), sizes.copy()
    firsts[words] = len(letters) + np.cumsum(kept) - kept
    sizes[words] = kept
    return np.concatenate((letters, letters[at[heard]])), firsts, sizes


@lru_cache(maxsize=8192)
def _character(point: int) -> tuple[int, bool, tuple[int, ...]]:
    """Class of one code point, whether it is a capital, and the UTF-8 bytes it folds to."""
    letter = chr(point)
    if letter in "'’ʼ＇‘":
        return _APOSTROPHE, False, ()
    if letter in ",.":
        return _POINT, False, ()
    if _within(point, _ACCENT_RANGES) or unicodedata.category(letter) == "Cf":
        return _SILENT, False, ()
    if letter.isdecimal():
        return _DIGIT, False, (ord("0") + int(letter),)
    if not (letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc")):
        return _SEPARATOR, False, ()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    folded = "".join(
        _SPECIAL.get(part, part) for part in plain if not _within(ord(part), _ACCENT_RANGES)
    )
    heard = "".join(part for part in folded if part.isalnum() or part == letter)
    points = tuple(heard.encode("utf-8", "surrogatepass"))
    if _within(point, _UNSPACED_RANGES):
        return _UNSPACED, False, points
    return _LETTER, letter.isupper() or letter.istitle(), points


def _within(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= point <= high for low, high in ranges)


def _cut_any(piece: str, offset: int) -> Cut:
    points = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds, capital, lengths, firsts, flat = _tables(points)
    kind = kinds[points]
    inside = _inside(kind)
    alone = kind == _UNSPACED
    fresh = inside.copy()
    fresh[1:] &= ~inside[:-1] | alone[1:] | alone[:-1]
    count = np.where(inside, lengths[points], 0)
    starts = np.flatnonzero(fresh)
    word_of = np.cumsum(fresh) - 1
    ends = _ends(inside, word_of, len(starts))
    sizes = np.add.reduceat(count, starts) if len(starts) else np.zeros(0, dtype=np.int64)
    total = int(count.sum())
    before = np.cumsum(count) - count
    index = np.repeat(firsts[points] - before, count) + np.arange(total, dtype=np.int64)
    # A word of silent characters alone (a stray accent) is no word.
    kept = sizes > 0
    firsts_of_words = (np.cumsum(sizes) - sizes)[kept]
    return Cut(
        starts=starts[kept] + offset,
        ends=ends[kept] + offset,
        letters=flat[index],
        firsts=firsts_of_words,
        sizes=sizes[kept],
        named=capital[points[starts[kept]]],
        unspaced=alone[starts[kept]],
    )


def _tables(
    points: _Points,
) -> tuple[npt.NDArray[np.uint8], _Mask, Places, Places, Letters]:
    """Look-up tables for the code points that occur, by code point."""
    size = int(points.max()) + 1 if len(points) else 1
    kinds = np.zeros(size, dtype=np.uint8)
    capital = np.zeros(size, dtype=np.bool_)
    lengths = np.zeros(size, dtype=np.int64)
    firsts = np.zeros(size, dtype=np.int64)
    flat: list[int] = []
    for point in np.flatnonzero(np.bincount(points)).tolist():
        kinds[point], capital[point], folded = _character(point)
        lengths[point], firsts[point] = len(folded), len(flat)
        flat.extend(folded)
    return kinds, capital, lengths, firsts, np.array(flat or [0], dtype=np.uint8)


def _inside(kind: npt.NDArray[np.uint8]) -> _Mask:
    """Which code points belong to a word, joining apostrophes and number points included."""
    inside: _Mask = (kind == _LETTER) | (kind == _DIGIT) | (kind == _SILENT) | (kind == _UNSPACED)
    if len(kind) > 2:
        middle = kind[1:-1]
        letters = (kind[:-2] == _LETTER) & (kind[2:] == _LETTER)
        digits = (kind[:-2] == _DIGIT) & (kind[2:] == _DIGIT)
        inside[1:-1] |= ((middle == _APOSTROPHE) & letters) | ((middle == _POINT) & digits)
    return inside


def _ends(inside: _Mask, word_of: Places, words: int) -> Places:
    """One past the last code point of each word."""
    ends = np.zeros(words, dtype=np.int64)
    places = np.flatnonzero(inside)
    # Later places overwrite earlier ones of the same word, so the last one stays.
    ends[word_of[places]] = places + 1
    return ends
