"""What `reconcile` needs to know beside the claims: reports, origins, entities, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.model.decision import Decision, Replayed
from reportedly.model.entity import Entity
from reportedly.model.finding import Question
from reportedly.model.lineage import Origin
from reportedly.model.report import ReportState
from reportedly.model.span import Span
from reportedly.model.value import UNKNOWN_TIME, TimeRange


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What of a report matters here.

    Attributes:
        outlet: Who published it.
        published: When.
        state: `withdrawn` takes its claims out of every finding.
    """

    outlet: str
    published: TimeRange = UNKNOWN_TIME
    state: ReportState = ReportState.READ


@dataclass(frozen=True, slots=True)
class Placed:
    """A standing decision on a question, with where its words stand now.

    Attributes:
        decision: split, merge, rename, grade or note.
        spans: For each of its targets, in the same order, the words in the report's kept text as
            `text.anchor` found them; ``None`` where they were not found, or found more than once.
    """

    decision: Decision
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything but the claims. All mappings may lack an id: what is unknown is shown as such.

    Attributes:
        entities: By entity id.
        reports: By report id.
        origins: By origin id.
        origin_of: Origin id by claim id, where it is not written in the claim; a claim in neither
            counts as an origin of its report alone.
        speaks_for: Entity id of a person -> entity id of the body that person speaks for or
            commands, where the accounts say so: what a spokeswoman states, her ministry states.
        decisions: Standing decisions on questions, in the order of the log.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    reports: Mapping[str, ReportFacts] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    origin_of: Mapping[str, str] = field(default_factory=dict)
    speaks_for: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What `reconcile` makes.

    Attributes:
        questions: Sorted by id; every claim given stands in exactly one.
        replayed: What became of each decision given, in the order of the log.
    """

    questions: tuple[Question, ...]
    replayed: tuple[Replayed, ...] = ()
