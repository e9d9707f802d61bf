"""The rows of the hand-written key, and the key and a ledger side by side.

The key (`src/reportedly/demo/key.toml`) says what the ledger must say, from reading the story.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from eval.ledger_view import LedgerView, Report
from eval.wording import Known, Names, Place, fold


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row of the key may have."""

    hard: bool = False
    why_hard: str = ""


class ReportKey(Row, frozen=True):
    """A report: what became of it, who published it and when, and with whom it shares an origin."""

    name: str
    state: str
    outlet: str = ""
    published: tuple[str, str] | None = None
    origin_group: str = ""


class WordsKey(Row, frozen=True):
    """Words that must be left out, or must be kept."""

    report: str
    words: str


class EntityKey(Row, frozen=True):
    """An actor or place under all its names."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()


class AttributionKey(Row, frozen=True):
    """Who is said to have said what."""

    report: str
    source: str
    content: str
    cue: str = ""
    entity: str = ""
    kind: str = ""
    cue_kind: str = ""
    stance: str = ""
    distance: str = ""
    modality: str = ""
    chain: tuple[str, ...] = ()


class ClaimKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that answer a question, or that must not count for it."""

    report: str
    words: str
    value: str = ""
    because: str = ""


Answer = int | float | str


class QuestionKey(Row, frozen=True):
    """A question and its finding."""

    id: str
    kind: str
    about: str
    subject: str = ""
    low: Answer | None = None
    best: Answer | None = None
    high: Answer | None = None
    agreement: str = ""
    grade: str = ""
    flags: dict[str, bool] = {}
    claims: tuple[ClaimKey, ...] = ()
    excluded: tuple[ClaimKey, ...] = ()
    also_ok: dict[str, tuple[Answer, ...]] = {}


class DerivationKey(Row, frozen=True):
    """Who took what from whom."""

    child: str
    parent: str
    kind: str
    direction: str
    evidence: str = ""
    also_ok: tuple[str, ...] = ()


class NotDerivedKey(Row, frozen=True):
    """Two reports of which neither copied the other."""

    a: str
    b: str
    because: str = ""


class DecisionKey(Row, frozen=True):
    """A decision that a tutorial may show."""

    act: str
    because: str
    name: str = ""
    pseudonym: str = ""
    report: str = ""
    words: str = ""
    value: str = ""
    must_vanish: tuple[str, ...] = ()
    a_report: str = ""
    a_words: str = ""
    b_report: str = ""
    b_words: str = ""


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole key."""

    report: tuple[ReportKey, ...]
    furniture: tuple[WordsKey, ...]
    kept: tuple[WordsKey, ...]
    entity: tuple[EntityKey, ...]
    attribution: tuple[AttributionKey, ...]
    question: tuple[QuestionKey, ...]
    derivation: tuple[DerivationKey, ...]
    not_derived: tuple[NotDerivedKey, ...]
    decision_demo: tuple[DecisionKey, ...]


def read_key(path: Path) -> Key:
    """The key as written; a field nobody knows is an error."""
    return msgspec.toml.decode(path.read_bytes(), type=Key)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the ledger must say.

    Attributes:
        section: What kind of thing.
        name: Which; stable, and unique within its section.
        hit: Whether the ledger says it.
        hard: Whether the key marks it as truly hard.
        instead: What the ledger has instead, if it is missed.
    """

    section: str
    name: str
    hit: bool
    hard: bool = False
    instead: str = ""

    @property
    def pin(self) -> str:
        """The line that pins it."""
        return f"{self.section}: {self.name}"


class Held:
    """A ledger and a key side by side, with what several sections look up."""

    def __init__(self, key: Key, ledger: LedgerView) -> None:
        self.key = key
        self.ledger = ledger
        self.names = Names(
            [
                Known(
                    row.name,
                    row.kind,
                    frozenset(fold(name) for name in (row.name, *row.aliases)),
                    frozenset(fold(name) for name in row.must_not_include),
                )
                for row in key.entity
            ],
            ledger,
        )
        self._reports = {bare(name): row for row in ledger.reports for name in row.all_names}
        self._key_names = {row.id: name for name, row in self._reports.items()}
        self._places = {row.id: Place(row.text) for row in ledger.reports}

    def report(self, name: str) -> Report | None:
        """The ledger's report of that name."""
        return self._reports.get(name)

    def key_name(self, report: str) -> str:
        """The key's name of a ledger's report."""
        return self._key_names.get(report, report[:12])

    def place(self, report: str) -> Place:
        """Finds words in a report of the ledger."""
        return self._places[report]


def bare(name: str) -> str:
    """A received file's name without the folder it lay in; members keep their path."""
    outer, mark, member = name.partition("!/")
    return outer.rpartition("/")[2] + mark + member
