"""Agreement, grade and flags: the rules of ``docs/reference/grades.md``, one function each."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.finding import Agreement, Flags, Grade, QuestionKind
from reportedly.model.measure import MEASURES, Change, Measure
from reportedly.model.statement import Stance
from reportedly.model.value import Value, ValueKind
from reportedly.reconcile.ballot import (
    Option,
    best,
    conflict,
    independent,
    options,
    overtakes,
    reach,
)
from reportedly.reconcile.compare import Relation, relate
from reportedly.reconcile.context import Context
from reportedly.reconcile.standing import Standing, Voice

LEAD = 2
"""By how many independent voices an answer must be ahead of its rival not to be contested."""

OWN_ACT = frozenset(("occurred", "time_of_day", "occurred_at", "called"))
"""Measures that the party which did the thing confirms by stating it of its own act."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the answers of one question stand, with what the reasons are made of.

    Attributes:
        found: The options, in fixed order.
        top: The best held; ``None`` without a lead.
        rival: The best held answer that excludes the top, or the leader of the rest.
        against: Voices that deny the top.
        owner: The voice of the party whose own fact it is, where it states the best value.
        change: How the measure may move with time.
        agreement: How the answers stand to each other.
        grade: By independent voices.
        flags: Where the conflict lies.
        low: Lowest standing value.
        high: Highest standing value.
    """

    found: tuple[Option, ...]
    top: Option | None
    rival: Option | None
    against: tuple[Voice, ...]
    owner: Voice | None
    change: Change
    agreement: Agreement
    grade: Grade
    flags: Flags
    low: Value | None
    high: Value | None


def judge(stand: Standing, measure: Measure | None, context: Context) -> Verdict:
    """Weigh the claims that stand."""
    change = measure.change if measure else Change.NEVER
    found = options(stand.voices)
    top = best(found, change)
    leader = top or _leader(found)
    rival = _rival(leader, found, change)
    against = _against(leader, stand.against)
    owner = _owner(top, context)
    agreement = _agreement(stand, found, change, measure)
    grade = _grade(stand, leader, rival, against, owner, measure)
    if grade is Grade.DISCOUNTED:
        agreement = Agreement.CHANGED if stand.moved else agreement
    low, high = reach(found)
    return Verdict(
        found,
        top,
        rival,
        against,
        owner,
        change,
        agreement,
        grade,
        _flags(agreement, grade, measure, leader),
        low,
        high,
    )


def _leader(found: tuple[Option, ...]) -> Option | None:
    """The first of the best held, where none is best."""
    return max(found, key=lambda one: (one.support, one.exact), default=None)


def _rival(leader: Option | None, found: tuple[Option, ...], change: Change) -> Option | None:
    """The best held answer that cannot hold beside the leader, else beside another answer."""
    if leader is None:
        return None
    direct = [one for one in found if conflict(one, leader, change)]
    if direct:
        return _leader(tuple(direct))
    apart = [
        one
        for one in found
        if one is not leader
        and any(conflict(one, other, change) for other in found if other is not leader)
    ]
    return min(apart, key=lambda one: (one.support, one.exact)) if apart else None


def _against(leader: Option | None, denials: tuple[Voice, ...]) -> tuple[Voice, ...]:
    if leader is None:
        return denials
    return tuple(
        one for one in denials if relate(one.value, leader.value) is not Relation.EXCLUSIVE
    )


def _owner(top: Option | None, context: Context) -> Voice | None:
    """The voice of the party whom the fact burdens, or whose own fact it is, if it states it."""
    if top is None:
        return None
    return next((one for one in top.voices if speaks_of_itself(one, context)), None)


def speaks_of_itself(one: Voice, context: Context) -> bool:
    """Whether the last holder is the party that the fact is about."""
    measure = MEASURES.get(one.claim.measure)
    if measure is None or one.entity is None:
        return False
    speakers = {one.entity, context.speaks_for.get(one.entity, one.entity)}
    if one.value.kind is ValueKind.WHO:
        return one.value.who in speakers
    if measure.own or measure.name in OWN_ACT:
        return one.claim.subject in speakers
    return False


def _agreement(
    stand: Standing, found: tuple[Option, ...], change: Change, measure: Measure | None
) -> Agreement:
    clash = any(conflict(a, b, change) for at, a in enumerate(found) for b in found[at + 1 :])
    if clash:
        whether = measure is not None and measure.kind is QuestionKind.WHETHER
        said_no = any(one.claim.stance is Stance.DENIES for one in stand.voices)
        return Agreement.DENIED if whether and said_no else Agreement.CONTRADICTORY
    if stand.against:
        return Agreement.DENIED
    # Answers that exclude each other and do not clash are of different, or not known to be of the
    # same, times.
    moved = any(
        relate(a.value, b.value) is Relation.EXCLUSIVE
        and (change is Change.MOVES or overtakes(a, b, change))
        for a in found
        for b in found
    )
    if stand.moved or moved:
        return Agreement.CHANGED
    if len({one.origin for one in stand.voices}) < 2:
        return Agreement.SINGLE
    return Agreement.SAME if len(found) == 1 else Agreement.COMPATIBLE


def _grade(
    stand: Standing,
    leader: Option | None,
    rival: Option | None,
    against: tuple[Voice, ...],
    owner: Voice | None,
    measure: Measure | None,
) -> Grade:
    if leader is None or stand.retracted:
        gone = stand.retracted or _all_gone(stand)
        return Grade.DISCOUNTED if gone else (Grade.CONTESTED if against else Grade.WEAK)
    if owner and rival is None and not against:
        return Grade.CONFIRMED
    opposed = max(rival.support if rival else 0, independent(against))
    competing = rival is not None and measure is not None and measure.kind is QuestionKind.WHO_DID
    if opposed and (competing or leader.support - opposed < LEAD):
        return Grade.CONTESTED
    return Grade.FAIR if leader.support >= LEAD else Grade.WEAK


def _all_gone(stand: Standing) -> bool:
    """Whether every claim was withdrawn or replaced by its own holder."""
    rules = {item.rule for item in stand.excluded}
    return bool(rules) and rules <= {"withdrawn", "superseded", "copy"}


def _flags(
    agreement: Agreement, grade: Grade, measure: Measure | None, leader: Option | None
) -> Flags:
    if agreement not in (Agreement.CONTRADICTORY, Agreement.DENIED) or measure is None:
        return Flags()
    if grade is Grade.DISCOUNTED:
        return Flags()
    counts = leader is not None and leader.value.kind is ValueKind.COUNT
    return Flags(who=measure.kind is QuestionKind.WHO_DID, how_many=counts)
