"""What stands in each CSV table: its columns, and its rows in the ledger's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportedly.model.ledger import Ledger
from reportedly.model.statement import Holder
from reportedly.model.value import TimeRange, Value
from reportedly.publish.admiralty import credibility
from reportedly.text.label import label

Row = tuple[str, ...]

SEVERAL = " | "
"""Between several things in one cell."""

LINK = " > "
"""Between the links of a chain, outermost first."""


def _cell(value: object) -> str:
    """Anything as a cell: nothing for ``None``, yes and no for booleans."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _row(*values: object) -> Row:
    return tuple(_cell(value) for value in values)


def _several(values: Iterable[str]) -> str:
    return SEVERAL.join(values)


def _chain(chain: Iterable[Holder]) -> str:
    return LINK.join(holder.name for holder in chain)


VALUE = ("kind", "label", "low", "high", "unit", "approximator", "earliest", "latest", "place",
         "lat", "lon", "radius_km", "polarity", "who", "text")  # fmt: skip
"""The columns a value takes; each stands under its own name after ``value_``."""


def _value(value: Value) -> tuple[object, ...]:
    return tuple(label(value) if name == "label" else getattr(value, name) for name in VALUE)


def _time(time: TimeRange) -> tuple[object, object]:
    return time.earliest, time.latest


REPORTS = (
    "id", "name", "names", "original", "format", "state", "reason", "duplicate_of", "outlet",
    "author", "title", "url", "language", "published_earliest", "published_latest",
    "published_by", "captured_earliest", "captured_latest", "origin", "characters", "text",
)  # fmt: skip


def _reports(ledger: Ledger) -> Iterator[Row]:
    origin = {report: row.letter for row in reversed(ledger.origins) for report in row.reports}
    for row in ledger.reports:
        yield _row(
            row.id, row.name, _several(row.names), _several(row.original), row.format, row.state,
            row.reason, row.duplicate_of, row.outlet, row.author, row.title, row.url, row.language,
            *_time(row.published.time), _several(e.rule for e in row.published.evidence),
            *_time(row.captured), origin.get(row.id), len(row.text), row.text,
        )  # fmt: skip


ATTRIBUTIONS = (
    "id", "report", "outlet", "kind", "source", "source_words", "source_entity", "unnamed", "cue",
    "cue_kind", "content", "content_starts", "content_ends", "chain", "stance", "distance",
    "modality", "inside", "state",
)  # fmt: skip


def _attributions(ledger: Ledger) -> Iterator[Row]:
    outlets = {report.id: report.outlet for report in ledger.reports}
    for row in ledger.attributions:
        source, cue = row.source, row.cue
        yield _row(
            row.id, row.report, outlets.get(row.report), row.kind,
            source and source.name, source and source.span.text, source and source.entity,
            source and source.unnamed, cue and cue.span.text, cue and cue.kind,
            _several(span.text for span in row.content),
            _several(str(span.start) for span in row.content),
            _several(str(span.end) for span in row.content),
            _chain(row.chain), row.stance, row.distance, row.modality, row.inside, row.state,
        )  # fmt: skip


CLAIMS = (
    "id", "report", "outlet", "start", "end", "span", "words", "attribution", "chain", "measure",
    *(f"value_{name}" for name in VALUE),
    "subject", "subject_words", "population", "event_act", "event_place", "event_earliest",
    "event_latest", "as_of_earliest", "as_of_latest", "stance", "distance", "modality", "update",
    "supersedes", "origin", "state",
)  # fmt: skip


def _claims(ledger: Ledger) -> Iterator[Row]:
    outlets = {report.id: report.outlet for report in ledger.reports}
    letters = {row.id: row.letter for row in ledger.origins}
    for row in ledger.claims:
        event = row.event
        yield _row(
            row.id, row.report, outlets.get(row.report), row.span.start, row.span.end,
            row.span.text, row.words.text, row.attribution, _chain(row.holder), row.measure,
            *_value(row.value), row.subject, row.subject_words, row.population,
            *((event.act, event.place, *_time(event.when)) if event else ("",) * 4),
            *_time(row.as_of), row.stance, row.distance, row.modality, row.update,
            row.supersedes and label(row.supersedes), letters.get(row.origin or ""), row.state,
        )  # fmt: skip


QUESTIONS = (
    "id", "text", "kind", "subject", "subject_name", "measure", "population", "low", "best",
    "high", "label", "agreement", "grade", "credibility", "conflict_who", "conflict_how_many", "answers",
    "claims", "why", "raises", "excluded", "decided", "notes", "as_of_earliest", "as_of_latest",
)  # fmt: skip


def _questions(ledger: Ledger) -> Iterator[Row]:
    for row in ledger.questions:
        found = row.finding
        ends = (end and label(end) for end in (found.low, found.best, found.high))
        yield _row(
            row.id, row.text, row.kind, row.subject, row.subject_name, row.measure, row.population,
            *ends, found.label, found.agreement, found.grade, credibility(row), found.flags.who,
            found.flags.how_many, _several(answer.label for answer in row.answers),
            _several(row.claims), _several(found.why), _several(found.raises),
            _several(f"{each.claim} {each.rule}: {each.why}" for each in found.excluded),
            found.decided, _several(row.notes), *_time(row.as_of),
        )  # fmt: skip


DERIVATIONS = (
    "id", "child", "child_outlet", "parent", "parent_name", "kind", "direction", "passages",
    "share_child", "share_parent", "evidence", "words",
)  # fmt: skip


def _derivations(ledger: Ledger) -> Iterator[Row]:
    outlets = {report.id: report.outlet for report in ledger.reports}
    for row in ledger.derivations:
        yield _row(
            row.id, row.child, outlets.get(row.child), row.parent,
            row.parent_name or outlets.get(row.parent), row.kind, row.direction,
            len(row.passages), row.share_child, row.share_parent,
            _several(f"{each.rule}: {each.words}".rstrip(": ") for each in row.evidence),
            _several(passage.child.text for passage in row.passages),
        )  # fmt: skip


ENTITIES = ("id", "name", "kind", "aliases", "mentions", "joins", "maybe")


def _entities(ledger: Ledger) -> Iterator[Row]:
    for row in ledger.entities:
        joins = dict.fromkeys(f"{join.rule}: {join.words}".rstrip(": ") for join in row.joins)
        yield _row(
            row.id, row.name, row.kind, _several(row.aliases), len(row.mentions),
            _several(joins), _several(row.maybe),
        )  # fmt: skip


ORIGINS = ("id", "letter", "name", "reports", "outlets", "why")


def _origins(ledger: Ledger) -> Iterator[Row]:
    outlets = {report.id: report.outlet for report in ledger.reports}
    for row in ledger.origins:
        names = (outlets.get(report, "") for report in row.reports)
        yield _row(row.id, row.letter, row.name, _several(row.reports), _several(names), row.why)


OUTLETS = ("id", "name", "aliases", "kind", "wire", "reliability", "note", "reports")


def _outlets(ledger: Ledger) -> Iterator[Row]:
    for row in ledger.outlets:
        yield _row(
            row.id, row.name, _several(row.aliases), row.kind, row.wire, row.reliability, row.note,
            _several(row.reports),
        )  # fmt: skip


LEFT_OUT = ("id", "report", "outlet", "rule", "start", "end", "text")


def _left_out(ledger: Ledger) -> Iterator[Row]:
    outlets = {report.id: report.outlet for report in ledger.reports}
    for row in ledger.left_out:
        span = row.span
        yield _row(
            row.id, row.report, outlets.get(row.report), row.rule, span.start, span.end, span.text
        )


TABLES: tuple[tuple[str, Row, Callable[[Ledger], Iterator[Row]]], ...] = (
    ("reports", REPORTS, _reports),
    ("attributions", ATTRIBUTIONS, _attributions),
    ("claims", CLAIMS, _claims),
    ("questions", QUESTIONS, _questions),
    ("derivations", DERIVATIONS, _derivations),
    ("entities", ENTITIES, _entities),
    ("origins", ORIGINS, _origins),
    ("outlets", OUTLETS, _outlets),
    ("left_out", LEFT_OUT, _left_out),
)
"""Each table: its name, its columns, its rows."""
