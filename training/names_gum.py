"""Names of GUM: open genres, with names drawn from its entities and its syntax (CC BY).

GUM marks every noun phrase. A name is an entity whose head is a proper noun: the head with
the capitals around it, a person's without titles, as the other sets draw it. It teaches person,
organization, place (which may be a facility), dates of the calendar,
and counts (numbers that modify a noun). Nationalities, money and weapons are not marked and stay
doubtful where a word for one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.kind_words import TITLES, is_calendar, organisation_kind, possible
from training.named_text import (
    COUNT,
    DATE,
    FACILITY,
    KINDS,
    MONEY,
    NATIONALITY,
    PERSON,
    PLACE,
    WEAPON,
    NamedText,
    NameSpan,
    disjoint,
)

_UNSAID = "unsaid"
"""A capital of which nothing is taught."""
_MEASURE = re.compile(
    r"(year|month|week|day|hour|minute|second|time|percent|%|dollar|euro|pound|km|kilomet|met(er|re)"
    r"|mile|feet|foot|inch|degree|acre|hectare|ton|gram|kg|lit(er|re)|°|cent|am|pm|o'clock)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the treebank; ``head`` counts from 0 within its sentence."""

    form: str
    upos: str
    xpos: str
    head: int
    role: str
    entity: str
    glued: bool


@dataclass(frozen=True, slots=True)
class _Entity:
    kind: str
    first: int
    last: int


def gum(data: Path) -> Iterator[NamedText]:
    """The documents of both parts.

    Args:
        data: The folder that holds `gum`.
    """
    for path in sorted((data / "gum").glob("*/dep/*.conllu")):
        yield read_document(f"gum/{path.stem}", path.read_text(encoding="utf-8"))


def read_document(name: str, table: str) -> NamedText:
    """One document from its CoNLL-U."""
    parts: list[str] = []
    names: list[NameSpan] = []
    doubtful: list[NameSpan] = []
    at = 0
    for paragraph, words in sentences(table):
        gap = "" if not parts else "\n\n" if paragraph else " "
        parts.append(gap)
        at += len(gap)
        text, places = written(words)
        for entity in _entities(words):
            kind, first, last = _named(words, entity)
            if first > last:
                continue
            start, end = places[first][0], places[last][1]
            kinds = _kinds(kind, text[start:end])
            span = NameSpan(at + start, at + end, kinds or KINDS)
            (names if kinds else doubtful).append(span)
        names += [
            NameSpan(at + places[index][0], at + places[index][1], (COUNT,))
            for index in _counts(words)
        ]
        doubtful += [
            NameSpan(at + places[index][0], at + places[index][1], (NATIONALITY,))
            for index, word in enumerate(words)
            if word.form[:1].isupper() and word.upos in ("ADJ", "PROPN")
        ]
        parts.append(text)
        at += len(text)
    text = "".join(parts)
    doubtful += possible(text, (WEAPON, COUNT, MONEY, DATE))
    return NamedText(name, text, disjoint(names), tuple(doubtful), open=True)


def sentences(table: str) -> Iterator[tuple[bool, list[Word]]]:
    """Whether it begins a paragraph, and the words of each sentence."""
    for block in table.split("\n\n"):
        lines = block.splitlines()
        paragraph = any(line.startswith("# newpar") for line in lines)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        words = _words([row for row in rows if len(row) == 10])
        if words:
            yield paragraph, words


def _words(rows: list[list[str]]) -> list[Word]:
    """The words; those that the treebank split off one token ("Trump's") are glued together."""
    glued: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            glued |= dict.fromkeys(range(first, last), True)
            glued[last] = "SpaceAfter=No" in row[9].split("|")
    words: list[Word] = []
    for row in rows:
        if row[0].isdigit():
            misc = dict(item.split("=", 1) for item in row[9].split("|") if "=" in item)
            tight = glued.get(int(row[0]), misc.get("SpaceAfter") == "No")
            entity = misc.get("Entity", "")
            words.append(Word(row[1], row[3], row[4], int(row[6]) - 1, row[7], entity, tight))
    return words


def written(words: list[Word]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence as it stood, and where each word stands in it."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for word in words:
        places.append((at, at + len(word.form)))
        parts.append(word.form if word.glued else word.form + " ")
        at += len(parts[-1])
    return "".join(parts).rstrip(), places


def _entities(words: list[Word]) -> Iterator[_Entity]:
    """The entities of one sentence; those that cross a sentence's end are left out."""
    begun: list[tuple[str, str, int]] = []
    for index, word in enumerate(words):
        for part in re.findall(r"\([^()]+\)?|\d+\)", word.entity):
            if part[0] == "(":
                number, kind = part.strip("()").split("-")[:2]
                begun.append((number, kind, index))
            if part[-1] == ")":
                number = part.strip("()").split("-")[0]
                match = next((one for one in reversed(begun) if one[0] == number), None)
                if match is not None:
                    begun.remove(match)
                    yield _Entity(match[1], match[2], index)


def _named(words: list[Word], entity: _Entity) -> tuple[str, int, int]:
    """Kind, first and last word of the name in an entity; first above last where it has none."""
    inside = range(entity.first, entity.last + 1)
    head = next((at for at in inside if words[at].head not in inside), entity.first)
    if entity.kind == "time":
        return entity.kind, *_calendar(words, entity)
    if words[head].upos != "PROPN":
        return entity.kind, 1, 0
    if entity.kind == "person":
        return _person(words, head, entity)
    first = last = head
    while first > entity.first and _goes_on(words[first - 1]):
        first -= 1
    while last < entity.last and _goes_on(words[last + 1]):
        last += 1
    while first < head and (not _capital(words[first]) or words[first].upos == "DET"):
        first += 1
    while last > head and not _capital(words[last]):
        last -= 1
    if first == last and entity.kind == "organization" and not words[first].form.isupper():
        # "the University" is short for a name; the other sets have it now so, now so.
        return _UNSAID, first, last
    return entity.kind, first, last


def _person(words: list[Word], head: int, entity: _Entity) -> tuple[str, int, int]:
    """A person's name without titles; a people in the plural is a group."""
    if words[head].xpos == "NNPS":
        return "group", head, head
    # In this treebank a title governs the name: "President" has "Trump" flat below it.
    first = head
    while first < entity.last and TITLES.fullmatch(words[first].form.strip(".")):
        first += 1
    last = first
    while last < entity.last and words[last + 1].upos == "PROPN" and _capital(words[last + 1]):
        last += 1
    while first > entity.first and _before_a_surname(words[first - 1]):
        first -= 1
    named = _capital(words[first]) and not TITLES.fullmatch(words[first].form.strip("."))
    return (entity.kind if named else _UNSAID), first, last


def _before_a_surname(word: Word) -> bool:
    title = TITLES.fullmatch(word.form.strip("."))
    return word.upos == "PROPN" and word.role in ("flat", "compound") and not title


def _goes_on(word: Word) -> bool:
    return _capital(word) or word.form in ("of", "the", "and", "for", "de", "-", "&")


def _capital(word: Word) -> bool:
    return word.form[:1].isupper() or word.form[:1].isdigit()


def _calendar(words: list[Word], entity: _Entity) -> tuple[int, int]:
    """First and last word of a date without the words before it; first above last for none."""
    kept = [
        at
        for at in range(entity.first, entity.last + 1)
        if is_calendar(words[at].form) or re.fullmatch(r"\d{1,4}(st|nd|rd|th)?", words[at].form)
    ]
    if not kept or not any(is_calendar(words[at].form) for at in kept):
        return 1, 0
    between = range(kept[0], kept[-1] + 1)
    whole = all(at in kept or words[at].form in (",", "of") for at in between)
    return (kept[0], kept[-1]) if whole else (1, 0)


def _kinds(kind: str, words: str) -> tuple[str, ...]:
    if kind == "person":
        return (PERSON,)
    if kind == "group":
        return (NATIONALITY,)
    if kind == "organization":
        return (organisation_kind(words),)
    if kind == "place":
        return (PLACE, FACILITY)
    return (DATE,) if kind == "time" else ()


def _counts(words: list[Word]) -> Iterator[int]:
    """Numbers that count things: not hours, miles, shares or sums."""
    for index, word in enumerate(words):
        if word.role != "nummod" or word.upos != "NUM" or not 0 <= word.head < len(words):
            continue
        noun = words[word.head]
        if noun.upos == "NOUN" and not _MEASURE.match(noun.form) and word.head > index:
            yield index
