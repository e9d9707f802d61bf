"""Ledgers that are too much for a page: forty answers, two hundred marks, a text of a million words."""

from __future__ import annotations

import itertools
from dataclasses import replace

from reportedly.model.finding import Agreement, Answer, Finding, Grade, Question, QuestionKind
from reportedly.model.ident import make_id
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, DerivationKind, Direction, Origin
from reportedly.model.report import OffsetRun, Report
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Cue,
    CueKind,
    Holder,
    Source,
)
from tests.publish.story import count, ledger, report


def _with(rows: tuple[Report, ...]) -> Ledger:
    return Ledger("Too much", "reportedly", "reader", len(rows), reports=rows)


def one_report(text: str) -> Ledger:
    """A ledger of one report with a given text."""
    made = report("long.txt", "Long Post", text, "2031-10-03", "A long one")
    return _with((replace(made, full_text=text, offsets=(OffsetRun(0, 0, len(text)),)),))


def many_answers(number: int) -> Ledger:
    """A question with ``number`` different answers, each of its own report and origin."""
    reports = [
        report(f"{place}.txt", f"Outlet {place}", f"It had {place + 3} fighters.", "2031-10-03")
        for place in range(number)
    ]
    claims = []
    for place, row in enumerate(reports):
        span = Span.of(row.text, 7, 7 + len(str(place + 3)))
        claims.append(
            Claim(
                id=make_id("cl", place),
                report=row.id,
                span=Span.of(row.text, 0, len(row.text)),
                words=span,
                attribution=None,
                holder=(Holder(row.outlet),),
                measure="strength",
                value=count(place + 3, place + 3),
                origin=make_id("or", place),
            )
        )
    question = Question(
        id=make_id("qu", "many"),
        text="How many fighters does it have?",
        kind=QuestionKind.HOW_MANY,
        subject=None,
        subject_name="it",
        measure="strength",
        claims=tuple(row.id for row in claims),
        answers=tuple(
            Answer(row.value, str(row.value.low), (row.id,), (row.origin or "",)) for row in claims
        ),
        finding=Finding(
            claims[0].value, None, claims[-1].value, "contested", Agreement.CONTRADICTORY,
            Grade.CONTESTED,
        ),
    )  # fmt: skip
    origins = tuple(
        Origin(make_id("or", place), f"O{place}", row.outlet, (row.id,), "")
        for place, row in enumerate(reports)
    )
    rows = tuple(sorted(reports, key=lambda row: row.id))
    return replace(_with(rows), claims=tuple(claims), questions=(question,), origins=origins)


def many_marks(number: int, line: str = "\n\n") -> Ledger:
    """A report with ``number`` statements, each with source and cue, parted by ``line``."""
    sentence = "Anna Berg said the bridge was open."
    text = line.join([sentence] * number)
    made = one_report(text)
    row = made.reports[0]
    said = []
    for place in range(number):
        at = place * (len(sentence) + len(line))
        source = Span.of(text, at, at + 9)
        said.append(
            Attribution(
                id=make_id("at", place),
                report=row.id,
                kind=AttributionKind.INDIRECT,
                source=Source(source, "Anna Berg"),
                cue=Cue(Span.of(text, at + 10, at + 14), CueKind.SAYS),
                content=(Span.of(text, at + 15, at + len(sentence) - 1),),
                chain=(Holder(row.outlet), Holder("Anna Berg", None, source)),
            )
        )
    return replace(made, attributions=tuple(said))


def chain_of_copies(number: int) -> Ledger:
    """Reports that each took the whole from the one before."""
    made = ledger()
    reports = [
        report(f"copy-{place:03}.txt", f"Copyist {place}", "The same.", f"2031-10-{place + 1:02}")
        for place in range(number)
    ]
    pairs = itertools.pairwise(reports)
    links = tuple(
        Derivation(
            make_id("dv", "chain", place), child.id, parent.id, "", DerivationKind.VERBATIM,
            Direction.FROM_A, share_child=1.0,
        )
        for place, (parent, child) in enumerate(pairs)
    )  # fmt: skip
    origin = Origin(make_id("or", "Z"), "A", "Copyist 0", tuple(row.id for row in reports), "")
    return replace(
        made,
        reports=tuple(sorted(reports, key=lambda row: row.id)),
        derivations=tuple(sorted(links, key=lambda row: row.id)),
        origins=(origin,),
        left_out=(), attributions=(), mentions=(), details=(), credits=(), entities=(), claims=(),
        questions=(), decisions=(),
    )  # fmt: skip
