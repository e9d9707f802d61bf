"""The part of a written `ledger.json` that the key speaks of, as typed rows.

Decoded from the file a reader of the case gets, not from the program's own nouns: what is missing
from the file is missing here. Fields the key does not speak of are ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report and where they stand."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether both cover some code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out."""

    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report."""

    id: str
    state: str
    name: str = ""
    names: tuple[str, ...] = ()
    outlet: str = ""
    text: str = ""
    published: Published = Published()
    origin: str | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name it came under."""
        return tuple(dict.fromkeys((*self.names, self.name)))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the page that is not in the text."""

    report: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name who said it, and whom they stand for."""

    start: int
    end: int
    text: str
    name: str = ""
    entity: str | None = None

    @property
    def span(self) -> Span:
        """Its words."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that say so."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of a chain."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what."""

    id: str
    report: str
    kind: str
    source: Source | None
    cue: Cue | None
    content: tuple[Span, ...]
    chain: tuple[Holder, ...]
    stance: str
    distance: str
    modality: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    id: str
    report: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom names stand for."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What is asserted."""

    kind: str = ""
    low: int | float | None = None
    high: int | float | None = None
    approximator: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    who: str | None = None
    text: str | None = None
    polarity: bool | None = None

    def __str__(self) -> str:
        parts = (self.low, self.high, self.earliest, self.latest, self.place, self.text)
        said = [str(part) for part in parts if part is not None]
        if self.polarity is not None:
            said.append("yes" if self.polarity else "no")
        return "..".join(dict.fromkeys(said)) or "nothing"


@dataclass(frozen=True, slots=True)
class Claim:
    """One comparable assertion."""

    id: str
    report: str
    span: Span
    words: Span
    value: Value
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Excluded:
    """A claim that does not count."""

    claim: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Flags:
    """Where the conflict lies."""

    who: bool = False
    how_many: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of a question."""

    agreement: str
    grade: str
    low: Value | None = None
    best: Value | None = None
    high: Value | None = None
    flags: Flags = Flags()
    excluded: tuple[Excluded, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that answer the same thing."""

    id: str
    text: str
    kind: str
    claims: tuple[str, ...]
    finding: Finding
    subject: str | None = None
    subject_name: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """Who took what from whom."""

    child: str
    parent: str
    kind: str
    direction: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one."""

    id: str
    letter: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """What the key speaks of."""

    reports: tuple[Report, ...]
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[Origin, ...]
    left_out: tuple[LeftOut, ...]
    mentions: tuple[Mention, ...] = ()


def read_ledger(path: Path) -> LedgerView:
    """The rows of a written `ledger.json`."""
    return msgspec.json.decode(path.read_bytes(), type=LedgerView)
