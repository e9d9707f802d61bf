"""Find the paragraphs, sentences and words of a text, as spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from reportedly.model.span import Span
from reportedly.text.wordlist import word_set

_READABLE = re.compile(r"\S")
_LINE = re.compile(r"[^\n]+")


# Every step that reads a text asks for its layout, and takes nothing but the text, so that it can be
# tried and replaced alone: the last answer is kept, which changes none.
@lru_cache(maxsize=1)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``: runs of lines between blank lines, without surrounding space."""
    found: list[Span] = []
    start = end = -1
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            left = at + line.index(bare[0])
            start = left if start < 0 else start
            end = left + len(bare)
        elif start >= 0:
            found.append(Span.of(text, start, end))
            start = -1
        at += len(line) + 1
    if start >= 0:
        found.append(Span.of(text, start, end))
    return tuple(found)


# --- words ---------------------------------------------------------------------------------------

# `\w` knows no combining marks, so the blocks whose vowels are marks are named whole (without
# their full stops). Joiners belong to the word they stand in.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0df3"
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0edf\u0f18-\u0fbc\u1000-\u1049\u1050-\u109f\u1780-\u17d3"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
)
# Written without spaces between words: each character is its own word.
_SPACELESS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(
    rf"[{_SPACELESS}]"
    rf"|\d++(?:[.,:]\d++)*+(?:[^\W\d_{_SPACELESS}]|[{_MARKS}])*+"
    rf"|(?:[^\W_{_SPACELESS}]|[{_MARKS}])++(?:['’ʼ\-‐‑](?:[^\W_{_SPACELESS}]|[{_MARKS}])++)*+"
)


def words(text: str) -> tuple[Span, ...]:
    """The words and numbers of ``text``; inner apostrophes and hyphens belong to the word."""
    return tuple(Span(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


# --- sentences -----------------------------------------------------------------------------------

_NEVER_LAST = word_set(
    "mr mrs ms mx messrs dr prof rev fr sr st gen lt col maj capt cmdr sgt cpl pvt adm brig cdr "
    "hon pres gov sen rep amb atty insp supt det dep asst min sec pte spc rt mt ft fig figs eq vs "
    "cf viz ca approx e.g i.e vol ch pp p para art nos mlle mme hrh lt-col maj-gen"
)
"""Abbreviations that lead to what they shorten: a full stop after them ends no sentence."""

_MAYBE_LAST = word_set(
    "u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m etc inc ltd co corp jr bros plc ph.d m.d b.a m.a "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "no op ave blvd rd dept univ est al ed eds tel ext bn mil ss"
)
"""Abbreviations that may end a sentence: they do where a word follows that begins sentences."""

_STARTERS = word_set(
    "the a an this that these those he she it they we i you his her its their our my there here "
    "but and or yet so then thus however meanwhile moreover in on at by for from to with after "
    "before during since until when while where why what who how if although though because as "
    "both some many most several all no not none another other one two three according "
    "officials police residents witnesses reports later earlier nobody everyone everybody someone "
    "somebody nothing everything something anyone people only just also even still again now today "
    "yesterday its each every any"
)
"""Words whose capital says that a sentence begins, not a name."""

_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"'”’»›)\]]*+)(?=(?P<gap>[^\S\n]++|\n|\Z))"
    r"|(?P<wide>[。！？｡．][\"'”’」』）)]*+)"
    r"|(?P<other>[؟۔।॥။።][\"'”’»)]*+)(?=\s|\Z)"
    r"|(?P<glitch>(?<=[a-zà-ÿа-я][a-zà-ÿа-я][a-zà-ÿа-я])[.!?…]++[”’»]?(?=[“‘«(]?[A-ZÀ-ÖØ-ÞА-Я][a-zà-ÿа-я’' ]))"
)
_CHUNK_BACK = 40
"""How far back the abbreviation before a full stop is looked for: none is longer."""
_LAST_TOKEN = re.compile(r"[^\s(\[“‘\"«]+\Z")
_NEXT_WORD = re.compile(r"[\s\"'“‘„«‹(\[–—-]*+([^\W_](?:[\w’'.-]*\w)?)?")
_BULLET = re.compile(r"(?:[•‣▪●◦*·–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]?\Z")
_ASKED = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}"
    r"(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|shouted|cried|replied|answered)\b"
)


@lru_cache(maxsize=1)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text``; none crosses a paragraph.

    Closing quotation marks and brackets belong to the sentence whose stop they follow. A line
    break within a paragraph ends a sentence unless the lines look wrapped to a width.
    """
    blocks = paragraphs(text)
    width = _wrap_width(text, blocks)
    found: list[Span] = []
    for block in blocks:
        for start, end in _lines(text, block, width):
            found.extend(_split(text, start, end))
    return tuple(found)


def _wrap_width(text: str, blocks: tuple[Span, ...]) -> int:
    """Longest line of the paragraphs that have several; 0 where the text cannot be wrapped."""
    width = 0
    for block in blocks:
        lines = block.text.split("\n")
        if len(lines) > 1:
            width = max(width, *(len(line.rstrip()) for line in lines))
    return width if 50 <= width <= 130 else 0


def _lines(text: str, block: Span, width: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, wrapped ones joined."""
    start = block.start
    previous: re.Match[str] | None = None
    for line in _LINE.finditer(text, block.start, block.end):
        if previous is not None and not _goes_on(previous.group(), line.group(), width):
            yield start, previous.end()
            start = line.start()
        previous = line
    yield start, block.end


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the next line continues this one: wrapped to a width, or it starts in lower case."""
    head = following.lstrip()
    if not head or _BULLET.match(head):
        return False
    if head[0].islower():
        return True
    first = head.split(None, 1)[0]
    # A wrapped line is as full as the next word allowed; set in type, lines vary by about a fifth.
    return bool(width) and len(line.rstrip()) + 1 + len(first) > 0.8 * width


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = _skip_space(text, start, end)
    for match in _END.finditer(text, begin, end):
        if match.start() < begin or not _ends(text, match, begin, end):
            continue
        yield Span.of(text, begin, match.end())
        begin = _skip_space(text, match.end(), end)
    stop = begin + len(text[begin:end].rstrip())
    if begin < stop:
        yield Span.of(text, begin, stop)


def _skip_space(text: str, at: int, end: int) -> int:
    found = _READABLE.search(text, at, end)
    return found.start() if found else end


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a sentence ends at this stop."""
    if match["wide"] or match["other"]:
        return True
    if match["glitch"]:
        return _not_an_address(text, match.start())
    if match.end() >= end:
        return True
    after = _NEXT_WORD.match(text, match.end(), end)
    word = (after and after.group(1)) or ""
    if not word:
        # Only marks follow: they are a sentence of their own only if nothing reads before them.
        return after is None or after.end() < end
    if word[0].islower():
        return False
    if match["stop"] == "." and not match["close"]:
        return _full_stop_ends(text, match.start(), begin, word)
    return not (match["close"] and _ASKED.match(text, match.end(), end))


def _not_an_address(text: str, at: int) -> bool:
    chunk = text[max(0, at - _CHUNK_BACK) : at].rsplit(None, 1)
    token = chunk[-1] if chunk else ""
    return not any(mark in token for mark in "/@_") and not token.startswith("www")


def _full_stop_ends(text: str, at: int, begin: int, word: str) -> bool:
    """Whether the single full stop at ``at`` ends a sentence, given the word before and after."""
    token_match = _LAST_TOKEN.search(text[max(begin, at - _CHUNK_BACK) : at])
    token = token_match.group() if token_match else ""
    bare = token.casefold()
    if begin + len(token) >= at and _LIST_NUMBER.match(token):
        return False
    if bare in _NEVER_LAST:
        return False
    initial = len(token) == 1 and token.isupper()
    if initial or bare in _MAYBE_LAST or _dotted(token):
        return not word[0].isdigit() and word.casefold() in _STARTERS and word != "I"
    return True


def _dotted(token: str) -> bool:
    """Whether the token is letters with full stops between, as in ``U.N``."""
    parts = token.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)


def index_of(spans: tuple[Span, ...], offset: int) -> int:
    """Index of the span that holds ``offset`` (or the last that begins before it); -1 if none."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1
