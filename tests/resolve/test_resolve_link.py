"""Entities filled into a reading."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.span import Span
from reportedly.model.statement import (
    Attribution,
    AttributionKind,
    Claim,
    Holder,
    Source,
)
from reportedly.model.value import Value, ValueKind
from reportedly.resolve.link import link
from tests.resolve.named_story import mention_of, resolved, told


def test_sources_chains_subjects_and_parties_get_their_entities() -> None:
    report, reading = told(
        "a",
        "<Ina Holt|person> told <The Lantern|organization> that the <Marsh Front|group> did it. "
        "Residents and <Holt|person> agreed.",
        outlet="Echo",
    )
    person = mention_of([(report, reading)], "Holt", "a")
    paper = mention_of([(report, reading)], "The Lantern", "a")
    front = mention_of([(report, reading)], "Marsh Front", "a")
    residents = Span.of(
        report.text, report.text.index("Residents"), report.text.index("Residents") + 9
    )
    chain = (
        Holder("Echo"),
        Holder("The Lantern", span=paper.span),
        Holder("Holt", span=person.span),
    )
    said = Attribution(
        id="at-1",
        report="a",
        kind=AttributionKind.INDIRECT,
        source=Source(person.span, "Holt", mention=person.id),
        cue=None,
        content=(front.span,),
        chain=chain,
    )
    crowd = replace(said, id="at-2", source=Source(residents, "Residents", unnamed=True))
    claim = Claim(
        id="cl-1",
        report="a",
        span=front.span,
        words=front.span,
        attribution="at-1",
        holder=chain,
        measure="responsible",
        value=Value(ValueKind.WHO, text="Marsh Front"),
        subject_mention=front.id,
    )
    reading = replace(reading, attributions=(said, crowd), claims=(claim,))
    found, _ = resolved([(report, reading)])
    linked = link(reading, found)
    ids = {entity.name: entity.id for entity in found.entities}
    first, second = linked.attributions
    assert first.source is not None
    assert (first.source.name, first.source.entity) == ("Ina Holt", ids["Ina Holt"])
    assert [holder.entity for holder in first.chain] == [
        ids["Echo"],
        ids["Lantern"],
        ids["Ina Holt"],
    ]
    assert second.source is not None
    assert (second.source.name, second.source.entity) == ("Residents", None)
    assert linked.claims[0].subject == ids["Marsh Front"]
    assert linked.claims[0].value.who == ids["Marsh Front"]
    assert all(mention.entity for mention in linked.mentions)


def test_words_around_a_name_are_not_the_name() -> None:
    report, reading = told("a", "A spokesman for the <Marsh Front|group> spoke.", outlet="Echo")
    span = Span.of(report.text, 0, report.text.index(" spoke"))
    said = Attribution(
        "at-1",
        "a",
        AttributionKind.INDIRECT,
        Source(span, span.text),
        None,
        (span,),
        (Holder("Echo"),),
    )
    reading = replace(reading, attributions=(said,))
    source = link(reading, resolved([(report, reading)])[0]).attributions[0].source
    assert source is not None
    assert source.entity is None
