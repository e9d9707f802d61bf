"""The sheet of a question, and the rows that stand for questions in lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportedly.model.finding import Answer, Question
from reportedly.model.report import Report
from reportedly.model.statement import Claim
from reportedly.publish.admiralty import credibility
from reportedly.publish.figure import figure
from reportedly.publish.lookup import Lookup, question_link
from reportedly.publish.page import (
    AnswerView,
    Copy,
    QuestionPage,
    QuestionRow,
    Ring,
    Said,
)
from reportedly.publish.words import (
    AGREEMENTS,
    GRADE_MEANS,
    GRADES,
    KINDS,
    facts_of,
    when,
)
from reportedly.text.label import label

AROUND = 320
"""Code points of a sentence shown before and after the words."""


def question_row(question: Question, look: Lookup) -> QuestionRow:
    """A question in a list."""
    finding = question.finding
    return QuestionRow(
        question=question_link(question),
        finding=finding.label,
        agreement=AGREEMENTS[finding.agreement],
        grade=GRADES[finding.grade],
        grade_class=finding.grade.value,
        rings=rings(question.answers, look),
        claims=len(question.claims),
    )


def rings(answers: Iterable[Answer], look: Lookup) -> tuple[Ring, ...]:
    """The origins that hold any of the answers, by letter."""
    found = {origin for answer in answers for origin in answer.origins}
    known = [ring for origin in found if (ring := look.ring(origin)) is not None]
    return tuple(sorted(known, key=lambda ring: (len(ring.letter), ring.letter)))


def sheet(question: Question, look: Lookup) -> QuestionPage:
    """The whole sheet of a question."""
    finding = question.finding
    skipped = {row.claim: row.why for row in finding.excluded if row.rule != "copy"}
    return QuestionPage(
        id=question.id,
        title=question.text,
        kind=KINDS[question.kind],
        about=_about(question, look),
        label=finding.label,
        best=label(finding.best) if finding.best is not None else "none",
        agreement=AGREEMENTS[finding.agreement],
        grade=GRADES[finding.grade],
        grade_class=finding.grade.value,
        grade_means=GRADE_MEANS[finding.grade],
        credibility=credibility(question),
        conflict=_conflict(question),
        figure=figure(question, look),
        answers=tuple(
            sorted(
                (_answer(answer, skipped, look) for answer in question.answers),
                key=lambda answer: not answer.standing,
            )
        ),
        aside=tuple(_aside(question, skipped, look)),
        why=finding.why,
        raises=finding.raises,
        notes=question.notes,
        decided=finding.decided or "",
    )


def _aside(question: Question, skipped: Mapping[str, str], look: Lookup) -> Iterator[Said]:
    """Statements that were asked but stand in no answer: of other people, or of the future."""
    answered = {row for answer in question.answers for row in answer.claims}
    rows = dict.fromkeys((*question.claims, *skipped))
    for claim in look.claims_in(rows):
        if claim.id not in answered:
            yield said(claim, look, (), skipped.get(claim.id, ""))


def _about(question: Question, look: Lookup) -> str:
    claims = look.claims_in(question.claims)
    reports = len({claim.report for claim in claims})
    origins = len({claim.origin for claim in claims if claim.origin})
    known = f"; as known {when(question.as_of)}" if question.as_of.known else ""
    return (
        f"{_some(len(claims), 'statement')} in {_some(reports, 'report')}, "
        f"{_some(origins, 'origin')}{known}."
    )


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _conflict(question: Question) -> str:
    flags = question.finding.flags
    if flags.who and flags.how_many:
        return "in who did it and in how many"
    if flags.who:
        return "in who did it"
    return "in how many" if flags.how_many else ""


def _answer(answer: Answer, skipped: Mapping[str, str], look: Lookup) -> AnswerView:
    claims = look.claims_in(answer.claims)
    by_origin: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda row: row.id in skipped):
        by_origin.setdefault(claim.origin or claim.id, []).append(claim)
    held = tuple(ring for origin in answer.origins if (ring := look.ring(origin)) is not None)
    reports = len({claim.report for claim in claims})
    standing = bool(held)
    origins = _some(len(held) if standing else len(by_origin), "origin")
    return AnswerView(
        label=answer.label,
        standing=standing,
        rings=held,
        said=tuple(
            said(first, look, copies, skipped.get(first.id, ""))
            for first, *copies in by_origin.values()
        ),
        count=f"{origins}, {_some(reports, 'report')}",
    )


def said(claim: Claim, look: Lookup, copies: Iterable[Claim], not_counted: str) -> Said:
    """One statement, with those that repeat it folded beneath."""
    report = look.reports[claim.report]
    source = look.said.get(claim.attribution or "")
    verb, facts = facts_of(source, claim)
    before, after = around(claim, report, look)
    return Said(
        id=claim.id,
        ring=look.ring(claim.origin),
        chain=look.chain(source, report, claim.words.start),
        before=before,
        words=claim.words.text,
        after=after,
        verb=verb,
        facts=facts,
        published=when(report.published.time),
        language=report.language if report.language != "und" else "",
        copies=tuple(_copy(other, look) for other in copies),
        not_counted=not_counted,
    )


def _copy(claim: Claim, look: Lookup) -> Copy:
    report = look.reports[claim.report]
    how = " › ".join(holder.name for holder in claim.holder[1:]) or "in the writer's own words"
    return Copy(look.report_link(report, at=claim.words.start), how)


def around(claim: Claim, report: Report, look: Lookup) -> tuple[str, str]:
    """What stands before and after a claim's words in their sentence, cut where it runs on."""
    layout, text = look.layout(report), report.text
    place = layout.paragraph(claim.words.start)
    low, high = claim.span.start, claim.span.end
    if layout.starts[place] <= low and high <= layout.ends[place]:
        start = layout.starts[place]
        for sentence in look.sentences(report, place):
            if start + sentence.start <= low < start + sentence.end:
                low = start + sentence.start
            if start + sentence.start < high <= start + sentence.end:
                high = start + sentence.end
    before = text[low : claim.words.start]
    after = text[claim.words.end : high]
    if len(before) > AROUND:
        before = f"…{before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]}…"
    return before, after
