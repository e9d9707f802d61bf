"""Reads fictional sentences with the whole reader and gives back the claims."""

from __future__ import annotations

from reportedly.model.report import Published, Report, ReportState
from reportedly.model.settings import Settings
from reportedly.model.statement import Claim
from reportedly.read import read

PUBLISHED = "2031-05-18"
"""A Sunday."""


def report(text: str, outlet: str = "Corren Wire", published: str = PUBLISHED) -> Report:
    return Report(
        id="aa" * 32,
        original=("aa" * 32,),
        names=("a.txt",),
        format="text",
        state=ReportState.READ,
        outlet=outlet,
        language="en",
        published=Published(published, published),
        full_text=text,
        text=text,
    )


def claims_in(text: str, measure: str = "", outlet: str = "Corren Wire") -> list[Claim]:
    """The claims of the text, of one measure if it is named."""
    found = read(report(text, outlet), Settings("Case")).claims
    return [claim for claim in found if not measure or claim.measure == measure]


def told(text: str) -> list[tuple[str, str, str]]:
    """Measure, words and population of every count in the text."""
    return [
        (claim.measure, claim.words.text, claim.population)
        for claim in claims_in(text)
        if claim.value.kind == "count"
    ]
