"""Find rows of one ledger by what pages need: letters, colours, addresses, who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from reportedly.model.canonical import Digests
from reportedly.model.finding import Question
from reportedly.model.ledger import Ledger
from reportedly.model.lineage import Derivation, Origin
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim
from reportedly.publish.layout import Layout, lay_out
from reportedly.publish.page import Link, Ring
from reportedly.publish.watched import Rows, Watch
from reportedly.text.layout import sentences

COLOURS = 8
"""Number of origin colours in the style sheet; the letter tells origins of one colour apart."""

TAG = 3
"""Letters of the tags that large cases give their origins (`trace.origins`)."""

Row = TypeVar("Row")


class Lookup:
    """Answers from one ledger.

    Args:
        ledger: Already redacted.
        digests: Of its rows, if some were taken before.
    """

    def __init__(self, ledger: Ledger, digests: Digests | None = None) -> None:
        self.ledger = ledger
        self.watch = watch = Watch(digests or Digests())
        says = _says(ledger)
        asked_of = _asked_of(ledger)
        self.reports = Rows("reports", {row.id: row for row in ledger.reports}, watch)
        self.claims = Rows("claims", {row.id: row for row in ledger.claims}, watch)
        self.said = Rows("said", {row.id: row for row in ledger.attributions}, watch)
        self.mentions = Rows("mentions", {row.id: row for row in ledger.mentions}, watch)
        self.entities = Rows("entities", {row.id: row for row in ledger.entities}, watch)
        self.questions = Rows("questions", {row.id: row for row in ledger.questions}, watch)
        self.derivations = Rows("derivations", {row.id: row for row in ledger.derivations}, watch)
        self.origins = Rows("origins", {row.id: row for row in ledger.origins}, watch)
        self.outlets = Rows("outlets", {row.id: row for row in ledger.outlets}, watch)
        rings = {row.id: _ring(place, row) for place, row in enumerate(ledger.origins)}
        self.rings = Rows("rings", rings, watch)
        origin_of = {report: row.id for row in ledger.origins for report in row.reports}
        self.origin_of = Rows("origin_of", origin_of, watch)
        self.said_in = Rows("said_in", _by(ledger.attributions), watch)
        self.details_in = Rows("details_in", _by(ledger.details), watch)
        self.left_out_of = Rows("left_out_of", _by(ledger.left_out), watch)
        self.claims_of = Rows("claims_of", _claims_of(ledger), watch)
        self.sheet_of = Rows("sheet_of", _sheet_of(ledger), watch)
        self.relatives = Rows("relatives", _relatives(ledger), watch)
        self.says = Rows("says", says, watch)
        self.asked_of = Rows("asked_of", asked_of, watch)
        self._paged = Rows("paged", _paged(ledger, says, asked_of), watch)
        self._layouts: dict[str, Layout] = {}
        self._sentences: dict[tuple[str, int], tuple[Span, ...]] = {}

    def claims_in(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of some ids, in their order."""
        return [self.claims[each] for each in ids if each in self.claims]

    def ring(self, origin: str | None) -> Ring | None:
        """The ring of an origin id."""
        return self.rings.get(origin or "")

    def ring_of(self, report: str) -> Ring | None:
        """The ring of the origin a report goes back to as a whole."""
        return self.ring(self.origin_of.get(report))

    def layout(self, report: Report) -> Layout:
        """The paragraphs of a report's text, and the page each is on."""
        found = self._layouts.get(report.id)
        if found is None:
            found = self._layouts[report.id] = lay_out(report.text)
        return found

    def sentences(self, report: Report, place: int) -> tuple[Span, ...]:
        """The sentences of one paragraph of a report, counted from its beginning."""
        found = self._sentences.get((report.id, place))
        if found is None:
            layout = self.layout(report)
            words = report.text[layout.starts[place] : layout.ends[place]]
            found = self._sentences[report.id, place] = sentences(words)
        return found

    def report_link(self, report: Report, words: str = "", at: int | None = None) -> Link:
        """A link to a report's page, or to the paragraph of its text that holds an offset."""
        if at is None:
            return Link(words or report.outlet, f"{report_path(report)}.html")
        layout = self.layout(report)
        path = report_path(report, layout.page(at))
        return Link(words or report.outlet, f"{path}.html#p{layout.paragraph(at) + 1}")

    def actor_link(self, entity: str | None, words: str) -> Link:
        """A link to an entity's page, if it has one."""
        return Link(words, f"actors/{entity}.html" if self.has_page(entity) else "")

    def has_page(self, entity: str | None) -> bool:
        """Whether an entity says something, is asked about, or goes by several names."""
        return entity is not None and self._paged.get(entity, False)

    def chain(self, said: Attribution | None, report: Report, at: int) -> tuple[Link, ...]:
        """The chain as links: the outlet to the passage, each source to its page."""
        outlet = self.report_link(report, at=at)
        if said is None:
            return (outlet,)
        inner = (self.actor_link(holder.entity, holder.name) for holder in said.chain[1:])
        return (outlet, *inner)


def question_link(question: Question) -> Link:
    """A link to a question's sheet."""
    return Link(question.text, f"questions/{question.id}.html")


def report_path(report: Report, page: int = 0) -> str:
    """The address of a report's page, without its ending."""
    return f"reports/{report.id[:16]}{f'-{page + 1}' if page else ''}"


def _ring(place: int, origin: Origin) -> Ring:
    # A tag stays when a report is added, so its colour must stay as well.
    number = place if len(origin.letter) < TAG else sum(map(ord, origin.letter))
    return Ring(origin.letter, f"o{number % COLOURS + 1}", origin.name)


def _by(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.report].append(row)  # type: ignore[attr-defined]
    return dict(grouped)


def _claims_of(ledger: Ledger) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if claim.attribution:
            grouped[claim.attribution].append(claim)
    return dict(grouped)


def _relatives(ledger: Ledger) -> dict[str, list[Derivation]]:
    grouped: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in ledger.derivations:
        grouped[derivation.child].append(derivation)
        if derivation.parent:
            grouped[derivation.parent].append(derivation)
    return dict(grouped)


def _says(ledger: Ledger) -> dict[str, list[Attribution]]:
    grouped: dict[str, list[Attribution]] = defaultdict(list)
    for said in ledger.attributions:
        if said.source and said.source.entity:
            grouped[said.source.entity].append(said)
    return dict(grouped)


def _sheet_of(ledger: Ledger) -> dict[str, Link]:
    """The sheet of the question that a claim answers."""
    return {
        row: question_link(question) for question in ledger.questions for row in question.claims
    }


def _asked_of(ledger: Ledger) -> dict[str, list[Question]]:
    """Of whom each question speaks."""
    grouped: dict[str, list[Question]] = defaultdict(list)
    for question in ledger.questions:
        parties = (answer.value.who for answer in question.answers)
        for entity in dict.fromkeys((question.subject, *parties)):
            if entity:
                grouped[entity].append(question)
    return dict(grouped)


def _paged(
    ledger: Ledger, says: Mapping[str, object], asked_of: Mapping[str, object]
) -> dict[str, bool]:
    """The entities that have a page of their own."""
    return {
        row.id: True
        for row in ledger.entities
        if row.aliases or row.id in says or row.id in asked_of
    }
