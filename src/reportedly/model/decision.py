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


def undone(decisions: Iterable[Decision]) -> dict[str, str]:
    """Why each decision that does not stand does not: its id, and what took it back.

    An `undo` takes back the decisions it names; an `adjudicate` takes back those it names but the
    one it keeps (``value``). Both can themselves be undone: the log is read from its end, so the
    last word counts.
    """
    gone: dict[str, str] = {}
    for decision in reversed(list(decisions)):
        if decision.id in gone or decision.act not in (Act.UNDO, Act.ADJUDICATE):
            continue
        for other in decision.of:
            if decision.act is Act.UNDO or other != decision.value:
                gone.setdefault(other, f"{decision.act.value} by {decision.by} ({decision.id})")
    return gone


GROUPS = {Act.ACCEPT: "review", Act.REJECT: "review", Act.SAME: "join", Act.DIFFERENT: "join"}
"""Acts that answer the same question, so that the later supersedes the earlier."""

LASTING = frozenset({Act.NOTE, Act.ADD, Act.SPLIT, Act.MERGE, Act.UNDO, Act.ADJUDICATE})
"""Acts that add to each other instead of superseding."""


def superseded(decisions: Iterable[Decision]) -> dict[str, str]:
    """Which decisions a later one on the same words overrides: id -> id of the later one.

    Ask it of decisions that stand and have found their words: one that does nothing overrides
    nothing.
    """
    last: dict[tuple[object, ...], str] = {}
    gone: dict[str, str] = {}
    for decision in decisions:
        if decision.act in LASTING:
            continue
        places = frozenset(
            (
                each.kind,
                each.report,
                each.prefix,
                each.quote,
                each.suffix,
                each.ordinal,
                each.measure,
            )
            for each in decision.targets
        )
        slot = (GROUPS.get(decision.act, decision.act.value), places, decision.field)
        if slot in last:
            gone[last[slot]] = decision.id
        last[slot] = decision.id
    return gone
