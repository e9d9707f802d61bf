"""The ledger: every row of a case, in canonical order."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.decision import Replayed
from reportedly.model.entity import Entity
from reportedly.model.finding import Question
from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import LeftOut, Report
from reportedly.model.statement import Attribution, Claim, Credit, Detail, Mention

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Container:
    """An archive, feed or channel export that came in, and the reports that were in it."""

    sha256: str
    names: tuple[str, ...]
    format: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the case, with what the user says of it.

    Attributes:
        id: ``ou-...``.
        name: As it is shown.
        aliases: Other names, domains and channel names it goes by, as the user gives them.
        kind: What it is, in the user's words; empty if not given.
        wire: True for a news agency whose copy others run.
        reliability: Admiralty letter A to F as the user judged it; ``None`` where nobody did.
        note: What else the user says of it.
        reports: Ids of the reports it published, sorted; none for one that is only known.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    wire: bool = False
    reliability: str | None = None
    note: str = ""
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything known about a case. All rows are sorted by id except where a noun says otherwise.

    Attributes:
        title: Of the case.
        software: Name and version of the code that made it.
        reader: Digest of the rules or models that read the texts.
        originals: Number of distinct originals received.
        containers: Originals that held more than one report, or none.
        outlets: Sorted by id.
        reports: Sorted by id.
        left_out: Sorted by report, then place.
        attributions: Sorted by report, then place.
        mentions: Sorted by report, then place.
        details: Sorted by report, then place.
        credits: Sorted by report, then place.
        entities: Sorted by id.
        claims: Sorted by report, then place.
        questions: Sorted by id.
        derivations: Sorted by id.
        origins: In the order of their letters.
        decisions: In the order of the log.
    """

    title: str
    software: str
    reader: str
    originals: int = 0
    containers: tuple[Container, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    reports: tuple[Report, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    details: tuple[Detail, ...] = ()
    credits: tuple[Credit, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    origins: tuple[Origin, ...] = ()
    decisions: tuple[Replayed, ...] = ()
    schema: str = SCHEMA_VERSION
