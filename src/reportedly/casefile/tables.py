"""Which row of the ledger stands in which table, under which id, with which columns to filter by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from reportedly.model.decision import Replayed
from reportedly.model.entity import Entity
from reportedly.model.finding import Question
from reportedly.model.ident import make_id
from reportedly.model.ledger import Container, Ledger, Outlet
from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import LeftOut, Report
from reportedly.model.statement import Attribution, Claim, Credit, Detail, Mention

Row = TypeVar("Row")
AnyRow = (
    Container
    | Outlet
    | Report
    | LeftOut
    | Attribution
    | Mention
    | Detail
    | Credit
    | Entity
    | Claim
    | Question
    | Derivation
    | Origin
    | Replayed
)


class Placed(NamedTuple, Generic[Row]):
    """A row with what it is filed under.

    Attributes:
        id: Unique in its table.
        report: The report it stands in; empty for rows about the whole case.
        place: Its place among the rows of its report, or of the table where ids give no order.
        row: The row.
    """

    id: str
    report: str
    place: int
    row: Row


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """One table of the database.

    Attributes:
        name: As in `Ledger` and in the database.
        noun: Type of its rows.
        rows: Takes them out of a ledger.
        id: Of a row; ``None`` where the noun has none and its place makes it.
        report: Of a row; ``None`` for rows about the whole case.
        listed: True if the order of the ledger's tuple, and not the id, says what comes first.
        columns: Name and value of each column to filter by.
        words: Title and words that full-text search finds it by.
    """

    name: str
    noun: type[Row]
    rows: Callable[[Ledger], tuple[Row, ...]]
    id: Callable[[Row], str] | None
    columns: tuple[tuple[str, Callable[[Row], str | None]], ...]
    report: Callable[[Row], str] | None = None
    listed: bool = False
    words: Callable[[Row], tuple[str, str]] | None = None

    def placed(self, ledger: Ledger) -> Iterator[Placed[Row]]:
        """The rows of ``ledger`` with their ids and places.

        Raises:
            ValueError: They are not in canonical order, or two have one id: a bug in a stage.
        """
        seen: set[str] = set()
        last, place = "", 0
        for number, row in enumerate(self.rows(ledger)):
            report = self.report(row) if self.report else ""
            place = place + 1 if report == last and number else 0
            key = self.id(row) if self.id else make_id("cr", report, place)
            order = report if self.report else "" if self.listed else key
            if order < last:
                raise ValueError(f"{self.name} is not in canonical order at {key}")
            if key in seen:
                raise ValueError(f"two rows of {self.name} have the id {key}")
            seen.add(key)
            last = order
            yield Placed(key, report, self._place(number, place), row)

    def _place(self, number: int, within: int) -> int:
        if self.report:
            return within
        return number if self.listed else 0


def _cue(row: Attribution) -> str | None:
    return row.cue.kind.value if row.cue else None


def _source(row: Attribution) -> str | None:
    return row.source.name if row.source else None


def _source_entity(row: Attribution) -> str | None:
    return row.source.entity if row.source else None


CONTAINERS = Table(
    "containers",
    Container,
    lambda ledger: ledger.containers,
    lambda row: row.sha256,
    (("format", lambda row: row.format),),
)
OUTLETS = Table(
    "outlets",
    Outlet,
    lambda ledger: ledger.outlets,
    lambda row: row.id,
    (("name", lambda row: row.name), ("reliability", lambda row: row.reliability)),
    words=lambda row: (row.name, row.note),
)
REPORTS = Table(
    "reports",
    Report,
    lambda ledger: ledger.reports,
    lambda row: row.id,
    (
        ("state", lambda row: row.state.value),
        ("format", lambda row: row.format),
        ("outlet", lambda row: row.outlet),
        ("language", lambda row: row.language),
        ("title", lambda row: row.title),
        ("earliest", lambda row: row.published.earliest),
        ("latest", lambda row: row.published.latest),
    ),
    words=lambda row: (row.title, row.text),
)
LEFT_OUT = Table(
    "left_out",
    LeftOut,
    lambda ledger: ledger.left_out,
    lambda row: row.id,
    (("rule", lambda row: row.rule),),
    report=lambda row: row.report,
)
ATTRIBUTIONS = Table(
    "attributions",
    Attribution,
    lambda ledger: ledger.attributions,
    lambda row: row.id,
    (
        ("kind", lambda row: row.kind.value),
        ("cue", _cue),
        ("source", _source),
        ("entity", _source_entity),
        ("stance", lambda row: row.stance.value),
        ("state", lambda row: row.state.value),
    ),
    report=lambda row: row.report,
    words=lambda row: (_source(row) or "", " … ".join(span.text for span in row.content)),
)
MENTIONS = Table(
    "mentions",
    Mention,
    lambda ledger: ledger.mentions,
    lambda row: row.id,
    (
        ("kind", lambda row: row.kind.value),
        ("form", lambda row: row.form.value),
        ("entity", lambda row: row.entity),
    ),
    report=lambda row: row.report,
)
DETAILS = Table(
    "details",
    Detail,
    lambda ledger: ledger.details,
    lambda row: row.id,
    (("kind", lambda row: row.value.kind.value), ("rule", lambda row: row.rule)),
    report=lambda row: row.report,
)
CREDITS = Table(
    "credits",
    Credit,
    lambda ledger: ledger.credits,
    None,
    (("name", lambda row: row.name),),
    report=lambda row: row.report,
)
ENTITIES = Table(
    "entities",
    Entity,
    lambda ledger: ledger.entities,
    lambda row: row.id,
    (("kind", lambda row: row.kind.value), ("name", lambda row: row.name)),
    words=lambda row: (row.name, "; ".join(row.aliases)),
)
CLAIMS = Table(
    "claims",
    Claim,
    lambda ledger: ledger.claims,
    lambda row: row.id,
    (
        ("measure", lambda row: row.measure),
        ("subject", lambda row: row.subject),
        ("attribution", lambda row: row.attribution),
        ("origin", lambda row: row.origin),
        ("state", lambda row: row.state.value),
    ),
    report=lambda row: row.report,
)
QUESTIONS = Table(
    "questions",
    Question,
    lambda ledger: ledger.questions,
    lambda row: row.id,
    (
        ("kind", lambda row: row.kind.value),
        ("measure", lambda row: row.measure),
        ("subject", lambda row: row.subject),
        ("agreement", lambda row: row.finding.agreement.value),
        ("grade", lambda row: row.finding.grade.value),
    ),
    words=lambda row: (row.text, row.finding.label),
)
DERIVATIONS = Table(
    "derivations",
    Derivation,
    lambda ledger: ledger.derivations,
    lambda row: row.id,
    (
        ("kind", lambda row: row.kind.value),
        ("child", lambda row: row.child),
        ("parent", lambda row: row.parent),
        ("direction", lambda row: row.direction.value),
    ),
)
ORIGINS = Table(
    "origins",
    Origin,
    lambda ledger: ledger.origins,
    lambda row: row.id,
    (("letter", lambda row: row.letter), ("name", lambda row: row.name)),
    listed=True,
)
DECISIONS = Table(
    "decisions",
    Replayed,
    lambda ledger: ledger.decisions,
    lambda row: row.decision.id,
    (
        ("act", lambda row: row.decision.act.value),
        ("state", lambda row: row.state.value),
        ("at", lambda row: row.decision.at),
    ),
    listed=True,
)

TABLES: tuple[Table[AnyRow], ...] = (
    CONTAINERS,
    OUTLETS,
    REPORTS,
    LEFT_OUT,
    ATTRIBUTIONS,
    MENTIONS,
    DETAILS,
    CREDITS,
    ENTITIES,
    CLAIMS,
    QUESTIONS,
    DERIVATIONS,
    ORIGINS,
    DECISIONS,
)  # type: ignore[assignment]  # each table knows its own noun; together they hold any row
