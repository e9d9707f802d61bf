"""Look once more for every protected name in what is about to leave, by another way than the walk.

It reads the redacted ledger as JSON, knows nothing of fields or spans, and folds whole strings at
once with `reportedly.text.normalise.fold`. Whatever it finds stops everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

import msgspec

from reportedly.errors import RedactionError
from reportedly.model.ledger import Ledger
from reportedly.publish.protected import Protected
from reportedly.publish.redact_closed import closed
from reportedly.text.normalise import fold, normalise

_WORD = re.compile(r"[^\W\d_]+|\d+")
_HIDDEN_ID = re.compile(r"\b(?:[a-z]{2}-[0-9a-f]{16}|[0-9a-f]{64})\b")
_LEAST = 4
"""Letters from which on one word of a name is looked for: shorter ones are words as well."""
_SURE = 10
"""Letters from which on a full name is looked for with everything else taken out."""


def check_redacted(ledger: Ledger, people: Sequence[Protected]) -> None:
    """Check that no name of ``people`` is left.

    Raises:
        RedactionError: One is; the message tells where, and never the name.
    """
    wanted = [(number, each) for number, person in enumerate(people, 1) for each in _wanted(person)]
    singles = {"".join(each): number for number, each in wanted if len(each) == 1}
    fulls = [(number, each) for number, each in wanted if len(each) > 1]
    seen: set[str] = set()
    whole = msgspec.json.decode(msgspec.json.encode(ledger))
    for where, field, words in _strings(whole, "ledger"):
        if words in seen or closed(field, words):
            continue
        seen.add(words)
        number = _found(words, singles, fulls)
        if number is not None:
            raise RedactionError(
                f"a name of protected person {number} ({people[number - 1].pseudonym}) would "
                "have left the case",
                where=where,
                remedy="nothing was written; protect this spelling too with "
                "`reportedly decide CASE protect`, and report it as a fault of the program",
            )


def _strings(row: object, where: str, field: str = "") -> Iterator[tuple[str, str, str]]:
    """Every string among the values, with its place and the nearest key."""
    if isinstance(row, str):
        yield where, field, row
    elif isinstance(row, list):
        for number, each in enumerate(row):
            yield from _strings(each, f"{where}[{number}]", field)
    elif isinstance(row, dict):
        for key, each in row.items():
            yield from _strings(each, f"{where}.{key}", str(key))


def _wanted(person: Protected) -> Iterator[tuple[str, ...]]:
    for name in person.names:
        words = tuple(_words(name))
        if not words:
            continue
        yield words
        if person.personal and len(words) > 1:
            yield words[-1:]
            yield (words[0], words[-1])
            yield (words[-1], *words[:-1])


def _words(text: str) -> list[str]:
    return _WORD.findall(_bare(text))


def _bare(text: str) -> str:
    if "%" in text:
        text = unquote(text, errors="replace")
    return fold(normalise(_HIDDEN_ID.sub(" ", text))[0])


def _found(
    text: str, singles: dict[str, int], fulls: list[tuple[int, tuple[str, ...]]]
) -> int | None:
    words = _words(text)
    for word in {*words}:
        number = singles.get(word)
        if number is not None and len(word) >= _LEAST:
            return number
    line = " ".join(words)
    padded, run = f" {line} ", line.replace(" ", "")
    for number, each in fulls:
        if f" {' '.join(each)} " in padded:
            return number
        joined = "".join(each)
        if len(joined) >= _SURE and joined in run and _apart(joined, words):
            return number
    return None


def _apart(joined: str, words: list[str]) -> bool:
    """Whether the letters stand in ``words`` from the beginning of one to the end of one."""
    starts: list[int] = []
    ends: set[int] = set()
    at = 0
    for word in words:
        starts.append(at)
        at += len(word)
        ends.add(at)
    run = "".join(words)
    return any(run.startswith(joined, start) and start + len(joined) in ends for start in starts)
