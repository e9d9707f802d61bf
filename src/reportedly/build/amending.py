"""Reports as people left them: corrected, withdrawn, and told apart from their duplicates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.model.decision import Act, Decision, DecisionState, Replayed, TargetKind
from reportedly.model.report import Evidence, Published, Report, ReportState
from reportedly.text.edtf import edtf_range
from reportedly.text.normalise import fold

FIELDS = ("outlet", "author", "title", "published")


def amend(
    reports: Sequence[Report], decisions: Iterable[Decision]
) -> tuple[list[Report], list[Replayed]]:
    """Apply the decisions on whole reports: `withdraw`, and `correct` of a report's own fields."""
    known = {report.id: report for report in reports}
    replayed: list[Replayed] = []
    for decision in decisions:
        if not decision.targets or decision.targets[0].kind is not TargetKind.REPORT:
            continue
        if decision.act not in (Act.WITHDRAW, Act.CORRECT):
            continue
        target = decision.targets[0]
        report = known.get(target.report)
        if report is None:
            why = "the report is not in the case"
            replayed.append(Replayed(decision, DecisionState.ORPHANED, why))
            continue
        try:
            known[report.id] = _amended(report, decision)
        except ValueError as error:
            replayed.append(Replayed(decision, DecisionState.ORPHANED, str(error)))
            continue
        replayed.append(Replayed(decision, DecisionState.STANDING))
    return list(known.values()), replayed


def _amended(report: Report, decision: Decision) -> Report:
    if decision.act is Act.WITHDRAW:
        reason = decision.why or f"withdrawn by {decision.by}"
        return replace(report, state=ReportState.WITHDRAWN, reason=reason)
    evidence = Evidence("decision", decision.value)
    if decision.field == "published":
        time = edtf_range(decision.value)
        published = Published(time.earliest, time.latest, (evidence, *report.published.evidence))
        return replace(report, published=published)
    if decision.field == "outlet":
        return replace(report, outlet=decision.value, outlet_evidence=evidence)
    if decision.field == "author":
        return replace(report, author=decision.value)
    return replace(report, title=decision.value)


def mark_duplicates(reports: Iterable[Report]) -> list[Report]:
    """Name the reports that repeat another of the same outlet word for word.

    The same words in another outlet are a derivation, not a duplicate. The first published is
    kept; where that cannot be told, the lower id.
    """
    alike: dict[tuple[str, str], list[Report]] = defaultdict(list)
    result: list[Report] = []
    for report in reports:
        if report.state is ReportState.READ:
            alike[(fold(report.outlet), " ".join(report.text.split()))].append(report)
        else:
            result.append(report)
    for same in alike.values():
        first, *others = sorted(same, key=lambda row: (row.published.time.bounds(), row.id))
        result.append(first)
        result += [
            replace(
                other,
                state=ReportState.DUPLICATE,
                duplicate_of=first.id,
                reason=f"the same words from the same outlet came as {first.name}",
            )
            for other in others
        ]
    return sorted(result, key=lambda report: report.id)
