"""Sentences into comparable claims, each with the chain that holds it.

A claim inside an attribution's content is held by that attribution's chain, with its stance and
distance; any other is the writer's own. The rules are one module per kind of question; where what
a number or a name belongs to is not clear, they say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.ident import make_id
from reportedly.model.report import Report
from reportedly.model.settings import Settings
from reportedly.model.statement import (
    Attribution,
    Claim,
    CueKind,
    Detail,
    Distance,
    Holder,
    Mention,
    Modality,
    Stance,
)
from reportedly.read.claims_counts import count_drafts
from reportedly.read.claims_dates import date_drafts
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_parties import party_drafts
from reportedly.read.claims_people import called_drafts, people_drafts
from reportedly.read.claims_scene import Draft, Page, page
from reportedly.read.claims_singles import single_drafts
from reportedly.read.claims_strength import strength_drafts
from reportedly.read.claims_whether import whether_drafts
from reportedly.read.outlets import Outlets
from reportedly.read.voices import signer
from reportedly.read.wires import Wires

_WEAKER = frozenset((Modality.ASKED, Modality.PROBABLE))
"""Modalities of a whole content that hold for every number in it."""


def claims(
    report: Report,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    details: Sequence[Detail],
    settings: Settings,
) -> tuple[Claim, ...]:
    """The comparable claims of one report, by place.

    Args:
        report: The report, in state `read`.
        attributions: Who is said to have said what in it.
        mentions: Its names, descriptions and pronouns.
        details: Its times; counts are read again, with the nouns they count.
        settings: Of the case.
    """
    wires = Wires(report.text, Outlets(report, settings))
    sight = page(report, attributions, mentions, details)
    happenings = Happenings(sight)
    made: dict[str, Claim] = {}
    for draft in _drafts(sight, happenings):
        claim = _held(sight, draft, wires)
        made.setdefault(claim.id, claim)
    return tuple(
        sorted(
            made.values(),
            key=lambda claim: (claim.span.start, claim.words.start, claim.measure, claim.id),
        )
    )


def _drafts(sight: Page, happenings: Happenings) -> Iterator[Draft]:
    counted = tuple(count_drafts(sight, happenings))
    yield from counted
    yield from single_drafts(sight, happenings, frozenset(one.measure for one in counted))
    yield from strength_drafts(sight, happenings)
    parties = tuple(party_drafts(sight, happenings))
    yield from parties
    yield from (_of_doer(draft, parties) for draft in date_drafts(sight, happenings))
    yield from people_drafts(sight)
    yield from called_drafts(sight, happenings)
    yield from whether_drafts(sight, happenings)


def _of_doer(draft: Draft, parties: Sequence[Draft]) -> Draft:
    """The date of an act with the one party that the same sentence tells as its doer."""
    if draft.measure not in ("occurred", "time_of_day"):
        return draft
    doers = [one.subject for one in parties if one.scene is draft.scene and one.stance is None]
    return replace(draft, subject=doers[0]) if len(doers) == 1 else draft


def _held(sight: Page, draft: Draft, wires: Wires) -> Claim:
    report, scene = sight.report, draft.scene
    attribution = scene.holding(draft.words)
    subject = draft.subject
    return Claim(
        id=make_id(
            "cl",
            report.id,
            draft.words.start,
            draft.words.text,
            draft.measure,
            subject.span.start if subject else "",
        ),
        report=report.id,
        span=scene.span,
        words=draft.words,
        attribution=attribution.id if attribution else None,
        holder=wires.under(_chain(sight, draft, attribution), draft.words.start),
        measure=draft.measure,
        value=draft.value,
        subject=subject.entity if subject else None,
        subject_mention=subject.id if subject else None,
        subject_words=draft.subject_words or (subject.span.text if subject else ""),
        population=draft.population,
        event=draft.event,
        as_of=draft.as_of if draft.as_of.known else report.published.time,
        stance=draft.stance or (attribution.stance if attribution else Stance.AFFIRMS),
        distance=attribution.distance if attribution else Distance.NONE,
        modality=_modality(draft, attribution),
        update=draft.update,
        supersedes=draft.supersedes,
    )


def _chain(sight: Page, draft: Draft, attribution: Attribution | None) -> tuple[Holder, ...]:
    """The chain of the attribution, with the party that the words themselves make the holder."""
    chain = attribution.chain if attribution and attribution.chain else _own_chain(sight)
    if draft.holder is None:
        return chain
    last = chain[-1]
    name = sight.root(draft.holder).span.text
    if (last.span and last.span.overlaps(draft.holder.span)) or last.name == name:
        return chain
    return (*chain, Holder(name, draft.holder.entity, draft.holder.span))


def _own_chain(sight: Page) -> tuple[Holder, ...]:
    """The chain of what a report says in its own words: its outlet, then whoever signs it."""
    outlet = Holder(sight.report.outlet)
    signs = signer(sight.report.text, sight.voice)
    if signs is None:
        return (outlet,)
    return (outlet, Holder(sight.root(signs).span.text, signs.entity, signs.span))


def _modality(draft: Draft, attribution: Attribution | None) -> Modality:
    """The words near the value decide; of the whole content only what colours all of it."""
    if draft.modality is not Modality.CERTAIN or attribution is None:
        return draft.modality
    if attribution.cue is not None and attribution.cue.kind is CueKind.PROMISES:
        return Modality.FUTURE
    return attribution.modality if attribution.modality in _WEAKER else Modality.CERTAIN
