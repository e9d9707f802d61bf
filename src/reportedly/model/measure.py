"""What can be asserted so that it can be compared: the closed list of measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.finding import QuestionKind


class Change(StrEnum):
    """How the true value may move with time, so that a later, other value need not contradict.

    A death toll grows; a strength moves both ways; an age grows by one a year; a founding date
    does none of these.
    """

    NEVER = "never"
    GROWS = "grows"
    MOVES = "moves"
    AGES = "ages"


@dataclass(frozen=True, slots=True)
class Measure:
    """One family of comparable assertions.

    Attributes:
        name: As in `Claim.measure`.
        kind: Kind of question its claims answer.
        asks: The question, with ``{who}`` (population or "people"), ``{subject}`` and ``{event}``.
        means: What a claim of this measure asserts, in one sentence.
        change: How its value may move with time.
        own: True where the subject itself is the party whose own fact it is, so that its own
            statement confirms it.
        of_event: True where the claim belongs to a happening; the question is then about that.
    """

    name: str
    kind: QuestionKind
    asks: str
    means: str
    change: Change = Change.NEVER
    own: bool = False
    of_event: bool = False


_HOW = QuestionKind.HOW_MANY
_IS = QuestionKind.WHO_IS

_ALL = (
    Measure(
        "killed",
        _HOW,
        "How many {who} were killed{event}?",
        "A number of dead in a happening.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "injured",
        _HOW,
        "How many {who} were injured{event}?",
        "A number of hurt who lived, in a happening.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "casualties",
        _HOW,
        "How many {who} were killed or injured{event}?",
        "Killed and injured counted together.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "missing",
        _HOW,
        "How many {who} were missing{event}?",
        "A number of people not accounted for, the feared dead included.",
        Change.MOVES,
        of_event=True,
    ),
    Measure(
        "arrested",
        _HOW,
        "How many {who} were held{event}?",
        "A number of people detained, arrested or charged.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "captured",
        _HOW,
        "How many {who} were taken prisoner{event}?",
        "A number of people taken prisoner or hostage.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "treated",
        _HOW,
        "How many {who} were treated{event}?",
        "A number of people treated in or taken to hospital.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "displaced",
        _HOW,
        "How many {who} had to leave{event}?",
        "A number of people evacuated, displaced or fled.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "vehicles_lost",
        _HOW,
        "How many {who} were destroyed or damaged{event}?",
        "A number of vehicles, aircraft or vessels destroyed, burnt, shot down or lost.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "vehicles_used",
        _HOW,
        "How many {who} took part{event}?",
        "A number of vehicles, aircraft or vessels used in a happening.",
        of_event=True,
    ),
    Measure(
        "losses",
        _HOW,
        "How many {who} did {subject} lose{event}?",
        "A number of one side's own dead, whoever gives it; the subject is the side that lost them.",
        Change.GROWS,
        own=True,
        of_event=True,
    ),
    Measure(
        "strength",
        _HOW,
        "How many {who} does {subject} have?",
        "How many people a group, unit or force has.",
        Change.MOVES,
        own=True,
    ),
    Measure(
        "applications",
        _HOW,
        "How many {who} does {subject} get?",
        "A number of applications or requests to join, or of people said to be ready to.",
        Change.MOVES,
        own=True,
    ),
    Measure(
        "attacks",
        _HOW,
        "How many {who} were there{event}?",
        "A number of attacks, strikes, raids or acts of sabotage.",
        Change.GROWS,
        of_event=True,
    ),
    Measure(
        "amount",
        _HOW,
        "How many {who} were in {subject}?",
        "A measured amount of a stuff: litres, tonnes, hectares.",
    ),
    Measure(
        "founded",
        QuestionKind.WHEN,
        "When was {subject} founded?",
        "When a group, unit or body was formed.",
        own=True,
    ),
    Measure(
        "occurred",
        QuestionKind.WHEN,
        "When was {event}?",
        "When a happening took place.",
        of_event=True,
    ),
    Measure(
        "time_of_day",
        QuestionKind.WHEN,
        "At what time was {event}?",
        "The time of day of a happening.",
        of_event=True,
    ),
    Measure(
        "appointed",
        QuestionKind.WHEN,
        "When did {subject} take office?",
        "When a person took a post, a command or an office.",
        own=True,
    ),
    Measure(
        "began",
        QuestionKind.WHEN,
        "When did {subject} begin?",
        "When a lasting thing began.",
    ),
    Measure(
        "ended",
        QuestionKind.WHEN,
        "When did {subject} end?",
        "When a lasting thing ended.",
    ),
    Measure(
        "occurred_at",
        QuestionKind.WHERE,
        "Where was {event}?",
        "Where a happening took place, or began.",
        of_event=True,
    ),
    Measure(
        "treated_at",
        QuestionKind.WHERE,
        "Where were the injured taken{event}?",
        "The hospital that the injured were taken to.",
        of_event=True,
    ),
    Measure(
        "based_at",
        QuestionKind.WHERE,
        "Where is {subject} based?",
        "Where a group, unit or person is based or lives.",
        Change.MOVES,
        own=True,
    ),
    Measure(
        "responsible",
        QuestionKind.WHO_DID,
        "Who was responsible{event}?",
        "Who is said to have done it: an accusation, a claim of responsibility, or a denial.",
        of_event=True,
    ),
    Measure(
        "role",
        _IS,
        "What is {subject}'s role?",
        "A post, office or role that a person holds.",
        Change.MOVES,
        own=True,
    ),
    Measure(
        "rank",
        _IS,
        "What rank does {subject} hold?",
        "A military or police rank.",
        Change.MOVES,
        own=True,
    ),
    Measure("age", _IS, "How old is {subject}?", "A person's age in years.", Change.AGES, own=True),
    Measure(
        "nationality",
        _IS,
        "What nationality is {subject}?",
        "A person's or group's nationality.",
        own=True,
    ),
    Measure(
        "asserted",
        QuestionKind.WHETHER,
        "Is it so that {subject}?",
        "A yes-or-no proposition that somebody asserts and somebody may deny; the value's text is the proposition.",
    ),
    Measure(
        "called",
        QuestionKind.WHAT_CALLED,
        "What is {subject} called?",
        "A name that the subject goes by, or that somebody gives it.",
        Change.MOVES,
    ),
    Measure(
        "event_name",
        QuestionKind.WHAT_CALLED,
        "What is {event} called?",
        "A name that somebody gives a happening.",
        of_event=True,
    ),
    Measure(
        "declared",
        QuestionKind.WHAT_CALLED,
        "What is {subject} declared to be?",
        "What somebody declares, recognises or describes the subject as.",
        Change.MOVES,
    ),
)

KIN_ACTS = frozenset(
    frozenset(pair)
    for pair in (
        ("attack", "explosion"),
        ("attack", "shooting"),
        ("attack", "clash"),
        ("attack", "incursion"),
        ("attack", "shelling"),
        ("clash", "incursion"),
        ("clash", "shooting"),
        ("explosion", "fire"),
    )
)
"""Pairs of families of acts that two accounts may use for one happening."""


def akin(one: str, other: str) -> bool:
    """Whether two families of acts may name one happening; an untold one may name any."""
    return not one or not other or one == other or frozenset((one, other)) in KIN_ACTS


MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}
"""Every measure by name, in the order of ``docs/reference/measures.md``."""
