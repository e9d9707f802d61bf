"""Tell bylines and date lines, and read the names and dates in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import tzinfo

from reportedly.collect.dateline import LONGEST, ago_in, dates_in
from reportedly.text.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from reportedly.text.wordlist import word_set

_BY = re.compile(
    r"^[*_(—–-]{0,3}\s?(?:(?:written|reported|words|text|story|report|reporting|posted|published|authored|analysis|"
    r"compiled|photos? and text)\s(?:and\s\w+\s)?)?by:?\s+(?P<who>\S.{1,120})$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^(?:author|reporter|correspondent|byline)s?\s?:\s?(?P<who>.{2,80})$", re.IGNORECASE
)
_CUT = re.compile(
    r"(?:published|updated|posted|last (?:modified|updated)|created|\d{1,2} min|\||•|·|\t|\s[–—-]\s|;|,?\s+\d).*$",
    re.IGNORECASE,
)
_PARTICLES = word_set(
    """
    de del della der den di da dos du la le el al bin ibn ben van von zu ter ten and & y et und of
    the
    """
)
_NO_NAMES = frozenset(
    ["the", "a", "an", "this", "that", "noon", "midnight"]
    + [name.lower() for name in (*MONTH_NAMES, *WEEKDAY_NAMES)]
)
_NAME_CHARACTERS = re.compile(r"[^\W\d_][\w'’ʼ.&,\s-]*")
_STAFF = re.compile(
    r"\b(?:staff|newsroom|reporters?|correspondents?|agencies|editors?|editorial|desk|writers?|team|wire)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r",?\s+(?:in|from|at)\s+[A-Z][\w'’ .-]{1,40}$")
_AROUND_DATES = re.compile(
    r"\b(?:published|posted|updated|last|modified|created|date|on|at|first|filed|from|released|issued|publication|"
    r"print|edition|page|time|read|min|mins|minutes?|hours?|ago|am|pm|local|by)\b|[\W\d_]+",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’»)]*$")
_PARTS_BESIDE = 2
_REST_WORDS = 3
_MOST_WORDS = 16
_STAFF_WORDS = 6


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, as the byline has it, and the outlet it names beside them."""

    author: str
    outlet: str = ""


def is_byline(line: str) -> bool:
    """Whether the line names the writer."""
    return read_byline(line) is not None


def read_byline(line: str) -> Byline | None:
    """The author of a byline: ``By Ina Roke, Harbour Courier``, ``Harbour Post | Ina Roke``.

    ``None`` if the line is none. A role or a place after the name is dropped.
    """
    if len(line) > LONGEST or len(line.split()) > _MOST_WORDS or _ends_as_sentence(line):
        return None
    match = _BY.match(line) or _AUTHOR.match(line)
    if match is None:
        return _beside(line)
    # "Ina RokePublished 10 months ago": sites glue what stood in separate boxes.
    who = _CUT.sub("", match["who"]).strip(" ,*_)—–-")
    who = _PLACE.sub("", who)
    if not who:
        return Byline("")
    if _STAFF.search(who) and len(who.split()) <= _STAFF_WORDS:
        return Byline("" if who[0].islower() or " own " in who else who)
    if not _is_name(who):
        return None
    name, _, rest = who.partition(", ")
    if rest and len(name.split()) >= 2 and " and " not in rest:
        return Byline(name, rest if len(rest.split()) > 1 else "")
    return Byline(who)


def _beside(line: str) -> Byline | None:
    """``Outlet | Name Surname``: two labels beside each other."""
    parts = [part.strip() for part in re.split(r"\s+[|•]\s+", line)]
    if len(parts) != _PARTS_BESIDE or not all(_is_label(part) for part in parts):
        return None
    return Byline(parts[1], parts[0])


def _is_label(words: str) -> bool:
    return _is_name(words) and len(words.split()) <= 5


def _is_name(words: str) -> bool:
    """Whether every word is capitalised, as names of people and papers are, but for particles."""
    parts = words.replace(",", " ").split()
    if not parts or not _NAME_CHARACTERS.fullmatch(words) or parts[0].casefold() in _NO_NAMES:
        return False
    return parts[0][0].isupper() and all(
        part[0].isupper() or part.casefold() in _PARTICLES for part in parts
    )


def is_date_line(line: str, zone: tzinfo, *, rest_words: int = _REST_WORDS) -> bool:
    """Whether the line says when, and little else: ``Published Monday 22 May 2023 06.00``.

    Args:
        line: Any line.
        zone: Of dates without one.
        rest_words: How many words may stand beside the date.
    """
    if len(line) > LONGEST or len(line.split()) > _MOST_WORDS or _ends_as_sentence(line):
        return False
    found = dates_in(line, zone)
    ago = ago_in(line)
    if not found and ago is None:
        return False
    rest = line
    spans = [(each.start, each.end) for each in found] + ([(ago.start, ago.end)] if ago else [])
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return len(_AROUND_DATES.sub(" ", rest).split()) <= rest_words


def says_updated(line: str) -> bool:
    """Whether a date line speaks of a later change, not of the publication."""
    return bool(_UPDATED.search(line))


def _ends_as_sentence(line: str) -> bool:
    return bool(_ENDS.search(line)) and not re.search(r"\b(?:[ap]\.m|min|ago)\.$", line)
