"""A ledger made by hand, and a site of it, for the tests of the case on disk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.model.canonical import encode
from reportedly.model.decision import Act, Decision
from reportedly.model.ident import digest, make_id
from reportedly.model.ledger import Ledger
from reportedly.model.report import Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Credit,
    Cue,
    CueKind,
    EntityKind,
    Mention,
    MentionForm,
    Source,
)
from reportedly.model.value import UNKNOWN_TIME

AT = "2031-05-22T23:40:00Z"
LATER = "2031-05-23T08:00:00Z"
BY = "Ilse"
SALT = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A page with its bytes at hand."""

    path: str
    key: str
    data: bytes


def render(page: SamplePage) -> bytes:
    """The bytes of a page."""
    return page.data


def note(words: str, at: str = AT) -> Decision:
    """A decision that is not yet written."""
    return Decision(id="", act=Act.NOTE, by=BY, at=at, value=words)


def small_report(number: int, words: str = "") -> Report:
    """A report in which the harbour office says something."""
    text = f"The harbour office said that {number} barges sank. Herald reports it. {words}"
    return Report(
        id=digest(str(number).encode()),
        original=(digest(str(number).encode()),),
        names=(f"{number}.txt",),
        format="text",
        state=ReportState.READ,
        outlet="The Ardle Herald",
        title=f"Barges, part {number}",
        full_text=text,
        text=text,
        captured=UNKNOWN_TIME,
    )


def small_ledger(many: int = 3, words: str = "") -> Ledger:
    """A consistent ledger of ``many`` reports; ``words`` are added to the text of each."""
    reports = sorted((small_report(n, words) for n in range(many)), key=lambda row: row.id)
    return Ledger(
        title="The barges",
        software="reportedly 0",
        reader="hand",
        originals=many,
        reports=tuple(reports),
        attributions=tuple(_said(report) for report in reports),
        mentions=tuple(_named(report) for report in reports),
        credits=tuple(
            Credit(report.id, "Herald", _span(report, "Herald reports")) for report in reports
        ),
    )


def _span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span.of(report.text, start, start + len(words))


def _said(report: Report) -> Attribution:
    content = report.text[report.text.index("that") : report.text.index(".")]
    return Attribution(
        id=make_id("at", report.id),
        report=report.id,
        kind=AttributionKind.INDIRECT,
        source=Source(_span(report, "The harbour office"), "harbour office"),
        cue=Cue(_span(report, "said"), CueKind.SAYS),
        content=(_span(report, content),),
        chain=(),
    )


def _named(report: Report) -> Mention:
    return Mention(
        id=make_id("mn", report.id),
        report=report.id,
        span=_span(report, "Herald"),
        kind=EntityKind.ORGANIZATION,
        form=MentionForm.NAME,
    )


def drifted(ledger: Ledger) -> Ledger:
    """The ledger with the text of its first report changed under the spans."""
    first, *rest = ledger.reports
    return replace(ledger, reports=(replace(first, text=f" {first.text}"), *rest))


def pages(ledger: Ledger, *, keyed: bool = True) -> list[SamplePage]:
    """A site: ``ledger.json``, a front page, and a page for each report."""
    whole = encode(ledger)
    bodies = {
        "ledger.json": whole,
        "index.html": f"<h1>{len(ledger.reports)} reports</h1>".encode(),
        **{f"report/{row.id[:12]}.html": encode(row) for row in ledger.reports},
    }
    return [SamplePage(path, digest(data) if keyed else "", data) for path, data in bodies.items()]
