"""Walk any line of the ledger back to the words it rests on, the report, and how it was received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.custody import CustodyLine
from reportedly.model.entity import Entity
from reportedly.model.finding import Question
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim, Mention
from reportedly.text.label import label

AROUND = 90
"""Code points shown on either side of the words."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk.

    Attributes:
        kind: What stands here: finding, claim, said, chain, origin, derivation, report, original,
            received, entity, name, join.
        id: Of the row, or the SHA-256 of the original; empty for a line of custody.
        says: The step in words.
        depth: How far below the line that was asked about.
        span: Where in the report's text the words stand, if they do.
        before: Words before the span, for showing it in place.
        after: Words after the span.
    """

    kind: str
    id: str
    says: str
    depth: int
    span: Span | None = None
    before: str = ""
    after: str = ""


class Trail:
    """Finds the way from any row of one ledger back to the bytes.

    Args:
        ledger: The ledger.
        custody: The custody log, for how each original was received.
    """

    def __init__(self, ledger: Ledger, custody: Iterable[CustodyLine] = ()) -> None:
        self._reports = {row.id: row for row in ledger.reports}
        self._claims = {row.id: row for row in ledger.claims}
        self._attributions = {row.id: row for row in ledger.attributions}
        self._mentions = {row.id: row for row in ledger.mentions}
        self._entities = {row.id: row for row in ledger.entities}
        self._questions = {row.id: row for row in ledger.questions}
        self._origins = {row.id: row for row in ledger.origins}
        self._derivations = {row.id: row for row in ledger.derivations}
        self._receipts: dict[str, list[CustodyLine]] = {}
        for line in custody:
            if line.sha256:
                self._receipts.setdefault(line.sha256, []).append(line)

    def ids(self) -> Iterator[str]:
        """Every id that can be walked from."""
        for rows in (
            self._questions,
            self._claims,
            self._attributions,
            self._entities,
            self._mentions,
            self._origins,
            self._derivations,
            self._reports,
        ):
            yield from rows

    def walk(self, row: str) -> tuple[Step, ...]:
        """The steps from ``row`` to the bytes; empty if the ledger has no such row."""
        return tuple(self._from(row))

    def _from(self, row: str) -> Iterator[Step]:
        if row in self._questions:
            yield from self._question(self._questions[row])
        elif row in self._claims:
            yield from self._claim(self._claims[row], 0)
        elif row in self._attributions:
            yield from self._attribution(self._attributions[row], 0)
        elif row in self._entities:
            yield from self._entity(self._entities[row])
        elif row in self._mentions:
            yield from self._mention(self._mentions[row], 0)
        elif row in self._origins:
            yield from self._origin(self._origins[row])
        elif row in self._derivations:
            yield from self._derivation(self._derivations[row])
        elif row in self._reports:
            yield from self._report(row, 0)

    def _at(self, kind: str, row: str, says: str, depth: int, where: tuple[str, Span]) -> Step:
        report, span = where
        text = self._reports[report].text
        before = text[max(0, span.start - AROUND) : span.start]
        after = text[span.end : span.end + AROUND]
        return Step(kind, row, says, depth, span, before, after)

    def _question(self, question: Question) -> Iterator[Step]:
        finding = question.finding
        says = f"{question.text} {finding.label} ({finding.agreement.value}, {finding.grade.value})"
        yield Step("finding", question.id, says, 0)
        for reason in finding.why:
            yield Step("because", question.id, reason, 1)
        for claim in question.claims:
            yield from self._claim(self._claims[claim], 1)
        for excluded in finding.excluded:
            yield Step("excluded", excluded.claim, excluded.why, 1)

    def _claim(self, claim: Claim, depth: int) -> Iterator[Step]:
        says = f"{claim.measure}: {label(claim.value)}"
        yield self._at("claim", claim.id, says, depth, (claim.report, claim.words))
        said = self._attributions.get(claim.attribution or "")
        if said is not None:
            yield from self._said(said, depth + 1)
        else:
            yield Step("said", claim.id, "in the writer's own words", depth + 1)
        origin = self._origins.get(claim.origin or "")
        if origin is not None:
            yield Step(
                "origin", origin.id, f"{origin.letter}, {origin.name}: {origin.why}", depth + 1
            )
        yield from self._report(claim.report, depth + 1)

    def _attribution(self, said: Attribution, depth: int) -> Iterator[Step]:
        yield from self._said(said, depth)
        yield from self._report(said.report, depth + 1)

    def _said(self, said: Attribution, depth: int) -> Iterator[Step]:
        who = said.source.name if said.source else "nobody named"
        cue = (
            f"{said.cue.kind.value}, “{said.cue.span.text}”"
            if said.cue
            else "quotation marks alone"
        )
        says = f"{who} ({cue}); {said.kind.value}; stance {said.stance.value}"
        yield self._at("said", said.id, says, depth, (said.report, said.content[0]))
        path = " > ".join(holder.name for holder in said.chain)
        yield Step("chain", said.id, path, depth + 1)

    def _report(self, row: str, depth: int) -> Iterator[Step]:
        report = self._reports[row]
        when = report.published.time.edtf() or "at an unknown time"
        title = f", “{report.title}”" if report.title else ""
        yield Step("report", row, f"{report.outlet}{title}, published {when}", depth)
        for evidence in report.published.evidence:
            yield Step(
                "dated by", row, f"{evidence.rule}: {evidence.words}".rstrip(": "), depth + 1
            )
        yield from self._receipt(report, depth)

    def _receipt(self, report: Report, depth: int) -> Iterator[Step]:
        for sha256 in report.original:
            yield Step("original", sha256, f"SHA-256 {sha256}", depth + 1)
            for line in self._receipts.get(sha256, []):
                says = f"{line.act.value} {line.at} by {line.by} as {line.name}, {line.size} bytes"
                yield Step("custody", "", says, depth + 2)

    def _entity(self, entity: Entity) -> Iterator[Step]:
        others = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
        yield Step("entity", entity.id, f"{entity.name} ({entity.kind.value}){others}", 0)
        for join in entity.joins:
            a, b = self._mentions.get(join.a), self._mentions.get(join.b)
            names = f"{a.span.text if a else join.a} = {b.span.text if b else join.b}"
            yield Step("join", join.a, f"{names}, by {join.rule} {join.words}".rstrip(), 1)
        for mention in entity.mentions:
            if mention in self._mentions:
                yield from self._mention(self._mentions[mention], 1)

    def _mention(self, mention: Mention, depth: int) -> Iterator[Step]:
        report = self._reports[mention.report]
        says = f"{mention.form.value} in {report.outlet}, {report.name}"
        yield self._at("name", mention.id, says, depth, (mention.report, mention.span))

    def _origin(self, origin: Origin) -> Iterator[Step]:
        yield Step("origin", origin.id, f"{origin.letter}, {origin.name}: {origin.why}", 0)
        for report in origin.reports:
            if report in self._reports:
                yield from self._report(report, 1)

    def _derivation(self, row: Derivation) -> Iterator[Step]:
        parent = self._reports.get(row.parent)
        name = parent.outlet if parent else row.parent_name
        says = (
            f"{self._reports[row.child].outlet} and {name}: {row.kind.value}, {row.direction.value}"
        )
        yield Step("derivation", row.id, says, 0)
        for evidence in row.evidence:
            yield Step("because", row.id, f"{evidence.rule}: {evidence.words}".rstrip(": "), 1)
        for passage in row.passages:
            yield self._at("passage", row.id, "in the child", 1, (row.child, passage.child))
            if parent is not None:
                yield self._at("passage", row.id, "in the parent", 1, (row.parent, passage.parent))
        yield from self._report(row.child, 1)
        if parent is not None:
            yield from self._report(row.parent, 1)
