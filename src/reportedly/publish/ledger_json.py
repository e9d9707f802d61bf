"""The whole ledger as one canonical JSON file: one row a line, equal ledgers in equal bytes.

Give it the redacted ledger: nothing here hides anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from operator import attrgetter

from reportedly.model.canonical import Digests, encode
from reportedly.model.decision import Replayed
from reportedly.model.finding import Answer, Finding, Question
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report
from reportedly.model.statement import Attribution, Claim, Cue, Detail, Source
from reportedly.model.value import Value, ValueKind
from reportedly.publish.admiralty import credibility

Shape = dict[str, object]
"""One row as it is written: its keys, and nouns or further shapes as values."""

ROWS = (
    "attributions",
    "claims",
    "containers",
    "credits",
    "decisions",
    "derivations",
    "details",
    "entities",
    "left_out",
    "mentions",
    "origins",
    "outlets",
    "questions",
    "reports",
)
"""The lists of the file, in its order; each is a field of `Ledger`."""

_KEYS: dict[ValueKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    ValueKind.COUNT: (("low", "high", "unit", "approximator"), ()),
    ValueKind.TIME: (("earliest", "latest"), ("approximator", "text")),
    ValueKind.PLACE: (("place", "lat", "lon", "radius_km"), ("text",)),
    ValueKind.POLARITY: (("polarity",), ()),
    ValueKind.WHO: (("who", "text"), ("polarity",)),
    ValueKind.TEXT: (("text",), ("polarity",)),
}
"""The keys of each kind of value: those always there, and those there only where they say something."""


@cache
def schema() -> bytes:
    """The JSON Schema (2020-12) of the file, as shipped in the package."""
    return resources.files(__package__).joinpath("ledger.schema.json").read_bytes()


def ledger_json(ledger: Ledger) -> bytes:
    """The ledger as canonical JSON: sorted keys, UTF-8, one row a line, a line feed at the end.

    Args:
        ledger: Redacted, in canonical order; rows are written in the order they come.
    """
    parts: dict[str, bytes] = {
        "counts": encode(counts(ledger)),
        "originals": encode(ledger.originals),
        "reader": encode(ledger.reader),
        "schema": encode(ledger.schema),
        "software": encode(ledger.software),
        "title": encode(ledger.title),
    }
    for name, rows in shaped(ledger).items():
        parts[name] = _list(rows)
    lines = (b'"%s":%s' % (name.encode(), parts[name]) for name in sorted(parts))
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


def ledger_digest(ledger: Ledger, digests: Digests) -> bytes:
    """Digest of all that `ledger_json` writes, from those of the rows: 32 bytes."""
    facts = (ledger.originals, ledger.reader, ledger.schema, ledger.software, ledger.title)
    tables = [digests.of_all(getattr(ledger, name)) for name in ROWS]
    return digests.of_all([facts, *(table.hex() for table in tables)])


def _list(rows: Iterable[object]) -> bytes:
    lines = [encode(row) for row in rows]
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"


def counts(ledger: Ledger) -> dict[str, object]:
    """How many rows of each kind there are, and how many reports ended in each state."""
    states = Counter(report.state.value for report in ledger.reports)
    return {name: len(getattr(ledger, name)) for name in ROWS} | {"states": dict(states)}


def shaped(ledger: Ledger) -> dict[str, Iterable[object]]:
    """Every list of the file, its rows as they are written."""
    origin = {report: row.id for row in reversed(ledger.origins) for report in row.reports}
    shapes: dict[str, Iterable[object]] = {name: getattr(ledger, name) for name in ROWS}
    return shapes | {
        "attributions": map(_attribution, ledger.attributions),
        "claims": map(_claim, ledger.claims),
        "decisions": map(_decision, ledger.decisions),
        "details": map(_detail, ledger.details),
        "questions": map(_question, ledger.questions),
        "reports": (report_shape(row, origin.get(row.id)) for row in ledger.reports),
    }


def _fields(row: object) -> Shape:
    """The fields of a noun, unchanged."""
    names, values = _reading(type(row))  # type: ignore[arg-type]  # mypy: nouns hash, types do not
    return dict(zip(names, values(row), strict=True))


@cache
def _reading(noun: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """The names of the fields of a noun, all of which have several, and what reads them off one."""
    names: tuple[str, ...] = noun.__slots__  # type: ignore[attr-defined]
    return names, attrgetter(*names)


def value_shape(value: Value | None) -> Shape | None:
    """A value with the keys of its kind only."""
    if value is None:
        return None
    always, where_told = _KEYS[value.kind]
    shape: Shape = {"kind": value.kind}
    for name in always:
        shape[name] = getattr(value, name)
    for name in where_told:
        told = getattr(value, name)
        if told is not None:
            shape[name] = told
    return shape


def report_shape(report: Report, origin: str | None) -> Shape:
    """A report, with its first name, its hash and the origin it goes back to."""
    shape = _fields(report)
    return shape | {"name": report.name, "origin": origin, "sha256": report.id}


def _source(source: Source) -> Shape:
    span = source.span
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "name": source.name,
        "entity": source.entity,
        "mention": source.mention,
        "unnamed": source.unnamed,
    }


def _cue(cue: Cue) -> Shape:
    return {"start": cue.span.start, "end": cue.span.end, "text": cue.span.text, "kind": cue.kind}


def _attribution(row: Attribution) -> Shape:
    shape = _fields(row)
    if row.source:
        shape["source"] = _source(row.source)
    if row.cue:
        shape["cue"] = _cue(row.cue)
    return shape


def _claim(row: Claim) -> Shape:
    shape = _fields(row)
    shape["value"] = value_shape(row.value)
    shape["supersedes"] = value_shape(row.supersedes)
    return shape


def _detail(row: Detail) -> Shape:
    return _fields(row) | {"value": value_shape(row.value)}


def _answer(row: Answer) -> Shape:
    return _fields(row) | {"value": value_shape(row.value)}


def _finding(row: Finding) -> Shape:
    ends: tuple[str, ...] = ("low", "best", "high")
    return _fields(row) | {name: value_shape(getattr(row, name)) for name in ends}


def _question(row: Question) -> Shape:
    answers = [_answer(answer) for answer in row.answers]
    finding = _finding(row.finding) | {"credibility": credibility(row)}
    return _fields(row) | {"answers": answers, "finding": finding}


def _decision(row: Replayed) -> Shape:
    return _fields(row.decision) | {"state": row.state, "state_why": row.why}
