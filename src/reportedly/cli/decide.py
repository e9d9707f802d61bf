"""`reportedly decide`: write a person's judgement into the log, and rebuild what it touches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from reportedly.build.addressing import Addresses
from reportedly.casefile import Case
from reportedly.cli.build import rebuild
from reportedly.cli.naming import full_id
from reportedly.cli.options import now, user
from reportedly.cli.screen import line, say
from reportedly.errors import UsageError
from reportedly.model.decision import Act, Anchor, Decision, DecisionState, TargetKind
from reportedly.model.finding import Grade
from reportedly.model.ledger import Ledger
from reportedly.publish.trail import Trail

HELP = (
    "Decide: accept, reject, correct, add, same, different, split, merge, rename, grade, note, "
    "protect, withdraw, adjudicate, undo. Appended to the log, never edited; undo takes back any."
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[str, typer.Argument(metavar="ID", help="An id of the ledger, or its beginning.")]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a deciding command works with: the case, its ledger, who decides and why."""

    case: Case
    ledger: Ledger
    by: str
    why: str
    build: bool

    def anchor(self, row: str) -> Anchor:
        """Address a row by its words."""
        found = full_id(row, Trail(self.ledger).ids())
        return Addresses(self.ledger).of(found)

    def decision(self, row: str) -> str:
        """The full id of a decision."""
        return full_id(row, (each.decision.id for each in self.ledger.decisions))

    def append(
        self,
        act: Act,
        targets: Iterable[Anchor] = (),
        *,
        field: str = "",
        value: str = "",
        of: tuple[str, ...] = (),
    ) -> None:
        """Append one decision, rebuild, and say what became of it."""
        with self.case.lock():
            made = self.case.decisions.append(
                Decision(
                    id="",
                    act=act,
                    by=self.by,
                    at=now(),
                    why=self.why,
                    targets=tuple(targets),
                    field=field,
                    value=value,
                    of=of,
                )
            )
        line(made.id)
        if not self.build:
            say("Written. `reportedly build` will apply it.")
            return
        ledger = rebuild(self.case, workers=1, by=self.by)
        became = next(row for row in ledger.decisions if row.decision.id == made.id)
        say(f"{act.value}: {became.state.value} {became.why}".strip())
        say(f"To take it back: reportedly decide {self.case.path} undo {made.id}")
        if became.state is DecisionState.ORPHANED:
            raise typer.Exit(1)


@app.callback()
def decide(
    context: typer.Context,
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")],
    by: Annotated[str, typer.Option("--by", help="Who decides.")] = "",
    why: Annotated[str, typer.Option("--why", help="The reason, in your words.")] = "",
    build: Annotated[
        bool, typer.Option("--build/--no-build", help="Rebuild what the decision touches.")
    ] = True,
) -> None:
    """Open the case and hand it to the act."""
    opened = Case.open(case)
    context.obj = Desk(opened, opened.ledger(), by or user(), why, build)


def _desk(context: typer.Context) -> Desk:
    desk = context.obj
    assert isinstance(desk, Desk)
    return desk


@app.command()
def accept(context: typer.Context, row: Id) -> None:
    """Accept an attribution or a claim as the machine read it."""
    _desk(context).append(Act.ACCEPT, [_desk(context).anchor(row)])


@app.command()
def reject(context: typer.Context, row: Id) -> None:
    """Reject an attribution or a claim: it stays listed and counts for nothing."""
    _desk(context).append(Act.REJECT, [_desk(context).anchor(row)])


FIELDS = {
    TargetKind.ATTRIBUTION: ("source", "cue_kind", "stance", "distance", "modality"),
    TargetKind.CLAIM: ("value", "stance", "distance", "modality"),
    TargetKind.REPORT: ("outlet", "published", "author", "title"),
}


@app.command()
def correct(
    context: typer.Context,
    row: Id,
    field: Annotated[str, typer.Option("--field", help="Which field.")],
    to: Annotated[str, typer.Option("--to", help="The right value.")],
) -> None:
    """Correct a field of an attribution, a claim or a report."""
    anchor = _desk(context).anchor(row)
    allowed = FIELDS.get(anchor.kind, ())
    if field not in allowed:
        raise UsageError(
            f"a {anchor.kind.value} has no field {field!r} that can be corrected",
            remedy=f"use one of {', '.join(allowed) or 'none'}",
        )
    _desk(context).append(Act.CORRECT, [anchor], field=field, value=to)


@app.command()
def add(
    context: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report that says it.")],
    words: Annotated[str, typer.Option("--words", help="What was said, exactly as it stands.")],
    source: Annotated[str, typer.Option("--source", help="The words that name who said it.")] = "",
    cue: Annotated[str, typer.Option("--cue", help="The words that say so.")] = "",
) -> None:
    """Add a statement that the machine missed, by the words it stands on."""
    desk = _desk(context)
    found = desk.anchor(report)
    if found.kind is not TargetKind.REPORT:
        raise UsageError("that is not a report", remedy="give a report's id")
    addresses = Addresses(desk.ledger)
    parts = [("content", words), ("source", source), ("cue", cue)]
    desk.append(
        Act.ADD,
        [
            addresses.words(found.report, addresses.find(found.report, text), role=role)
            for role, text in parts
            if text
        ],
    )


@app.command()
def same(context: typer.Context, one: Id, other: Id) -> None:
    """Say that two names stand for one."""
    _desk(context).append(Act.SAME, [_desk(context).anchor(row) for row in (one, other)])


@app.command()
def different(context: typer.Context, one: Id, other: Id) -> None:
    """Say that two names do not stand for one."""
    _desk(context).append(Act.DIFFERENT, [_desk(context).anchor(row) for row in (one, other)])


@app.command()
def split(
    context: typer.Context,
    question: Id,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Claims to take out.")],
) -> None:
    """Take claims out of a question into one of their own."""
    desk = _desk(context)
    desk.append(Act.SPLIT, [desk.anchor(row) for row in (question, *claims)])


@app.command()
def merge(context: typer.Context, one: Id, other: Id) -> None:
    """Make one question of two."""
    _desk(context).append(Act.MERGE, [_desk(context).anchor(row) for row in (one, other)])


@app.command()
def rename(context: typer.Context, question: Id, text: Annotated[str, typer.Argument()]) -> None:
    """Put a question into better words."""
    _desk(context).append(Act.RENAME, [_desk(context).anchor(question)], value=text)


@app.command()
def grade(
    context: typer.Context,
    question: Id,
    value: Annotated[Grade, typer.Argument(help="confirmed, fair, weak, contested, discounted")],
) -> None:
    """Set a finding's grade; what the rules gave stays shown beside it."""
    _desk(context).append(Act.GRADE, [_desk(context).anchor(question)], value=value.value)


@app.command()
def note(context: typer.Context, row: Id, text: Annotated[str, typer.Argument()]) -> None:
    """Write a note on a question."""
    _desk(context).append(Act.NOTE, [_desk(context).anchor(row)], value=text)


@app.command()
def protect(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, or an entity's id.")],
    alias: Annotated[str, typer.Option("--as", help="The pseudonym to use.")] = "",
) -> None:
    """Keep a person at risk from leaving the case under their own name."""
    desk = _desk(context)
    entity = next((row for row in desk.ledger.entities if who in (row.id, row.name)), None)
    if entity is None and who.startswith("en-"):
        entity = next(
            row
            for row in desk.ledger.entities
            if row.id == full_id(who, (each.id for each in desk.ledger.entities))
        )
    targets = [desk.anchor(entity.id)] if entity else []
    desk.append(Act.PROTECT, targets, field=entity.name if entity else who, value=alias)


@app.command()
def withdraw(context: typer.Context, report: Id) -> None:
    """Withdraw a report: its claims count no more; its bytes stay."""
    _desk(context).append(Act.WITHDRAW, [_desk(context).anchor(report)])


@app.command()
def adjudicate(
    context: typer.Context,
    decisions: Annotated[list[str], typer.Argument(metavar="DECISION...")],
    keep: Annotated[str, typer.Option("--keep", help="The decision that stands.")],
) -> None:
    """Settle decisions that disagree: one stands, the others do not."""
    desk = _desk(context)
    of = tuple(desk.decision(row) for row in decisions)
    kept = desk.decision(keep)
    if kept not in of:
        raise UsageError("the decision to keep is not among those named", remedy="name it too")
    desk.append(Act.ADJUDICATE, of=of, value=kept)


@app.command()
def undo(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The decision to take back.")],
) -> None:
    """Take back a decision; the log keeps both."""
    desk = _desk(context)
    desk.append(Act.UNDO, of=(desk.decision(decision),))
