"""Look once more for every protected name in what is about to leave, by another way than the walk.

It reads the redacted ledger as JSON, knows nothing of fields or spans, and folds whole strings at
once with `reportedly.text.normalise.fold`. Whatever it finds stops everything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from urllib.parse import unquote

import msgspec

from reportedly.errors import RedactionError
from reportedly.model.ledger import Ledger
from reportedly.publish.protected import Protected
from reportedly.publish.redact_closed import closed
from reportedly.text.normalise import fold, normalise

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NOT_ALNUM = re.compile(r"[\W_]+")
_FAR = re.compile(r"[\W_]{41,}")
_APART = re.compile(r"[\W_]{4,}")
_INNER = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ID = re.compile(r"\b(?:[a-z]{2}-[0-9a-f]{16}|[0-9a-f]{64})\b")
_ESCAPES = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")

# Letters that decomposition alone does not make plain.
_SPECIAL = re.compile("[łŁøØđĐðÐþÞæÆœŒıħĦŧŦŋŊəƏ]")

LEAST = 4
"""Letters from which on one word of a name is looked for: shorter ones are words as well."""

SURE = 10
"""Letters from which on a full name is looked for however its letters are parted."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for.

    Attributes:
        singles: One word that gives somebody away, and the number of the person.
        fulls: Several words in order, and the number of the person.
        spread: Long full names as one word, and the number of the person.
        unparted: Names in scripts that part no words, and the number of the person.
    """

    singles: dict[str, int]
    fulls: tuple[tuple[tuple[str, ...], int], ...]
    spread: tuple[tuple[str, int], ...]
    unparted: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, people: Sequence[Protected]) -> _Wanted:
        every = [
            (words, number)
            for number, person in enumerate(people, 1)
            for words in sorted({*_forms(person)})
        ]
        singles = {
            words[0] + ending: number
            for words, number in reversed(every)
            if len(words) == 1 and len(words[0]) >= LEAST
            for ending in ("", "s")
        }
        return cls(
            singles,
            tuple((words, number) for words, number in every if len(words) > 1),
            tuple(
                ("".join(words), number)
                for number, person in enumerate(people, 1)
                for words in (_words(_bare(name)) for name in person.names)
                if len(words) > 1 and len("".join(words)) >= SURE
            ),
            tuple(("".join(words), number) for words, number in every if words[0] > "\u2e80"),
        )

    def may_stand(self, letters: str) -> bool:
        """Whether any of them can stand in a text that has these letters."""
        return (
            any(word in letters for word in self.singles)
            or any("".join(words) in letters for words, _ in self.fulls)
            or any(word in letters for word, _ in self.unparted)
        )


def check_redacted(ledger: Ledger, people: Sequence[Protected]) -> None:
    """Check that no name of ``people`` is left.

    Raises:
        RedactionError: One is; the message tells where, and never the name.
    """
    wanted = _Wanted.of(people)
    seen: set[str] = set()
    for field in fields(ledger):
        rows = getattr(ledger, field.name)
        for place, row in enumerate(rows if isinstance(rows, tuple) else (rows,)):
            written = msgspec.json.encode(row).decode()
            if not wanted.may_stand(_letters(_ESCAPES.sub(" ", written))):
                continue
            where = f"{field.name} {place}"
            for path, name, words in _strings(msgspec.json.decode(written), where, field.name):
                if words in seen or closed(name, words):
                    continue
                seen.add(words)
                number = _found(words, wanted)
                if number is not None:
                    raise _left(people[number - 1], number, path)


def _left(person: Protected, number: int, where: str) -> RedactionError:
    return RedactionError(
        f"a name of protected person {number} ({person.pseudonym}) would have left the case",
        where=where,
        remedy="nothing was written; protect this spelling too with `reportedly decide CASE "
        "protect`, and report it as a fault of the program",
    )


def _strings(row: object, where: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Every string among the values, with its place and the nearest key."""
    if isinstance(row, str):
        yield where, name, row
    elif isinstance(row, list):
        for number, each in enumerate(row):
            yield from _strings(each, f"{where}[{number}]", name)
    elif isinstance(row, dict):
        for key, each in row.items():
            yield from _strings(each, f"{where}.{key}", str(key))


def _forms(person: Protected) -> Iterator[tuple[str, ...]]:
    for name in person.names:
        words = tuple(_words(_bare(name)))
        if not words:
            continue
        yield words
        if person.personal and len(words) > 1 and words[-1].isalpha():
            yield words[-1:]
            if len(words[-1]) >= LEAST:
                yield (words[0], words[-1])
                yield (words[-1], *words[:-1])


def _bare(text: str) -> str:
    """Plain words: no ids, no escapes, no accents, no case, nothing invisible."""
    if "%" in text:
        text = unquote(text, errors="replace")
    return _INNER.sub("", fold(normalise(_ID.sub(" ", text))[0]))


def _letters(text: str) -> str:
    """Only the letters and digits of a row, for a first look."""
    if _SPECIAL.search(text):
        return _NOT_ALNUM.sub("", _bare(text))
    plain = unquote(text, errors="replace") if "%" in text else text
    return _NOT_ALNUM.sub("", "".join(unicodedata.normalize("NFKD", plain.casefold()).split()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _found(text: str, wanted: _Wanted) -> int | None:
    """The number of a person whose name stands in ``text``."""
    for part in _FAR.split(text):
        bare = _bare(part)
        words = _words(bare)
        for word in words:
            if word in wanted.singles:
                return wanted.singles[word]
        padded = f" {' '.join(words)} "
        for several, number in wanted.fulls:
            if f" {' '.join(several)} " in padded:
                return number
        for word, number in wanted.unparted:
            if word in bare:
                return number
    return next(
        (found for part in _APART.split(text) if (found := _spread(part, wanted)) is not None),
        None,
    )


def _spread(text: str, wanted: _Wanted) -> int | None:
    """The same where the letters are parted in other places than the words are."""
    words = _words(_bare(text))
    run = "".join(words)
    starts: set[int] = set()
    at = 0
    for word in words:
        starts.add(at)
        at += len(word)
    ends = {*starts, at} - {0}
    for joined, number in wanted.spread:
        place = run.find(joined)
        while place >= 0:
            if place in starts and place + len(joined) in ends:
                return number
            place = run.find(joined, place + 1)
    return None
