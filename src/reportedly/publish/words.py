"""Our own words on the pages: how a value of the ledger is said to a reader."""

from __future__ import annotations

from reportedly.model.finding import Agreement, Grade, QuestionKind
from reportedly.model.lineage import Derivation, DerivationKind, Direction
from reportedly.model.report import ReportState
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    CueKind,
    Distance,
    Modality,
    ReviewState,
    Stance,
)
from reportedly.model.value import TimeRange
from reportedly.text.label import time_label

STATES = {
    ReportState.READ: "read",
    ReportState.DUPLICATE: "the same as another",
    ReportState.HOLLOW: "hollow: a wall or an empty page",
    ReportState.UNREADABLE: "unreadable",
    ReportState.REFUSED: "refused",
    ReportState.UNREAD_LANGUAGE: "language not read yet",
    ReportState.WITHDRAWN: "withdrawn",
}

VERBS = {
    CueKind.SAYS: "says",
    CueKind.DENIES: "denies",
    CueKind.ACCUSES: "accuses",
    CueKind.PROMISES: "promises or plans",
    CueKind.BELIEVES: "believes",
    CueKind.RULES: "rules or orders",
    CueKind.SHOWS: "shows or finds",
    CueKind.ASKS: "asks",
    CueKind.DECLINES: "declines to say",
}

QUOTED = {
    AttributionKind.DIRECT: "quoted",
    AttributionKind.MIXED: "partly quoted",
    AttributionKind.INDIRECT: "in the writer's words",
}

FIRMNESS = {
    Modality.CERTAIN: "firmly",
    Modality.PROBABLE: "as probable",
    Modality.POSSIBLE: "as possible",
    Modality.NEGATED: "in the negative",
    Modality.FUTURE: "of the future",
    Modality.ASKED: "as a question",
}

RELIABILITY = {
    "A": "A, completely reliable",
    "B": "B, usually reliable",
    "C": "C, fairly reliable",
    "D": "D, not usually reliable",
    "E": "E, unreliable",
    "F": "F, cannot be judged",
}
"""The letters of the Admiralty scale, as the user gave them."""

GRADES = {
    Grade.CONFIRMED: "Confirmed",
    Grade.FAIR: "Fair",
    Grade.WEAK: "Weak",
    Grade.CONTESTED: "Contested",
    Grade.DISCOUNTED: "Discounted",
}

GRADE_MEANS = {
    Grade.CONFIRMED: "stated by the party whom it burdens or whose own fact it is, and contradicted by no independent origin",
    Grade.FAIR: "given by two or more independent origins",
    Grade.WEAK: "given by one origin alone",
    Grade.CONTESTED: "exclusive answers stand against each other, and none is ahead by two origins",
    Grade.DISCOUNTED: "withdrawn or corrected by all who held it",
}

AGREEMENTS = {
    Agreement.SAME: "the same",
    Agreement.COMPATIBLE: "compatible",
    Agreement.CHANGED: "changed with time",
    Agreement.CONTRADICTORY: "contradictory",
    Agreement.DENIED: "denied",
    Agreement.SINGLE: "one answer only",
}

KINDS = {
    QuestionKind.HOW_MANY: "How many",
    QuestionKind.WHEN: "When",
    QuestionKind.WHERE: "Where",
    QuestionKind.WHO_DID: "Who did it",
    QuestionKind.WHO_IS: "Who is it",
    QuestionKind.WHETHER: "Whether",
    QuestionKind.WHAT_CALLED: "What it is called",
}

DERIVED = {
    DerivationKind.VERBATIM: "word for word",
    DerivationKind.TRIMMED: "trimmed",
    DerivationKind.EDITED: "edited",
    DerivationKind.EMBEDDED: "within a longer text",
    DerivationKind.REWRITTEN: "rewritten",
    DerivationKind.QUOTATION: "the same quotation of a third party",
    DerivationKind.CREDIT: "by its own credit",
    DerivationKind.ODD_VALUE: "the same odd value",
}

DIRECTIONS = {
    Direction.FROM_A: "took from",
    Direction.FROM_B: "was taken by",
    Direction.COMMON_UPSTREAM: "shares a source with",
    Direction.UNDETERMINED: "shares words, either way, with",
}

CREDITS = "credits"
CREDITED = "is credited by"

REVIEWED = {
    ReviewState.PROPOSED: "not reviewed",
    ReviewState.ACCEPTED: "accepted by a person",
    ReviewState.REJECTED: "rejected by a person",
    ReviewState.CORRECTED: "corrected by a person",
    ReviewState.ADDED: "added by a person",
}


def moment(at: str) -> str:
    """A moment of the log, which is in UTC, for a reader."""
    try:
        return f"{time_label(TimeRange(at[:16], at[:16]))} UTC"
    except ValueError:
        return at


def way_of(row: Derivation, *, child: bool) -> str:
    """How the child of a derivation stands to the parent, or the parent to the child, as a verb."""
    if row.kind is DerivationKind.CREDIT:
        return CREDITS if child else CREDITED
    turned = {Direction.FROM_A: Direction.FROM_B, Direction.FROM_B: Direction.FROM_A}
    return DIRECTIONS[row.direction if child else turned.get(row.direction, row.direction)]


def how_taken(row: Derivation) -> str:
    """How the words relate, with the share of the child's that are shared; nothing for a credit."""
    if row.kind is DerivationKind.CREDIT:
        return ""
    words = DERIVED[row.kind]
    return f"{words}, {row.share_child:.0%} of its words" if row.passages else words


def when(time: TimeRange) -> str:
    """A time range for a reader; empty ranges are said to be unknown."""
    return time_label(time) if time.known else "at an unknown time"


def facts_of(said: Attribution | None, claim: Claim | None = None) -> tuple[str, str]:
    """The verb of a statement, and how firmly and in whose words it is made."""
    if said is None:
        verb = "states"
        parts = ["the writer's own words"]
    else:
        verb = VERBS[said.cue.kind] if said.cue else "says"
        parts = [QUOTED[said.kind]]
    row: Claim | Attribution | None = claim or said
    if row is not None:
        parts.insert(0, FIRMNESS[row.modality])
        if row.stance is Stance.DENIES and verb != "denies":
            parts.append("denying it")
        if row.stance is Stance.DOUBTS:
            parts.append("doubting it")
        if row.distance is Distance.CLAIMED:
            parts.append("the writer keeps a distance: claimed")
        if row.distance is Distance.DOUBTED:
            parts.append("the writer doubts it")
        if row.state is not ReviewState.PROPOSED:
            parts.append(REVIEWED[row.state])
    return verb, " · ".join(parts)
