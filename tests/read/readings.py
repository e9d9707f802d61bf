"""Small reports to read in tests, and their readings said in short."""

from __future__ import annotations

from reportedly.model.report import Published, Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.statement import Attribution, Reading
from reportedly.read import read
from reportedly.read.pieces import Piece
from reportedly.read.spans import find

CASE = Settings("a case")


def report_of(text: str, outlet: str = "Vela Courier", report: str = "r1") -> Report:
    """A report in state `read` with this text."""
    return Report(
        report,
        (report,),
        (f"{report}.txt",),
        "text",
        ReportState.READ,
        outlet=outlet,
        published=Published("2031-05-22", "2031-05-22"),
        text=text,
    )


def reading_of(text: str, outlet: str = "Vela Courier") -> Reading:
    """What is read in a report with this text."""
    return read(report_of(text, outlet), CASE)


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """Each attribution of a text as who, cue and content."""
    return [short(one) for one in reading_of(text).attributions]


def short(one: Attribution) -> tuple[str | None, str | None, str]:
    """An attribution as the name of its source, its cue's words, its content's."""
    return (
        one.source.name if one.source else None,
        one.cue.span.text if one.cue else None,
        " | ".join(span.text for span in one.content),
    )


def ungrouped(text: str) -> tuple[Piece, ...]:
    """A span-finder that tells roles but not what belongs together, as a tagging model does."""
    return tuple(Piece(piece.role, piece.span) for piece in find(text))
