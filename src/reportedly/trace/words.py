"""A text as an array of folded words, each with its place in code points and its hash.

Folding is for comparing, never for showing: case and accents go, punctuation and quotation marks
separate words, an apostrophe within a word and a comma or point within a number go, digits stay.
It is defined here rather than shared, since stored fingerprints depend on it. Scripts written
without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word per character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reportedly.trace.hashing import Hashes, Places, hash_grams, hash_words, mix

STEM = 5
"""Letters that inflected and derived forms of an English word mostly share."""

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
class Words:
    """The words of one text, in order.

    Attributes:
        starts: Code point where each word starts.
        ends: One past its last code point.
        hashes: Hash of each folded word.
        stems: Hash of its first `STEM` letters, which inflected forms share.
        named: True where the word is written with a capital.
        unspaced: True where the word is one character of a script without spaces.
        breaks: Code points where a new paragraph starts.
    """

    starts: Places
    ends: Places
    hashes: Hashes
    stems: Hashes
    named: npt.NDArray[np.bool_]
    unspaced: npt.NDArray[np.bool_]
    breaks: Places

    def __len__(self) -> int:
        return len(self.starts)

    def paragraphs(self) -> Places:
        """The number of the paragraph each word stands in."""
        return np.searchsorted(self.breaks, self.starts, side="right").astype(np.int64)

    def grams(self) -> Hashes:
        """Hash of every run of three words; five characters in scripts without spaces."""
        if not self.unspaced.any():
            return hash_grams(self.hashes)
        units = self.hashes.copy()
        for step in (1, 2):
            both = self.unspaced[:-step] & self.unspaced[step:]
            units[:-step][both] = mix(
                units[:-step][both] + self.hashes[step:][both] * np.uint64(2 * step + 1)
            )
        return hash_grams(units)


def words_of(text: str) -> Words:
    """Fold ``text`` and cut it into words; linear in its length."""
    parts = [_fold_piece(text[start:end], start) for start, end in _pieces(text)]
    if not parts:
        parts = [_fold_piece("", 0)]
    starts, ends, hashes, stems, named, unspaced = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    return Words(starts, ends, hashes, stems, named, unspaced, _paragraph_starts(text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut at spaces into pieces of bounded length; a longer word is cut where it must be."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space + 1 if space > start else end
        yield start, end
        start = end


def _paragraph_starts(text: str) -> Places:
    starts: list[int] = []
    at = text.find("\n\n")
    while at >= 0:
        starts.append(at + 2)
        at = text.find("\n\n", at + 2)
    return np.array(starts, dtype=np.int64)


@lru_cache(maxsize=8192)
def _character(point: int) -> tuple[int, bool, tuple[int, ...]]:
    """Class of one code point, whether it is a capital, and what it folds to."""
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
    points = tuple(ord(part) for part in folded if part.isalnum() or part == letter)
    if _within(point, _UNSPACED_RANGES):
        return _UNSPACED, False, points
    return _LETTER, letter.isupper() or letter.istitle(), points


def _within(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= point <= high for low, high in ranges)


_Piece = tuple[Places, Places, Hashes, Hashes, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]


def _fold_piece(piece: str, offset: int) -> _Piece:
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
    word_firsts = (np.cumsum(sizes) - sizes)[kept]
    folded = flat[index]
    starts, ends, sizes = starts[kept], ends[kept], sizes[kept]
    hashes = hash_words(folded, word_firsts)
    head = np.arange(total) - np.repeat(word_firsts, sizes) < STEM
    short = np.minimum(sizes, STEM)
    stems = hash_words(folded[head], np.cumsum(short) - short)
    return starts + offset, ends + offset, hashes, stems, capital[points[starts]], alone[starts]


def _tables(
    points: npt.NDArray[np.uint32],
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_], Places, Places, npt.NDArray[np.uint32]]:
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
    return kinds, capital, lengths, firsts, np.array(flat or [0], dtype=np.uint32)


def _inside(kind: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Which code points belong to a word, joining apostrophes and number points included."""
    inside: npt.NDArray[np.bool_] = (
        (kind == _LETTER) | (kind == _DIGIT) | (kind == _SILENT) | (kind == _UNSPACED)
    )
    if len(kind) > 2:
        middle = kind[1:-1]
        letters = (kind[:-2] == _LETTER) & (kind[2:] == _LETTER)
        digits = (kind[:-2] == _DIGIT) & (kind[2:] == _DIGIT)
        inside[1:-1] |= ((middle == _APOSTROPHE) & letters) | ((middle == _POINT) & digits)
    return inside


def _ends(inside: npt.NDArray[np.bool_], word_of: Places, words: int) -> Places:
    """One past the last code point of each word."""
    ends = np.zeros(words, dtype=np.int64)
    places = np.flatnonzero(inside)
    # Later places overwrite earlier ones of the same word, so the last one stays.
    ends[word_of[places]] = places + 1
    return ends
