"""A person's judgement: appended, superseded, never edited; addressed by words, not machine ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """The closed list of what a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    SAME = "same"
    DIFFERENT = "different"
    SPLIT = "split"
    MERGE = "merge"
    RENAME = "rename"
    GRADE = "grade"
    NOTE = "note"
    PROTECT = "protect"
    WITHDRAW = "withdraw"
    ADJUDICATE = "adjudicate"
    UNDO = "undo"


class TargetKind(StrEnum):
    """What kind of ledger line the anchored words belong to."""

    ATTRIBUTION = "attribution"
    CLAIM = "claim"
    MENTION = "mention"
    QUESTION = "question"
    REPORT = "report"
    WORDS = "words"


CONTEXT = 32
"""Code points kept on either side of a quote, so that it can be told from its like."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in one report, addressed so that they can be found again or be missed loudly.

    Attributes:
        kind: What stands on these words. A question is addressed by the words of one of its
            claims, together with ``measure``.
        report: Report id (SHA-256 of the item's bytes).
        quote: The exact words; empty for a whole report.
        prefix: Up to `CONTEXT` code points before them.
        suffix: Up to `CONTEXT` code points after them.
        ordinal: Which occurrence of prefix + quote + suffix in the text, from 0.
        seen: The value the person saw when deciding, in its label form; empty if none.
        measure: For claims and questions: the measure asked about.
        role: For `add`: which part the words are: content, source, cue, value.
    """

    kind: TargetKind
    report: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    ordinal: int = 0
    seen: str = ""
    measure: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the decision log.

    Attributes:
        id: ``dc-...``: hash of its line, so that two machines agree on it.
        act: What was decided.
        by: Who decided.
        at: When, ISO 8601 UTC; it orders the log and is shown, never used to compute a finding.
        why: Reason in the person's words.
        targets: The words it speaks of; two for same / different / merge, several for split.
        field: For `correct`: which field (source, cue_kind, stance, distance, modality, value,
            outlet, published, author, title).
        value: New value, name, grade, note, pseudonym or protected name.
        of: For `undo` and `adjudicate`: ids of the decisions it speaks of.
    """

    id: str
    act: Act
    by: str
    at: str
    why: str = ""
    targets: tuple[Anchor, ...] = ()
    field: str = ""
    value: str = ""
    of: tuple[str, ...] = ()


class DecisionState(StrEnum):
    """What became of a decision when the log was replayed."""

    STANDING = "standing"
    UNDONE = "undone"
    SUPERSEDED = "superseded"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Replayed:
    """A decision with what became of it; ``why`` says which words were not found, or what undid it."""

    decision: Decision
    state: DecisionState
    why: str = ""


def undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """Ids of the decisions that do not stand because a later, itself standing, `undo` names them.

    An undo can be undone: the log is read from its end, so the last word counts.
    """
    gone: set[str] = set()
    for decision in reversed(list(decisions)):
        if decision.act is Act.UNDO and decision.id not in gone:
            gone.update(decision.of)
    return frozenset(gone)
