"""From the names of all reports to entities: the one door to this stage, with `link`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.decision import Decision, DecisionState, Replayed
from reportedly.model.entity import Join, Resolved
from reportedly.model.ident import make_id
from reportedly.model.report import Report, ReportState
from reportedly.model.settings import OutletNote
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm, Reading
from reportedly.resolve.across import Across
from reportedly.resolve.aliases import called_so
from reportedly.resolve.entities import make_entities
from reportedly.resolve.judgements import Judgement, judgements
from reportedly.resolve.union import Union
from reportedly.resolve.uses import Use, merged, uses_of
from reportedly.resolve.within import Within, within
from reportedly.resolve.wording import wording

_OPENING = frozenset("“\"«„‘'")
_REACH = 160
"""Code points around a call sign within which a group's or a place's name stands with it."""


def resolve(
    readings: Iterable[Reading],
    reports: Iterable[Report],
    decisions: Iterable[Decision] = (),
    outlets: Iterable[OutletNote] = (),
) -> tuple[Resolved, tuple[Replayed, ...]]:
    """Find out which names stand for the same person, body or place.

    Args:
        readings: The readings of all reports; their mentions are what is joined.
        reports: The reports; their texts say which words stand between names, their outlets are
            organizations too.
        decisions: The whole log; `same` and `different` always win over the rules.
        outlets: What the case's settings say of outlets: under which other names they go.

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
    own = _outlet_uses(by_id)
    union = Union(
        [*(item.id for items in mentions.values() for item in items), *(o.id for o in own.values())]
    )
    judged, replayed = judgements(decisions, by_id, mentions)
    joins, replayed = _judge(judged, replayed, union)
    local = {name: within(by_id[name].text, items) for name, items in mentions.items()}
    for found in local.values():
        for a, b in found.apart:
            union.keep_apart(a, b)
    for name, found in local.items():
        joins.extend(join for join in found.joins if union.join(join.a, join.b))
        _join_own_outlet(found, own.get(name), union)
    uses = sorted(
        [*(use for found in local.values() for use in found.uses), *own.values()],
        key=lambda use: use.place,
    )
    across = _across(uses, union, local, by_id, _outlet_names(outlets))
    across.run()
    doubts = [*(pair for found in local.values() for pair in found.maybe), *across.doubts]
    everything = [item for items in mentions.values() for item in items]
    resolved = make_entities(
        everything, uses, union, [*joins, *across.joins], doubts, frozenset(across.people)
    )
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


def _outlet_uses(reports: Mapping[str, Report]) -> dict[str, Use]:
    """The outlets of the reports, as names that stand before each text."""
    states = (ReportState.READ, ReportState.DUPLICATE)
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
    return {use.mention.report: use for use in uses_of(mentions)}


def _join_own_outlet(found: Within, outlet: Use | None, union: Union) -> None:
    """Take "the Courier" in a report of the Marnholt Courier for the paper itself.

    Not where the text names another paper whose name ends so.
    """
    if outlet is None or len(outlet.wording.whole) < 2:
        return
    last = outlet.wording.whole[-1]
    ending = {
        use.key: use
        for use in reversed(found.uses)
        if use.family in ("body", "") and use.wording.whole[-1] == last
    }
    if last in ending and ending.keys() <= {last, outlet.key}:
        union.join(ending[last].id, outlet.id)


def _outlet_names(outlets: Iterable[OutletNote]) -> dict[str, str]:
    """The outlet that each name and alias in the settings means; none where two outlets have it."""
    meant: dict[str, set[str]] = {}
    for note in outlets:
        name = " ".join(wording(note.name).whole)
        for words in (note.name, *note.aliases):
            meant.setdefault(" ".join(wording(words).whole), set()).add(name)
    return {key: min(names) for key, names in meant.items() if key and len(names) == 1}


def outlet_mention(report: str) -> str:
    """The id under which a report's own outlet is resolved: a name that stands in no text."""
    return make_id("mn", report, "outlet")


def _across(
    uses: Sequence[Use],
    union: Union,
    local: Mapping[str, Within],
    reports: Mapping[str, Report],
    outlets: Mapping[str, str],
) -> Across:
    """Prepare the joining across reports: which names are call signs, and beside which groups."""
    signs: set[str] = set()
    company: dict[str, frozenset[str]] = {}
    quoted: set[str] = set()
    for name, found in local.items():
        text, own = reports[name].text, found.uses
        signs.update(use.id for use in own if use.mention.form is MentionForm.ALIAS)
        signs.update(use.id for use in own if called_so(text, use))
        signs.update(found.told)
        signed = {union.find(use.id) for use in own if use.id in signs}
        bodies = [use for use in own if use.family == "body"]
        quoted.update(
            use.id
            for use in bodies
            if text[max(0, use.mention.span.start - 1) : use.mention.span.start] in _OPENING
        )
        if signed:
            near = [use for use in own if _is_company(use)]
            for use in own:
                if union.find(use.id) in signed:
                    company[use.id] = _beside(use, near)
    leads = merged(uses, union.find)
    return Across(
        [use for use, _ in leads],
        union,
        frozenset(use.id for use, same in leads if not signs.isdisjoint(same)),
        {
            use.id: frozenset(other for each in same for other in company.get(each, ()))
            for use, same in leads
            if any(each in company for each in same)
        },
        frozenset(use.id for use, same in leads if not quoted.isdisjoint(same)),
        outlets,
    )


def _is_company(use: Use) -> bool:
    """Whether it helps to tell one call sign from the same one elsewhere: no whole country does."""
    return use.family == "body" or (use.family == "place" and bool(use.wording.telling))


def _beside(use: Use, near: Sequence[Use]) -> frozenset[str]:
    """The groups and places named close to a name; ``near`` in the order of the text."""
    span = use.mention.span
    first = bisect_left(near, span.start - _REACH, key=lambda other: other.mention.span.start)
    last = bisect_left(near, span.end + _REACH, key=lambda other: other.mention.span.start)
    return frozenset(other.id for other in near[first:last])
