"""Turn visible text into kept text, one code point to one, without losing the way back.

Nothing is composed or decomposed. Spaces of every kind become a space, line ends of every kind
become a line feed, what no reader can see is left out, and runs of offsets join the two texts.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reportedly.model.report import OffsetRun

# Horizontal spaces: tab, no-break, ogham, en quad to hair, narrow no-break, mathematical,
# ideographic.
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Line ends: vertical tab, form feed, carriage return, next line, line and paragraph separator.
_LINE_ENDS = "\x0b\x0c\r\x85\u2028\u2029"
# What no reader sees: controls, soft hyphen, bidi marks and embeddings, zero-width space and
# joiners of words, invisible operators, byte order mark, interlinear notes, tags, noncharacters.
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_SURROGATES = "\ud800-\udfff"
_JOINERS = "\u200c\u200d"

# Scripts in which a joiner between two letters changes the word: Arabic and its kin, Syriac,
# the Indic blocks, Myanmar, Khmer, Mongolian, Arabic presentation forms.
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdcf\ufdf0-\ufeff"
# Pictographs, their modifiers and the variation selector: a joiner between two makes one emoji.
_PICTURES = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"

_CHANGES = re.compile(f"\r\n|[{_SPACES}{_LINE_ENDS}{_UNSEEN}{_SURROGATES}{_JOINERS}]")
_KEPT_JOINER = re.compile(
    f"(?<=[{_JOINING}])[{_JOINERS}](?=[{_JOINING}])|(?<=[{_PICTURES}])\u200d(?=[{_PICTURES}])"
)
_HAS_JOINER = re.compile(f"[{_JOINERS}]")
_IS_SPACE = re.compile(f"[{_SPACES}]")
_IS_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_IS_SURROGATE = re.compile(f"[{_SURROGATES}]")


def normalise(text: str) -> tuple[str, tuple[OffsetRun, ...]]:
    """Make kept text: plain spaces and line ends, nothing invisible, with runs back to ``text``.

    A lone surrogate, which no file can hold, becomes U+FFFD. Joiners stay only where they change
    what is read: inside words of joining scripts and inside emoji.

    Args:
        text: Any text, of any length.

    Returns:
        The kept text, and the runs that join it to ``text``, in order. Every kept code point comes
        from exactly one code point of ``text``; ``normalise`` of kept text changes nothing.
    """
    plain, runs = _rewrite(text)
    if not _HAS_JOINER.search(plain):
        return plain, runs
    kept, inner = _drop_joiners(plain)
    return kept, compose(runs, inner)


def _rewrite(text: str) -> tuple[str, tuple[OffsetRun, ...]]:
    """First pass: everything but the joiners, which need their final neighbours to be judged."""
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = 0
    for match in _CHANGES.finditer(text):
        start, end = match.span()
        new = _replacement(match.group())
        if new is None:
            continue
        pieces.append(text[done:start])
        pieces.append(new)
        done = end
        if len(new) < end - start:
            cuts.append((start + len(new), end))
    pieces.append(text[done:])
    return "".join(pieces), _runs(len(text), cuts)


def _replacement(found: str) -> str | None:
    """What stands for ``found`` in kept text; ``None`` to leave it as it is."""
    if found in _JOINERS:
        return None
    if found == "\r\n" or _IS_LINE_END.match(found):
        return "\n"
    if _IS_SPACE.match(found):
        return " "
    return "\ufffd" if _IS_SURROGATE.match(found) else ""


def _drop_joiners(text: str) -> tuple[str, tuple[OffsetRun, ...]]:
    kept = {match.start() for match in _KEPT_JOINER.finditer(text)}
    cuts = [m.span() for m in _HAS_JOINER.finditer(text) if m.start() not in kept]
    runs = _runs(len(text), cuts)
    return "".join(text[run.full : run.full + run.length] for run in runs), runs


def _runs(length: int, cuts: Iterable[tuple[int, int]]) -> tuple[OffsetRun, ...]:
    """Runs over what is left of ``length`` code points when ``cuts`` are taken out, in order."""
    runs: list[OffsetRun] = []
    kept = full = 0
    for start, end in (*cuts, (length, length)):
        if start > full:
            runs.append(OffsetRun(kept, full, start - full))
            kept += start - full
        full = end
    return tuple(runs)


def offset_to_full(runs: Sequence[OffsetRun], kept_offset: int) -> int:
    """Where the code point at ``kept_offset`` stands in the full text.

    The offset one past the last kept code point gives one past where that one stands. To map a
    span's end, use `span_to_full`: an end that falls between two runs belongs to the first.

    Raises:
        ValueError: The offset lies outside the kept text.
    """
    at = bisect_right(runs, kept_offset, key=lambda run: run.kept) - 1
    if at >= 0 and kept_offset <= runs[at].kept + runs[at].length:
        return runs[at].full + kept_offset - runs[at].kept
    if kept_offset == 0:
        return 0
    raise ValueError(f"offset {kept_offset} lies outside the kept text")


def span_to_full(runs: Sequence[OffsetRun], start: int, end: int) -> tuple[int, int]:
    """The slice of the full text that the kept slice ``[start, end)`` was made from."""
    if not 0 <= start < end:
        raise ValueError(f"empty or backward slice: {start}..{end}")
    return offset_to_full(runs, start), offset_to_full(runs, end - 1) + 1


def compose(outer: Sequence[OffsetRun], inner: Sequence[OffsetRun]) -> tuple[OffsetRun, ...]:
    """Chain two maps: ``inner`` leads from the last text to the middle, ``outer`` on to the first.

    Middle offsets that ``outer`` does not cover (text that was put in between the two) are left out
    of the result. Neighbouring runs are joined.
    """
    result: list[OffsetRun] = []
    for run in inner:
        at = max(bisect_right(outer, run.full, key=lambda part: part.kept) - 1, 0)
        middle, stop = run.full, run.full + run.length
        while at < len(outer) and outer[at].kept < stop:
            part = outer[at]
            low = max(middle, part.kept)
            high = min(stop, part.kept + part.length)
            if low < high:
                _join(
                    result,
                    OffsetRun(run.kept + low - run.full, part.full + low - part.kept, high - low),
                )
            at += 1
    return tuple(result)


def _join(runs: list[OffsetRun], new: OffsetRun) -> None:
    """Append ``new``, or lengthen the last run where it goes on from there in both texts."""
    if runs:
        last = runs[-1]
        if (last.kept + last.length, last.full + last.length) == (new.kept, new.full):
            runs[-1] = OffsetRun(last.kept, last.full, last.length + new.length)
            return
    runs.append(new)


# Letters that decomposition leaves alone although readers take them for their plain neighbours.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʹ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    }
)  # fmt: skip
# Latin, Greek and Cyrillic accents; Hebrew points; Arabic vowel signs and the stretched stroke.
# Vowel signs of other scripts carry the word and stay.
_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_FOLD_SPACE = re.compile(r"\s+")


def fold(word: str) -> str:
    """The form in which two spellings of one word compare equal: no accents, no case, plain marks."""
    if word.isascii():
        return _FOLD_SPACE.sub(" ", word).strip().casefold().translate(_PLAIN)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN)))
    bare = unicodedata.normalize("NFKC", bare).casefold().translate(_PLAIN)
    return _FOLD_SPACE.sub(" ", bare).strip()


_SHOWN = re.compile(f"[\n{_SPACES[0]}{_LINE_ENDS}{_UNSEEN}{_SURROGATES}{_JOINERS}]")


def display(text: str, *, one_line: bool = False) -> str:
    """Make what is invisible visible, so that no source can steer a terminal or hide in a page.

    Controls become their pictures (``␛``), bidi and zero-width characters their code point
    (``⟨U+202E⟩``). Line feeds stay unless ``one_line``; joiners stay where they change what is read.
    """
    joiners = (
        {match.start() for match in _KEPT_JOINER.finditer(text)}
        if _HAS_JOINER.search(text)
        else set()
    )

    def shown(match: re.Match[str]) -> str:
        char = match.group()
        if (char == "\n" and not one_line) or match.start() in joiners:
            return char
        point = ord(char)
        if point < 0x20:
            return chr(0x2400 + point)
        return "␡" if point == 0x7F else f"⟨U+{point:04X}⟩"

    return _SHOWN.sub(shown, text)
