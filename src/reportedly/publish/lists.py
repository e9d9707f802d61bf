"""The pages that list: the case, its questions, reports, statements, actors, sources, decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.model.decision import Replayed
from reportedly.model.entity import Entity, Join
from reportedly.model.finding import Grade, Question
from reportedly.model.ledger import Outlet
from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import Report, ReportState
from reportedly.model.statement import Attribution, EntityKind, ReviewState
from reportedly.model.value import TimeRange
from reportedly.publish.descent import origin_view
from reportedly.publish.lookup import Lookup
from reportedly.publish.page import (
    ActorPage,
    ActorRow,
    ActorsPage,
    CasePage,
    Count,
    DecisionRow,
    DerivationRow,
    JoinView,
    LeftOutPage,
    LeftOutReport,
    LeftOutView,
    Link,
    LogPage,
    OutletRow,
    QuestionGroup,
    QuestionsPage,
    ReportRow,
    ReportsPage,
    SourcesPage,
    StatementRow,
    StatementsPage,
)
from reportedly.publish.paging import Part
from reportedly.publish.sheets import question_row
from reportedly.publish.words import RELIABILITY, STATES, facts_of, how_taken, moment, way_of, when

FIRST = 25
"""Questions of one group on the front page."""

WORDS = 280
"""Code points of a statement shown in a list."""

NAMED = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.UNKNOWN)


def weight(question: Question) -> tuple[int, int, str]:
    """Sorts questions by how much hangs on them: many origins first, then many claims."""
    origins = {origin for answer in question.answers for origin in answer.origins}
    return (-len(origins), -len(question.claims), question.text)


def case_page(look: Lookup) -> CasePage:
    """The case at a glance."""
    ledger = look.ledger
    states = Counter(report.state for report in ledger.reports)
    by_grade = {grade: _of(ledger.questions, (grade,)) for grade in Grade}
    agreed = [*by_grade[Grade.CONFIRMED], *by_grade[Grade.FAIR]]
    return CasePage(
        title=ledger.title,
        about=_about(look),
        counts=(
            Count(ledger.originals, "files received"),
            Count(len(ledger.reports), "reports in them"),
            Count(len(ledger.attributions), "statements"),
            Count(len(ledger.questions), "questions"),
        ),
        states=tuple(Count(states[s], STATES[s]) for s in ReportState if states[s]),
        contested=_group(
            "What is contested", "Sorted by how much hangs on it", by_grade[Grade.CONTESTED], look
        ),
        agreed=_group(
            "What independent origins agree on",
            "Given by two origins or more, or by the party whose own fact it is",
            agreed,
            look,
        ),
        discounted=_group(
            "What was taken back",
            "Withdrawn or corrected by all who held it",
            by_grade[Grade.DISCOUNTED],
            look,
        ),
        hanging=_group(
            "What hangs on one origin",
            "Nobody independent gives it as well",
            by_grade[Grade.WEAK],
            look,
        ),
        waiting=tuple(_waiting(look)),
        left_out=Count(len(ledger.left_out), "pieces of page furniture"),
    )


def _about(look: Lookup) -> str:
    reports = [row for row in look.ledger.reports if row.state is ReportState.READ]
    first = min((row.published.earliest for row in reports if row.published.earliest), default=None)
    last = max((row.published.latest for row in reports if row.published.latest), default=None)
    between = ""
    if first and last:
        between = f", published {when(TimeRange(first[:10], last[:10]))}"
    origins = sum(bool(row.reports) for row in look.ledger.origins)
    accounts = "account" if len(reports) == 1 else "accounts"
    noun = "origin" if origins == 1 else "origins"
    return f"{len(reports)} {accounts} read{between}. They come down to {origins} {noun}."


def _of(questions: Iterable[Question], grades: tuple[Grade, ...]) -> list[Question]:
    return sorted((row for row in questions if row.finding.grade in grades), key=weight)


def _group(
    title: str, caption: str, questions: Sequence[Question], look: Lookup, most: int = FIRST
) -> QuestionGroup:
    return QuestionGroup(
        title=title,
        caption=caption,
        rows=tuple(question_row(row, look) for row in questions[:most]),
        more=max(0, len(questions) - most),
    )


def _waiting(look: Lookup) -> Iterable[Link]:
    unseen = sum(row.state is ReviewState.PROPOSED for row in look.ledger.attributions)
    joins = sum(not join.decision for row in look.ledger.entities for join in row.joins)
    maybe = sum(bool(row.maybe) for row in look.ledger.entities)
    undecided = sum(row.finding.decided is None for row in look.ledger.questions)
    yield Link(f"{unseen} statements as the machine read them", "statements.html")
    yield Link(f"{undecided} findings", "questions.html")
    yield Link(f"{joins} joins of names", "actors.html")
    if maybe:
        yield Link(f"{maybe} names that may be one with another", "actors.html")


def questions_page(look: Lookup, part: Part) -> QuestionsPage:
    """A part of the list of questions, contested first."""
    groups = {
        "Contested": (Grade.CONTESTED,),
        "Confirmed or fair": (Grade.CONFIRMED, Grade.FAIR),
        "One origin alone": (Grade.WEAK,),
        "Taken back": (Grade.DISCOUNTED,),
    }
    here = [look.questions[row] for row in part.ids]
    return QuestionsPage(
        title="Questions",
        groups=tuple(
            _group(title, "", [row for row in here if row.finding.grade in grades], look, len(here))
            for title, grades in groups.items()
            if any(row.finding.grade in grades for row in here)
        ),
        parts=part.parts,
    )


ORDER = (Grade.CONTESTED, Grade.CONFIRMED, Grade.FAIR, Grade.WEAK, Grade.DISCOUNTED)


def question_order(question: Question) -> tuple[int, tuple[int, int, str]]:
    """Contested first, then what is held best, then what hangs on one origin."""
    return (ORDER.index(question.finding.grade), weight(question))


def report_row(report: Report, look: Lookup) -> ReportRow:
    """A report in a list."""
    return ReportRow(
        report=look.report_link(report, words=report.heading),
        outlet=report.outlet,
        published=when(report.published.time),
        state=STATES[report.state],
        reason=report.reason,
        ring=look.ring_of(report.id),
        statements=len(look.said_in.get(report.id, ())),
    )


def report_order(report: Report) -> tuple[tuple[str, str], str]:
    """By publication, then id."""
    return (report.published.time.bounds(), report.id)


def reports_page(look: Lookup, part: Part) -> ReportsPage:
    """A part of the list of reports."""
    return ReportsPage(
        title="Reports",
        rows=tuple(report_row(look.reports[row], look) for row in part.ids),
        parts=part.parts,
    )


def statement_row(said: Attribution, look: Lookup) -> StatementRow:
    """An attribution in a list."""
    report = look.reports[said.report]
    words = " … ".join(span.text for span in said.content).replace("\n", " ")
    verb, facts = facts_of(said)
    return StatementRow(
        id=said.id,
        ring=look.ring_of(said.report),
        chain=look.chain(said, report, said.content[0].start),
        verb=verb,
        cue=said.cue.span.text if said.cue else "",
        words=words if len(words) <= WORDS else f"{words[:WORDS]}…",
        facts=facts,
    )


def statements_page(look: Lookup, part: Part) -> StatementsPage:
    """A part of the list of statements."""
    return StatementsPage(
        title="Statements",
        rows=tuple(statement_row(look.said[row], look) for row in part.ids),
        parts=part.parts,
    )


def actor_order(look: Lookup, entity: Entity) -> tuple[bool, int, int, str]:
    """Those who say something first, then by how often they are named."""
    says = len(look.says.get(entity.id, ()))
    return (entity.kind not in NAMED, -says, -len(entity.mentions), entity.name)


def actors_page(look: Lookup, part: Part) -> ActorsPage:
    """A part of the list of entities."""
    return ActorsPage(
        title="Actors",
        rows=tuple(
            ActorRow(
                actor=look.actor_link(row.id, row.name),
                kind=row.kind.value,
                aliases=row.aliases,
                says=len(look.says.get(row.id, ())),
                mentions=len(row.mentions),
            )
            for row in (look.entities[each] for each in part.ids)
        ),
        parts=part.parts,
    )


def actor_page(entity: Entity, look: Lookup) -> ActorPage:
    """The page of an entity."""
    found = {look.mentions[row].report for row in entity.mentions if row in look.mentions}
    named_in = sorted((look.reports[row] for row in found if row in look.reports), key=report_order)
    return ActorPage(
        id=entity.id,
        title=entity.name,
        kind=entity.kind.value,
        aliases=entity.aliases,
        joins=tuple(dict.fromkeys(_join(row, look) for row in entity.joins)),
        maybe=tuple(
            look.actor_link(row, look.entities[row].name)
            for row in entity.maybe
            if row in look.entities
        ),
        says=tuple(statement_row(row, look) for row in look.says.get(entity.id, ())),
        questions=tuple(
            question_row(row, look) for row in sorted(look.asked_of.get(entity.id, ()), key=weight)
        ),
        reports=tuple(report_row(row, look) for row in named_in),
    )


def _join(join: Join, look: Lookup) -> JoinView:
    names = [
        look.mentions[row].span.text if row in look.mentions else row for row in (join.a, join.b)
    ]
    rule = join.rule.replace("_", " ")
    return JoinView(" = ".join(names), rule, join.words, bool(join.decision))


def sources_page(
    look: Lookup, ids: Sequence[Sequence[str]], parts: tuple[Link, ...]
) -> SourcesPage:
    """A part of who repeats whom: origins as family trees, outlets, then every derivation."""
    derivations, origins, outlets = ids
    return SourcesPage(
        title="Sources",
        origins=tuple(origin_view(look.origins[row], look) for row in origins),
        outlets=tuple(outlet_row(look.outlets[row], look) for row in outlets),
        derivations=tuple(_derivation(look.derivations[row], look) for row in derivations),
        parts=parts,
    )


FIRST_REPORTS = 5
"""Reports named beside their outlet; the list of reports has all."""


def outlet_row(outlet: Outlet, look: Lookup) -> OutletRow:
    """An outlet in a list."""
    here = (look.reports[row] for row in outlet.reports if row in look.reports)
    published = sorted(here, key=report_order)
    kind = outlet.kind or ("news agency" if outlet.wire else "")
    return OutletRow(
        id=outlet.id,
        name=outlet.name,
        kind=kind,
        reliability=RELIABILITY.get(outlet.reliability or "", outlet.reliability or ""),
        note=outlet.note,
        reports=tuple(
            look.report_link(row, words=row.heading) for row in published[:FIRST_REPORTS]
        ),
        more=max(0, len(published) - FIRST_REPORTS),
    )


def outlet_order(outlet: Outlet) -> tuple[bool, int, str]:
    """Those the user says something of first, then by how many reports they published."""
    told = bool(outlet.kind or outlet.wire or outlet.reliability or outlet.note)
    return (not told, -len(outlet.reports), outlet.name)


def origin_order(origin: Origin) -> tuple[bool, int, str]:
    """Those that several reports go back to first, then by letter."""
    return (len(origin.reports) < 2, len(origin.letter), origin.letter)


def _derivation(row: Derivation, look: Lookup) -> DerivationRow:
    child = look.reports[row.child]
    parent = look.reports.get(row.parent)
    return DerivationRow(
        id=row.id,
        child=look.report_link(child, words=f"{child.outlet}: {child.heading}"),
        direction=way_of(row, child=True),
        parent=look.report_link(parent, words=f"{parent.outlet}: {parent.heading}")
        if parent
        else Link(f"{row.parent_name} (not in the case)"),
        kind=how_taken(row),
        evidence=tuple(
            f"{each.rule.replace('_', ' ')}: {each.words}"
            if each.words
            else each.rule.replace("_", " ")
            for each in row.evidence
        ),
    )


def left_out_page(look: Lookup, part: Part, unread: Sequence[str]) -> LeftOutPage:
    """What was left out, by report; on the first page also the reports that were not read."""
    return LeftOutPage(
        title="Left out",
        unread=tuple(report_row(look.reports[row], look) for row in unread),
        reports=tuple(_left_out(look.reports[row], look) for row in part.ids),
        parts=part.parts,
    )


LEFT_OUT_REPORTS = 40
"""Reports on one page of what was left out: each brings all its furniture."""


def _left_out(report: Report, look: Lookup) -> LeftOutReport:
    rows = look.left_out_of[report.id]
    rules = Counter(row.rule for row in rows)
    return LeftOutReport(
        report=look.report_link(report, words=f"{report.outlet}: {report.heading}"),
        rules=tuple(Count(number, rule) for rule, number in sorted(rules.items())),
        parts=tuple(LeftOutView(row.span.text, row.rule) for row in rows),
    )


def log_page(look: Lookup) -> LogPage:
    """The decision log."""
    return LogPage(
        title="Log",
        software=look.ledger.software,
        reader=look.ledger.reader,
        rows=tuple(_decision(row) for row in look.ledger.decisions),
    )


def _decision(row: Replayed) -> DecisionRow:
    made = row.decision
    words = " / ".join(
        target.quote or f"the report {target.report[:12]}" for target in made.targets
    )
    return DecisionRow(
        id=made.id,
        at=moment(made.at),
        by=made.by,
        act=made.act.value,
        words=words or ", ".join(made.of),
        value=": ".join(dict.fromkeys(part for part in (made.field, made.value) if part)),
        why=made.why,
        state=f"{row.state.value}{', ' + row.why if row.why else ''}",
    )
