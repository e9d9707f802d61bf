"""`reportedly decide`: write a person's judgement into the log, and rebuild what it touches."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from reportedly import publish
from reportedly.build.addressing import Addresses
from reportedly.casefile import Case
from reportedly.cli.anywhere import Anywhere
from reportedly.cli.build import rebuild
from reportedly.cli.correcting import FIELDS, check
from reportedly.cli.naming import full_id
from reportedly.cli.options import now, user
from reportedly.cli.screen import line, say
from reportedly.errors import RedactionError, UsageError
from reportedly.model.decision import (
    Act,
    Anchor,
    Decision,
    DecisionState,
    Replayed,
    TargetKind,
)
from reportedly.model.finding import Grade
from reportedly.model.ledger import Ledger
from reportedly.publish.trail import Trail
from reportedly.text.normalise import fold

HELP = (
    "Write a judgement of yours into the log. The log is never edited; undo takes back any "
    "decision. The options may stand before CASE, behind it, or behind the act."
)

app = typer.Typer(
    cls=Anywhere, no_args_is_help=True, rich_markup_mode=None, subcommand_metavar="ACT ..."
)

Id = Annotated[str, typer.Argument(metavar="ID", help="An id of the ledger, or its beginning.")]

Text = Annotated[str, typer.Argument(metavar="TEXT", help="In your words.")]

STATEMENT = (TargetKind.ATTRIBUTION, TargetKind.CLAIM)
NAME = (TargetKind.MENTION,)
QUESTION = (TargetKind.QUESTION,)
REPORT = (TargetKind.REPORT,)
SPOKEN = {
    TargetKind.ATTRIBUTION: "an attribution",
    TargetKind.CLAIM: "a claim",
    TargetKind.MENTION: "a name or an entity",
    TargetKind.QUESTION: "a question",
    TargetKind.REPORT: "a report",
}
"""What the kinds are called in a sentence."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a deciding command works with: the case, its ledger, who decides and why."""

    case: Case
    ledger: Ledger
    by: str
    why: str
    build: bool

    def anchor(self, row: str, kinds: Iterable[TargetKind]) -> Anchor:
        """Address a row by its words.

        Raises:
            UsageError: There is no such row, or it is of another kind than the act speaks of.
        """
        found = full_id(row, Trail(self.ledger).ids())
        made = Addresses(self.ledger).of(self._named(found))
        if made.kind not in tuple(kinds):
            raise UsageError(
                f"{found} is {SPOKEN[made.kind]}, which this act is not for",
                remedy=f"give the id of {' or '.join(SPOKEN[kind] for kind in kinds)}",
            )
        return made

    def _named(self, row: str) -> str:
        """For an entity the mention that bears its name: an alias may be somebody else's as well."""
        entity = next((each for each in self.ledger.entities if each.id == row), None)
        if entity is None:
            return row
        if not entity.mentions:
            raise UsageError(
                f"no text names {entity.name}: there are no words that a decision could address",
                remedy="correct the outlet of its reports instead",
            )
        own = {*entity.mentions}
        called = (
            each.id
            for each in self.ledger.mentions
            if each.id in own and each.span.text == entity.name
        )
        return next(called, row)

    def claims_of(self, row: str, claims: Iterable[str]) -> list[Anchor]:
        """Address claims of one question.

        Raises:
            UsageError: One stands in another question, or none would be left.
        """
        self.anchor(row, QUESTION)
        found = full_id(row, (each.id for each in self.ledger.questions))
        question = next(each for each in self.ledger.questions if each.id == found)
        taken = [full_id(each, Trail(self.ledger).ids()) for each in claims]
        anchors = [self.anchor(each, (TargetKind.CLAIM,)) for each in taken]
        strange = sorted({*taken} - {*question.claims})
        if strange:
            raise UsageError(
                f"{strange[0]} does not stand in this question",
                where=question.text,
                remedy=f"`reportedly show {self.case.path} question {question.id}` lists its claims",
            )
        if {*taken} == {*question.claims}:
            raise UsageError(
                "these are all claims of the question: nothing would be left of it",
                where=question.text,
                remedy="name fewer of them",
            )
        return anchors

    def decision(self, row: str) -> str:
        """The full id of a decision; the log is asked, for the ledger may not know it yet."""
        return full_id(row, (each.id for each in self.case.decisions.all()))

    def append(
        self,
        act: Act,
        targets: Iterable[Anchor] = (),
        *,
        field: str = "",
        value: str = "",
        of: tuple[str, ...] = (),
    ) -> Ledger | None:
        """Append one decision, rebuild, and say what became of it.

        Returns:
            The ledger with it; ``None`` if nothing was built.
        """
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
            say("Written. Ledger and pages stay as they are until `reportedly build`.")
            return None
        ledger = rebuild(self.case, workers=1, by=self.by)
        became = next(row for row in ledger.decisions if row.decision.id == made.id)
        say(f"{act.value}: {became.state.value} {became.why}".strip())
        say(f"To take it back: reportedly decide {self.case.path} undo {made.id}")
        if became.state is DecisionState.ORPHANED:
            raise typer.Exit(1)
        return ledger


@dataclass(frozen=True, slots=True)
class Asked:
    """The options all acts share, kept until the act's own are known to be right."""

    case: Path
    by: str
    why: str
    build: bool


@app.callback()
def decide(
    context: typer.Context,
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")],
    by: Annotated[
        str, typer.Option("--by", help="Who decides.", show_default="your user name")
    ] = "",
    why: Annotated[str, typer.Option("--why", help="The reason, in your words.")] = "",
    build: Annotated[
        bool, typer.Option("--build/--no-build", help="Rebuild what the decision touches.")
    ] = True,
) -> None:
    """Keep what all acts share."""
    context.obj = Asked(case, by or user(), why, build)


def _desk(context: typer.Context) -> Desk:
    asked = context.obj
    assert isinstance(asked, Asked)
    case = Case.open(asked.case)
    return Desk(case, case.ledger(), asked.by, asked.why, asked.build)


def _judge(
    context: typer.Context,
    act: Act,
    rows: Iterable[str],
    kinds: Iterable[TargetKind],
    value: str = "",
) -> None:
    """Append a decision on rows that are all of the same kinds."""
    desk = _desk(context)
    desk.append(act, [desk.anchor(row, kinds) for row in rows], value=value)


@app.command()
def accept(context: typer.Context, row: Id) -> None:
    """Accept an attribution or a claim as the machine read it."""
    _judge(context, Act.ACCEPT, [row], STATEMENT)


@app.command()
def reject(context: typer.Context, row: Id) -> None:
    """Reject an attribution or a claim.

    It stays listed and counts for nothing.
    """
    _judge(context, Act.REJECT, [row], STATEMENT)


@app.command()
def correct(
    context: typer.Context,
    row: Id,
    field: Annotated[str, typer.Option("--field", help="Which field.")],
    to: Annotated[str, typer.Option("--to", help="The right value.")],
) -> None:
    """Correct a statement, a claim or a report.

    Fields of an attribution: source, cue_kind, stance, distance, modality. Of a claim: value,
    stance, distance, modality. Of a report: outlet, published, author, title.
    """
    desk = _desk(context)
    anchor = desk.anchor(row, FIELDS)
    check(desk.ledger, full_id(row, Trail(desk.ledger).ids()), anchor.kind, field, to)
    desk.append(Act.CORRECT, [anchor], field=field, value=to)


@app.command()
def add(
    context: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report that says it.")],
    words: Annotated[str, typer.Option("--words", help="What was said, exactly as it stands.")],
    source: Annotated[str, typer.Option("--source", help="The words that name who said it.")] = "",
    cue: Annotated[str, typer.Option("--cue", help="The words that say so.")] = "",
) -> None:
    """Add a statement that the machine missed.

    Copy the words as `reportedly show CASE report REPORT` prints them.
    """
    _refuse_wordless(words)
    desk = _desk(context)
    found = desk.anchor(report, REPORT)
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
    _judge(context, Act.SAME, [one, other], NAME)


@app.command()
def different(context: typer.Context, one: Id, other: Id) -> None:
    """Say that two names do not stand for one."""
    _judge(context, Act.DIFFERENT, [one, other], NAME)


@app.command()
def split(
    context: typer.Context,
    question: Id,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM", help="Claims to take out.")],
) -> None:
    """Take claims out of a question into one of their own."""
    desk = _desk(context)
    desk.append(Act.SPLIT, desk.claims_of(question, claims))


@app.command()
def merge(context: typer.Context, one: Id, other: Id) -> None:
    """Make one question of two."""
    _judge(context, Act.MERGE, [one, other], QUESTION)


@app.command()
def rename(context: typer.Context, question: Id, text: Text) -> None:
    """Put a question into better words."""
    _refuse_wordless(text)
    _judge(context, Act.RENAME, [question], QUESTION, text)


@app.command()
def grade(
    context: typer.Context,
    question: Id,
    value: Annotated[Grade, typer.Argument(metavar="GRADE", help="How well it is held up.")],
) -> None:
    """Set the grade of a question's finding.

    What the rules gave stays shown beside it.
    """
    _judge(context, Act.GRADE, [question], QUESTION, value.value)


@app.command()
def note(context: typer.Context, question: Id, text: Text) -> None:
    """Write a note on a question."""
    _refuse_wordless(text)
    _judge(context, Act.NOTE, [question], QUESTION, text)


@app.command()
def protect(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, or an entity's id.")],
    alias: Annotated[
        str, typer.Option("--as", help="The pseudonym to use; Person 1, Person 2 ... if not given.")
    ] = "",
) -> None:
    """Keep a person at risk from leaving by name.

    Pages and exports hold the pseudonym only. Protect every name of a person: a nickname that no
    report joins to the full name needs a decision of its own, with the same pseudonym.
    """
    _refuse_wordless(who)
    desk = _desk(context)
    entities = {row.id: row for row in desk.ledger.entities}
    if who.startswith("en-"):
        meant = [entities[full_id(who, entities)]]
    else:
        meant = [row for row in entities.values() if row.name == who]
    name = meant[0].name if meant else who
    if not _stands(desk.ledger, name):
        say(f"Note that {name!r} stands in no report of this case. Check how it is spelt.")
    targets = [desk.anchor(entity.id, NAME) for entity in meant if entity.mentions]
    _try_to_hide(desk, name, alias)
    ledger = desk.append(Act.PROTECT, targets, field=name, value=alias)
    if ledger is None:
        say(f"Until then the pages in {desk.case.path / 'site'} still give the name.")
    else:
        _tell_what_stays(desk.case, ledger, name)


def _refuse_wordless(text: str) -> None:
    """The log is never edited: what says nothing must not enter it."""
    if not any(char.isalnum() for char in text):
        raise UsageError(
            f"there are no words in {text!r}",
            remedy="give at least one word; in quotes, where there are several",
        )


def _try_to_hide(desk: Desk, name: str, alias: str) -> None:
    """See that a person can be hidden so before it is written: afterwards no build would end."""
    made = Decision("dc-new", Act.PROTECT, desk.by, now(), field=name, value=alias)
    people = publish.protected(
        replace(desk.ledger, decisions=(Replayed(made, DecisionState.STANDING),))
    )
    try:
        publish.redact(replace(desk.ledger, decisions=()), people, salt=desk.case.salt)
    except RedactionError as error:
        raise UsageError(
            error.what, remedy="give another pseudonym with --as, which holds no part of the name"
        ) from error


def _tell_what_stays(case: Case, ledger: Ledger, name: str) -> None:
    """Name the shorter forms of a protected name that still stand, and how to protect them too."""
    people = publish.protected(ledger)
    person = next((each for each in people if name in each.names), None)
    if person is None:
        return
    shown = publish.redact(ledger, people, salt=case.salt)
    rows = publish.still_visible(shown, person)
    if not rows:
        return
    forms = "; ".join(
        f"“{row.form}” {_times(row.times)} in {_reports(row.reports)}" for row in rows
    )
    say(f"Still to be read on the pages: {forms}. Others may be called so, so they were left.")
    say("Where that gives the person away, protect it too. All who are called so are then hidden:")
    for row in rows:
        words = shlex.join(["protect", row.form, "--as", person.pseudonym])
        say(f"  reportedly decide {case.path} {words}")


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _reports(number: int) -> str:
    return f"{number} report{'' if number == 1 else 's'}"


def _stands(ledger: Ledger, name: str) -> bool:
    """Whether a name is read anywhere: in a text, a headline, a byline, the name of a file."""
    wanted = fold(name)
    return any(
        wanted in fold(words)
        for row in ledger.reports
        for words in (row.full_text, row.title, row.author, row.outlet, row.url, *row.names)
    )


@app.command()
def withdraw(context: typer.Context, report: Id) -> None:
    """Withdraw a report.

    Its claims count no more; its bytes stay.
    """
    _judge(context, Act.WITHDRAW, [report], REPORT)


@app.command()
def adjudicate(
    context: typer.Context,
    decisions: Annotated[
        list[str], typer.Argument(metavar="DECISION", help="The decisions that disagree.")
    ],
    keep: Annotated[str, typer.Option("--keep", help="The decision that stands.")],
) -> None:
    """Settle decisions that disagree.

    Name them all; the one to keep stands, the others do not.
    """
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
