"""Names of `worldwide-ner`: newswire of all continents, and the tenth of it that is set aside.

It teaches person, organization, place, nationality or group, facility, date (of the calendar:
relative days are not marked) and money. Which organisations are military units is told by their
words (`kind_words`); weapons and counts are not marked and stay doubtful where a word for one
stands. A product or a miscellaneous name is none of our kinds, unless it may be a weapon.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.detokenise import detokenise
from training.kind_words import is_calendar, is_weapon, organisation_kind, possible
from training.named_text import (
    COUNT,
    DATE,
    FACILITY,
    MONEY,
    NATIONALITY,
    ORGANIZATION,
    PERSON,
    PLACE,
    WEAPON,
    NamedText,
    NameSpan,
    disjoint,
)

KINDS = {
    "Person": PERSON,
    "Organization": ORGANIZATION,
    "Location": PLACE,
    "NORP": NATIONALITY,
    "Facility": FACILITY,
    "Date": DATE,
    "Money": MONEY,
}
SENTENCES = 3
"""Sentences to a paragraph: the set marks sentences only, and news has one to four."""
SHARE = 0.1
"""Of each continent's documents, at least this much is set aside, in whole countries."""
MOST = 0.16
"""A country that would make it more than this is passed over (China is a third of Asia)."""
SAME = {"cosrica": "cosric", "afs": "af"}
"""Countries written in two ways."""

Tokens = list[tuple[str, str]]


def worldwide(data: Path, *, held_out: bool) -> Iterator[NamedText]:
    """The documents to train on, or those of the countries set aside.

    Args:
        data: The folder that holds `worldwide-ner`.
        held_out: Which of the two.
    """
    files = sorted((data / "worldwide-ner/processed_annotated").glob("*.tsv"))
    regions = read_regions((data / "worldwide-ner/regions.txt").read_text(encoding="utf-8"))
    aside = set_aside([file.name for file in files], regions)
    for file in files:
        if (country(file.name) in aside) == held_out:
            yield read_document(f"worldwide/{file.stem}", file.read_text(encoding="utf-8"))


def country(name: str) -> str:
    """The country (or region, for papers of a whole continent) that begins a file's name."""
    prefix = name.split("_")[0]
    return SAME.get(prefix, prefix)


def read_regions(text: str) -> dict[str, str]:
    """The continent of each country, from the set's own list of prefixes."""
    regions: dict[str, str] = {}
    region = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.rstrip().endswith(":"):
            region = line.strip(" :")
        else:
            regions.setdefault(country(line.strip()), region)
    return regions


def set_aside(names: list[str], regions: dict[str, str]) -> frozenset[str]:
    """The countries that are never trained on: a tenth of each continent's documents.

    Countries are taken in the order of the SHA-256 of their names, so that nobody chose them.
    """
    of_region: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        of_region[regions.get(country(name), "")].append(country(name))
    aside: set[str] = set()
    for countries in of_region.values():
        taken = 0
        for one in sorted(set(countries), key=lambda one: hashlib.sha256(one.encode()).digest()):
            size = countries.count(one)
            if taken < SHARE * len(countries) and taken + size <= MOST * len(countries):
                aside.add(one)
                taken += size
    return frozenset(aside)


def read_document(name: str, table: str) -> NamedText:
    """One document from its table of tokens; where names are nested, the outermost count."""
    sentences = [sentence for sentence in _sentences(table) if not _is_address(sentence)]
    parts: list[str] = []
    names: list[NameSpan] = []
    doubtful: list[NameSpan] = []
    at = 0
    for number, sentence in enumerate(sentences):
        if number:
            gap = "\n\n" if number % SENTENCES == 0 else " "
            parts.append(gap)
            at += len(gap)
        text, places = detokenise([token for token, _ in sentence])
        for label, start, end in _spans([tag for _, tag in sentence]):
            first, last = at + places[start][0], at + places[end - 1][1]
            words = text[first - at : last - at]
            if (kind := _kind(label, words)) is not None:
                names.append(NameSpan(first, last, (kind,)))
            elif is_weapon(words):
                doubtful.append(NameSpan(first, last, (WEAPON,)))
            elif is_calendar(words):
                # Days of the week stand now under Date, now under Misc.
                doubtful.append(NameSpan(first, last, (DATE,)))
        parts.append(text)
        at += len(text)
    text = "".join(parts)
    doubtful += possible(text, (WEAPON, COUNT))
    return NamedText(name, text, disjoint(names), tuple(doubtful), open=False)


def _kind(label: str, words: str) -> str | None:
    if label == "Product" and is_weapon(words):
        return WEAPON
    kind = KINDS.get(label)
    return organisation_kind(words) if kind == ORGANIZATION else kind


def _sentences(table: str) -> Iterator[Tokens]:
    sentence: Tokens = []
    for line in table.splitlines():
        columns = line.split("\t")
        if len(columns) == 1:
            # Three lines of one document have blanks for the tab.
            columns = line.rsplit(maxsplit=1)
        if len(columns) >= 2 and columns[0].strip():
            sentence.append((columns[0].strip(), columns[1].strip()))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _is_address(sentence: Tokens) -> bool:
    """Whether a sentence is the web address that stands above a document."""
    return len(sentence) == 1 and sentence[0][0].startswith(("http://", "https://"))


def _spans(tags: list[str]) -> Iterator[tuple[str, int, int]]:
    """Label, first token and one past the last of each run of tags."""
    start = 0
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        if before != "O" and tag != f"I-{before[2:]}":
            yield before[2:], start, index
        if tag.startswith("B-") or (tag.startswith("I-") and tag[2:] != before[2:]):
            start = index
