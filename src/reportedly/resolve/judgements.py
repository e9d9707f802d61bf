"""People's `same` and `different` decisions, found again by their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.decision import (
    Act,
    Anchor,
    Decision,
    DecisionState,
    Replayed,
    superseded,
    undone,
)
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Mention
from reportedly.text.anchor import locate


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two mentions that a person declared to be one, or not."""

    a: str
    b: str
    same: bool
    decision: Decision


def judgements(
    decisions: Iterable[Decision],
    reports: Mapping[str, Report],
    mentions: Mapping[str, Sequence[Mention]],
) -> tuple[list[Judgement], list[Replayed]]:
    """What the log says about names, and what became of each of those decisions.

    Args:
        decisions: The whole log, in its order.
        reports: All reports by id.
        mentions: The mentions of each report, by place.

    Returns:
        The standing judgements in the order of the log, and every `same` and `different` with its
        state: words that are not found exactly, or that no name stands on any more, make it
        `orphaned`.
    """
    log = list(decisions)
    gone = undone(log)
    joins = [row for row in log if row.act in (Act.SAME, Act.DIFFERENT)]
    ends = {row.id: _ends(row.targets, reports, mentions) for row in joins if row.id not in gone}
    # A decision that finds its words no more leaves the one before it in force.
    replaced = superseded(row for row in joins if row.id in ends and not ends[row.id][1])
    found: list[Judgement] = []
    replayed: list[Replayed] = []
    for decision in joins:
        places, missing = ends.get(decision.id, ([], ""))
        if decision.id in gone:
            row = Replayed(decision, DecisionState.UNDONE, gone[decision.id])
        elif missing:
            row = Replayed(decision, DecisionState.ORPHANED, missing)
        elif decision.id in replaced:
            why = f"a later decision on the same words: {replaced[decision.id]}"
            row = Replayed(decision, DecisionState.SUPERSEDED, why)
        else:
            row = Replayed(decision, DecisionState.STANDING)
            same = decision.act is Act.SAME
            found.extend(Judgement(places[0], other, same, decision) for other in places[1:])
        replayed.append(row)
    return found, replayed


def _ends(
    targets: Sequence[Anchor],
    reports: Mapping[str, Report],
    mentions: Mapping[str, Sequence[Mention]],
) -> tuple[list[str], str]:
    """The mentions a decision speaks of, or what is missing."""
    if len(targets) < 2:
        return [], "it does not name two mentions"
    ends: list[str] = []
    for target in targets:
        report = reports.get(target.report)
        if report is None:
            return [], f"report {target.report[:12]} is not in the case"
        span = locate(report.text, target)
        if span is None:
            return [], f"the words “{target.quote}” are not found as they were"
        mention = _standing_on(span, mentions.get(target.report, ()))
        if mention is None:
            return [], f"no name stands on the words “{target.quote}” any more"
        ends.append(mention)
    return ends, ""


def _standing_on(span: Span, mentions: Sequence[Mention]) -> str | None:
    """The mention on these words: exactly, else the one that overlaps them."""
    at = bisect_left(mentions, span.end, key=lambda item: item.span.start)
    overlapping = [item for item in mentions[max(0, at - 12) : at] if item.span.overlaps(span)]
    exact = [item for item in overlapping if item.span == span]
    if exact:
        return exact[0].id
    return overlapping[0].id if len(overlapping) == 1 else None
