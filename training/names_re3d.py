"""Names of `re3d`: conflict reports on Syria and Iraq, with weapons, counts and armed groups.

The set marks whole noun phrases, pronouns among them, and keeps a machine's guesses beside the
people's marks (confidence below a half). What reads as a name under the rules of the other sets
is taught; every other stretch is left open, so that it teaches nothing wrong. All its documents
here are public domain, OGL, CC BY or CC BY-SA: the part of the BBC, which is for non-commercial
use, is recognised by its folder and flagged.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.kind_words import NUMBER_WORDS, TITLES, is_calendar, organisation_kind
from training.named_text import (
    COUNT,
    DATE,
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

SURE = 0.5
"""Marks below this confidence are a machine's."""
NOT_OPEN = "BBC"

_BEFORE_A_THING = re.compile(
    r"(?:(?:the|a|an|its|their|our|such|other|any|these|those|at least|more than|\d[\d,]*|"
    rf"{NUMBER_WORDS})\s+)+",
    re.IGNORECASE,
)
_BEFORE_A_NAME = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_ACT = re.compile(
    r"\b(strikes?|airstrikes?|attacks?|bombardment|bombing|raids?|bombers?)\b", re.IGNORECASE
)
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|al-[A-Z]\w*|\d+(?:st|nd|rd|th)?)"
    r"(?:,? (?:(?:of|the|and|for|to|in|al|bin|de) )*(?:[A-Z][\w.’'-]*|al-[A-Z]\w*|\d+))*"
)
_STATE = re.compile(
    r"(U\.?[SK]\.?|United (States|Kingdom|Arab Emirates)|America|Britain|France|Germany|Iraq|Iran"
    r"|Syria|Turkey|Russia|Jordan|Lebanon|Saudi Arabia|Qatar|Kuwait|Egypt|Israel|Australia|Ukraine"
    r"|Uzbekistan|Italy|Canada|Sweden|Kurdistan|Northern|Foreign|Defen[cs]e|Group|Advisor \w+)"
)
_PEOPLE = re.compile(r"We|They|Us|Our|It|Their|West|[A-Z][a-z]+s")
"""Pronouns and people in the plural ("Syrians"), which the set marks as organisations."""
_COUNT = re.compile(
    rf"(?:\d[\d,.]*|{NUMBER_WORDS})(?:[ -](?:of|and|{NUMBER_WORDS}))*",
    re.IGNORECASE,
)
_MONTH_OR_DAY = re.compile(r"[\w.,\d –-]*")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    type: str
    sure: bool


def re3d(data: Path, *, open_only: bool = False) -> Iterator[NamedText]:
    """The documents with what they teach.

    Args:
        data: The folder that holds `re3d`.
        open_only: Leave out what may not be used by everybody.
    """
    for folder in sorted(path for path in (data / "re3d").iterdir() if path.is_dir()):
        free = NOT_OPEN not in folder.name
        if open_only and not free:
            continue
        marks = _marks(folder / "entities.json")
        for row in _rows(folder / "documents.json"):
            name, text = str(row["_id"]), str(row["text"])
            yield _document(f"re3d/{name}", text, marks[name], free)


def _rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _marks(path: Path) -> defaultdict[str, list[_Mark]]:
    marks: defaultdict[str, list[_Mark]] = defaultdict(list)
    for row in _rows(path):
        start, end = int(str(row["begin"])), int(str(row["end"]))
        sure = float(str(row["confidence"])) >= SURE
        marks[str(row["documentId"])].append(_Mark(start, end, str(row["type"]), sure))
    return marks


def _document(name: str, text: str, marks: list[_Mark], free: bool) -> NamedText:
    names: list[NameSpan] = []
    doubtful: list[NameSpan] = []
    for mark in marks:
        taught = _taught(text, mark) if mark.sure else None
        if taught is not None:
            names.append(taught)
        doubtful.append(NameSpan(mark.start, mark.end, KINDS))
    return NamedText(name, text, disjoint(names), tuple(doubtful), open=free)


def _taught(text: str, mark: _Mark) -> NameSpan | None:
    """The name that a mark teaches, or `None` where the other sets would draw it otherwise."""
    thing = mark.type in ("Weapon", "Vehicle", "MilitaryPlatform")
    lead = (_BEFORE_A_THING if thing else _BEFORE_A_NAME).match(text, mark.start, mark.end)
    start = lead.end() if lead else mark.start
    words = text[start : mark.end].rstrip()
    end = start + len(words)
    if not words or _inside_a_word(text, start, end):
        return None
    kind = WEAPON if thing and not _ACT.search(words) else _kind(mark.type, words)
    return NameSpan(start, end, (kind,)) if kind is not None else None


def _inside_a_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum()
    return before or (end < len(text) and text[end].isalnum())


def _kind(type_: str, words: str) -> str | None:
    named = _NAME.fullmatch(words) is not None
    if type_ == "Organisation":
        wider = _STATE.fullmatch(words) or _PEOPLE.fullmatch(words)
        return organisation_kind(words) if named and not wider else None
    if type_ == "Person":
        return PERSON if named and " " in words and not TITLES.search(words) else None
    if type_ == "Location":
        return PLACE if named and not re.search(r"Summit|Government|Mosque|Dam", words) else None
    if type_ == "Nationality":
        return NATIONALITY if named else None
    if type_ == "Quantity":
        return COUNT if _COUNT.fullmatch(words) else None
    if type_ == "Temporal":
        return DATE if is_calendar(words) and _MONTH_OR_DAY.fullmatch(words) else None
    if type_ == "Money":
        return MONEY if re.match(r"[$£€]\d", words) else None
    return None
