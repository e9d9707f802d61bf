"""Questions and findings: claims that answer the same thing, and the state of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.statement import Event
from reportedly.model.value import UNKNOWN_TIME, TimeRange, Value


class QuestionKind(StrEnum):
    """What is asked."""

    HOW_MANY = "how_many"
    WHEN = "when"
    WHERE = "where"
    WHO_DID = "who_did"
    WHO_IS = "who_is"
    WHETHER = "whether"
    WHAT_CALLED = "what_called"


class Agreement(StrEnum):
    """How the independent answers stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CHANGED = "changed"
    CONTRADICTORY = "contradictory"
    DENIED = "denied"
    SINGLE = "single"


class Grade(StrEnum):
    """How well the best value is held up; the rules stand in ``docs/reference/grades.md``."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that was given, with everyone who gives it.

    Attributes:
        value: The value.
        label: The value in words, as shown.
        claims: Claim ids, by publication then place.
        origins: Origin ids that hold it independently, sorted by letter.
    """

    value: Value
    label: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """A claim that does not count towards the finding, and the rule that says why.

    Attributes:
        claim: Claim id.
        rule: superseded, withdrawn, copy, other_population, future, denied_only, rejected,
            questioned, not_firm.
        why: One sentence in plain words.
    """

    claim: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Flags:
    """Where the conflict lies: in who did it, in how many, or in both."""

    who: bool = False
    how_many: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A question's state.

    Attributes:
        low: Lowest standing value (for times: the earliest); ``None`` where values have no order.
        best: Best value; ``None`` where contested, with no lead.
        high: Highest standing value (for times: the latest).
        label: The finding in a few words: ``17, of 12 to 36``.
        agreement: How the answers stand to each other.
        grade: By independent origins.
        flags: Where the conflict lies.
        why: Reasons, one sentence each, the decisive first.
        raises: What would raise the grade, one sentence each.
        excluded: Claims that do not count, each with its reason.
        decided: Decision id, if a person set the grade or the value.
    """

    low: Value | None
    best: Value | None
    high: Value | None
    label: str
    agreement: Agreement
    grade: Grade
    flags: Flags = Flags()
    why: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    decided: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that answer the same thing.

    Attributes:
        id: ``qu-...``.
        text: In words a person would ask.
        kind: What is asked.
        subject: Entity id it is about; ``None`` where it is about an event alone.
        subject_name: The name of what it is about, as shown.
        measure: As in `Claim.measure`.
        population: As in `Claim.population`.
        event: The happening, for questions about one.
        claims: Claim ids, by publication then place.
        answers: The values given, best held first.
        finding: Its state.
        notes: Notes that people made, with their decision ids.
        as_of: The span of time the claims speak as of.
    """

    id: str
    text: str
    kind: QuestionKind
    subject: str | None
    subject_name: str
    measure: str
    claims: tuple[str, ...]
    answers: tuple[Answer, ...]
    finding: Finding
    population: str = ""
    event: Event | None = None
    notes: tuple[str, ...] = ()
    as_of: TimeRange = UNKNOWN_TIME
