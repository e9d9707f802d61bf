"""Tell the language of a text by its script, letters and commonest small words; say ``und`` when unsure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportedly.text.language_words import (
    BY_SCRIPT,
    LETTERS,
    NAMES,
    SCRIPTS_OF,
    SMALL_WORDS,
    words_of,
)

_LOOKED_AT = 20_000
_LEAST_LETTERS = 20
_LEAST_HITS = 3
_LEAST_KINDS = 2
_NEAR = 0.6
_LEAD = 1.5
_LEAST_SHARE = 0.05
_OWN_SHARE = 0.04
"""Of the words of English news, a quarter and more are on its list."""
_ENOUGH_WORDS = 30
_FEW_WORDS = 8
_FEW_LETTERS = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEYOND_ASCII = re.compile(r"[^\W\d_a-zA-Z]")
_CODE = re.compile(r"[a-z]{2}")

_OWNERS: dict[str, tuple[str, ...]] = {}
for _name in SMALL_WORDS:
    for _one in words_of(_name):
        _OWNERS[_one] = (*_OWNERS.get(_one, ()), _name)
_LETTER_OWNERS: dict[str, tuple[str, ...]] = {}
for _name, _letters in LETTERS.items():
    for _one in _letters:
        _LETTER_OWNERS[_one] = (*_LETTER_OWNERS.get(_one, ()), _name)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of its language.

    Attributes:
        code: ISO 639-1; ``und`` where two languages fit or there is too little.
        script: Of most letters, as Unicode names it (``LATIN``); empty where there are none.
        letters: How many letters were looked at.
        prose: How many words of two letters and more are written small: tables and lists have few.
        hits: How many of the words speak for each language.
        kinds: How many different words speak for it.
    """

    code: str
    script: str
    letters: int
    prose: int
    hits: Counter[str]
    kinds: Counter[str]

    def may_be(self, read: Collection[str]) -> bool:
        """Whether the text may be in one of these languages, so that reading it does no harm.

        A few words that tell nothing may be; a page of words of which hardly any is a small word
        of these languages may not, nor may one in a script in which none of them is written.
        """
        if self.code in read:
            return True
        if self.script and not any(self.script in SCRIPTS_OF.get(code, ()) for code in read):
            return self.letters < _FEW_LETTERS
        own = max((self.hits[code] for code in read), default=0)
        others = (code for code in self.hits if code not in read)
        best = max((self.hits[code] for code in others if self.kinds[code] > 1), default=0)
        if self.prose >= _ENOUGH_WORDS:
            return self.code == "und" and own >= _OWN_SHARE * self.prose
        return best < _LEAST_HITS or best < 2 * own


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of a text that speak for languages: how often each stands, and for which it speaks."""

    words: int
    prose: int
    counts: Counter[str]
    owners: dict[str, frozenset[str]]
    hits: Counter[str]
    kinds: Counter[str]

    @classmethod
    def of(cls, sample: str) -> _Spoken:
        """The words of a sample."""
        written = _WORD.findall(sample)
        # A Latin letter alone is as often an initial or the number of a list as a word.
        counts = Counter(word.casefold() for word in written if len(word) > 1 or not word.isascii())
        owners: dict[str, frozenset[str]] = {}
        hits: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for word, count in counts.items():
            found = {*_OWNERS.get(word, ())}
            if not word.isascii():
                found.update(*(_LETTER_OWNERS.get(letter, ()) for letter in word))
            if found:
                owners[word] = frozenset(found)
                hits.update(dict.fromkeys(found, count))
                kinds.update(found)
        prose = sum(len(word) > 1 and not word[0].isupper() for word in written)
        return cls(len(written), prose, counts, owners, hits, kinds)

    def leads(self, best: str, rival: str) -> bool:
        """Whether the words that speak for only one of two languages speak for the first."""
        own = sum(
            self.counts[word]
            for word, each in self.owners.items()
            if best in each and rival not in each
        )
        other = sum(
            self.counts[word]
            for word, each in self.owners.items()
            if rival in each and best not in each
        )
        return own >= _LEAST_KINDS and own >= _LEAD * other


def tell(text: str, declared: str = "") -> Told:
    """What ``text`` tells of its language.

    Args:
        text: Any text; its first 20,000 code points are looked at.
        declared: What the file says; believed only where the words cannot tell.
    """
    sample = text[:_LOOKED_AT]
    scripts = _scripts(sample)
    letters = sum(scripts.values())
    script = scripts.most_common(1)[0][0] if letters else ""
    spoken = _Spoken.of(sample)
    code = _code(scripts, letters, script, spoken)
    if code == "und" and letters >= _LEAST_LETTERS and _fits(declared, script):
        code = declared
    return Told(code, script, letters, spoken.prose, spoken.hits, spoken.kinds)


def language(text: str, declared: str = "") -> str:
    """The language of ``text`` as ISO 639-1; ``und`` where two fit or there is too little."""
    return tell(text, declared).code


def language_name(code: str) -> str:
    """A language as a person calls it."""
    return NAMES.get(code, f"the language with the code {code!r}")


def foreign_parts(text: str, read: Collection[str]) -> Iterator[tuple[int, int, Told]]:
    """The paragraphs of ``text`` that are in none of the languages that are read: start, end, why.

    Only those are looked at that hold a letter which English lacks and more than a few words.
    """
    at = 0
    for paragraph in text.split("\n\n"):
        if _BEYOND_ASCII.search(paragraph):
            told = tell(paragraph)
            long = told.prose >= _FEW_WORDS or told.letters >= _LEAST_LETTERS
            if long and not told.may_be(read):
                yield at, at + len(paragraph), told
        at += len(paragraph) + 2


def _code(scripts: Counter[str], letters: int, script: str, spoken: _Spoken) -> str:
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * letters >= 0.1 * _FEW_LETTERS:
        return "ja"
    if script in BY_SCRIPT and letters >= _FEW_LETTERS:
        return BY_SCRIPT[script]
    if letters < _LEAST_LETTERS:
        return "und"
    hits = spoken.hits
    best, most = min(hits.items(), key=lambda each: (-each[1], each[0]), default=("und", 0))
    least = _LEAST_HITS if script == "LATIN" else _LEAST_KINDS
    if most < least or most < _LEAST_SHARE * spoken.words or script not in SCRIPTS_OF[best]:
        return "und"
    # One small word over and over is no language: "at" is English, Tagalog and Danish.
    if spoken.kinds[best] < _LEAST_KINDS:
        return "und"
    rivals = (each for each, count in hits.items() if each != best and count >= _NEAR * most)
    return best if all(spoken.leads(best, each) for each in rivals) else "und"


def _fits(declared: str, script: str) -> bool:
    if not _CODE.fullmatch(declared):
        return False
    return declared not in SCRIPTS_OF or script in SCRIPTS_OF[declared]


def _scripts(sample: str) -> Counter[str]:
    """Letters by the first word of their Unicode name, every tenth letter of long texts."""
    letters = [char for char in sample if char.isalpha()]
    step = max(1, len(letters) // 2_000)
    counted: Counter[str] = Counter()
    for char in letters[::step]:
        counted[unicodedata.name(char, "NONE").split(" ", 1)[0].split("-", 1)[0]] += step
    return counted
