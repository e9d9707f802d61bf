"""`reportedly show`: the case, a list of its rows, or one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Protocol

import typer

from reportedly.casefile import Case
from reportedly.cli.build import show_summary, summary
from reportedly.cli.naming import full_id
from reportedly.cli.options import AsJson, CasePath
from reportedly.cli.screen import json_out, line, safe, table
from reportedly.errors import UsageError
from reportedly.model.decision import Act, Decision
from reportedly.model.entity import Entity
from reportedly.model.finding import Question
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report
from reportedly.model.statement import Attribution, Mention
from reportedly.text.label import label

HELP = "Show the case, a list of its rows, or one row. Without KIND the case at a glance."


class Row(Protocol):
    """A row of the ledger that has an id."""

    @property
    def id(self) -> str: ...


def show(
    case: CasePath,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="question, report, entity, attribution, claim, origin, outlet, derivation or decision.",
        ),
    ] = "",
    row: Annotated[str, typer.Argument(metavar="ID", help="One of them.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show the case, a list of its rows, or one row."""
    ledger = Case.open(case).ledger()
    if not kind:
        _case(ledger, as_json)
        return
    rows, lister = _rows(ledger, kind)
    if not row:
        if as_json:
            json_out(rows)
        else:
            lister(ledger)
        return
    found = full_id(row, (each.id for each in rows))
    one = next(each for each in rows if each.id == found)
    if as_json:
        json_out(one)
    elif isinstance(one, Question):
        _question(ledger, one)
    elif isinstance(one, Report):
        _report(ledger, one)
    elif isinstance(one, Entity):
        _entity(ledger, one)
    else:
        json_out(one)


def _case(ledger: Ledger, as_json: bool) -> None:
    if as_json:
        json_out(summary(ledger))
        return
    show_summary(ledger)
    contested = [row for row in ledger.questions if row.finding.grade.value == "contested"]
    if contested:
        line("")
        _questions(ledger, contested, "What is contested")


def _rows(ledger: Ledger, kind: str) -> tuple[tuple[Row, ...], Callable[[Ledger], None]]:
    kinds: dict[str, tuple[tuple[Row, ...], Callable[[Ledger], None]]] = {
        "question": (ledger.questions, _questions),
        "report": (ledger.reports, _reports),
        "entity": (ledger.entities, _entities),
        "attribution": (ledger.attributions, _attributions),
        "claim": (ledger.claims, _claims),
        "origin": (ledger.origins, _origins),
        "outlet": (ledger.outlets, _outlets),
        "derivation": (ledger.derivations, _derivations),
        "decision": (tuple(row.decision for row in ledger.decisions), _decisions),
    }
    if kind not in kinds:
        raise UsageError(f"there is no kind {kind!r}", remedy=f"use one of {', '.join(kinds)}")
    return kinds[kind]


def _questions(
    ledger: Ledger, rows: Iterable[Question] | None = None, title: str = "Questions"
) -> None:
    letters = {origin.id: origin.letter for origin in ledger.origins}
    table(
        ("id", "question", "finding", "agreement", "grade", "origins"),
        (
            (
                row.id,
                row.text,
                row.finding.label,
                row.finding.agreement.value,
                row.finding.grade.value,
                " ".join(
                    sorted({letters[o] for a in row.answers for o in a.origins if o in letters})
                ),
            )
            for row in (ledger.questions if rows is None else rows)
        ),
        title=title,
    )


def _reports(ledger: Ledger) -> None:
    letters = {report: origin.letter for origin in ledger.origins for report in origin.reports}
    table(
        ("id", "outlet", "title", "published", "state", "origin"),
        (
            (
                row.id[:12],
                row.outlet,
                row.heading,
                row.published.time.edtf() or "unknown",
                row.state.value,
                letters.get(row.id, ""),
            )
            for row in ledger.reports
        ),
        title="Reports",
    )


def _entities(ledger: Ledger) -> None:
    table(
        ("id", "name", "kind", "also", "mentions#"),
        (
            (row.id, row.name, row.kind.value, "; ".join(row.aliases), str(len(row.mentions)))
            for row in sorted(ledger.entities, key=lambda row: (-len(row.mentions), row.name))
        ),
        title="Actors, places and units",
    )


def _attributions(ledger: Ledger, rows: Iterable[Attribution] | None = None) -> None:
    table(
        ("id", "chain", "cue", "kind", "content"),
        (
            (
                row.id,
                " > ".join(holder.name for holder in row.chain),
                f"{row.cue.kind.value} “{row.cue.span.text}”" if row.cue else "",
                row.kind.value,
                " … ".join(span.text for span in row.content).replace("\n", " "),
            )
            for row in (ledger.attributions if rows is None else rows)
        ),
        title="Who is said to have said what",
    )


def _claims(ledger: Ledger) -> None:
    table(
        ("id", "holder", "stance", "measure", "value", "words"),
        (
            (
                row.id,
                " > ".join(holder.name for holder in row.holder),
                row.stance.value,
                row.measure,
                label(row.value),
                row.span.text.replace("\n", " "),
            )
            for row in ledger.claims
        ),
        title="What is claimed",
    )


def _origins(ledger: Ledger) -> None:
    names = {row.id: row.outlet for row in ledger.reports}
    table(
        ("", "origin", "reports", "why"),
        (
            (row.letter, row.name, "; ".join(names.get(r, r) for r in row.reports), row.why)
            for row in ledger.origins
        ),
        title="Origins",
    )


def _outlets(ledger: Ledger) -> None:
    table(
        ("id", "outlet", "what it is", "reliability", "reports#", "note"),
        (
            (
                row.id,
                row.name,
                row.kind,
                row.reliability or "not judged",
                str(len(row.reports)),
                row.note,
            )
            for row in ledger.outlets
        ),
        title="Outlets",
    )


def _derivations(ledger: Ledger) -> None:
    names = {row.id: row.outlet for row in ledger.reports}
    table(
        ("id", "child", "parent", "kind", "direction", "evidence"),
        (
            (
                row.id,
                names.get(row.child, row.child),
                names.get(row.parent, row.parent_name),
                row.kind.value,
                row.direction.value,
                "; ".join(f"{e.rule} {e.words}".strip() for e in row.evidence),
            )
            for row in ledger.derivations
        ),
        title="Who took what from whom",
    )


def _decisions(ledger: Ledger) -> None:
    table(
        ("id", "at", "by", "act", "words", "value", "state", "reason given"),
        (
            (
                row.decision.id,
                row.decision.at,
                row.decision.by,
                row.decision.act.value,
                _about(row.decision),
                row.decision.value or row.decision.field,
                f"{row.state.value} {row.why}".strip(),
                row.decision.why,
            )
            for row in ledger.decisions
        ),
        title="Decisions",
    )


def _about(decision: Decision) -> str:
    """What a decision speaks of: the words, the report, the name, or other decisions."""
    if decision.act is Act.PROTECT:
        return decision.field
    words = [target.quote or target.report[:12] for target in decision.targets]
    return " / ".join(words or decision.of)


def _question(ledger: Ledger, row: Question) -> None:
    finding = row.finding
    line(safe(row.text, "bold"))
    line(f"{finding.label}   {finding.agreement.value}, {finding.grade.value}   [{row.id}]")
    for reason in finding.why:
        line(f"  - {reason}")
    letters = {origin.id: origin.letter for origin in ledger.origins}
    claims = {claim.id: claim for claim in ledger.claims}
    for answer in row.answers:
        line("")
        line(
            safe(answer.label, "bold"),
            f"  ({' '.join(letters.get(o, '?') for o in answer.origins)})",
        )
        for each in answer.claims:
            claim = claims[each]
            path = " > ".join(holder.name for holder in claim.holder)
            line(f"  {path}: {claim.span.text.strip()}".replace("\n", " "))
            line(safe(f"    {claim.id}, {claim.stance.value}, {claim.modality.value}", "dim"))
    for excluded in finding.excluded:
        line(f"  not counted: {excluded.why}  [{excluded.claim}]")
    for raises in finding.raises:
        line(f"  would raise it: {raises}")


def _entity(ledger: Ledger, row: Entity) -> None:
    mentions = {each.id: each for each in ledger.mentions}
    line(safe(row.name, "bold"))
    line(f"{row.kind.value}, named {len(row.mentions)} times   [{row.id}]")
    if row.aliases:
        line(f"also {'; '.join(row.aliases)}")
    for a, b, rule, words in dict.fromkeys(
        (_named(mentions, join.a), _named(mentions, join.b), join.rule, join.words)
        for join in row.joins
    ):
        line(f"  {a} = {b}: {rule.replace('_', ' ')}{f', “{words}”' if words else ''}")
    names = {each.id: each.name for each in ledger.entities}
    for other in row.maybe:
        line(f"  may be one with {names.get(other, other)}  [{other}]")
    line("")
    said = [each for each in ledger.attributions if each.source and each.source.entity == row.id]
    _attributions(ledger, said)


def _named(mentions: Mapping[str, Mention], row: str) -> str:
    return mentions[row].span.text if row in mentions else row


def _report(ledger: Ledger, row: Report) -> None:
    line(safe(row.heading, "bold"))
    line(f"{row.outlet}, published {row.published.time.edtf() or 'unknown'}, {row.state.value}")
    if row.reason:
        line(row.reason)
    line(f"SHA-256 {row.id}, came as {'; '.join(row.names)}")
    line("")
    for paragraph in row.text.split("\n"):
        line(paragraph)
    line("")
    _attributions(ledger, [said for said in ledger.attributions if said.report == row.id])
