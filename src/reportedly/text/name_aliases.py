"""Find the names that a text itself equates: acronyms in brackets, call signs, "also known as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.span import Span

_ACRONYM = re.compile(r"\s?\((?:the |or )?[“\"‘']?(?P<name>[^\W\d_a-z][^\W_]{1,9}s?)[”\"’']?\)")
_CUE = re.compile(
    r"\b(?:call[ -]?signs?|code[ -]?names?d?|nom de guerre|nicknamed?|pseudonym|alias|aka|a\.k\.a\."
    r"|(?:also|better|otherwise|formerly|widely|locally|commonly) known as|known (?:as|by)|goes by"
    r"|going by|referred to as|calls? (?:him|her|them)sel(?:f|ves)|so-called|dubbed|styled)\b"
)
_PERSONS = re.compile(r"call|code|nom|nick|pseudonym|goes by|going by")
_AFTER_CUE = re.compile(
    r"(?:\s+(?:of|is|was|as|the|a|an|his|her|by|call sign|callsign|codename|code name|nickname|name"
    r"|alias|nom de guerre|pseudonym)\b){0,4}\s*,?\s*"
    r"(?:[“„«\"‘'](?P<quoted>[^”“»\"’\n]{1,40})[”“»\"’',]|(?P<plain>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,5}))"
)
_BETWEEN = re.compile(
    r"[\s,()]*(?:(?:who|which|whom|is|was|also|a|the|man|woman|fighter|soldier|commander|known|as|by|with|under|using|goes|and|or)\b[\s,]*)*\Z"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """Words that the text equates with the name before them, if one stands there.

    Attributes:
        span: The other name.
        of: The name it is another name of; ``None`` where only a description stands before.
        acronym: Whether it is an acronym in brackets.
        persons: Whether only a person has such a name (a call sign, a nickname).
    """

    span: Span
    of: Span | None
    acronym: bool = False
    persons: bool = False


def stated_aliases(text: str, names: Sequence[Span]) -> Iterator[Alias]:
    """The other names that ``text`` states, given the names found in it, in order."""
    yield from _acronyms(text, names)
    yield from _told(text, names)


def _acronyms(text: str, names: Sequence[Span]) -> Iterator[Alias]:
    for name in names:
        match = _ACRONYM.match(text, name.end)
        if match and _stands_for(match["name"], name.text):
            yield Alias(Span.of(text, match.start("name"), match.end("name")), name, acronym=True)


def _stands_for(acronym: str, name: str) -> bool:
    """Whether at least two letters of the acronym, in order, begin words of the name."""
    if not any(letter.isupper() for letter in acronym[1:]):
        return False
    firsts = [word[0].upper() for word in re.findall(r"\w+", name)]
    letters = [letter for letter in acronym if letter.isupper()]
    at = met = 0
    for letter in letters:
        if letter in firsts[at:]:
            at = firsts.index(letter, at) + 1
            met += 1
    return met >= 2 and met >= len(letters) - 2


def _told(text: str, names: Sequence[Span]) -> Iterator[Alias]:
    place = 0
    for cue in _CUE.finditer(text):
        match = _AFTER_CUE.match(text, cue.end())
        if match is None:
            continue
        group = "quoted" if match["quoted"] else "plain"
        start, end = match.span(group)
        end = start + len(text[start:end].rstrip(" ,.;"))
        if start >= end:
            continue
        while place + 1 < len(names) and names[place + 1].end <= cue.start():
            place += 1
        before = names[place] if place < len(names) and names[place].end <= cue.start() else None
        near = before is not None and _BETWEEN.match(text[before.end : cue.start()]) is not None
        of = before if near else None
        yield Alias(Span.of(text, start, end), of, persons=_PERSONS.match(cue.group()) is not None)
