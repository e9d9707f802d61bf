"""What can be corrected, and whether a typed value is one: a decision in the log is there for good."""

from __future__ import annotations

from enum import StrEnum

from reportedly.errors import UsageError
from reportedly.model.decision import TargetKind
from reportedly.model.ledger import Ledger
from reportedly.model.statement import CueKind, Distance, Modality, Stance
from reportedly.model.value import ValueKind
from reportedly.read.typed import typed_value
from reportedly.text.edtf import edtf_range

FIELDS = {
    TargetKind.ATTRIBUTION: ("source", "cue_kind", "stance", "distance", "modality"),
    TargetKind.CLAIM: ("value", "stance", "distance", "modality"),
    TargetKind.REPORT: ("outlet", "published", "author", "title"),
}

LITERALS: dict[str, type[StrEnum]] = {
    "cue_kind": CueKind,
    "stance": Stance,
    "distance": Distance,
    "modality": Modality,
}

DATE = "write 2031-05-22, 2031-05, 2031 or an interval 2031-05-20/2031-05-22"

EXAMPLES = {
    ValueKind.COUNT: "write 17, 12 to 36, at least 4, up to 20, about 40 or dozens",
    ValueKind.TIME: f"{DATE}, or words such as spring 2031",
    ValueKind.POLARITY: "write yes or no",
}


def check(ledger: Ledger, row: str, kind: TargetKind, field: str, value: str) -> None:
    """See that a field of a row can be corrected to a value.

    Args:
        ledger: The ledger the person looks at.
        row: Id of the attribution, claim or report.
        kind: Which of them it is.
        field: The field.
        value: What it shall be, as typed.

    Raises:
        UsageError: The row has no such field, or the value is none for it.
    """
    if field not in FIELDS[kind]:
        raise UsageError(
            f"of {_a(kind)} no field {field!r} can be corrected",
            remedy=f"use one of {', '.join(FIELDS[kind])}",
        )
    if field in LITERALS:
        known = [literal.value for literal in LITERALS[field]]
        if value not in known:
            raise UsageError(f"{value!r} is no {field}", remedy=f"use one of {', '.join(known)}")
    elif field == "published":
        try:
            edtf_range(value)
        except ValueError as error:
            raise UsageError(f"{value!r} is not a date", remedy=DATE) from error
    elif field == "value":
        _value(ledger, row, value)


def _a(kind: TargetKind) -> str:
    return f"{'an' if kind is TargetKind.ATTRIBUTION else 'a'} {kind.value}"


def _value(ledger: Ledger, row: str, value: str) -> None:
    claim = next(each for each in ledger.claims if each.id == row)
    report = next(each for each in ledger.reports if each.id == claim.report)
    if typed_value(value, claim.value, report.published.time) is None:
        raise UsageError(
            f"{value!r} is no {claim.value.kind.value}",
            where=f"{claim.measure}, read as “{claim.words.text}”",
            remedy=EXAMPLES.get(claim.value.kind, "write the right words"),
        )
