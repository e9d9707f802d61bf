"""From the names of all reports to entities: the one door to this stage, with `link`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.decision import Decision, DecisionState, Replayed
from reportedly.model.entity import Join, Resolved
from reportedly.model.ident import make_id
from reportedly.model.report import Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm, Reading
from reportedly.resolve.across import Across
from reportedly.resolve.aliases import called_so, equated
from reportedly.resolve.entities import make_entities
from reportedly.resolve.judgements import Judgement, judgements
from reportedly.resolve.union import Union
from reportedly.resolve.uses import Use, uses_of
from reportedly.resolve.within import within

_OPENING = frozenset("“\"«„‘'")
_REACH = 160
"""Code points around a call sign within which a group's name stands with it."""


def resolve(
    readings: Iterable[Reading], reports: Iterable[Report], decisions: Iterable[Decision] = ()
) -> tuple[Resolved, tuple[Replayed, ...]]:
    """Find out which names stand for the same person, body or place.

    Args:
        readings: The readings of all reports; their mentions are what is joined.
        reports: The reports; their texts say which words stand between names, their outlets are
            organizations too.
        decisions: The whole log; `same` and `different` always win over the rules.

    Returns:
        The entities with the reason of every join, and what became of each `same` and `different`.
        The order of readings and reports does not matter.
    """
    by_id = {report.id: report for report in reports}
    mentions = {
        reading.report: sorted(reading.mentions, key=lambda item: (item.span.start, item.id))
        for reading in sorted(readings, key=lambda item: item.report)
        if reading.report in by_id
    }
    outlets = _outlet_uses(by_id)
    union = Union(
        [*(item.id for items in mentions.values() for item in items), *(o.id for o in outlets)]
    )
    judged, replayed = judgements(decisions, by_id, mentions)
    joins, replayed = _judge(judged, replayed, union)
    local = {name: within(by_id[name].text, items) for name, items in mentions.items()}
    for found in local.values():
        for a, b in found.apart:
            union.keep_apart(a, b)
    for found in local.values():
        joins.extend(join for join in found.joins if union.join(join.a, join.b))
    uses = sorted(
        [*(use for items in mentions.values() for use in uses_of(items)), *outlets],
        key=lambda use: use.place,
    )
    across = _across(uses, union, mentions, by_id)
    across.run()
    doubts = [*(pair for found in local.values() for pair in found.maybe), *across.doubts]
    everything = [item for items in mentions.values() for item in items]
    resolved = make_entities(everything, uses, union, [*joins, *across.joins], doubts)
    return resolved, tuple(replayed)


def _judge(
    judged: Sequence[Judgement], replayed: list[Replayed], union: Union
) -> tuple[list[Join], list[Replayed]]:
    """Apply decisions before any rule: what must stay apart first, then what is one."""
    failed: dict[str, str] = {}
    for item in judged:
        if not item.same:
            union.keep_apart(item.a, item.b)
    joins: list[Join] = []
    for item in judged:
        if item.same:
            if union.join(item.a, item.b):
                joins.append(Join(item.a, item.b, "decision", item.decision.why, item.decision.id))
            else:
                failed[item.decision.id] = "it would join what another decision keeps apart"
    return joins, [
        Replayed(item.decision, DecisionState.SUPERSEDED, failed[item.decision.id])
        if item.decision.id in failed
        else item
        for item in replayed
    ]


def _outlet_uses(reports: Mapping[str, Report]) -> list[Use]:
    """The outlets of the reports, as names that stand before each text."""
    states = (ReportState.READ, ReportState.DUPLICATE, ReportState.WITHDRAWN)
    mentions = [
        Mention(
            outlet_mention(report.id),
            report.id,
            Span(0, len(report.outlet), report.outlet),
            EntityKind.ORGANIZATION,
            MentionForm.NAME,
        )
        for report in reports.values()
        if report.outlet
        and report.state in states
        and not report.outlet.startswith("unnamed outlet")
    ]
    return uses_of(mentions)


def outlet_mention(report: str) -> str:
    """The id under which a report's own outlet is resolved: a name that stands in no text."""
    return make_id("mn", report, "outlet")


def _across(
    uses: Sequence[Use],
    union: Union,
    mentions: Mapping[str, Sequence[Mention]],
    reports: Mapping[str, Report],
) -> Across:
    """Prepare the joining across reports: which names are call signs, and beside which groups."""
    signs: set[str] = set()
    company: dict[str, frozenset[str]] = {}
    quoted: set[str] = set()
    for name, items in mentions.items():
        text = reports[name].text
        own = uses_of(items)
        alias = [use.id for use in own if use.mention.form is MentionForm.ALIAS]
        called = [use.id for use in own if called_so(text, use.mention.span.start)]
        signs.update(alias, called, (told.id for _, told in equated(text, own)))
        signed = {union.find(item) for item in signs if item in union}
        bodies = [use for use in own if use.family == "body"]
        quoted.update(
            use.id
            for use in bodies
            if text[max(0, use.mention.span.start - 1) : use.mention.span.start] in _OPENING
        )
        for use in own:
            if union.find(use.id) in signed:
                company[use.id] = _beside(use, bodies)
    return Across(uses, union, frozenset(signs), company, frozenset(quoted))


def _beside(use: Use, bodies: Sequence[Use]) -> frozenset[str]:
    """The groups named close to a name; ``bodies`` in the order of the text."""
    span = use.mention.span
    first = bisect_left(bodies, span.start - _REACH, key=lambda body: body.mention.span.start)
    last = bisect_left(bodies, span.end + _REACH, key=lambda body: body.mention.span.start)
    return frozenset(body.id for body in bodies[first:last])
