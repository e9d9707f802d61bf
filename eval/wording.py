"""When two wordings are the same: names folded, words found in a text whatever its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.ledger_view import Entity, LedgerView, Span

QUOTES = "“”„«»‘’‚‛'\"`‟"
_BEFORE_A_NAME = re.compile(
    r"^(?:the|a|an|so-called|dr|mr|mrs|ms|col|colonel|gen|general|capt|captain|sgt|prof)\.?\s+"
)


def flat(words: str) -> str:
    """``words`` with every run of spaces and line breaks as one space."""
    return " ".join(words.split())


def fold(name: str) -> str:
    """A name for comparison: no case, no article or title before it, no marks round it."""
    folded = flat(name).casefold().replace("’", "'").strip(QUOTES + " ,.;:!?()")
    while (shorter := _BEFORE_A_NAME.sub("", folded)) != folded:
        folded = shorter.lstrip(QUOTES + " ")
    return folded.removesuffix("'s").strip(QUOTES + " ,.;:")


def opening(content: str) -> str:
    """Content as the key gives it: no quotation mark before it, no "that"."""
    return flat(content).lstrip(QUOTES + " ").removeprefix("that ").lstrip(QUOTES + " ")


def holds(longer: str, shorter: str) -> bool:
    """Whether the words of one stand, whole and in a row, within the other."""
    inner = re.findall(r"\w+", fold(shorter))
    outer = re.findall(r"\w+", fold(longer))
    if not inner:
        return False
    width = len(inner)
    return any(outer[at : at + width] == inner for at in range(len(outer) - width + 1))


def alike(one: str, other: str) -> bool:
    """Whether two wordings of a source name the same: equal, or one within the other.

    "Hanne Quill" and "Hanne Quill, who keeps a kiosk" are the same speaker; how much of the
    description belongs to the source is a matter of taste, who speaks is not.
    """
    return holds(one, other) or holds(other, one)


class Place:
    """Finds words in one text, a space in the words standing for any run of white space."""

    def __init__(self, text: str) -> None:
        self._text = text

    def spans(self, words: str) -> Iterator[Span]:
        """Every place where ``words`` stand as whole words."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        before = r"(?<!\w)" if words[:1].isalnum() else ""
        after = r"(?!\w)" if words[-1:].isalnum() else ""
        for found in re.finditer(before + pattern + after, self._text):
            yield Span(found.start(), found.end(), found.group())


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the key: its names, and the names it must not take in."""

    name: str
    kind: str
    names: frozenset[str]
    strangers: frozenset[str]


class Names:
    """Whether a name of the key and a name of the ledger stand for one."""

    def __init__(self, known: list[Known], ledger: LedgerView) -> None:
        self._known = known
        self._of: dict[str, set[str]] = {row.id: _names(row) for row in ledger.entities}
        for mention in ledger.mentions:
            if mention.entity in self._of:
                self._of[mention.entity].add(fold(mention.span.text))

    def of_key(self, name: str) -> frozenset[str]:
        """All names the key has for ``name``."""
        folded = fold(name)
        exact = [row for row in self._known if fold(row.name) == folded]
        row = next(iter(exact or [row for row in self._known if folded in row.names]), None)
        return row.names if row else frozenset({folded})

    def strangers(self, name: str) -> frozenset[str]:
        """The names that ``name`` must not be joined with."""
        return next((row.strangers for row in self._known if row.name == name), frozenset())

    def of_entity(self, entity: str | None) -> set[str]:
        """All names the ledger has for an entity."""
        return self._of.get(entity or "", set())

    def one(self, key: str, given: str, entity: str | None) -> bool:
        """Whether the key's ``key`` and the ledger's ``given`` (of ``entity``) are one."""
        theirs = {fold(given), *self.of_entity(entity)}
        if self.of_key(key) & theirs:
            return not self.strangers(key) & theirs
        described = not any(fold(key) in row.names for row in self._known)
        return described and alike(key, given)


def _names(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.name, *entity.aliases)}
