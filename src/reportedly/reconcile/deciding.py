"""People's decisions on questions: split, merge, rename, grade, note; applied or orphaned, never moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.model.decision import Act, Anchor, DecisionState, Replayed
from reportedly.model.finding import Grade, Question
from reportedly.model.measure import MEASURES
from reportedly.model.span import Span
from reportedly.model.statement import Claim
from reportedly.reconcile.context import Placed
from reportedly.reconcile.grouping import Group

REGROUPING = frozenset((Act.SPLIT, Act.MERGE))
WORDING = frozenset((Act.RENAME, Act.GRADE, Act.NOTE))
GRADES = frozenset(grade.value for grade in Grade)


@dataclass(slots=True)
class Places:
    """The claims of a case, found by the words a decision names."""

    by_report: dict[str, list[Claim]] = field(default_factory=dict)

    def claims(self, anchor: Anchor, span: Span | None) -> list[Claim]:
        """The claims whose words are meant: those that match best, all of one rank."""
        if span is None:
            return []
        near = [
            claim
            for claim in self.by_report.get(anchor.report, ())
            if not anchor.measure or claim.measure == anchor.measure
        ]
        exact = [claim for claim in near if claim.words == span]
        touching = exact or [claim for claim in near if claim.words.overlaps(span)]
        return touching or [claim for claim in near if claim.span.overlaps(span)]


def places(groups: Sequence[Group]) -> Places:
    """Index the claims of all groups."""
    found = Places()
    for group in groups:
        for claim in group.claims:
            found.by_report.setdefault(claim.report, []).append(claim)
    return found


def regroup(
    groups: Sequence[Group], decisions: Sequence[Placed]
) -> tuple[tuple[Group, ...], dict[str, Replayed]]:
    """Apply splits and merges in the order of the log.

    Returns:
        The groups as people left them, and what became of each decision by its id.
    """
    index = places(groups)
    held: dict[int, Group] = dict(enumerate(groups))
    where = {claim.id: number for number, group in held.items() for claim in group.claims}
    outcome: dict[str, Replayed] = {}
    for placed in decisions:
        if placed.decision.act not in REGROUPING:
            continue
        targets = [
            index.claims(anchor, span)
            for anchor, span in zip(placed.decision.targets, placed.spans, strict=True)
        ]
        missing = _missing(placed, targets)
        if missing:
            outcome[placed.decision.id] = _orphaned(placed, missing)
            continue
        apply = _split if placed.decision.act is Act.SPLIT else _merge
        problem = apply(targets, held, where)
        outcome[placed.decision.id] = (
            _orphaned(placed, problem)
            if problem
            else Replayed(placed.decision, DecisionState.STANDING)
        )
    return tuple(held[number] for number in sorted(held)), outcome


def _missing(placed: Placed, targets: list[list[Claim]]) -> str:
    if not targets:
        return "It names no words."
    for anchor, found in zip(placed.decision.targets, targets, strict=True):
        if not found:
            what = f"a {anchor.measure} statement" if anchor.measure else "a statement"
            return f"No {what[2:]} stands on the words “{anchor.quote}” any more."
    return ""


def _orphaned(placed: Placed, why: str) -> Replayed:
    return Replayed(placed.decision, DecisionState.ORPHANED, why)


def _split(targets: list[list[Claim]], held: dict[int, Group], where: dict[str, int]) -> str:
    """Take the named claims out of their one question into one of their own."""
    leaving = {claim.id: claim for found in targets for claim in found}
    homes = {where[claim] for claim in leaving}
    if len(homes) > 1:
        return "Its words stand in more than one question now."
    home = homes.pop()
    group = held[home]
    staying = tuple(claim for claim in group.claims if claim.id not in leaving)
    if not staying:
        return "Its words already are a question of their own."
    number = max(held) + 1
    held[home] = replace(group, claims=staying)
    held[number] = replace(
        group, claims=tuple(claim for claim in group.claims if claim.id in leaving)
    )
    where.update(dict.fromkeys(leaving, number))
    return ""


def _merge(targets: list[list[Claim]], held: dict[int, Group], where: dict[str, int]) -> str:
    """Join the questions of the named claims into one."""
    for found in targets:
        if len({where[claim.id] for claim in found}) > 1:
            return "Its words stand in more than one question now."
    homes = sorted({where[found[0].id] for found in targets})
    if len(homes) < 2:
        return "Its words already stand in one question."
    kinds = {_kind(held[home]) for home in homes}
    if len(kinds) > 1:
        return "The questions ask for different kinds of answer now."
    first = homes[0]
    claims = tuple(claim for home in homes for claim in held[home].claims)
    held[first] = replace(
        held[first],
        claims=claims,
        event=next((held[home].event for home in homes if held[home].event), None),
        notes=(),
    )
    for home in homes[1:]:
        del held[home]
    where.update({claim.id: first for claim in claims})
    return ""


def _kind(group: Group) -> str:
    measure = MEASURES.get(group.claims[0].measure)
    return measure.kind.value if measure else ""


def reword(
    questions: Sequence[Question], claims: Places, decisions: Sequence[Placed]
) -> tuple[tuple[Question, ...], dict[str, Replayed]]:
    """Apply renames, grades and notes in the order of the log; the last of a kind stands."""
    held = {question.id: question for question in questions}
    home = {claim: question.id for question in questions for claim in question.claims}
    outcome: dict[str, Replayed] = {}
    last: dict[tuple[str, Act], Placed] = {}
    for placed in decisions:
        decision = placed.decision
        if decision.act not in WORDING:
            continue
        found = [
            claim
            for anchor, span in zip(decision.targets, placed.spans, strict=True)
            for claim in claims.claims(anchor, span)
        ]
        asked = {home[claim.id] for claim in found}
        problem = _problem(placed, asked)
        if problem:
            outcome[decision.id] = _orphaned(placed, problem)
            continue
        question = asked.pop()
        older = last.get((question, decision.act))
        if older and decision.act is not Act.NOTE:
            outcome[older.decision.id] = Replayed(
                older.decision, DecisionState.SUPERSEDED, f"Superseded by {decision.id}."
            )
        last[question, decision.act] = placed
        held[question] = _reworded(held[question], placed)
        outcome[decision.id] = Replayed(
            decision, DecisionState.STANDING, _moved(placed, held[question])
        )
    return tuple(held[question.id] for question in questions), outcome


def _problem(placed: Placed, asked: set[str]) -> str:
    if placed.decision.act is Act.GRADE and placed.decision.value not in GRADES:
        return f"“{placed.decision.value}” is no grade; use one of {', '.join(sorted(GRADES))}."
    if not asked:
        quote = placed.decision.targets[0].quote if placed.decision.targets else ""
        return f"No statement stands on the words “{quote}” any more."
    return "Its words stand in more than one question now." if len(asked) > 1 else ""


def _reworded(question: Question, placed: Placed) -> Question:
    decision = placed.decision
    if decision.act is Act.RENAME:
        return replace(question, text=decision.value)
    if decision.act is Act.NOTE:
        return replace(question, notes=(*question.notes, f"{decision.value} ({decision.id})"))
    reason = (
        f"{decision.by} set the grade: {decision.why}"
        if decision.why
        else (f"{decision.by} set the grade.")
    )
    finding = replace(
        question.finding,
        grade=Grade(decision.value),
        decided=decision.id,
        why=(reason, *question.finding.why),
    )
    return replace(question, finding=finding)


def _moved(placed: Placed, question: Question) -> str:
    """Say so where the person saw another value than the finding gives now."""
    seen = next((anchor.seen for anchor in placed.decision.targets if anchor.seen), "")
    if placed.decision.act is Act.GRADE and seen and seen != question.finding.label:
        return f"It was made when the finding was {seen}; it is {question.finding.label} now."
    return ""
